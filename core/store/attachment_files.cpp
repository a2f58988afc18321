#include <store/attachment_files.h>

#include <store/disk_sync.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>

namespace relevo::store {
namespace {

const QString incomingFolder = QStringLiteral("incoming");

std::unexpected<Error> refused(const QString& message)
{
    return failure(ErrorCode::Unavailable, message,
                   QStringLiteral("Check the space and the permissions of the data directory."));
}

/// Makes a directory that is nobody else's to read.
Result<void> makeFolder(const QString& path)
{
    if (QFileInfo(path).isDir())
        return {};
    if (!QDir().mkpath(path))
        return refused(QStringLiteral("The directory %1 could not be made.").arg(path));
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

QDateTime dateOf(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
}

} // namespace

AttachmentFiles::AttachmentFiles(const StoreOptions& options)
    : m_directory(options.attachmentsPath.isEmpty()
                      ? QFileInfo(options.databasePath).absoluteDir().filePath(QStringLiteral("attachments"))
                      : options.attachmentsPath)
{
}

QString AttachmentFiles::pathOf(const domain::AttachmentId& id) const
{
    // The first letters are the time: all that comes today would lie in one directory.
    const QString name = id.toString();
    return m_directory + u'/' + name.right(2) + u'/' + name;
}

Result<QString> AttachmentFiles::incoming(const QUuid& name) const
{
    const QString folder = m_directory + u'/' + incomingFolder;
    if (Result<void> made = makeFolder(m_directory); !made)
        return std::unexpected(made.error());
    if (Result<void> made = makeFolder(folder); !made)
        return std::unexpected(made.error());
    return folder + u'/' + name.toString(QUuid::WithoutBraces);
}

Result<void> AttachmentFiles::keep(const QString& incoming, const domain::AttachmentId& id) const
{
    const QString path = pathOf(id);
    if (Result<void> made = makeFolder(QFileInfo(path).path()); !made)
        return made;
    return moveOnDisk(incoming, path);
}

bool AttachmentFiles::remove(const domain::AttachmentId& id) const
{
    const QString path = pathOf(id);
    return QFile::remove(path) || !QFileInfo::exists(path);
}

Result<void> AttachmentFiles::copy(const AttachmentFiles& from, const domain::AttachmentId& id) const
{
    const Result<QString> part = incoming(id.uuid());
    if (!part)
        return std::unexpected(part.error());
    QFile::remove(*part);
    if (!QFile::copy(from.pathOf(id), *part))
        return refused(QStringLiteral("The attachment %1 could not be copied.").arg(id.toString()));
    QFile::setPermissions(*part, QFile::ReadOwner | QFile::WriteOwner);
    if (Result<void> synced = syncToDisk(*part); !synced)
        return synced;
    return keep(*part, id);
}

std::optional<QString> AttachmentFiles::faultOf(const domain::Attachment& attachment) const
{
    QFile file(pathOf(attachment.id));
    if (!file.open(QIODevice::ReadOnly))
        return QFileInfo::exists(file.fileName()) ? QStringLiteral("cannot be read")
                                                  : QStringLiteral("is missing");
    if (file.size() != attachment.size)
        return QStringLiteral("has %1 bytes instead of %2").arg(file.size()).arg(attachment.size);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file) || hash.result().toHex() != attachment.sha256.toLatin1())
        return QStringLiteral("is not what was uploaded");
    return std::nullopt;
}

int AttachmentFiles::removeStale(Timestamp before) const
{
    int removed = 0;
    for (const QFileInfo& file : QDir(m_directory + u'/' + incomingFolder).entryInfoList(QDir::Files)) {
        if (file.lastModified() < dateOf(before) && QFile::remove(file.filePath()))
            ++removed;
    }
    return removed;
}

void AttachmentFiles::each(Timestamp before,
                           const std::function<void(const domain::AttachmentId&)>& visit) const
{
    QDirIterator files(m_directory, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const auto id = domain::AttachmentId::parse(QStringView(files.fileName()));
        if (id && files.filePath() == pathOf(*id) && files.fileInfo().lastModified() < dateOf(before))
            visit(*id);
    }
}

} // namespace relevo::store
