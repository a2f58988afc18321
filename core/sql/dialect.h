#pragma once

#include <base/error.h>
#include <base/timestamp.h>

#include <QtCore/QStringList>

#include <memory>
#include <vector>

class QSqlError;

namespace relevo::sql {

/// What went wrong in a database, whichever it is.
enum class Trouble { DiskFull, NoAccess, Locked, DiskError, Damaged, Other };

/// A statement for a new connection, and what it must answer (in its first column); empty when it does not
/// matter.
struct Setting
{
    QString sql;
    QString answer;
};

/// How the write-ahead log is moved into the database.
enum class Checkpoint {
    Passive,  ///< what can be, without making anybody wait
    Restart,  ///< all of it; the next writer begins the log anew
    Truncate, ///< all of it, and the log's file is empty: what it held cannot be read from it any more
};

/// How a connection is to be used.
struct ConnectionUse
{
    bool durable = true; ///< a commit is on disk when it returns
    bool readOnly = false;
    int checkpointAt = 0;         ///< pages of log after which a commit empties it; 0: it never does
    std::optional<int> pageLimit; ///< the database may not grow past this many pages
    milliseconds busyTimeout{10'000};
};

/// What differs between databases, and nothing else: SQL elsewhere is written in the part that SQLite and
/// PostgreSQL have in common, with `?` for values (the drivers' own style of placeholders is Qt's matter) and
/// ON CONFLICT for upserts, and asks here for the rest. Another database is another implementation of this
/// interface, its line in supported(), and a folder of migrations.
class Dialect
{
public:
    virtual ~Dialect() = default;

    /// The names that make() takes.
    [[nodiscard]] static QStringList supported();
    /// Null for a name that is not supported.
    [[nodiscard]] static std::unique_ptr<Dialect> make(const QString& name);

    /// Its name, which is also that of the folder of its migrations, e.g. "sqlite".
    [[nodiscard]] virtual QString name() const = 0;
    /// The Qt driver, e.g. "QSQLITE", and the options it is opened with.
    [[nodiscard]] virtual QString driver() const = 0;
    [[nodiscard]] virtual QString connectOptions(const ConnectionUse& use) const = 0;
    /// Run in order on a new connection.
    [[nodiscard]] virtual std::vector<Setting> setUp(const ConnectionUse& use) const = 0;
    /// Starts a transaction that will write, waiting for other writers now rather than failing later.
    [[nodiscard]] virtual QString beginWrite() const = 0;
    /// Starts a transaction whose reads all see one moment.
    [[nodiscard]] virtual QString beginRead() const = 0;
    /// Appended to a SELECT that must keep others from changing the row until the transaction ends; may be
    /// empty.
    [[nodiscard]] virtual QString rowLock() const = 0;
    /// One row when there is a table of the name that is bound to it.
    [[nodiscard]] virtual const char* findTable() const = 0;
    /// Moves the write-ahead log into the database file; column 1 of the answer is the log's length in pages.
    /// Empty where the database does this itself.
    [[nodiscard]] virtual QString checkpoint(Checkpoint how) const = 0;
    [[nodiscard]] virtual Trouble troubleOf(const QSqlError& error) const = 0;
};

/// SQLite 3: one file, write-ahead log. The write lock of a transaction is the whole database, so rows need
/// none.
class SqliteDialect final : public Dialect
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString driver() const override;
    [[nodiscard]] QString connectOptions(const ConnectionUse& use) const override;
    [[nodiscard]] std::vector<Setting> setUp(const ConnectionUse& use) const override;
    [[nodiscard]] QString beginWrite() const override;
    [[nodiscard]] QString beginRead() const override;
    [[nodiscard]] QString rowLock() const override;
    [[nodiscard]] const char* findTable() const override;
    [[nodiscard]] QString checkpoint(Checkpoint how) const override;
    [[nodiscard]] Trouble troubleOf(const QSqlError& error) const override;
};

/// What a failure means for whoever asked: `unavailable` for what may pass or can be mended (full disk, no
/// permission, locked, disk error), `internal` for the rest. Says what to do and where; no SQL and no values
/// in it.
[[nodiscard]] Error databaseError(const Dialect& dialect, const QString& path, const QSqlError& error);

} // namespace relevo::sql
