#include <relay/attachment_upload.h>

#include <store/disk_sync.h>
#include <store/picture_size.h>

#include <QtCore/QFileInfo>
#include <QtCore/QMimeDatabase>
#include <QtCore/QStorageInfo>

#include <algorithm>

namespace relevo::relay {
namespace {

constexpr qint64 headBytes = 1024 * 1024; // a photo's size stands behind what cameras write before it

/// Beside what has come of a file: what was told of it.
QString noteOf(const QString& part)
{
    return part + QStringLiteral(".told");
}

UploadTold readNote(const QString& part)
{
    QFile note(noteOf(part));
    if (!note.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> words = note.read(128).split(' ');
    return {words.value(0).toLongLong(), words.value(1)};
}

void removePart(const QString& part)
{
    QFile::remove(part);
    QFile::remove(noteOf(part));
}

std::unexpected<Error> notAsTold(const QString& what, const char* field)
{
    return failure(ErrorCode::Invalid, what,
                   QStringLiteral("Nothing was stored. Say the size and the digest of the file as it is."),
                   {{QStringLiteral("field"), QString::fromLatin1(field)}});
}

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
    if (disk.isValid() && disk.bytesAvailable() < reserve + std::max(expected, part.told.size - part.from))
        return failure(ErrorCode::Unavailable, QStringLiteral("There is no room for files."),
                       QStringLiteral("The relay's disk is nearly full."));
    std::shared_ptr<AttachmentUpload> upload(new AttachmentUpload(*path, std::move(part)));
    if (upload->m_part.from > 0) {
        if (!upload->agrees())
            return failure(ErrorCode::Conflict, QStringLiteral("It was to be another file."),
                           QStringLiteral("What has come of it had another size or digest. Begin anew."));
        if (!upload->goOn())
            return failure(ErrorCode::Conflict, QStringLiteral("That much of the file is not here."),
                           QStringLiteral("Ask how much is, or begin anew."));
        return upload;
    }
    if (!upload->m_part.path.isEmpty())
        removePart(upload->m_part.path); // whoever begins anew has no use for it
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

/// What was told with the first bytes holds for the rest; whoever has said nothing until now may.
bool AttachmentUpload::agrees()
{
    const UploadTold before = readNote(m_part.path);
    UploadTold& told = m_part.told;
    const bool same = (before.size == 0 || told.size == 0 || before.size == told.size) &&
                      (before.sha256.isEmpty() || told.sha256.isEmpty() || before.sha256 == told.sha256);
    if (told.size == 0)
        told.size = before.size;
    if (told.sha256.isEmpty())
        told.sha256 = before.sha256;
    return same;
}

bool AttachmentUpload::goOn()
{
    if (QFileInfo(m_part.path).size() != m_part.from || !QFile::rename(m_part.path, m_path) ||
        !m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::ExistingOnly |
                     QIODevice::Unbuffered))
        return false;
    QFile::remove(noteOf(m_part.path));
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
    removePart(place);
    if (m_part.told != UploadTold()) {
        QFile note(noteOf(place));
        const QByteArray words = QByteArray::number(m_part.told.size) + ' ' + m_part.told.sha256;
        if (!note.open(QIODevice::WriteOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
            note.write(words) != words.size() || !note.flush())
            return; // without it the rest could not be held to what was said: it comes anew
    }
    QFile::rename(m_path, place);
}

Result<void> AttachmentUpload::take(std::span<const char> bytes)
{
    const auto count = static_cast<qint64>(bytes.size());
    if (m_part.told.size > 0 && count > m_part.told.size - m_size) {
        m_part.path.clear();
        return notAsTold(
            QStringLiteral("The file is longer than the %1 bytes that were told of.").arg(m_part.told.size),
            "size");
    }
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

Result<void> AttachmentUpload::checkWhole() const
{
    if (m_size >= m_part.told.size)
        return {};
    return failure(ErrorCode::Invalid,
                   QStringLiteral("The file is not whole: %1 of the %2 bytes that were told of have come.")
                       .arg(m_size)
                       .arg(m_part.told.size),
                   QStringLiteral("Of an upload with an id they are here still: go on with \"from\"."),
                   {{QStringLiteral("field"), QStringLiteral("size")}});
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
    const QByteArray digest = m_hash.result().toHex();
    if (!m_part.told.sha256.isEmpty() && m_part.told.sha256 != digest)
        return notAsTold(QStringLiteral("The file is not the one that was told of: its digest is another."),
                         "sha256");
    if (Result<void> synced = store::syncToDisk(m_path); !synced)
        return std::unexpected(synced.error());
    domain::Attachment attachment{id, name, mimeOf(m_path, name), m_size, QString::fromLatin1(digest), 0, 0};
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
