#include <sql/dialect.h>

#include <QtSql/QSqlError>

namespace relevo::sql {

QStringList Dialect::supported()
{
    return {SqliteDialect().name()};
}

std::unique_ptr<Dialect> Dialect::make(const QString& name)
{
    if (name == SqliteDialect().name())
        return std::make_unique<SqliteDialect>();
    return nullptr;
}

QString SqliteDialect::name() const
{
    return QStringLiteral("sqlite");
}

QString SqliteDialect::driver() const
{
    return QStringLiteral("QSQLITE");
}

QString SqliteDialect::connectOptions(const ConnectionUse& use) const
{
    QString options = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(use.busyTimeout.count());
    if (use.readOnly)
        options += QStringLiteral(";QSQLITE_OPEN_READONLY");
    return options;
}

std::vector<Setting> SqliteDialect::setUp(const ConnectionUse& use) const
{
    std::vector<Setting> settings{
        {QStringLiteral("PRAGMA foreign_keys = ON"), {}},
        {QStringLiteral("PRAGMA foreign_keys"), QStringLiteral("1")},
        // KiB. A reader's pages are mostly the writer's last ones, and the system has them at hand.
        {use.readOnly ? QStringLiteral("PRAGMA cache_size = -2048")
                      : QStringLiteral("PRAGMA cache_size = -8192"),
         {}},
    };
    if (use.readOnly)
        return settings;
    settings.push_back({QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("wal")});
    // What is deleted must be gone from the file, too: people have a right to be forgotten.
    settings.push_back({QStringLiteral("PRAGMA secure_delete = ON"), {}});
    // A checkpoint takes a dozen milliseconds: where that matters it is made elsewhere, not by whoever
    // happens to commit.
    settings.push_back({QStringLiteral("PRAGMA wal_autocheckpoint = %1").arg(use.checkpointAt), {}});
    // One large transaction would else leave its log's length on the disk for good.
    if (use.checkpointAt > 0)
        settings.push_back({QStringLiteral("PRAGMA journal_size_limit = 4194304"), {}});
    settings.push_back({use.durable ? QStringLiteral("PRAGMA synchronous = FULL")
                                    : QStringLiteral("PRAGMA synchronous = NORMAL"),
                        {}});
    settings.push_back(
        {QStringLiteral("PRAGMA synchronous"), use.durable ? QStringLiteral("2") : QStringLiteral("1")});
    if (use.pageLimit)
        settings.push_back({QStringLiteral("PRAGMA max_page_count = %1").arg(*use.pageLimit), {}});
    return settings;
}

QString SqliteDialect::beginWrite() const
{
    return QStringLiteral("BEGIN IMMEDIATE");
}

QString SqliteDialect::beginRead() const
{
    return QStringLiteral("BEGIN");
}

QString SqliteDialect::rowLock() const
{
    return {};
}

const char* SqliteDialect::findTable() const
{
    return "SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?";
}

QString SqliteDialect::checkpoint(Checkpoint how) const
{
    switch (how) {
    case Checkpoint::Passive:
        return QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)");
    case Checkpoint::Restart:
        return QStringLiteral("PRAGMA wal_checkpoint(RESTART)");
    case Checkpoint::Truncate:
        break;
    }
    return QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)");
}

Trouble SqliteDialect::troubleOf(const QSqlError& error) const
{
    // SQLite's primary result codes: https://www.sqlite.org/rescode.html
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 13:
        return Trouble::DiskFull;
    case 3:
    case 8:
    case 14:
    case 23:
        return Trouble::NoAccess;
    case 5:
    case 6:
        return Trouble::Locked;
    case 10:
        return Trouble::DiskError;
    case 11:
    case 26:
        return Trouble::Damaged;
    default:
        return Trouble::Other;
    }
}

Error databaseError(const Dialect& dialect, const QString& path, const QSqlError& error)
{
    switch (dialect.troubleOf(error)) {
    case Trouble::DiskFull:
        return {ErrorCode::Unavailable,
                QStringLiteral("The disk is full; nothing of this was written."),
                QStringLiteral("Free some space where %1 is; no restart is needed.").arg(path),
                {}};
    case Trouble::NoAccess:
        return {
            ErrorCode::Unavailable,
            QStringLiteral("The database %1 cannot be written to.").arg(path),
            QStringLiteral("Check that its directory exists and that this user may write to it and to the "
                           "files in it."),
            {}};
    case Trouble::Locked:
        return {ErrorCode::Unavailable,
                QStringLiteral("The database %1 is locked by another program.").arg(path),
                QStringLiteral("Try again; end other programs that use it if that does not help."),
                {}};
    case Trouble::DiskError:
        return {ErrorCode::Unavailable,
                QStringLiteral("The disk under %1 reported an error.").arg(path),
                QStringLiteral("Check the disk and the system's log."),
                {}};
    case Trouble::Damaged:
        return {ErrorCode::Internal,
                QStringLiteral("The file %1 is damaged or is no database.").arg(path),
                QStringLiteral("Restore a backup."),
                {}};
    case Trouble::Other:
        break;
    }
    // The driver's words only: the database's own may quote the statement or its values.
    return {ErrorCode::Internal,
            QStringLiteral("The database refused a statement: %1").arg(error.driverText()),
            {},
            {{QStringLiteral("native"), error.nativeErrorCode()}}};
}

} // namespace relevo::sql
