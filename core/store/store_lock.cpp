#include <store/store_lock.h>

#include <store/disk_sync.h>

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <thread>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#else
#include <QtCore/QLockFile>
#endif

namespace relevo::store {
namespace {

// "relay.db.wanted.lock": whose holder asks for the store.
const QString askingMark = QStringLiteral(".wanted");
// Relays look whether somebody asks, and have that lock for the moment.
constexpr int askingTries = 50;
constexpr std::chrono::milliseconds askingPause{5};

/// What customers write is nobody else's to read; a directory that is there stays as its owner wants it.
bool makeDirectory(const QString& path)
{
    if (QFileInfo::exists(path))
        return true;
    constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    return QDir().mkpath(QFileInfo(path).absolutePath()) && QDir().mkdir(path, ownerOnly);
}

} // namespace

#ifdef Q_OS_UNIX

/// flock(), because the kernel ends it with the process: there are no stale ones, not even in a container
/// where every program has the same number.
class StoreLock::Held
{
public:
    explicit Held(int descriptor) : m_descriptor(descriptor) {}
    ~Held() { ::close(m_descriptor); }
    Held(const Held&) = delete;
    Held& operator=(const Held&) = delete;

private:
    int m_descriptor;
};

Result<StoreLock> StoreLock::take(const QString& databasePath, bool alone)
{
    const QString path = databasePath + QStringLiteral(".lock");
    if (!makeDirectory(QFileInfo(path).absolutePath()))
        return failure(ErrorCode::Unavailable,
                       QStringLiteral("The directory %1 cannot be made.").arg(QFileInfo(path).absolutePath()),
                       QStringLiteral("Check its permissions, or choose another with --data."));
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return failure(ErrorCode::Unavailable, QStringLiteral("%1 cannot be written to.").arg(path),
                       QStringLiteral("Check the permissions of the data directory."));
    auto held = std::make_unique<Held>(descriptor);
    giveToOwnerOfDirectory(path);
    int locked = -1;
    do {
        locked = ::flock(descriptor, (alone ? LOCK_EX : LOCK_SH) | LOCK_NB);
    } while (locked != 0 && errno == EINTR);
    if (locked == 0)
        return StoreLock(std::move(held));
    if (errno != EWOULDBLOCK)
        return failure(ErrorCode::Unavailable, QStringLiteral("%1 cannot be locked.").arg(path),
                       QStringLiteral("Put the data directory on a local file system."));
    return alone ? failure(ErrorCode::Conflict,
                           QStringLiteral("A relay or another command is using %1.").arg(databasePath),
                           QStringLiteral("Stop it first."))
                 : failure(ErrorCode::Conflict,
                           QStringLiteral("%1 is just being restored or migrated.").arg(databasePath),
                           QStringLiteral("Try again when that is done."));
}

#else

class StoreLock::Held
{
public:
    explicit Held(const QString& path) : m_file(path) { m_file.setStaleLockTime(0); }
    [[nodiscard]] bool take() { return m_file.tryLock(0); }

private:
    QLockFile m_file;
};

// There is no sharing here: one program at a time.
Result<StoreLock> StoreLock::take(const QString& databasePath, bool)
{
    if (!makeDirectory(QFileInfo(databasePath).absolutePath()))
        return failure(ErrorCode::Unavailable, QStringLiteral("The data directory cannot be made."));
    auto held = std::make_unique<Held>(databasePath + QStringLiteral(".lock"));
    if (held->take())
        return StoreLock(std::move(held));
    return failure(ErrorCode::Conflict,
                   QStringLiteral("A relay or another command is using %1.").arg(databasePath),
                   QStringLiteral("Stop it first."));
}

#endif

StoreLock::StoreLock(std::unique_ptr<Held> held) : m_held(std::move(held)) {}
StoreLock::~StoreLock() = default;
StoreLock::StoreLock(StoreLock&&) noexcept = default;

Result<StoreLock> StoreLock::shared(const QString& databasePath)
{
    return take(databasePath, false);
}

Result<StoreLock> StoreLock::ask(const QString& databasePath)
{
    for (int tries = 1;; ++tries) {
        auto lock = alone(databasePath + askingMark);
        if (lock || lock.error().code != ErrorCode::Conflict)
            return lock;
        if (tries == askingTries)
            return failure(ErrorCode::Conflict,
                           QStringLiteral("Another command waits for %1.").arg(databasePath),
                           QStringLiteral("Try again when it is done."));
        std::this_thread::sleep_for(askingPause);
    }
}

bool StoreLock::isAskedFor([[maybe_unused]] const QString& databasePath)
{
#ifdef Q_OS_UNIX
    const QString path = databasePath + askingMark;
    if (!QFileInfo::exists(path + QStringLiteral(".lock")))
        return false;
    const auto free = shared(path);
    return !free && free.error().code == ErrorCode::Conflict;
#else
    return false;
#endif
}

Result<StoreLock> StoreLock::alone(const QString& databasePath)
{
    return take(databasePath, true);
}

} // namespace relevo::store
