#include <client/attachments.h>

#include <client/file_carrier.h>

#include <QtCore/QPointer>

namespace relevo::client {

Attachments::Attachments(FileCarrier& carrier, QObject* parent) : QObject(parent), m_carrier(carrier)
{
    // The carrier may live on another thread: queued calls then.
    connect(&carrier, &FileCarrier::came, this, &Attachments::come);
    connect(&carrier, &FileCarrier::failed, this, &Attachments::fail);
    connect(&carrier, &FileCarrier::removed, this, &Attachments::lose);
    connect(&carrier, &FileCarrier::progressed, this, &Attachments::move);
    connect(&carrier, &FileCarrier::sent, this, &Attachments::sent);
    connect(&carrier, &FileCarrier::brokeOff, this, &Attachments::breakOff);
}

const Attachments::Known& Attachments::of(const domain::AttachmentId& id) const
{
    static const Known unknown;
    const auto found = m_entries.constFind(id);
    return found == m_entries.cend() ? unknown : found->known;
}

void Attachments::want(const domain::ConversationId& conversation, const domain::Attachment& file)
{
    Entry& entry = m_entries[file.id];
    entry.conversation = conversation;
    if (entry.known.state == State::Here || entry.known.state == State::Coming)
        return;
    entry.known = {State::Coming, {}, 0, file.size, {}};
    QMetaObject::invokeMethod(
        &m_carrier, [carrier = &m_carrier, conversation, file] { carrier->fetch(conversation, file); },
        Qt::QueuedConnection);
    Q_EMIT changed(file.id);
}

void Attachments::cancel(const domain::AttachmentId& id)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end() || found->known.state != State::Coming)
        return;
    m_entries.erase(found);
    QMetaObject::invokeMethod(
        &m_carrier, [carrier = &m_carrier, id] { carrier->cancel(id); }, Qt::QueuedConnection);
    Q_EMIT changed(id);
}

void Attachments::come(const domain::AttachmentId& id, const QString& path)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return; // cancelled meanwhile, or of another account
    found->known = {State::Here, path, 0, 0, {}};
    const auto waiting = std::exchange(found->waiting, {});
    Q_EMIT changed(id);
    for (const auto& then : waiting)
        then({});
}

void Attachments::fail(const domain::AttachmentId& id, const Error& error)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end())
        return;
    found->known = {State::Failed, {}, 0, 0, error};
    const auto waiting = std::exchange(found->waiting, {});
    Q_EMIT changed(id);
    for (const auto& then : waiting)
        then(std::unexpected(error));
}

void Attachments::lose(const domain::AttachmentId& id)
{
    // Who asked for it is told, and then nothing is known of it: its message says that it is gone.
    fail(id, {ErrorCode::NotFound, FileCarrier::tr("The file is no longer kept."), {}, {}});
    if (m_entries.remove(id) > 0)
        Q_EMIT changed(id);
}

void Attachments::move(const domain::AttachmentId& id, qint64 done, qint64 total)
{
    const auto found = m_entries.find(id);
    if (found == m_entries.end() || found->known.state != State::Coming)
        return; // cancelled meanwhile
    found->known.done = done;
    found->known.total = total;
    Q_EMIT changed(id);
}

void Attachments::sent(const domain::AttachmentId& id, qint64 done, qint64 total)
{
    // Nobody need have looked at it before it goes.
    Known& known = m_entries[id].known;
    known.done = done;
    known.total = total;
    known.brokenOff = false;
    Q_EMIT changed(id);
}

void Attachments::breakOff(const domain::AttachmentId& id, qint64 total)
{
    Known& known = m_entries[id].known;
    known.done = 0; // it goes from its beginning again
    known.total = total;
    known.brokenOff = true;
    Q_EMIT changed(id);
}

void Attachments::whenHere(const domain::ConversationId& conversation, const domain::Attachment& file,
                           std::function<void(const Result<void>&)> then)
{
    if (of(file.id).state == State::Here) {
        then({});
        return;
    }
    m_entries[file.id].waiting.push_back(std::move(then));
    want(conversation, file);
}

void Attachments::copy(std::function<Result<QString>()> work, QObject* context, Copied done)
{
    // The answer is for whoever asked, and for nobody once they are gone.
    const QPointer<QObject> asker(context);
    QMetaObject::invokeMethod(
        &m_carrier,
        [this, era = m_era, work = std::move(work), asker, done = std::move(done)] {
            const Result<QString> copied = work();
            QMetaObject::invokeMethod(
                this,
                [this, era, asker, done, copied] {
                    if (era == m_era && asker)
                        done(copied);
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void Attachments::saveAs(const domain::ConversationId& conversation, const domain::Attachment& file,
                         const QString& path, QObject* context, Copied done)
{
    whenHere(conversation, file,
             [this, conversation, id = file.id, path, context = QPointer<QObject>(context),
              done = std::move(done)](const Result<void>& here) {
                 if (!context)
                     return;
                 if (!here) {
                     done(std::unexpected(here.error()));
                     return;
                 }
                 copy(
                     [carrier = &m_carrier, conversation, id, path]() -> Result<QString> {
                         const Result<void> copied = carrier->shelf().copyTo(conversation, id, path);
                         return copied ? Result<QString>(path) : std::unexpected(copied.error());
                     },
                     context, done);
             });
}

void Attachments::prepareToOpen(const domain::ConversationId& conversation, const domain::Attachment& file,
                                QObject* context, Copied done)
{
    whenHere(conversation, file,
             [this, conversation, file, context = QPointer<QObject>(context),
              done = std::move(done)](const Result<void>& here) {
                 if (!context)
                     return;
                 if (!here) {
                     done(std::unexpected(here.error()));
                     return;
                 }
                 copy([carrier = &m_carrier, conversation,
                       file] { return carrier->shelf().copyToOpen(conversation, file); },
                      context, done);
             });
}

void Attachments::keep(const domain::ConversationId& conversation, const domain::AttachmentId& id,
                       const QByteArray& bytes, QObject* context, Copied done)
{
    copy(
        [carrier = &m_carrier, conversation, id, bytes]() -> Result<QString> {
            const Result<void> put = carrier->shelf().put(conversation, id, bytes);
            if (!put)
                return std::unexpected(put.error());
            return carrier->shelf().pathOf(conversation, id);
        },
        context, std::move(done));
}

void Attachments::drop(const domain::ConversationId& conversation, const domain::AttachmentId& id)
{
    m_entries.remove(id);
    QMetaObject::invokeMethod(
        &m_carrier, [carrier = &m_carrier, conversation, id] { carrier->shelf().drop(conversation, id); },
        Qt::QueuedConnection);
}

void Attachments::connected()
{
    QList<domain::AttachmentId> failed;
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
        if (entry->known.state == State::Failed)
            failed.push_back(entry.key());
    }
    for (const domain::AttachmentId& id : failed) {
        m_entries.remove(id);
        Q_EMIT changed(id);
    }
}

void Attachments::forget(const domain::ConversationId& conversation)
{
    QList<domain::AttachmentId> gone;
    for (auto entry = m_entries.cbegin(); entry != m_entries.cend(); ++entry) {
        if (entry->conversation == conversation)
            gone.push_back(entry.key());
    }
    for (const domain::AttachmentId& id : gone) {
        m_entries.remove(id);
        Q_EMIT changed(id);
    }
}

void Attachments::clear()
{
    ++m_era;
    m_entries.clear();
}

} // namespace relevo::client
