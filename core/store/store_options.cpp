#include <store/store_options.h>

#include <sql/migrator.h>

namespace relevo::store {

Result<std::unique_ptr<sql::Database>> openForWriting(const StoreOptions& options)
{
    sql::DatabaseOptions database;
    database.path = options.databasePath;
    auto opened = sql::Database::open(database);
    if (!opened)
        return opened;
    if (Result<void> migrated = sql::Migrator(**opened, QStringLiteral(":/relevo/store")).migrate();
        !migrated)
        return std::unexpected(migrated.error());
    if (options.pageLimit) {
        if (Result<void> set =
                (*opened)->execute(QStringLiteral("PRAGMA max_page_count = %1").arg(*options.pageLimit));
            !set)
            return std::unexpected(set.error());
    }
    return opened;
}

Result<std::unique_ptr<sql::Database>> openForReading(const StoreOptions& options)
{
    sql::DatabaseOptions database;
    database.path = options.databasePath;
    database.readOnly = true;
    auto opened = sql::Database::open(database);
    if (!opened)
        return opened;
    sql::Migrator migrator(**opened, QStringLiteral(":/relevo/store"));
    const Result<int> version = migrator.version();
    if (!version)
        return std::unexpected(version.error());
    if (*version != migrator.newest())
        return failure(
            ErrorCode::Unavailable,
            QStringLiteral("The database %1 has schema version %2, this program works with version %3.")
                .arg(options.databasePath)
                .arg(*version)
                .arg(migrator.newest()),
            *version > migrator.newest()
                ? QStringLiteral("It was written by a newer Relevo. Update this program.")
                : QStringLiteral("Start \"relevo-relay serve\" once; it brings it up to date."));
    return opened;
}

} // namespace relevo::store
