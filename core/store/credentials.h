#pragma once

#include <domain/ids.h>
#include <sql/database.h>

#include <vector>

namespace relevo::store {

struct StoredPassword
{
    domain::ProjectId project;
    domain::AgentId agent;
    QByteArray hash;
};

using SessionId = Id<struct SessionTag>;

/// Somebody who is signed in on one device.
struct StoredSession
{
    SessionId id; ///< to name it by; no secret
    domain::ProjectId project;
    domain::AgentId agent;
    Timestamp createdAt;
    Timestamp seenAt; ///< to within some minutes
    Timestamp expiresAt;
    QString device;  ///< as the program called itself at sign-in
    QString address; ///< "loopback", "private" or "public": never the address itself
};

struct StoredInvite
{
    domain::ProjectId project;
    domain::AgentId agent;
    Timestamp expiresAt;
};

struct StoredVisitor
{
    QString sessionId;
    domain::ConversationId conversation;
};

/// Who may come in. These rows are no events: they hold secrets' hashes and are not shown to anybody. `…Hash`
/// is the SHA-256 of a token; the tokens themselves are never stored. On the connection, and within the
/// transaction, of whoever owns it.
class Credentials
{
public:
    explicit Credentials(sql::Database& database) : m_database(database) {}

    [[nodiscard]] Result<void> setPassword(const domain::ProjectId& project, const domain::AgentId& agent,
                                           const QString& email, const QByteArray& passwordHash);
    [[nodiscard]] Result<void> removePassword(const domain::AgentId& agent);
    /// Of every agent with this address (any case); one person may work for several projects.
    [[nodiscard]] Result<std::vector<StoredPassword>> passwordsOf(const QString& email);
    /// The hash; nothing when the agent has no password.
    [[nodiscard]] Result<std::optional<QByteArray>> passwordOf(const domain::AgentId& agent);

    /// Also forgets the sessions that have expired by `session.createdAt`.
    [[nodiscard]] Result<void> addSession(const QByteArray& tokenHash, const StoredSession& session);
    [[nodiscard]] Result<std::optional<StoredSession>> sessionOf(const QByteArray& tokenHash);
    /// The newest first.
    [[nodiscard]] Result<std::vector<StoredSession>> sessionsOf(const domain::AgentId& agent);
    [[nodiscard]] Result<void> noteSessionSeen(const QByteArray& tokenHash, Timestamp at);
    [[nodiscard]] Result<void> removeSession(const QByteArray& tokenHash);
    /// One of the agent's; false when there is none with that id.
    [[nodiscard]] Result<bool> removeSession(const domain::AgentId& agent, const SessionId& id);
    /// All of the agent's but `keptTokenHash` (empty: all); how many there were.
    [[nodiscard]] Result<int> removeSessionsOf(const domain::AgentId& agent, const QByteArray& keptTokenHash);

    /// In the place of any before; also forgets those that have expired by `now`.
    [[nodiscard]] Result<void> setInvite(const QByteArray& tokenHash, const StoredInvite& invite,
                                         Timestamp now);
    [[nodiscard]] Result<std::optional<StoredInvite>> inviteOf(const QByteArray& tokenHash);
    [[nodiscard]] Result<void> removeInviteOf(const domain::AgentId& agent);

    [[nodiscard]] Result<void> addVisitor(const QByteArray& tokenHash, const domain::ProjectId& project,
                                          const QString& sessionId,
                                          const domain::ConversationId& conversation, Timestamp at);
    struct VisitorOfProject
    {
        domain::ProjectId project;
        StoredVisitor visitor;
    };
    /// Of whatever project.
    [[nodiscard]] Result<std::optional<VisitorOfProject>> visitorOf(const QByteArray& tokenHash);
    [[nodiscard]] Result<std::optional<StoredVisitor>> visitorOf(const domain::ProjectId& project,
                                                                 const QByteArray& tokenHash);

private:
    sql::Database& m_database;
};

} // namespace relevo::store
