#pragma once

#include <domain/ids.h>
#include <sql/database.h>

#include <QtCore/QStringList>

#include <vector>

namespace relevo::store {

struct StoredKey
{
    domain::ApiKeyId id; ///< to name it by; no secret
    domain::ProjectId project;
    QString name;
    QStringList scopes; ///< what it may do, in words without blanks
    Timestamp createdAt;
    std::optional<Timestamp> usedAt; ///< to within some minutes
};

/// The programs that may come in. Only the SHA-256 of a key is stored. On the connection, and within the
/// transaction, of whoever owns it.
class ApiKeys
{
public:
    explicit ApiKeys(sql::Database& database) : m_database(database) {}

    [[nodiscard]] Result<void> add(const QByteArray& keyHash, const StoredKey& key);
    [[nodiscard]] Result<std::optional<StoredKey>> find(const QByteArray& keyHash);
    /// One of the project's; nothing when it has none with that id.
    [[nodiscard]] Result<std::optional<StoredKey>> find(const domain::ProjectId& project,
                                                        const domain::ApiKeyId& id);
    /// The project's, the oldest first.
    [[nodiscard]] Result<std::vector<StoredKey>> all(const domain::ProjectId& project);
    [[nodiscard]] Result<void> noteUsed(const domain::ApiKeyId& id, Timestamp at);
    [[nodiscard]] Result<void> remove(const domain::ProjectId& project, const domain::ApiKeyId& id);

private:
    sql::Database& m_database;
};

} // namespace relevo::store
