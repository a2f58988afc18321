#include <store/store_options.h>

#include <sql/migrator.h>
#include <store/fact_tables.h>

#include <QtCore/QFile>

namespace relevo::store {
namespace {

const QString migrations = QStringLiteral(":/relevo/store");

sql::DatabaseOptions databaseOf(const StoreOptions& options, bool readOnly)
{
    sql::DatabaseOptions database;
    database.path = options.databasePath;
    database.readOnly = readOnly;
    database.busyTimeout = options.busyTimeout;
    database.pageLimit = options.pageLimit;
    database.dialect = options.dialect;
    return database;
}

/// What customers write is nobody else's to read. A file of another owner stays as its owner wants it.
void keepToOwner(const QString& path)
{
    for (const char* side : {"", "-wal", "-shm"})
        QFile::setPermissions(path + QString::fromLatin1(side), QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

Result<std::unique_ptr<sql::Database>> openForWriting(const StoreOptions& options)
{
    auto opened = sql::Database::open(databaseOf(options, false));
    if (!opened)
        return opened;
    if (Result<void> migrated = sql::Migrator(**opened, migrations).migrate(); !migrated)
        return std::unexpected(migrated.error());
    if (Result<void> filled = FactTables(**opened).fillIfMissing(); !filled)
        return std::unexpected(filled.error());
    keepToOwner(options.databasePath);
    return opened;
}

Result<SchemaVersions> schemaVersions(const StoreOptions& options)
{
    auto opened = sql::Database::open(databaseOf(options, true));
    if (!opened)
        return std::unexpected(opened.error());
    sql::Migrator migrator(**opened, migrations);
    const Result<int> present = migrator.version();
    if (!present)
        return std::unexpected(present.error());
    return SchemaVersions{*present, migrator.newest()};
}

Result<std::unique_ptr<sql::Database>> openForReading(const StoreOptions& options)
{
    auto opened = sql::Database::open(databaseOf(options, true));
    if (!opened)
        return opened;
    sql::Migrator migrator(**opened, migrations);
    const Result<int> version = migrator.version();
    if (!version)
        return std::unexpected(version.error());
    if (*version == migrator.newest())
        return opened;
    return failure(
        ErrorCode::Unavailable,
        QStringLiteral("The database %1 has schema version %2; this program works with version %3.")
            .arg(options.databasePath)
            .arg(*version)
            .arg(migrator.newest()),
        *version > migrator.newest()
            ? QStringLiteral("It was written by a newer Relevo. Update this program.")
            : QStringLiteral("\"relevo-relay migrate\" or a start of \"serve\" brings it up to date."));
}

} // namespace relevo::store
