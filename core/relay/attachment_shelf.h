#pragma once

#include <relay/attachment_upload.h>
#include <relay/hub.h>
#include <relay/pipeline.h>
#include <relay/query_thread.h>

#include <QtCore/QThreadPool>
#include <QtCore/QTimer>

namespace relevo::relay {

/// Keeps the files of messages: takes what was uploaded, finds it again, and removes what nobody sent, what
/// belonged to a contact who was erased, and what an interrupted relay left behind. I/O thread; what takes a
/// moment is done on threads beside it.
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

    /// `expected` bytes at least.
    [[nodiscard]] Result<std::shared_ptr<AttachmentUpload>> begin(qint64 expected);
    /// Whose an upload is and what it shall be called.
    struct Card
    {
        domain::ProjectId project;
        QString owner;
        domain::AttachmentId id; ///< the caller's own choice; null: a new one
        QString name;
    };
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
    void write(const std::shared_ptr<AttachmentUpload>& upload, const Card& card,
               const domain::Attachment& attachment, const Kept& done);
    void tidy();
    void emptyTrash();

    Means m_means;
    store::AttachmentFiles m_files;
    QThreadPool m_pool;
    QTimer m_timer;
};

} // namespace relevo::relay
