#include <store/store_copy.h>

#include <store/disk_sync.h>

#include <QtCore/QDir>
#include <QtCore/QFile>

namespace relevo::store {

void removeDatabase(const QString& path)
{
    for (const char* side : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QString::fromLatin1(side));
}

UnfinishedCopy::UnfinishedCopy(QString database, QString attachments)
    : m_database(std::move(database)), m_attachments(std::move(attachments))
{
    removeAll();
}

UnfinishedCopy::~UnfinishedCopy()
{
    removeAll();
}

void UnfinishedCopy::removeAll() const
{
    removeDatabase(m_database);
    QDir(m_attachments).removeRecursively();
}

Result<void> copyDatabase(const StoreOptions& from, const QString& to)
{
    QFile file(to);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                   QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return failure(ErrorCode::Unavailable,
                       QStringLiteral("%1 cannot be written: %2").arg(to, file.errorString()),
                       QStringLiteral("Check that its directory exists and that this user may write to it."));
    file.close();
    sql::DatabaseOptions source;
    source.path = from.databasePath;
    source.readOnly = true;
    source.busyTimeout = from.busyTimeout;
    source.dialect = from.dialect;
    auto database = sql::Database::open(source);
    if (!database)
        return std::unexpected(database.error());
    auto copy = (*database)->prepared("VACUUM INTO ?");
    if (!copy)
        return std::unexpected(copy.error());
    if (Result<void> copied = (*copy)->bind(to).run(); !copied)
        return copied;
    return syncToDisk(to);
}

Result<VerifyReport> verifiedCopy(const StoreOptions& options, const QString& path,
                                  const QString& attachments)
{
    StoreOptions copy = options;
    copy.databasePath = path;
    copy.attachmentsPath = attachments;
    copy.gate = std::make_shared<WriteGate>();
    auto report = verify(copy);
    if (report && !report->ok)
        return failure(ErrorCode::Conflict, QStringLiteral("The journal is not whole: %1").arg(report->fault),
                       QStringLiteral("Nothing was changed."));
    return report;
}

} // namespace relevo::store
