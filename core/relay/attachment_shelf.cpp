#include <relay/attachment_shelf.h>

#include <base/log.h>

#include <QtCore/QFileInfo>
#include <QtCore/QPointer>

namespace relevo::relay {
namespace {

constexpr int trashAtOnce = 100;

/// A file that is read as the client takes it.
class FileSource final : public http::BodySource
{
public:
    explicit FileSource(const QString& path) : m_file(path) {}

    [[nodiscard]] bool open() { return m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    [[nodiscard]] qint64 size() const override { return m_file.size(); }
    [[nodiscard]] qint64 read(std::span<char> space) override
    {
        return m_file.read(space.data(), static_cast<qint64>(space.size()));
    }

private:
    QFile m_file;
};

/// In the journal's transaction: the row, and the file in its place.
Result<domain::Attachment> stored(store::Journal& journal, const store::AttachmentFiles& files,
                                  const QString& path, const AttachmentShelf::Card& card,
                                  const store::StoredAttachment& fresh)
{
    const auto known = journal.attachments().find(card.project, fresh.attachment.id);
    const Result<bool> taken = journal.attachments().isKnown(fresh.attachment.id);
    if (!known || !taken)
        return std::unexpected(!known ? known.error() : taken.error());
    if (*known && (*known)->owner == card.owner)
        return (*known)->attachment;
    if (*taken)
        return failure(ErrorCode::Conflict, QStringLiteral("This id is another file's."),
                       QStringLiteral("Make a new UUID for each file."));
    if (Result<void> kept = files.keep(path, fresh.attachment.id); !kept)
        return std::unexpected(kept.error());
    if (Result<void> added = journal.attachments().add(card.project, fresh); !added)
        return std::unexpected(added.error());
    return fresh.attachment;
}

} // namespace

AttachmentShelf::AttachmentShelf(const Means& means, store::AttachmentFiles files, QObject* parent)
    : QObject(parent), m_means(means), m_files(std::move(files))
{
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &AttachmentShelf::tidy);
    m_means.hub.listenToAll(*this);
}

AttachmentShelf::~AttachmentShelf()
{
    m_means.hub.leaveAll(*this);
    m_pool.clear();
    m_pool.waitForDone();
}

void AttachmentShelf::start()
{
    m_timer.start();
    tidy();
}

void AttachmentShelf::heard(const Published& published)
{
    if (published.event.type == domain::EventType::ContactErased ||
        published.event.type == domain::EventType::AttachmentsRemoved)
        emptyTrash();
}

QString AttachmentShelf::partOf(const Card& card) const
{
    if (card.id.isNull())
        return {};
    // By whose it is, too: nobody goes on with what another has begun.
    const QByteArray whose = (card.owner + u'/' + card.id.toString()).toUtf8();
    return m_files.incoming(QUuid::createUuidV5(card.project.uuid(), whose)).value_or(QString());
}

Result<std::shared_ptr<AttachmentUpload>> AttachmentShelf::begin(qint64 expected, const Card& card,
                                                                 qint64 from, UploadTold told)
{
    if (told.size > m_fileBytes)
        return failure(ErrorCode::TooLarge, QStringLiteral("The file is too large."),
                       QStringLiteral("Send a smaller one."));
    // One that is still coming under this id ends here, or what it leaves would take the place of newer
    // bytes.
    if (!card.id.isNull())
        (void)received(card);
    const QString part = partOf(card);
    Result<std::shared_ptr<AttachmentUpload>> upload = AttachmentUpload::begin(
        m_files, m_means.ids.next(), expected, {part, from, m_fileBytes, std::move(told)});
    m_coming.removeIf([](const auto& coming) { return coming.value().expired(); });
    if (upload && !part.isEmpty())
        m_coming.insert(part, *upload);
    return upload;
}

qint64 AttachmentShelf::received(const Card& card)
{
    const QString part = partOf(card);
    if (const std::shared_ptr<AttachmentUpload> coming = m_coming.take(part).lock())
        coming->setAside();
    return QFileInfo(part).size();
}

void AttachmentShelf::keep(std::shared_ptr<AttachmentUpload> upload, Card card, Kept done)
{
    if (const Result<void> whole = upload->checkWhole(); !whole) {
        upload->setAside();
        done(std::unexpected(whole.error()));
        return;
    }
    m_coming.remove(partOf(card)); // it is whole, and no longer this thread's
    if (upload->size() == 0) {
        done(failure(ErrorCode::Invalid, QStringLiteral("The file is empty."),
                     QStringLiteral("Send its bytes as the body of the request.")));
        return;
    }
    if (card.id.isNull())
        card.id = m_means.ids.make<domain::AttachmentId>();
    m_pool.start(
        [this, upload = std::move(upload), card = std::move(card), done = std::move(done)]() mutable {
            auto finished = std::make_shared<Result<domain::Attachment>>(upload->finish(card.id, card.name));
            // Crosses from the pool's thread to the I/O thread; the destructor waits for the pool, so `this`
            // is there.
            QMetaObject::invokeMethod(
                this,
                [this, finished, upload = std::move(upload), card = std::move(card), done = std::move(done)] {
                    if (*finished)
                        write(upload, card, **finished, done);
                    else
                        done(std::unexpected(finished->error()));
                },
                Qt::QueuedConnection);
        });
}

void AttachmentShelf::write(const std::shared_ptr<AttachmentUpload>& upload, const Card& card,
                            const domain::Attachment& attachment, const Kept& done)
{
    const auto outcome = std::make_shared<Result<domain::Attachment>>(attachment);
    const store::StoredAttachment fresh{attachment, card.owner, m_means.clock.now()};
    const auto work = [upload, card, fresh, outcome, files = m_files](store::Journal& journal) {
        // What the disk refuses here is this file's alone, and no fault of who writes in the same group.
        *outcome = stored(journal, files, upload->path(), card, fresh);
        return Result<void>();
    };
    m_means.pipeline.submit(
        Chore{card.project, work, [outcome, done](const Result<void>& written) {
                  done(written ? std::move(*outcome)
                               : Result<domain::Attachment>(std::unexpected(written.error())));
              }});
}

Result<std::optional<store::StoredAttachment>> AttachmentShelf::find(const domain::ProjectId& project,
                                                                     const domain::AttachmentId& id)
{
    return m_means.lookUps.attachments().find(project, id);
}

Result<std::shared_ptr<http::BodySource>> AttachmentShelf::open(const domain::Attachment& attachment) const
{
    const auto source = std::make_shared<FileSource>(m_files.pathOf(attachment.id));
    if (source->open() && source->size() == attachment.size)
        return source;
    qCWarning(logRelay).noquote() << logLine(u"A file is not what it was",
                                             {{u"id", attachment.id.toString()}});
    return failure(ErrorCode::NotFound, QStringLiteral("The file is not there any more."),
                   QStringLiteral("Ask whoever runs the relay for \"relevo-relay verify\"."));
}

void AttachmentShelf::tidy()
{
    const Timestamp now = m_means.clock.now();
    const QPointer<AttachmentShelf> guard(this);
    const auto unsent = [before = now - unsentFor](store::Journal& journal) -> Result<void> {
        const Result<int> forgotten = journal.attachments().forgetUnsent(before);
        return forgotten ? Result<void>() : std::unexpected(forgotten.error());
    };
    m_means.pipeline.submit(Chore{{}, unsent, [guard](const Result<void>& done) {
                                      if (guard && done)
                                          guard->emptyTrash();
                                  }});
    const auto strays = [files = m_files, now](store::Reader& reader) -> Result<int> {
        int removed = files.removeStale(now - stale);
        files.each(now - unsentFor, [&](const domain::AttachmentId& id) {
            const Result<bool> kept = reader.attachments().isKept(id);
            if (kept && !*kept && files.remove(id))
                ++removed;
        });
        return removed;
    };
    m_means.queries.run<int>(this, strays, [](const Result<int>& removed) {
        if (removed && *removed > 0)
            qCInfo(logRelay).noquote() << logLine(u"Files that belonged to nothing were removed",
                                                  {{u"files", QString::number(*removed)}});
    });
}

void AttachmentShelf::emptyTrash()
{
    const auto more = std::make_shared<bool>(false);
    const auto work = [more, files = m_files](store::Journal& journal) -> Result<void> {
        const Result<int> removed = journal.attachments().removeTrash(files, trashAtOnce);
        *more = removed.value_or(0) == trashAtOnce;
        return removed ? Result<void>() : std::unexpected(removed.error());
    };
    const QPointer<AttachmentShelf> guard(this);
    m_means.pipeline.submit(Chore{{}, work, [guard, more](const Result<void>& done) {
                                      if (guard && done && *more)
                                          guard->emptyTrash();
                                  }});
}

} // namespace relevo::relay
