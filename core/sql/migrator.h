#pragma once

#include <sql/database.h>

namespace relevo::sql {

/// Brings a database to the newest schema by numbered files: FOLDER/<dialect>/NNNN_name.sql, 0001 first, no
/// number missing. Each runs in a transaction of its own, together with the note that it ran; another program
/// may do the same at the same time. Files are never edited once released. A statement ends with a semicolon
/// at the end of a line; lines that begin with -- are comments.
class Migrator
{
public:
    /// `folder` is a resource path such as ":/relevo/store".
    Migrator(Database& database, QString folder) : m_database(database), m_folder(std::move(folder)) {}

    /// Fails with `unavailable` when the database is newer than the newest file (it is left untouched) or
    /// cannot be written, and with `internal` when a file is missing or wrong: the database is then as the
    /// file before it left it.
    [[nodiscard]] Result<void> migrate();

    /// The version the database has; 0 for an empty one.
    [[nodiscard]] Result<int> version();
    /// The newest version the program knows.
    [[nodiscard]] int newest() const;

private:
    [[nodiscard]] QStringList files() const;
    [[nodiscard]] Result<void> runFile(const QString& path, int number);
    [[nodiscard]] Error newer(int present, int newest) const;

    Database& m_database;
    QString m_folder;
};

} // namespace relevo::sql
