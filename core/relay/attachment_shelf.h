#pragma once

#include <relay/attachment_upload.h>
#include <relay/hub.h>
#include <relay/pipeline.h>
#include <relay/query_thread.h>

#include <QtCore/QHash>
#include <QtCore/QThreadPool>
#include <QtCore/QTimer>

namespace relevo::relay {

/// Keeps the files of messages: takes what was uploaded, finds it again, and removes what nobody sent, what
/// belonged to a contact who was erased or is no longer kept, and what an interrupted relay left behind. I/O
/// thread; what takes a moment is done on threads beside it.
class AttachmentShelf final : public QObject, public Listener
{
    Q_OBJECT

public:
    struct Means
    {
        Hub& hub;
        Pipeline& pipeline;
        QueryThread& queries; ///< for what takes long
        store::Reader& lookUps;
        const Clock& clock;
        IdSource& ids;
    };
    AttachmentShelf(const Means& means, store::AttachmentFiles files, QObject* parent = nullptr);
    ~AttachmentShelf() override;

    void start();
    void heard(const Published& published) override;

    /// Whose an upload is and what it shall be called.
    struct Card
    {
        domain::ProjectId project;
        QString owner;
        domain::AttachmentId id; ///< the caller's own choice; null: a new one
        QString name;
    };
    /// Of `expected` bytes at least. With a card that has an id, what has come of one that breaks off stays
    /// for a while (`stale` at least), and `from` goes on behind so many bytes of it: `conflict` when it is
    /// not so many, or of a file that was told of otherwise.
    [[nodiscard]] Result<std::shared_ptr<AttachmentUpload>> begin(qint64 expected, const Card& card = {},
                                                                  qint64 from = 0, UploadTold told = {});
    /// How much of that upload is here, in bytes. One that seems to be coming still is ended: whoever asks
    /// has given it up.
    [[nodiscard]] qint64 received(const Card& card);
    /// What one file may have, in bytes, in however many parts it comes.
    void setFileBytes(qint64 bytes) { m_fileBytes = bytes; }
    using Kept = std::function<void(Result<domain::Attachment>)>;
    /// A whole upload. One of that id, project and owner that is there already is the answer; `conflict` when
    /// the id is another's.
    void keep(std::shared_ptr<AttachmentUpload> upload, Card card, Kept done);

    [[nodiscard]] Result<std::optional<store::StoredAttachment>> find(const domain::ProjectId& project,
                                                                      const domain::AttachmentId& id);
    /// `not_found` when the file is gone.
    [[nodiscard]] Result<std::shared_ptr<http::BodySource>> open(const domain::Attachment& attachment) const;

    static constexpr std::chrono::hours interval{1};
    static constexpr std::chrono::hours unsentFor{24};
    static constexpr std::chrono::minutes stale{10}; ///< nothing that still comes pauses so long

private:
    /// Where what has come of it is left; empty when it cannot be gone on with.
    [[nodiscard]] QString partOf(const Card& card) const;
    void write(const std::shared_ptr<AttachmentUpload>& upload, const Card& card,
               const domain::Attachment& attachment, const Kept& done);
    void tidy();
    void emptyTrash();

    Means m_means;
    store::AttachmentFiles m_files;
    qint64 m_fileBytes = std::numeric_limits<qint64>::max();
    QHash<QString, std::weak_ptr<AttachmentUpload>> m_coming; // by the place of their parts
    QThreadPool m_pool;
    QTimer m_timer;
};

} // namespace relevo::relay
