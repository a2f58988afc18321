#include <store/disk_sync.h>

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace relevo::store {

Result<void> syncToDisk([[maybe_unused]] const QString& path)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!synced)
        return failure(ErrorCode::Unavailable,
                       QStringLiteral("%1 could not be written to the disk.").arg(path),
                       QStringLiteral("Check the disk and the system's log."));
#endif
    return {};
}

Result<void> moveOnDisk(const QString& from, const QString& to)
{
    std::error_code error;
    std::filesystem::rename(from.toStdU16String(), to.toStdU16String(), error);
    if (error)
        return failure(ErrorCode::Unavailable, QStringLiteral("%1 could not be renamed to %2.").arg(from, to),
                       QStringLiteral("Check the permissions of the directory."));
    return syncToDisk(QFileInfo(to).absolutePath());
}

void giveToOwnerOfDirectory([[maybe_unused]] const QString& path)
{
#ifdef Q_OS_UNIX
    struct stat owner = {};
    const QByteArray directory = QFile::encodeName(QFileInfo(path).absolutePath());
    if (::geteuid() != 0 || ::stat(directory.constData(), &owner) != 0)
        return;
    const auto give = [&owner](const QString& one) {
        // Where there are no owners, everybody's is everybody's.
        [[maybe_unused]] const int given =
            ::lchown(QFile::encodeName(one).constData(), owner.st_uid, owner.st_gid);
    };
    give(path);
    QDirIterator below(path, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (below.hasNext())
        give(below.next());
#endif
}

} // namespace relevo::store
