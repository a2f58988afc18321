#include <sql/database.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtSql/QSqlError>

#include <atomic>

namespace relevo::sql {
namespace {

QString newConnectionName()
{
    static std::atomic<quint64> counter{0};
    return QStringLiteral("relevo-%1").arg(++counter);
}

Result<void> checkPlace(const DatabaseOptions& options)
{
    const QFileInfo file(options.path);
    if (options.readOnly && !file.exists())
        return failure(
            ErrorCode::Unavailable, QStringLiteral("There is no database at %1.").arg(options.path),
            QStringLiteral("Check the data directory; \"project create\" or \"serve\" make a new one."));
    if (!options.readOnly && !QDir().mkpath(file.absolutePath()))
        return failure(ErrorCode::Unavailable,
                       QStringLiteral("The directory %1 cannot be made.").arg(file.absolutePath()),
                       QStringLiteral("Check its permissions, or choose another with --data."));
    const bool writable = file.exists() ? file.isWritable() : QFileInfo(file.absolutePath()).isWritable();
    if (!options.readOnly && !writable)
        return failure(ErrorCode::Unavailable, QStringLiteral("%1 cannot be written to.").arg(options.path),
                       QStringLiteral("Check the permissions of the file and its directory."));
    return {};
}

} // namespace

Database::Database(QString connectionName, QString path, std::unique_ptr<Dialect> dialect)
    : m_connectionName(std::move(connectionName)), m_path(std::move(path)), m_dialect(std::move(dialect))
{
}

Database::~Database()
{
    qDeleteAll(m_prepared);
    m_prepared.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connectionName);
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions& options)
{
    if (Result<void> place = checkPlace(options); !place)
        return std::unexpected(place.error());
    std::unique_ptr<Database> database(
        new Database(newConnectionName(), options.path, std::make_unique<SqliteDialect>()));
    database->m_database =
        QSqlDatabase::addDatabase(database->m_dialect->driver(), database->m_connectionName);
    if (!database->m_database.isValid())
        return failure(
            ErrorCode::Unavailable,
            QStringLiteral("Qt's database driver %1 is missing.").arg(database->m_dialect->driver()),
            QStringLiteral("Install it (on Debian: libqt6sql6-sqlite)."));
    database->m_database.setDatabaseName(options.path);
    QString connect = QStringLiteral("QSQLITE_BUSY_TIMEOUT=%1").arg(options.busyTimeout.count());
    if (options.readOnly)
        connect += QStringLiteral(";QSQLITE_OPEN_READONLY");
    database->m_database.setConnectOptions(connect);
    if (!database->m_database.open())
        return std::unexpected(databaseError(database->m_database.lastError()));
    for (const QString& statement : database->m_dialect->setUp(options.durable, options.readOnly)) {
        if (Result<void> set = database->execute(statement); !set)
            return std::unexpected(set.error());
    }
    return database;
}

Result<void> Database::execute(const QString& sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return std::unexpected(databaseError(query.lastError()));
    return {};
}

Result<Statement*> Database::prepared(const char* sql)
{
    const auto found = m_prepared.constFind(sql);
    if (found != m_prepared.cend())
        return *found;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromLatin1(sql)))
        return std::unexpected(databaseError(query.lastError()));
    auto* statement = new Statement(std::move(query));
    m_prepared.insert(sql, statement);
    return statement;
}

} // namespace relevo::sql
