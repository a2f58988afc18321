#include <ui/conversation/writer.h>

#include <ui/conversation/transcript_view.h>
#include <ui/files/intake.h>

#include <QtCore/QBuffer>
#include <QtCore/QDateTime>
#include <QtGui/QImage>

#include <algorithm>

namespace relevo::ui {

std::vector<client::OutgoingFile>& Writer::files()
{
    client::Draft& draft = current();
    return draft.writingNote ? draft.noteFiles : draft.files;
}

void Writer::touched()
{
    // What is attached answers to what is on screen, as what is typed does.
    if (!isWritingNote())
        m_basis.typed(m_.transcript.newestSeen(), m_.clock.monotonic());
}

void Writer::attach(const QStringList& paths)
{
    if (m_conversation.isNull() || !m_.composer.isVisible())
        return;
    Intake intake = takeIn(paths, files().size(), m_ids);
    for (client::OutgoingFile& file : intake.files)
        files().push_back(std::move(file));
    m_.composer.setFiles(files());
    if (!intake.files.empty()) {
        touched();
        keep(current());
    }
    if (!intake.trouble.isEmpty())
        m_.composer.tell(intake.trouble, true);
    m_.composer.takeFocus();
}

void Writer::attachPicture(const QImage& picture)
{
    if (m_conversation.isNull() || !m_.composer.isVisible() || picture.isNull())
        return;
    if (files().size() >= domain::maxAttachments) {
        m_.composer.tell(
            tr("A message can have at most %n file(s)", nullptr, static_cast<int>(domain::maxAttachments)),
            true);
        return;
    }
    client::OutgoingFile taken;
    taken.what.id = m_ids.make<domain::AttachmentId>();
    taken.what.name = tr("Picture %1.png")
                          .arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HH.mm.ss")));
    taken.what.mime = QStringLiteral("image/png");
    taken.what.width = picture.width();
    taken.what.height = picture.height();
    ++m_coming[m_conversation];
    m_.composer.tell(tr("The picture is being added…"), false);
    // A screen full of pixels takes a second to compress. The pool is waited for when the writer goes, and a
    // call that is queued by then goes with it.
    m_encoder.start([this, picture, taken, conversation = m_conversation, note = isWritingNote()]() mutable {
        QByteArray png;
        QBuffer buffer(&png);
        if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG"))
            png.clear();
        taken.what.size = png.size();
        QMetaObject::invokeMethod(
            this, [this, taken, conversation, note, png] { encoded(conversation, taken, note, png); },
            Qt::QueuedConnection);
    });
}

void Writer::encoded(const domain::ConversationId& conversation, const client::OutgoingFile& picture,
                     bool note, const QByteArray& png)
{
    if (png.isEmpty())
        pictureKept(conversation, picture, note, {});
    else
        Q_EMIT pictureTaken(conversation, picture, note, png);
}

bool Writer::pictureHolds()
{
    if (m_coming.value(m_conversation) == 0)
        return false;
    m_.composer.tell(tr("The picture is being added. Send when it is ready."), true);
    return true;
}

void Writer::pictureKept(const domain::ConversationId& conversation, client::OutgoingFile picture, bool note,
                         const QString& path)
{
    if (const auto coming = m_coming.find(conversation); coming != m_coming.end() && --*coming == 0)
        m_coming.erase(coming);
    if (path.isEmpty()) {
        if (conversation == m_conversation)
            m_.composer.tell(tr("The picture cannot be kept on this computer"), true);
        return;
    }
    picture.path = path;
    if (conversation == m_conversation && !note)
        touched();
    giveBackFiles(conversation, {picture}, note);
}

void Writer::removeFile(const domain::AttachmentId& file)
{
    std::erase_if(files(), [&file](const client::OutgoingFile& one) { return one.what.id == file; });
    m_.composer.setFiles(files());
    if (!isWritingNote() && current().message.isEmpty() && files().empty())
        m_basis = models::DraftBasis();
    keep(current());
    Q_EMIT fileDropped(m_conversation, file);
    m_.composer.takeFocus();
}

void Writer::giveBackFiles(const domain::ConversationId& conversation,
                           const QList<client::OutgoingFile>& returned, bool note)
{
    client::Draft& draft = m_drafts[conversation];
    draft.conversation = conversation;
    std::vector<client::OutgoingFile>& kept = note ? draft.noteFiles : draft.files;
    for (const client::OutgoingFile& file : returned) {
        const bool known = std::any_of(kept.begin(), kept.end(), [&file](const client::OutgoingFile& one) {
            return one.what.id == file.what.id;
        });
        // More than a message can carry would keep all of them from going.
        if (!known && kept.size() < domain::maxAttachments)
            kept.push_back(file);
    }
    if (conversation == m_conversation && draft.writingNote == note)
        m_.composer.setFiles(kept);
    keep(draft);
}

} // namespace relevo::ui
