#include <store/api_keys.h>

#include <store/prepared.h>

namespace relevo::store {
namespace {

/// Columns: id, project, name, scopes, at, used_at.
StoredKey keyFrom(const sql::Statement& row)
{
    StoredKey key{domain::ApiKeyId(row.uuid(0)),
                  domain::ProjectId(row.uuid(1)),
                  row.text(2),
                  row.text(3).split(u' ', Qt::SkipEmptyParts),
                  row.time(4),
                  std::nullopt};
    if (!row.isNull(5))
        key.usedAt = row.time(5);
    return key;
}

} // namespace

Result<void> ApiKeys::add(const QByteArray& keyHash, const StoredKey& key)
{
    return write(m_database,
                 "INSERT INTO api_keys (hash, id, project, name, scopes, at) VALUES (?, ?, ?, ?, ?, ?)",
                 [&](sql::Statement& s) {
                     s.bind(keyHash)
                         .bind(key.id.uuid())
                         .bind(key.project.uuid())
                         .bind(key.name)
                         .bind(key.scopes.join(u' '))
                         .bind(key.createdAt);
                 });
}

Result<std::optional<StoredKey>> ApiKeys::find(const QByteArray& keyHash)
{
    const auto statement =
        ran(m_database, "SELECT id, project, name, scopes, at, used_at FROM api_keys WHERE hash = ?",
            [&](sql::Statement& s) { s.bind(keyHash); });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    return (*statement)->next() ? std::optional(keyFrom(**statement)) : std::nullopt;
}

Result<std::optional<StoredKey>> ApiKeys::find(const domain::ProjectId& project, const domain::ApiKeyId& id)
{
    const auto statement =
        ran(m_database,
            "SELECT id, project, name, scopes, at, used_at FROM api_keys WHERE project = ? AND id = ?",
            [&](sql::Statement& s) { s.bind(project.uuid()).bind(id.uuid()); });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    return (*statement)->next() ? std::optional(keyFrom(**statement)) : std::nullopt;
}

Result<std::vector<StoredKey>> ApiKeys::all(const domain::ProjectId& project)
{
    const auto statement = ran(m_database,
                               "SELECT id, project, name, scopes, at, used_at FROM api_keys "
                               "WHERE project = ? ORDER BY at, id",
                               [&](sql::Statement& s) { s.bind(project.uuid()); });
    if (!statement)
        return std::unexpected(statement.error());
    const sql::Reading reading(**statement);
    std::vector<StoredKey> keys;
    while ((*statement)->next())
        keys.push_back(keyFrom(**statement));
    return keys;
}

Result<void> ApiKeys::noteUsed(const domain::ApiKeyId& id, Timestamp at)
{
    return write(m_database, "UPDATE api_keys SET used_at = ? WHERE id = ?",
                 [&](sql::Statement& s) { s.bind(at).bind(id.uuid()); });
}

Result<void> ApiKeys::remove(const domain::ProjectId& project, const domain::ApiKeyId& id)
{
    return write(m_database, "DELETE FROM api_keys WHERE project = ? AND id = ?",
                 [&](sql::Statement& s) { s.bind(project.uuid()).bind(id.uuid()); });
}

} // namespace relevo::store
