#include <client/file_shelf.h>

#include <protocol/limits.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

#include <algorithm>

namespace relevo::client {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr qint64 blockBytes = 256 * 1024;
const QString openedFolder = QStringLiteral("opened");

QString words(const char* text)
{
    return QCoreApplication::translate("relevo::client", text);
}

std::unexpected<Error> refused(const QString& detail)
{
    return failure(ErrorCode::Unavailable,
                   words(QT_TRANSLATE_NOOP("relevo::client", "The file cannot be kept on this computer.")),
                   detail);
}

Result<void> makeFolder(const QString& path)
{
    if (QFileInfo(path).isDir())
        return {};
    if (!QDir().mkpath(path))
        return refused(path);
    QFile::setPermissions(path, ownerOnly | QFileDevice::ExeOwner);
    return {};
}

/// Whole or not at all. Copied by hand: QFile::copy would bring along who may read it.
Result<qint64> copyFile(const QString& from, const QString& to, qint64 most)
{
    QFile source(from);
    if (!QFileInfo(from).isFile() || !source.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound,
                       words(QT_TRANSLATE_NOOP("relevo::client", "The file is no longer there.")), from);
    QSaveFile target(to);
    if (!target.open(QIODevice::WriteOnly))
        return refused(target.errorString());
    target.setPermissions(ownerOnly);
    qint64 copied = 0;
    while (!source.atEnd()) {
        const QByteArray block = source.read(blockBytes);
        if (block.isEmpty())
            break;
        copied += block.size();
        if (copied > most)
            return failure(ErrorCode::TooLarge,
                           words(QT_TRANSLATE_NOOP("relevo::client", "The file is too large.")), from);
        if (target.write(block) != block.size())
            return refused(target.errorString());
    }
    if (source.error() != QFileDevice::NoError)
        return refused(source.errorString());
    if (!target.commit())
        return refused(target.errorString());
    return copied;
}

/// As a folder and a file name: nothing but hexadecimal digits and lines.
template <typename Id>
QString nameOf(const Id& id)
{
    return QString::fromStdString(id.text());
}

} // namespace

void FileShelf::open(const QString& folder)
{
    m_folder = folder;
    if (!QFileInfo(folder).isDir())
        return;
    QDir(folder + u'/' + openedFolder).removeRecursively();
    QDirIterator files(folder, {QStringLiteral("*.part")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        QFile::remove(files.next());
}

QString FileShelf::pathOf(const domain::ConversationId& conversation, const domain::AttachmentId& id) const
{
    return m_folder + u'/' + nameOf(conversation) + u'/' + nameOf(id);
}

QString FileShelf::find(const domain::ConversationId& conversation, const domain::AttachmentId& id) const
{
    QString path = pathOf(conversation, id);
    QFile file(path);
    if (!isOpen() || !file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly))
        return {};
    file.setFileTime(QDateTime::currentDateTimeUtc(), QFileDevice::FileModificationTime);
    return path;
}

Result<QString> FileShelf::placeFor(const domain::ConversationId& conversation,
                                    const domain::AttachmentId& id) const
{
    if (!isOpen())
        return refused({});
    if (Result<void> made = makeFolder(m_folder); !made)
        return std::unexpected(made.error());
    if (Result<void> made = makeFolder(m_folder + u'/' + nameOf(conversation)); !made)
        return std::unexpected(made.error());
    return pathOf(conversation, id);
}

Result<void> FileShelf::take(const domain::ConversationId& conversation, OutgoingFile& file) const
{
    const Result<QString> place = placeFor(conversation, file.what.id);
    if (!place)
        return std::unexpected(place.error());
    if (file.path == *place && QFileInfo(*place).isFile())
        return {};
    const Result<qint64> copied = copyFile(file.path, *place, protocol::maxAttachmentBytes);
    if (!copied)
        return std::unexpected(copied.error());
    file.path = *place;
    file.what.size = *copied;
    return {};
}

Result<void> FileShelf::put(const domain::ConversationId& conversation, const domain::AttachmentId& id,
                            const QByteArray& bytes) const
{
    const Result<QString> place = placeFor(conversation, id);
    if (!place)
        return std::unexpected(place.error());
    QSaveFile file(*place);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(ownerOnly) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return refused(file.errorString());
    return {};
}

void FileShelf::drop(const domain::ConversationId& conversation, const domain::AttachmentId& id) const
{
    if (isOpen())
        QFile::remove(pathOf(conversation, id));
}

void FileShelf::forget(const domain::ConversationId& conversation) const
{
    if (isOpen())
        QDir(m_folder + u'/' + nameOf(conversation)).removeRecursively();
}

void FileShelf::prune(const std::set<domain::AttachmentId>& needed, Timestamp now, qint64 bytes) const
{
    struct Kept
    {
        QString path;
        qint64 size = 0;
        QDateTime lookedAt;
    };
    if (!isOpen() || !QFileInfo(m_folder).isDir())
        return;
    const QDateTime oldest =
        QDateTime::fromMSecsSinceEpoch((now - keptFor).time_since_epoch().count(), Qt::UTC);
    std::vector<Kept> kept;
    qint64 total = 0;
    QDirIterator files(m_folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        const QFileInfo file = files.fileInfo();
        const auto id = domain::AttachmentId::parse(QStringView(file.fileName()));
        if (id && needed.contains(*id)) {
            total += file.size();
        } else if (id && file.lastModified() < oldest) {
            QFile::remove(file.filePath());
        } else if (id) {
            total += file.size();
            kept.push_back({file.filePath(), file.size(), file.lastModified()});
        }
    }
    std::sort(kept.begin(), kept.end(), [](const Kept& a, const Kept& b) { return a.lookedAt < b.lookedAt; });
    for (const Kept& file : kept) {
        if (total <= bytes)
            break;
        if (QFile::remove(file.path))
            total -= file.size;
    }
}

Result<QString> FileShelf::copyToOpen(const domain::ConversationId& conversation,
                                      const domain::Attachment& file) const
{
    const QString from = find(conversation, file.id);
    const QString folder = m_folder + u'/' + openedFolder + u'/' + nameOf(file.id);
    if (Result<void> made = makeFolder(m_folder + u'/' + openedFolder); !made)
        return std::unexpected(made.error());
    if (Result<void> made = makeFolder(folder); !made)
        return std::unexpected(made.error());
    // Again, whatever the relay says of the name: it becomes a path here.
    const QString to = folder + u'/' + domain::safeFileName(file.name);
    if (const Result<qint64> copied = copyFile(from, to, protocol::maxAttachmentBytes * 8); !copied)
        return std::unexpected(copied.error());
    return to;
}

Result<void> FileShelf::copyTo(const domain::ConversationId& conversation, const domain::AttachmentId& id,
                               const QString& path) const
{
    const Result<qint64> copied = copyFile(find(conversation, id), path, std::numeric_limits<qint64>::max());
    return copied ? Result<void>() : std::unexpected(copied.error());
}

qint64 FileShelf::bytesIn(const QString& folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

} // namespace relevo::client
