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
    /// A commit that finds the write-ahead log this many pages long moves it into the database file. 0:
    /// never, and the log grows until somebody calls checkpoint().
    int checkpointAt = 0;
    std::optional<int> pageLimit; ///< pages of 4 KiB it may not grow past; how tests fill a disk
    QString dialect = QStringLiteral("sqlite"); ///< one of Dialect::supported()
};

/// While one lives, its thread opens and uses no database: whatever tries fails with `internal` and is
/// counted. So a test proves that a thread that paints never waits for a disk.
class NoDatabaseHere
{
public:
    NoDatabaseHere();
    ~NoDatabaseHere();
    Q_DISABLE_COPY_MOVE(NoDatabaseHere)

    [[nodiscard]] int refused() const { return m_refused; }

private:
    friend class Database;
    NoDatabaseHere* m_outer;
    int m_refused = 0;
};

/// One connection, for one thread at a time. Keeps its prepared statements.
class Database
{
public:
    /// Makes the file and its directory unless `readOnly`. Fails with `unavailable` when it may not.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const DatabaseOptions& options);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] const Dialect& dialect() const { return *m_dialect; }
    [[nodiscard]] const QString& path() const { return m_path; }

    /// Runs a statement without values.
    [[nodiscard]] Result<void> execute(const QString& sql);
    /// The same, giving a column of the first row of its answer; null when there is none.
    [[nodiscard]] Result<QVariant> value(const QString& sql, int column = 0);
    /// The prepared statement of that text, made at the first call. `sql` must be a literal: its address is
    /// the key.
    [[nodiscard]] Result<Statement*> prepared(const char* sql);
    [[nodiscard]] Result<bool> hasTable(const QString& name);
    /// Moves the write-ahead log into the database file; gives the log's length in pages: 0 when it was
    /// truncated, more when somebody who reads kept it from being. Nothing to do, and 0, where there is no
    /// such log.
    [[nodiscard]] Result<int> checkpoint(Checkpoint how);
    /// Fails where there is to be none (NoDatabaseHere).
    [[nodiscard]] static Result<void> checkThread();

private:
    Database(QString connectionName, QString path, std::unique_ptr<Dialect> dialect);
    [[nodiscard]] Result<void> connect(const DatabaseOptions& options);

    QString m_connectionName;
    QString m_path;
    std::unique_ptr<Dialect> m_dialect;
    QSqlDatabase m_database;
    QHash<const char*, Statement*> m_prepared;
};

} // namespace relevo::sql
