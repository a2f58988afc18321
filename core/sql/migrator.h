#pragma once

#include <sql/database.h>

namespace relevo::sql {

/// Brings a database to the newest schema by numbered files: FOLDER/<dialect>/NNNN_name.sql, 0001 first, no
/// number missing. Each runs in a transaction of its own, together with the note that it ran. Files are never
/// edited once released.
class Migrator
{
public:
    /// `folder` is a resource path such as ":/relevo/store".
    Migrator(Database& database, QString folder) : m_database(database), m_folder(std::move(folder)) {}

    /// Fails with `unavailable` when the database is newer than the newest file (it is left untouched), or
    /// cannot be written.
    [[nodiscard]] Result<void> migrate();

    /// The version the database has; 0 for an empty one.
    [[nodiscard]] Result<int> version();
    /// The newest version the program knows.
    [[nodiscard]] int newest() const;

private:
    [[nodiscard]] QStringList files() const;
    [[nodiscard]] Result<void> runFile(const QString& path, int number);

    Database& m_database;
    QString m_folder;
};

} // namespace relevo::sql
