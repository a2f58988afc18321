#include <sql/dialect.h>

namespace relevo::sql {

QString SqliteDialect::driver() const
{
    return QStringLiteral("QSQLITE");
}

QString SqliteDialect::migrations() const
{
    return QStringLiteral("sqlite");
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

QStringList SqliteDialect::setUp(bool durable, bool readOnly) const
{
    QStringList statements{QStringLiteral("PRAGMA foreign_keys = ON"),
                           QStringLiteral("PRAGMA cache_size = -4096")};
    if (!readOnly) {
        // A checkpoint takes a dozen milliseconds; it is made elsewhere, not by whoever happens to commit.
        statements << QStringLiteral("PRAGMA journal_mode = WAL")
                   << QStringLiteral("PRAGMA wal_autocheckpoint = 0")
                   << (durable ? QStringLiteral("PRAGMA synchronous = FULL")
                               : QStringLiteral("PRAGMA synchronous = NORMAL"));
    }
    return statements;
}

} // namespace relevo::sql
