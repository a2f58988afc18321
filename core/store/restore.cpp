#include <store/restore.h>

#include <store/attachment_backup.h>
#include <store/disk_sync.h>
#include <store/secrets.h>
#include <store/store_copy.h>

#include <QtCore/QDeadlineTimer>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QUuid>

#include <thread>

namespace relevo::store {
namespace {

constexpr auto lookEvery = std::chrono::milliseconds(50);

Result<void> checkBackup(const StoreOptions& backup)
{
    const Result<SchemaVersions> versions = schemaVersions(backup);
    if (!versions)
        return std::unexpected(versions.error());
    if (versions->present == 0)
        return failure(ErrorCode::Invalid,
                       QStringLiteral("%1 is no backup of a relay.").arg(backup.databasePath),
                       QStringLiteral("Give the file that \"relevo-relay backup\" wrote."));
    return {};
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
    return failure(
        ErrorCode::Unavailable, secrets.error().message,
        QStringLiteral("Nothing was changed. Put the key file of this backup there and restore again. If it "
                       "is lost: restore with --force, then \"relevo-relay secrets forget\"."));
}

/// A whole copy of the backup at `copy` and in `files`: of this program's version, with an epoch of its own,
/// verified and on disk.
Result<VerifyReport> prepare(const StoreOptions& options, const StoreOptions& backup,
                             const StoreOptions& copy, const AttachmentFiles& files, bool keyless)
{
    if (Result<void> copied = copyDatabase(backup, copy.databasePath); !copied)
        return std::unexpected(copied.error());
    if (Result<void> renewed = takeNewEpoch(copy); !renewed)
        return std::unexpected(renewed.error());
    if (Result<void> fits = keyFits(copy, options); !fits && !keyless)
        return std::unexpected(fits.error());
    // Also without any file, because what is in its place now is none of the backup's.
    if (!QDir().mkpath(files.directory()))
        return failure(ErrorCode::Unavailable, QStringLiteral("%1 could not be made.").arg(files.directory()),
                       QStringLiteral("Check the permissions of the data directory."));
    const AttachmentFiles kept(attachmentsOfBackup(backup.databasePath));
    if (const Result<qint64> copied = copyAttachments(copy, kept, files); !copied)
        return std::unexpected(copied.error());
    auto report = verifiedCopy(options, copy.databasePath, files.directory());
    if (!report)
        return report;
    // Closed by the last reader it has no log any more; what is left of one is empty.
    for (const char* side : {"-wal", "-shm"})
        QFile::remove(copy.databasePath + QString::fromLatin1(side));
    if (Result<void> synced = syncToDisk(copy.databasePath); !synced)
        return std::unexpected(synced.error());
    giveToOwnerOfDirectory(copy.databasePath);
    giveToOwnerOfDirectory(files.directory());
    return report;
}

/// Alone with the store, once whoever serves it has let go; in `waited`, whether somebody had to.
Result<StoreLock> waitForStore(const StoreOptions& options, milliseconds patience, bool& waited)
{
    const QDeadlineTimer over(patience);
    while (true) {
        auto lock = takeStoreAlone(options);
        if (lock || lock.error().code != ErrorCode::Conflict || over.hasExpired())
            return lock;
        waited = true;
        std::this_thread::sleep_for(lookEvery);
    }
}

} // namespace

Result<RestoreReport> restore(const StoreOptions& options, const QString& path, Timestamp now,
                              const RestoreManner& manner)
{
    if (!QFile::exists(path))
        return failure(ErrorCode::Invalid, QStringLiteral("There is no file %1.").arg(path),
                       QStringLiteral("Give the file that \"relevo-relay backup\" wrote."));
    // One at a time, so that an unfinished copy is always one that nobody writes any more.
    const auto only = StoreLock::alone(options.databasePath + QStringLiteral(".restore"));
    if (!only && only.error().code == ErrorCode::Conflict)
        return failure(ErrorCode::Conflict, QStringLiteral("Another restore of this store is under way."),
                       QStringLiteral("Wait for it to end."));
    if (!only)
        return std::unexpected(only.error());
    StoreOptions copy = options;
    copy.databasePath = options.databasePath + QStringLiteral(".part");
    copy.gate = std::make_shared<WriteGate>();
    StoreOptions backup = copy;
    backup.databasePath = QFileInfo(path).absoluteFilePath();
    if (Result<void> good = checkBackup(backup); !good)
        return std::unexpected(good.error());
    const AttachmentFiles files(AttachmentFiles(options).directory() + QStringLiteral(".part"));
    const UnfinishedCopy unfinished(copy.databasePath, files.directory());
    const Result<VerifyReport> held = prepare(options, backup, copy, files, manner.keyless);
    if (!held)
        return std::unexpected(held.error());
    const auto note = [&manner](RestoreStep step) {
        if (manner.reached)
            manner.reached(step);
    };
    note(RestoreStep::Prepared);
    const auto asked = StoreLock::ask(options.databasePath);
    if (!asked)
        return std::unexpected(asked.error());
    RestoreReport report{held->projects, held->events, {}, false};
    const auto store = waitForStore(options, manner.patience, report.othersLetGo);
    if (!store)
        return std::unexpected(store.error());
    note(RestoreStep::Alone);
    const Result<QString> aside =
        Replacement(options, manner.reached).run(copy.databasePath, files.directory(), now);
    if (!aside)
        return std::unexpected(aside.error());
    report.keptAside = *aside;
    return report;
}

} // namespace relevo::store
