#include <store/credentials.h>

#include <store/prepared.h>

namespace relevo::store {
namespace {

/// Columns: id, project, agent, created_at, seen_at, expires_at, device, address.
StoredSession sessionFrom(const sql::Statement& row)
{
    return {SessionId(row.uuid(0)),
            domain::ProjectId(row.uuid(1)),
            domain::AgentId(row.uuid(2)),
            row.time(3),
            row.time(4),
            row.time(5),
            row.text(6),
            row.text(7)};
}

} // namespace

Result<void> Credentials::setPassword(const domain::ProjectId& project, const domain::AgentId& agent,
                                      const QString& email, const QByteArray& passwordHash)
{
    if (Result<void> removed = removePassword(agent); !removed)
        return removed;
    return write(m_database, "INSERT INTO passwords (agent, project, email, hash) VALUES (?, ?, ?, ?)",
                 [&](sql::Statement& s) {
                     s.bind(agent.uuid())
                         .bind(project.uuid())
                         .bind(QVariant(email.toLower()))
                         .bind(QVariant(passwordHash));
                 });
}

Result<std::vector<StoredPassword>> Credentials::passwordsOf(const QString& email)
{
    const auto statement = ran(m_database, "SELECT project, agent, hash FROM passwords WHERE email = ?",
                               [&](sql::Statement& s) { s.bind(QVariant(email.toLower())); });
    if (!statement)
        return std::unexpected(statement.error());
    std::vector<StoredPassword> passwords;
    while ((*statement)->next())
        passwords.push_back({domain::ProjectId((*statement)->uuid(0)), domain::AgentId((*statement)->uuid(1)),
                             (*statement)->bytes(2)});
    return passwords;
}

Result<void> Credentials::removePassword(const domain::AgentId& agent)
{
    return write(m_database, "DELETE FROM passwords WHERE agent = ?",
                 [&](sql::Statement& s) { s.bind(agent.uuid()); });
}

Result<std::optional<QByteArray>> Credentials::passwordOf(const domain::AgentId& agent)
{
    const auto statement = ran(m_database, "SELECT hash FROM passwords WHERE agent = ?",
                               [&](sql::Statement& s) { s.bind(agent.uuid()); });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    return (*statement)->next() ? std::optional((*statement)->bytes(0)) : std::nullopt;
}

Result<void> Credentials::addSession(const QByteArray& tokenHash, const StoredSession& session)
{
    const Result<void> purged = write(m_database, "DELETE FROM sessions WHERE expires_at <= ?",
                                      [&](sql::Statement& s) { s.bind(session.createdAt); });
    if (!purged)
        return purged;
    return write(m_database,
                 "INSERT INTO sessions (hash, id, project, agent, created_at, seen_at, expires_at, device, "
                 "address) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                 [&](sql::Statement& s) {
                     s.bind(tokenHash)
                         .bind(session.id.uuid())
                         .bind(session.project.uuid())
                         .bind(session.agent.uuid())
                         .bind(session.createdAt)
                         .bind(session.seenAt)
                         .bind(session.expiresAt)
                         .bind(session.device)
                         .bind(session.address);
                 });
}

Result<std::optional<StoredSession>> Credentials::sessionOf(const QByteArray& tokenHash)
{
    const auto statement = ran(m_database,
                               "SELECT id, project, agent, created_at, seen_at, expires_at, device, address "
                               "FROM sessions WHERE hash = ?",
                               [&](sql::Statement& s) { s.bind(tokenHash); });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    return (*statement)->next() ? std::optional(sessionFrom(**statement)) : std::nullopt;
}

Result<std::vector<StoredSession>> Credentials::sessionsOf(const domain::AgentId& agent)
{
    const auto statement = ran(m_database,
                               "SELECT id, project, agent, created_at, seen_at, expires_at, device, address "
                               "FROM sessions WHERE agent = ? ORDER BY created_at DESC, id",
                               [&](sql::Statement& s) { s.bind(agent.uuid()); });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    std::vector<StoredSession> sessions;
    while ((*statement)->next())
        sessions.push_back(sessionFrom(**statement));
    return sessions;
}

Result<void> Credentials::noteSessionSeen(const QByteArray& tokenHash, Timestamp at)
{
    return write(m_database, "UPDATE sessions SET seen_at = ? WHERE hash = ?",
                 [&](sql::Statement& s) { s.bind(at).bind(tokenHash); });
}

Result<void> Credentials::removeSession(const QByteArray& tokenHash)
{
    return write(m_database, "DELETE FROM sessions WHERE hash = ?",
                 [&](sql::Statement& s) { s.bind(QVariant(tokenHash)); });
}

Result<bool> Credentials::removeSession(const domain::AgentId& agent, const SessionId& id)
{
    const Result<int> removed = changed(m_database, "DELETE FROM sessions WHERE agent = ? AND id = ?",
                                        [&](sql::Statement& s) { s.bind(agent.uuid()).bind(id.uuid()); });
    return removed ? Result<bool>(*removed > 0) : std::unexpected(removed.error());
}

Result<int> Credentials::removeSessionsOf(const domain::AgentId& agent, const QByteArray& keptTokenHash)
{
    return changed(m_database, "DELETE FROM sessions WHERE agent = ? AND hash <> ?",
                   [&](sql::Statement& s) { s.bind(agent.uuid()).bind(keptTokenHash); });
}

Result<void> Credentials::setInvite(const QByteArray& tokenHash, const StoredInvite& invite, Timestamp now)
{
    const Result<void> purged = write(m_database, "DELETE FROM invites WHERE expires_at <= ? OR agent = ?",
                                      [&](sql::Statement& s) { s.bind(now).bind(invite.agent.uuid()); });
    if (!purged)
        return purged;
    return write(
        m_database, "INSERT INTO invites (hash, project, agent, expires_at) VALUES (?, ?, ?, ?)",
        [&](sql::Statement& s) {
            s.bind(tokenHash).bind(invite.project.uuid()).bind(invite.agent.uuid()).bind(invite.expiresAt);
        });
}

Result<std::optional<StoredInvite>> Credentials::inviteOf(const QByteArray& tokenHash)
{
    const auto statement = ran(m_database, "SELECT project, agent, expires_at FROM invites WHERE hash = ?",
                               [&](sql::Statement& s) { s.bind(tokenHash); });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    if (!(*statement)->next())
        return std::nullopt;
    return StoredInvite{domain::ProjectId((*statement)->uuid(0)), domain::AgentId((*statement)->uuid(1)),
                        (*statement)->time(2)};
}

Result<void> Credentials::removeInviteOf(const domain::AgentId& agent)
{
    return write(m_database, "DELETE FROM invites WHERE agent = ?",
                 [&](sql::Statement& s) { s.bind(agent.uuid()); });
}

Result<void> Credentials::addVisitor(const QByteArray& tokenHash, const domain::ProjectId& project,
                                     const QString& sessionId, const domain::ConversationId& conversation,
                                     Timestamp at)
{
    return write(m_database,
                 "INSERT INTO visitors (hash, project, session, conversation, at) VALUES (?, ?, ?, ?, ?)",
                 [&](sql::Statement& s) {
                     s.bind(QVariant(tokenHash))
                         .bind(project.uuid())
                         .bind(QVariant(sessionId))
                         .bind(conversation.uuid())
                         .bind(at);
                 });
}

Result<std::optional<Credentials::VisitorOfProject>> Credentials::visitorOf(const QByteArray& tokenHash)
{
    const auto statement =
        ran(m_database, "SELECT project, session, conversation FROM visitors WHERE hash = ?",
            [&](sql::Statement& s) { s.bind(QVariant(tokenHash)); });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    if (!(*statement)->next())
        return std::nullopt;
    return VisitorOfProject{domain::ProjectId((*statement)->uuid(0)),
                            {(*statement)->text(1), domain::ConversationId((*statement)->uuid(2))}};
}

Result<std::optional<StoredVisitor>> Credentials::visitorOf(const domain::ProjectId& project,
                                                            const QByteArray& tokenHash)
{
    const auto statement =
        ran(m_database, "SELECT session, conversation FROM visitors WHERE hash = ? AND project = ?",
            [&](sql::Statement& s) { s.bind(QVariant(tokenHash)).bind(project.uuid()); });
    if (!statement)
        return std::unexpected(statement.error());
    if (!(*statement)->next())
        return std::nullopt;
    StoredVisitor visitor{(*statement)->text(0), domain::ConversationId((*statement)->uuid(1))};
    (*statement)->finish();
    return visitor;
}

} // namespace relevo::store
