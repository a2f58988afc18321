#include <store/credentials.h>

#include <store/prepared.h>

namespace relevo::store {

Result<void> Credentials::addApiKey(const QByteArray& keyHash, const domain::ProjectId& project, Timestamp at)
{
    return write(m_database, "INSERT INTO api_keys (hash, project, at) VALUES (?, ?, ?)",
                 [&](sql::Statement& s) { s.bind(QVariant(keyHash)).bind(project.uuid()).bind(at); });
}

Result<std::optional<domain::ProjectId>> Credentials::projectOfApiKey(const QByteArray& keyHash)
{
    const auto statement = ran(m_database, "SELECT project FROM api_keys WHERE hash = ?",
                               [&](sql::Statement& s) { s.bind(QVariant(keyHash)); });
    if (!statement)
        return std::unexpected(statement.error());
    if (!(*statement)->next())
        return std::nullopt;
    const domain::ProjectId project((*statement)->uuid(0));
    (*statement)->finish();
    return project;
}

Result<void> Credentials::setPassword(const domain::ProjectId& project, const domain::AgentId& agent,
                                      const QString& email, const QByteArray& passwordHash)
{
    const Result<void> removed = write(m_database, "DELETE FROM passwords WHERE agent = ?",
                                       [&](sql::Statement& s) { s.bind(agent.uuid()); });
    if (!removed)
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

Result<void> Credentials::addSession(const QByteArray& tokenHash, const domain::ProjectId& project,
                                     const domain::AgentId& agent, Timestamp expiresAt, Timestamp now)
{
    const Result<void> purged = write(m_database, "DELETE FROM sessions WHERE expires_at <= ?",
                                      [&](sql::Statement& s) { s.bind(now); });
    if (!purged)
        return purged;
    return write(m_database, "INSERT INTO sessions (hash, project, agent, expires_at) VALUES (?, ?, ?, ?)",
                 [&](sql::Statement& s) {
                     s.bind(QVariant(tokenHash)).bind(project.uuid()).bind(agent.uuid()).bind(expiresAt);
                 });
}

Result<std::optional<StoredSession>> Credentials::sessionOf(const QByteArray& tokenHash)
{
    const auto statement = ran(m_database, "SELECT project, agent, expires_at FROM sessions WHERE hash = ?",
                               [&](sql::Statement& s) { s.bind(QVariant(tokenHash)); });
    if (!statement)
        return std::unexpected(statement.error());
    if (!(*statement)->next())
        return std::nullopt;
    const StoredSession session{domain::ProjectId((*statement)->uuid(0)),
                                domain::AgentId((*statement)->uuid(1)), (*statement)->time(2)};
    (*statement)->finish();
    return session;
}

Result<void> Credentials::removeSession(const QByteArray& tokenHash)
{
    return write(m_database, "DELETE FROM sessions WHERE hash = ?",
                 [&](sql::Statement& s) { s.bind(QVariant(tokenHash)); });
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
