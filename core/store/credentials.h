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

struct StoredSession
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

    [[nodiscard]] Result<void> addApiKey(const QByteArray& keyHash, const domain::ProjectId& project,
                                         Timestamp at);
    [[nodiscard]] Result<std::optional<domain::ProjectId>> projectOfApiKey(const QByteArray& keyHash);

    [[nodiscard]] Result<void> setPassword(const domain::ProjectId& project, const domain::AgentId& agent,
                                           const QString& email, const QByteArray& passwordHash);
    /// Of every agent with this address (any case); one person may work for several projects.
    [[nodiscard]] Result<std::vector<StoredPassword>> passwordsOf(const QString& email);

    /// Also forgets the sessions that have expired by `now`.
    [[nodiscard]] Result<void> addSession(const QByteArray& tokenHash, const domain::ProjectId& project,
                                          const domain::AgentId& agent, Timestamp expiresAt, Timestamp now);
    [[nodiscard]] Result<std::optional<StoredSession>> sessionOf(const QByteArray& tokenHash);
    [[nodiscard]] Result<void> removeSession(const QByteArray& tokenHash);

    [[nodiscard]] Result<void> addVisitor(const QByteArray& tokenHash, const domain::ProjectId& project,
                                          const QString& sessionId,
                                          const domain::ConversationId& conversation, Timestamp at);
    [[nodiscard]] Result<std::optional<StoredVisitor>> visitorOf(const domain::ProjectId& project,
                                                                 const QByteArray& tokenHash);

private:
    sql::Database& m_database;
};

} // namespace relevo::store
