#include <relay/attachment_upload.h>

#include <store/disk_sync.h>
#include <store/picture_size.h>

#include <QtCore/QFileInfo>
#include <QtCore/QMimeDatabase>
#include <QtCore/QStorageInfo>

namespace relevo::relay {
namespace {

constexpr qint64 headBytes = 1024 * 1024; // a photo's size stands behind what cameras write before it

std::unexpected<Error> notWritten()
{
    return failure(ErrorCode::Unavailable, QStringLiteral("The file could not be stored."),
                   QStringLiteral("Try again later."));
}

} // namespace

QString mimeOf(const QString& path, const QString& name)
{
    const QMimeDatabase types;
    const QMimeType found = types.mimeTypeForFile(path, QMimeDatabase::MatchContent);
    const QMimeType named = types.mimeTypeForFile(name, QMimeDatabase::MatchExtension);
    const bool isPicture = named.name().startsWith(QLatin1String("image/"));
    return named.isValid() && !named.isDefault() && !isPicture && named.inherits(found.name()) ? named.name()
                                                                                               : found.name();
}

Result<std::shared_ptr<AttachmentUpload>> AttachmentUpload::begin(const store::AttachmentFiles& files,
                                                                  const QUuid& name, qint64 expected,
                                                                  UploadPart part)
{
    const Result<QString> path = files.incoming(name);
    if (!path)
        return std::unexpected(path.error());
    const QStorageInfo disk(files.directory());
    if (disk.isValid() && disk.bytesAvailable() < reserve + expected)
        return failure(ErrorCode::Unavailable, QStringLiteral("There is no room for files."),
                       QStringLiteral("The relay's disk is nearly full."));
    std::shared_ptr<AttachmentUpload> upload(new AttachmentUpload(*path, std::move(part)));
    if (upload->m_part.from > 0) {
        if (!upload->goOn())
            return failure(ErrorCode::Conflict, QStringLiteral("That much of the file is not here."),
                           QStringLiteral("Ask how much is, or begin anew."));
        return upload;
    }
    if (!upload->m_part.path.isEmpty())
        QFile::remove(upload->m_part.path); // whoever begins anew has no use for it
    if (!upload->m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                             QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return notWritten();
    return upload;
}

AttachmentUpload::~AttachmentUpload()
{
    setAside();
    m_file.close();
    QFile::remove(m_path);
}

bool AttachmentUpload::goOn()
{
    if (QFileInfo(m_part.path).size() != m_part.from || !QFile::rename(m_part.path, m_path) ||
        !m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::ExistingOnly |
                     QIODevice::Unbuffered))
        return false;
    m_size = m_part.from;
    return true;
}

void AttachmentUpload::setAside()
{
    const QString place = std::exchange(m_part.path, {});
    if (place.isEmpty() || !m_file.isOpen())
        return;
    m_file.close(); // whoever still sends is told with the next bytes that it cannot be written
    if (m_size == 0)
        return;
    QFile::remove(place);
    QFile::rename(m_path, place);
}

Result<void> AttachmentUpload::take(std::span<const char> bytes)
{
    const auto count = static_cast<qint64>(bytes.size());
    const bool fits = count <= m_part.most - m_size;
    if (!fits || !m_file.isOpen() || m_file.write(bytes.data(), count) != count) {
        m_part.path.clear(); // no other would come further
        return fits ? notWritten()
                    : failure(ErrorCode::TooLarge, QStringLiteral("The file is too large."),
                              QStringLiteral("Send a smaller one."));
    }
    m_hash.addData(QByteArrayView(bytes.data(), count));
    m_size += count;
    return {};
}

Result<domain::Attachment> AttachmentUpload::finish(const domain::AttachmentId& id, const QString& name)
{
    m_part.path.clear();
    m_file.close();
    if (m_part.from > 0) { // what had come before was not seen as it came
        m_hash.reset();
        if (!m_file.open(QIODevice::ReadOnly) || !m_hash.addData(&m_file))
            return notWritten();
        m_file.close();
    }
    if (Result<void> synced = store::syncToDisk(m_path); !synced)
        return std::unexpected(synced.error());
    domain::Attachment attachment{
        id, name, mimeOf(m_path, name), m_size, QString::fromLatin1(m_hash.result().toHex()), 0, 0};
    QFile file(m_path);
    if (domain::isPicture(attachment.mime) && file.open(QIODevice::ReadOnly)) {
        const QByteArray head = file.read(headBytes);
        if (const auto size = store::pictureSize(head)) {
            attachment.width = size->width;
            attachment.height = size->height;
        }
    }
    return attachment;
}

} // namespace relevo::relay
