#pragma once

#include <sql/dialect.h>
#include <sql/statement.h>

#include <QtCore/QHash>
#include <QtSql/QSqlDatabase>

#include <memory>

namespace relevo::sql {

struct DatabaseOptions
{
    QString path; ///< SQLite: the file
    bool durable =
        true; ///< a commit is on disk when it returns; without it a power cut may take the last ones
    bool readOnly = false;
    milliseconds busyTimeout{10'000}; ///< how long to wait for another writer
};

/// One connection, for the thread it was opened in. Keeps its prepared statements.
class Database
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const DatabaseOptions& options);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] const Dialect& dialect() const { return *m_dialect; }
    [[nodiscard]] const QString& path() const { return m_path; }

    /// Runs a statement without values.
    [[nodiscard]] Result<void> execute(const QString& sql);
    /// The prepared statement of that text, made at the first call. `sql` must be a literal: its address is
    /// the key.
    [[nodiscard]] Result<Statement*> prepared(const char* sql);

private:
    Database(QString connectionName, QString path, std::unique_ptr<Dialect> dialect);

    QString m_connectionName;
    QString m_path;
    std::unique_ptr<Dialect> m_dialect;
    QSqlDatabase m_database;
    QHash<const char*, Statement*> m_prepared;
};

} // namespace relevo::sql
