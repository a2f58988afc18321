#include <store/replacement.h>

#include <store/attachment_files.h>
#include <store/disk_sync.h>

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <filesystem>

namespace relevo::store {
namespace {

const QString nextMark = QStringLiteral(".next-");
const QString beforeMark = QStringLiteral(".before-");

std::unexpected<Error> couldNot(const QString& message)
{
    return failure(ErrorCode::Unavailable, message,
                   QStringLiteral("Check the space and the permissions of the data directory."));
}

Result<void> renamed(const QString& from, const QString& to)
{
    if (QDir().rename(from, to))
        return {};
    return couldNot(QStringLiteral("%1 could not be renamed to %2.").arg(from, to));
}

/// What is beside `path` and is called as it, then `mark` and something.
QStringList marked(const QString& path, const QString& mark, QDir::Filters kind)
{
    const QFileInfo info(path);
    QStringList endings;
    const QString before = info.fileName() + mark;
    for (const QString& name : info.absoluteDir().entryList(kind | QDir::NoDotAndDotDot, QDir::Name)) {
        if (name.startsWith(before))
            endings.push_back(name.mid(before.size()));
    }
    return endings;
}

/// Moves what the write-ahead log holds into the file: then the file alone is the database. A damaged one,
/// which is why somebody restores, stays as it is.
void settle(const StoreOptions& options)
{
    if (!QFile::exists(options.databasePath))
        return;
    sql::DatabaseOptions present;
    present.path = options.databasePath;
    present.dialect = options.dialect;
    present.busyTimeout = options.busyTimeout;
    if (auto database = sql::Database::open(present))
        (void)(*database)->checkpoint(sql::Checkpoint::Restart);
}

} // namespace

Replacement::Replacement(StoreOptions options, Reached reached)
    : m_options(std::move(options)), m_reached(std::move(reached)),
      m_files(AttachmentFiles(m_options).directory())
{
}

void Replacement::note(RestoreStep step) const
{
    if (m_reached)
        m_reached(step);
}

QStringList Replacement::decided() const
{
    QStringList endings = marked(m_options.databasePath, nextMark, QDir::Files);
    // A reader of it may have left its own files beside it.
    endings.removeIf([](const QString& ending) {
        return ending.endsWith(QLatin1String("-wal")) || ending.endsWith(QLatin1String("-shm"));
    });
    return endings;
}

bool Replacement::isInterrupted() const
{
    return !decided().isEmpty();
}

QString Replacement::freeEnding(Timestamp now) const
{
    const QString stamp = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), Qt::UTC)
                              .toString(u"yyyyMMdd'T'HHmmss'Z'");
    QString ending = stamp;
    for (int i = 2; QFile::exists(m_options.databasePath + beforeMark + ending) ||
                    QFile::exists(m_files + beforeMark + ending);
         ++i)
        ending = stamp + QStringLiteral("-%1").arg(i);
    return ending;
}

Result<QString> Replacement::run(const QString& part, const QString& files, Timestamp now) const
{
    settle(m_options);
    const bool replaces = QFile::exists(m_options.databasePath);
    const QString ending = freeEnding(now);
    if (Result<void> named = renamed(files, m_files + nextMark + ending); !named)
        return std::unexpected(named.error());
    if (Result<void> synced = syncToDisk(QFileInfo(m_files).absolutePath()); !synced)
        return std::unexpected(synced.error());
    note(RestoreStep::FilesNamed);
    if (Result<void> decided = moveOnDisk(part, m_options.databasePath + nextMark + ending); !decided)
        return std::unexpected(decided.error());
    note(RestoreStep::Decided);
    if (Result<void> done = finish(ending); !done)
        return std::unexpected(done.error());
    return replaces ? m_options.databasePath + beforeMark + ending : QString();
}

Result<void> Replacement::finishInterrupted() const
{
    for (const QString& ending : decided()) {
        if (Result<void> done = finish(ending); !done)
            return done;
    }
    for (const QString& ending : marked(m_files, nextMark, QDir::Dirs))
        QDir(m_files + nextMark + ending).removeRecursively();
    return {};
}

Result<void> Replacement::finish(const QString& ending) const
{
    const QString aside = m_options.databasePath + beforeMark + ending;
    if (Result<void> kept = keepDatabase(aside); !kept)
        return kept;
    note(RestoreStep::OldKept);
    if (Result<void> kept = keepLog(aside); !kept)
        return kept;
    note(RestoreStep::LogKept);
    if (Result<void> placed = placeFiles(ending); !placed)
        return placed;
    note(RestoreStep::FilesPlaced);
    // All the other names before the one that says it is done, also over a power cut.
    for (const QString& path : {m_files, m_options.databasePath}) {
        if (Result<void> synced = syncToDisk(QFileInfo(path).absolutePath()); !synced)
            return synced;
    }
    const QString next = m_options.databasePath + nextMark + ending;
    if (Result<void> moved = moveOnDisk(next, m_options.databasePath); !moved)
        return moved;
    note(RestoreStep::Replaced);
    return {};
}

/// Until the last rename the old database keeps its name as well: somebody may be reading.
Result<void> Replacement::keepDatabase(const QString& aside) const
{
    const QString path = m_options.databasePath;
    if (!QFile::exists(path) || QFile::exists(aside))
        return {};
    std::error_code error;
    std::filesystem::create_hard_link(path.toStdU16String(), aside.toStdU16String(), error);
    if (!error)
        return {};
    // A file system without such links. Half a copy must not have the name.
    const QString part = aside + QStringLiteral(".part");
    QFile::remove(part);
    if (!QFile::copy(path, part))
        return couldNot(QStringLiteral("%1 could not be kept as %2.").arg(path, aside));
    if (Result<void> synced = syncToDisk(part); !synced)
        return synced;
    return moveOnDisk(part, aside);
}

/// The log of the old database must never meet the new one: it would be played into it.
Result<void> Replacement::keepLog(const QString& aside) const
{
    for (const char* side : {"-wal", "-shm"}) {
        const QString from = m_options.databasePath + QString::fromLatin1(side);
        const QString to = aside + QString::fromLatin1(side);
        if (!QFile::exists(from))
            continue;
        if (!QFile::exists(to)) {
            if (Result<void> kept = renamed(from, to); !kept)
                return kept;
        } else if (!QFile::remove(from)) {
            // Of somebody who has read since the first try: it holds nothing.
            return couldNot(QStringLiteral("%1 could not be removed.").arg(from));
        }
    }
    return {};
}

Result<void> Replacement::placeFiles(const QString& ending) const
{
    const QString next = m_files + nextMark + ending;
    if (!QFileInfo::exists(next))
        return {}; // they have got their place
    if (QFileInfo::exists(m_files)) {
        if (Result<void> kept = renamed(m_files, m_files + beforeMark + ending); !kept)
            return kept;
    }
    note(RestoreStep::FilesKept);
    return renamed(next, m_files);
}

Result<StoreLock> takeStoreAlone(const StoreOptions& options)
{
    auto lock = StoreLock::alone(options.databasePath);
    if (!lock)
        return lock;
    if (Result<void> finished = Replacement(options, {}).finishInterrupted(); !finished)
        return std::unexpected(finished.error());
    return lock;
}

Result<StoreLock> takeStoreShared(const StoreOptions& options)
{
    const Replacement replacement(options, {});
    while (true) {
        auto lock = StoreLock::shared(options.databasePath);
        if (!lock || !replacement.isInterrupted())
            return lock;
        {
            const StoreLock released = std::move(*lock);
        }
        // Somebody else may be about to do the same; then it cannot be shared for a moment.
        const auto alone = takeStoreAlone(options);
        if (!alone)
            return std::unexpected(alone.error());
    }
}

} // namespace relevo::store
