#include <sql/database.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtSql/QSqlError>

#include <atomic>

namespace relevo::sql {
namespace {

thread_local NoDatabaseHere* noneHere = nullptr;

QString newConnectionName()
{
    static std::atomic<quint64> counter{0};
    return QStringLiteral("relevo-%1").arg(++counter);
}

/// Whatever can be said in plainer words than the database's own, before it is asked.
Result<void> checkPlace(const DatabaseOptions& options)
{
    const QFileInfo file(options.path);
    const QFileInfo directory(file.absolutePath());
    if (options.readOnly) {
        if (file.exists())
            return {};
        return failure(
            ErrorCode::Unavailable, QStringLiteral("There is no database at %1.").arg(options.path),
            QStringLiteral("Check the data directory; \"project create\" or \"serve\" make a new one."));
    }
    if (!QDir().mkpath(directory.absoluteFilePath()))
        return failure(ErrorCode::Unavailable,
                       QStringLiteral("The directory %1 cannot be made.").arg(directory.absoluteFilePath()),
                       QStringLiteral("Check its permissions, or choose another with --data."));
    // The write-ahead log is made beside the file, so the directory matters even when the file is there.
    if (!directory.isWritable() || (file.exists() && !file.isWritable()))
        return failure(ErrorCode::Unavailable, QStringLiteral("%1 cannot be written to.").arg(options.path),
                       QStringLiteral("Check the permissions of the file and of its directory %1.")
                           .arg(directory.absoluteFilePath()));
    return {};
}

} // namespace

NoDatabaseHere::NoDatabaseHere() : m_outer(std::exchange(noneHere, this)) {}

NoDatabaseHere::~NoDatabaseHere()
{
    noneHere = m_outer;
}

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
    std::unique_ptr<Dialect> dialect = Dialect::make(options.dialect);
    if (!dialect)
        return failure(ErrorCode::Invalid,
                       QStringLiteral("The kind of database \"%1\" is not supported.").arg(options.dialect),
                       QStringLiteral("Supported: %1.").arg(Dialect::supported().join(QStringLiteral(", "))));
    if (Result<void> place = checkPlace(options); !place)
        return std::unexpected(place.error());
    if (Result<void> here = checkThread(); !here)
        return std::unexpected(here.error());
    std::unique_ptr<Database> database(new Database(newConnectionName(), options.path, std::move(dialect)));
    if (Result<void> connected = database->connect(options); !connected)
        return std::unexpected(connected.error());
    return database;
}

Result<void> Database::connect(const DatabaseOptions& options)
{
    const ConnectionUse use{options.durable, options.readOnly, options.checkpointAt, options.pageLimit,
                            options.busyTimeout};
    m_database = QSqlDatabase::addDatabase(m_dialect->driver(), m_connectionName);
    if (!m_database.isValid())
        return failure(ErrorCode::Unavailable,
                       QStringLiteral("Qt's database driver %1 is missing.").arg(m_dialect->driver()),
                       QStringLiteral("Install it (on Debian: libqt6sql6-sqlite)."));
    m_database.setDatabaseName(m_path);
    m_database.setConnectOptions(m_dialect->connectOptions(use));
    if (!m_database.open())
        return std::unexpected(databaseError(*m_dialect, m_path, m_database.lastError()));
    for (const Setting& setting : m_dialect->setUp(use)) {
        const Result<QVariant> answer = value(setting.sql);
        if (!answer)
            return std::unexpected(answer.error());
        if (!setting.answer.isEmpty() && answer->toString() != setting.answer)
            return failure(ErrorCode::Unavailable,
                           QStringLiteral("The database %1 cannot be used safely: it refused \"%2\".")
                               .arg(m_path, setting.sql),
                           QStringLiteral("Put it on a local file system."));
    }
    return {};
}

Result<void> Database::checkThread()
{
    if (noneHere) {
        ++noneHere->m_refused;
        return failure(ErrorCode::Internal, QStringLiteral("A database is used where none may be."));
    }
    return {};
}

Result<void> Database::execute(const QString& sql)
{
    if (Result<void> here = checkThread(); !here)
        return here;
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return std::unexpected(databaseError(*m_dialect, m_path, query.lastError()));
    return {};
}

Result<QVariant> Database::value(const QString& sql, int column)
{
    if (const Result<void> here = checkThread(); !here)
        return std::unexpected(here.error());
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return std::unexpected(databaseError(*m_dialect, m_path, query.lastError()));
    return query.next() ? query.value(column) : QVariant();
}

Result<Statement*> Database::prepared(const char* sql)
{
    if (const Result<void> here = checkThread(); !here)
        return std::unexpected(here.error());
    const auto found = m_prepared.constFind(sql);
    if (found != m_prepared.cend())
        return *found;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(QString::fromLatin1(sql)))
        return std::unexpected(databaseError(*m_dialect, m_path, query.lastError()));
    auto* statement = new Statement(std::move(query), *this);
    m_prepared.insert(sql, statement);
    return statement;
}

Result<bool> Database::hasTable(const QString& name)
{
    const Result<Statement*> statement = prepared(m_dialect->findTable());
    if (!statement)
        return std::unexpected(statement.error());
    if (Result<void> ran = (*statement)->bind(name).run(); !ran)
        return std::unexpected(ran.error());
    const bool found = (*statement)->next();
    (*statement)->finish();
    return found;
}

Result<int> Database::checkpoint(Checkpoint how)
{
    const QString sql = m_dialect->checkpoint(how);
    if (sql.isEmpty())
        return 0;
    const Result<QVariant> pages = value(sql, 1);
    if (!pages)
        return std::unexpected(pages.error());
    return pages->toInt();
}

} // namespace relevo::sql
