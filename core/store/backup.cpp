#include <store/backup.h>

#include <store/attachment_backup.h>
#include <store/disk_sync.h>
#include <store/secrets.h>
#include <store/store_lock.h>

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUuid>

#include <filesystem>

namespace relevo::store {
namespace {

std::unexpected<Error> refused(const QString& message, const QString& detail)
{
    return failure(ErrorCode::Unavailable, message, detail);
}

void removeDatabase(const QString& path)
{
    for (const char* side : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QString::fromLatin1(side));
}

/// Removes what is left of an unfinished copy, before and after; one that has been renamed is not there.
class Unfinished
{
public:
    Unfinished(QString database, QString attachments)
        : m_database(std::move(database)), m_attachments(std::move(attachments))
    {
        removeAll();
    }
    ~Unfinished() { removeAll(); }
    Q_DISABLE_COPY_MOVE(Unfinished)

private:
    void removeAll() const
    {
        removeDatabase(m_database);
        QDir(m_attachments).removeRecursively();
    }

    const QString m_database;
    const QString m_attachments;
};

/// Copies what one moment's reader of `from` sees into a new file that is its owner's alone.
Result<void> copyDatabase(const StoreOptions& from, const QString& to)
{
    QFile file(to);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                   QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return refused(QStringLiteral("%1 cannot be written: %2").arg(to, file.errorString()),
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

/// What the copy holds; an error when it is not what a journal must be.
Result<VerifyReport> verified(const StoreOptions& options, const QString& path, const QString& attachments)
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

/// The database and all files that it names, of one moment: an erasure takes files away while they are
/// copied, and then it is the moment after it.
Result<qint64> copyAll(const StoreOptions& from, const QString& to, const AttachmentFiles& files)
{
    StoreOptions copy = from;
    copy.databasePath = to;
    copy.gate = std::make_shared<WriteGate>();
    constexpr int attempts = 3;
    for (int attempt = 1;; ++attempt) {
        removeDatabase(to);
        if (Result<void> copied = copyDatabase(from, to); !copied)
            return std::unexpected(copied.error());
        Result<qint64> copied = copyAttachments(copy, AttachmentFiles(from), files);
        if (copied || copied.error().code != ErrorCode::NotFound || attempt == attempts)
            return copied;
    }
}

Result<void> takeNewEpoch(const StoreOptions& copy)
{
    auto database = openForWriting(copy);
    if (!database)
        return std::unexpected(database.error());
    auto statement = (*database)->prepared("UPDATE meta SET value = ? WHERE name = 'journal_epoch'");
    if (!statement)
        return std::unexpected(statement.error());
    const QString epoch = QUuid::createUuid().toString(QUuid::Id128);
    if (Result<void> ran = (*statement)->bind(epoch).run(); !ran)
        return ran;
    const Result<int> left = (*database)->checkpoint(sql::Checkpoint::Restart);
    return left ? Result<void>() : std::unexpected(left.error());
}

/// The copy's secrets can be opened with the store's key.
Result<void> keyFits(const StoreOptions& copy, const StoreOptions& options)
{
    auto database = openForReading(copy);
    if (!database)
        return std::unexpected(database.error());
    StoreOptions ofCopy = copy;
    ofCopy.keyPath = keyPathOf(options);
    const auto secrets = Secrets::openForReading(**database, ofCopy);
    if (secrets)
        return {};
    return refused(
        secrets.error().message,
        QStringLiteral("Nothing was changed. Put the key file of this backup there and restore again. If it "
                       "is lost: restore with --force, then \"relevo-relay secrets forget\"."));
}

/// Moves what the write-ahead log holds into the file: then the file alone is the database. A damaged one,
/// which is why somebody restores, stays as it is.
void settle(const StoreOptions& options)
{
    sql::DatabaseOptions present;
    present.path = options.databasePath;
    present.dialect = options.dialect;
    present.busyTimeout = options.busyTimeout;
    if (auto database = sql::Database::open(present))
        (void)(*database)->checkpoint(sql::Checkpoint::Restart);
}

QString stampOf(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC)
        .toString(u"yyyyMMdd'T'HHmmss'Z'");
}

/// Keeps the present database under another name; from here to the rename that replaces it, it has both.
Result<QString> putAside(const StoreOptions& options, Timestamp now)
{
    const QString path = options.databasePath;
    if (!QFile::exists(path))
        return QString();
    settle(options);
    const QString stamp = stampOf(now);
    QString aside = path + QStringLiteral(".before-") + stamp;
    for (int i = 2; QFile::exists(aside); ++i)
        aside = path + QStringLiteral(".before-%1-%2").arg(stamp).arg(i);
    std::error_code error;
    std::filesystem::create_hard_link(path.toStdU16String(), aside.toStdU16String(), error);
    if (error && !QFile::copy(path, aside))
        return refused(QStringLiteral("%1 could not be kept as %2.").arg(path, aside),
                       QStringLiteral("Check the space and the permissions there."));
    // The log of the old database must never meet the new one: it would be played into it.
    for (const char* side : {"-wal", "-shm"}) {
        const QString from = path + QString::fromLatin1(side);
        if (QFile::exists(from) && !QFile::rename(from, aside + QString::fromLatin1(side)))
            return refused(QStringLiteral("%1 could not be moved away.").arg(from),
                           QStringLiteral("Check the permissions of the data directory."));
    }
    return aside;
}

} // namespace

Result<BackupReport> backUp(const StoreOptions& options, const QString& path, bool overwrite)
{
    const QString whole = QFileInfo(path).absoluteFilePath();
    const auto taken = [&]() -> Result<void> {
        if (overwrite || (!QFile::exists(whole) && !QFile::exists(attachmentsOfBackup(whole))))
            return {};
        return failure(ErrorCode::Conflict, QStringLiteral("There is already a file %1.").arg(whole),
                       QStringLiteral("Choose another name, or overwrite it with --force."));
    };
    if (Result<void> free = taken(); !free)
        return std::unexpected(free.error());
    if (QFileInfo(whole) == QFileInfo(options.databasePath))
        return failure(ErrorCode::Invalid, QStringLiteral("That is the store itself."),
                       QStringLiteral("Give another file."));
    if (!QFileInfo(whole).absoluteDir().exists())
        return failure(ErrorCode::Invalid,
                       QStringLiteral("There is no directory %1.").arg(QFileInfo(whole).absolutePath()),
                       QStringLiteral("Make it first."));
    const QString part = whole + QStringLiteral(".part");
    // One at a time, so that an unfinished copy is always one that nobody writes any more.
    const auto lock = StoreLock::alone(options.databasePath + QStringLiteral(".backup"));
    if (!lock && lock.error().code == ErrorCode::Conflict)
        return failure(ErrorCode::Conflict, QStringLiteral("Another backup of this store is under way."),
                       QStringLiteral("Wait for it to end."));
    if (!lock)
        return std::unexpected(lock.error());
    const AttachmentFiles files(attachmentsOfBackup(part));
    Unfinished unfinished(part, files.directory());
    if (const Result<qint64> copied = copyAll(options, part, files); !copied)
        return std::unexpected(copied.error());
    const auto report = verified(options, part, files.directory());
    if (!report)
        return std::unexpected(report.error());
    const qint64 bytes = QFileInfo(part).size();
    if (Result<void> free = taken(); !free)
        return std::unexpected(free.error());
    if (Result<void> moved = replaceFolder(files.directory(), attachmentsOfBackup(whole), {}); !moved)
        return std::unexpected(moved.error());
    if (Result<void> moved = moveOnDisk(part, whole); !moved)
        return std::unexpected(moved.error());
    return BackupReport{report->projects, report->events, bytes, report->attachments, keyPathOf(options)};
}

Result<RestoreReport> restore(const StoreOptions& options, const QString& path, Timestamp now, bool keyless)
{
    if (!QFile::exists(path))
        return failure(ErrorCode::Invalid, QStringLiteral("There is no file %1.").arg(path),
                       QStringLiteral("Give the file that \"relevo-relay backup\" wrote."));
    const auto lock = StoreLock::alone(options.databasePath);
    if (!lock)
        return std::unexpected(lock.error());
    StoreOptions copy = options;
    copy.databasePath = options.databasePath + QStringLiteral(".part");
    copy.gate = std::make_shared<WriteGate>();
    StoreOptions backup = copy;
    backup.databasePath = QFileInfo(path).absoluteFilePath();
    const Result<SchemaVersions> versions = schemaVersions(backup);
    if (!versions)
        return std::unexpected(versions.error());
    if (versions->present == 0)
        return failure(ErrorCode::Invalid, QStringLiteral("%1 is no backup of a relay.").arg(path),
                       QStringLiteral("Give the file that \"relevo-relay backup\" wrote."));
    const AttachmentFiles files(AttachmentFiles(options).directory() + QStringLiteral(".part"));
    Unfinished unfinished(copy.databasePath, files.directory());
    if (Result<void> copied = copyDatabase(backup, copy.databasePath); !copied)
        return std::unexpected(copied.error());
    if (Result<void> renewed = takeNewEpoch(copy); !renewed)
        return std::unexpected(renewed.error());
    if (Result<void> fits = keyFits(copy, options); !fits && !keyless)
        return std::unexpected(fits.error());
    const AttachmentFiles kept(attachmentsOfBackup(backup.databasePath));
    if (const Result<qint64> copied = copyAttachments(copy, kept, files); !copied)
        return std::unexpected(copied.error());
    const auto report = verified(options, copy.databasePath, files.directory());
    if (!report)
        return std::unexpected(report.error());
    // Closed by the last reader it has no log any more; what is left of one is empty.
    for (const char* side : {"-wal", "-shm"})
        QFile::remove(copy.databasePath + QString::fromLatin1(side));
    if (Result<void> synced = syncToDisk(copy.databasePath); !synced)
        return std::unexpected(synced.error());
    const Result<QString> aside = putAside(options, now);
    if (!aside)
        return std::unexpected(aside.error());
    const QString folder = AttachmentFiles(options).directory();
    const QString ending = aside->isEmpty() ? QStringLiteral(".before-") + stampOf(now)
                                            : aside->mid(options.databasePath.size());
    if (Result<void> moved = replaceFolder(files.directory(), folder, folder + ending); !moved)
        return std::unexpected(moved.error());
    if (Result<void> moved = moveOnDisk(copy.databasePath, options.databasePath); !moved)
        return std::unexpected(moved.error());
    return RestoreReport{report->projects, report->events, *aside};
}

Result<Migration> migrate(const StoreOptions& options)
{
    const auto lock = StoreLock::alone(options.databasePath);
    if (!lock)
        return std::unexpected(lock.error());
    Migration migration;
    if (QFile::exists(options.databasePath)) {
        const Result<SchemaVersions> before = schemaVersions(options);
        if (!before)
            return std::unexpected(before.error());
        migration.from = before->present;
    }
    if (auto opened = openForWriting(options); !opened)
        return std::unexpected(opened.error());
    const Result<SchemaVersions> after = schemaVersions(options);
    if (!after)
        return std::unexpected(after.error());
    migration.to = after->present;
    return migration;
}

} // namespace relevo::store
