#include <store/backup.h>

#include <store/attachment_backup.h>
#include <store/disk_sync.h>
#include <store/replacement.h>
#include <store/secrets.h>
#include <store/store_copy.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace relevo::store {
namespace {

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
    const UnfinishedCopy unfinished(part, files.directory());
    if (const Result<qint64> copied = copyAll(options, part, files); !copied)
        return std::unexpected(copied.error());
    const auto report = verifiedCopy(options, part, files.directory());
    if (!report)
        return std::unexpected(report.error());
    const qint64 bytes = QFileInfo(part).size();
    if (Result<void> free = taken(); !free)
        return std::unexpected(free.error());
    if (Result<void> moved = replaceFolder(files.directory(), attachmentsOfBackup(whole)); !moved)
        return std::unexpected(moved.error());
    if (Result<void> moved = moveOnDisk(part, whole); !moved)
        return std::unexpected(moved.error());
    return BackupReport{report->projects, report->events, bytes, report->attachments, keyPathOf(options)};
}

Result<Migration> migrate(const StoreOptions& options)
{
    const auto lock = takeStoreAlone(options);
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
