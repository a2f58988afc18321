#pragma once

#include <http/body.h>
#include <store/attachment_files.h>

#include <QtCore/QCryptographicHash>
#include <QtCore/QFile>

#include <limits>

namespace relevo::relay {

/// What its sender says of a whole file before it comes, and is held to.
struct UploadTold
{
    qint64 size = 0;        ///< bytes of all of it; 0: not said
    QByteArray sha256 = {}; ///< in small hexadecimal letters; empty: not said

    friend bool operator==(const UploadTold&, const UploadTold&) = default;
};

/// Of an upload that may break off and go on.
struct UploadPart
{
    QString path;    ///< where what has come is left; empty: nothing is
    qint64 from = 0; ///< bytes: it goes on behind so much that was left there
    qint64 most = std::numeric_limits<qint64>::max(); ///< bytes of all of it
    UploadTold told = {}; ///< left with what has come, and true of what goes on behind it
};

/// A file on its way in: written where it came as it comes, hashed meanwhile, and gone again unless somebody
/// gives it its place (AttachmentFiles::keep). One that breaks off may leave what has come, for another to go
/// on with. One thread at a time.
class AttachmentUpload final : public http::BodySink
{
public:
    /// Fails with `unavailable`, also when the disk has hardly any room for anything else; with `conflict`
    /// when it is not `from` bytes that were left, or another file was told of when they came.
    [[nodiscard]] static Result<std::shared_ptr<AttachmentUpload>>
    begin(const store::AttachmentFiles& files, const QUuid& name, qint64 expected, UploadPart part = {});
    ~AttachmentUpload() override;

    [[nodiscard]] Result<void> take(std::span<const char> bytes) override;
    /// Fails with `invalid` when that is not all that was told of.
    [[nodiscard]] Result<void> checkWhole() const;
    /// All of it has come: puts it on the disk and looks what it is. Takes a moment. `name` as its sender
    /// calls it, safe already. Fails with `invalid` when it is not the file that was told of.
    [[nodiscard]] Result<domain::Attachment> finish(const domain::AttachmentId& id, const QString& name);

    /// What has come is left for another; nothing more is taken.
    void setAside();
    [[nodiscard]] const QString& path() const { return m_path; }
    [[nodiscard]] qint64 size() const { return m_size; }

    static constexpr qint64 reserve = 64 * 1024 * 1024; ///< bytes of the disk that uploads leave free

private:
    AttachmentUpload(QString path, UploadPart part)
        : m_path(std::move(path)), m_part(std::move(part)), m_file(m_path)
    {
    }
    [[nodiscard]] bool goOn();
    [[nodiscard]] bool agrees();

    const QString m_path;
    UploadPart m_part; // without a path: what has come is of no use to another
    QFile m_file;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    qint64 m_size = 0;
};

/// What the bytes of a file are. The name only tells which of the kinds that look alike (a document in a zip
/// archive, a table in plain text), and never that something is a picture.
[[nodiscard]] QString mimeOf(const QString& path, const QString& name);

} // namespace relevo::relay
