#include <ui/conversation/writer.h>

#include <ui/conversation/fence_bar.h>
#include <ui/conversation/gap_bar.h>
#include <ui/conversation/transcript_view.h>
#include <ui/files/file_words.h>
#include <ui/widgets/text.h>
#include <ui/widgets/times.h>

namespace relevo::ui {

Writer::Writer(const Parts& parts, QObject* parent) : QObject(parent), m_(parts), m_ids(parts.clock)
{
    connect(&m_.composer, &Composer::filesOffered, this, &Writer::attach);
    connect(&m_.composer, &Composer::pictureOffered, this, &Writer::attachPicture);
    connect(&m_.composer, &Composer::removeFileWanted, this, &Writer::removeFile);
    connect(&m_.composer, &Composer::sendRequested, this, &Writer::send);
    connect(&m_.composer, &Composer::edited, this, &Writer::edited);
    connect(&m_.composer, &Composer::modeWanted, this, [this](Composer::Mode mode) {
        setMode(mode);
        m_.composer.takeFocus();
    });
    connect(&m_.composer, &Composer::takeBackWanted, this, &Writer::takeBack);
    m_.composer.setCanTakeBack([this] { return canTakeBack(); });
    connect(&m_.composer, &Composer::rewordWanted, this, [this](client::Rewording how) {
        m_.composer.setRewording(true);
        Q_EMIT rewordRequested(m_conversation, m_.composer.draft(), how);
    });
    m_.composer.canned().setValues([this] { return models::cannedValues(m_.details); });
    connect(&m_.gaps, &GapBar::sendAnyway, this, [this] {
        m_.composer.takeFocus();
        if (const QString text = m_.composer.draft().trimmed(); !text.isEmpty())
            send(text);
    });
    connect(&m_.gaps, &GapBar::fillIn, this, [this] { m_.composer.takeFocus(); });
    connect(&m_.fence, &FenceBar::sendAnyway, this, &Writer::sendAnyway);
    connect(&m_.fence, &FenceBar::lookAgain, this, &Writer::lookAgain);
    connect(&m_.transcript, &TranscriptView::takeBackWanted, this, &Writer::takeBack);
    connect(&m_.transcript, &TranscriptView::retryWanted, this, &Writer::repeat);
    connect(&m_.messages, &QAbstractItemModel::rowsInserted, this, &Writer::updateFence);
    connect(&m_.messages, &QAbstractItemModel::modelReset, this, &Writer::updateFence);
    // What overtook a message may take the very row in which it waited.
    connect(&m_.messages, &QAbstractItemModel::dataChanged, this, &Writer::updateFence);
}

client::Draft& Writer::current()
{
    client::Draft& draft = m_drafts[m_conversation];
    draft.conversation = m_conversation;
    return draft;
}

void Writer::look(const domain::ConversationId& conversation)
{
    if (conversation == m_conversation)
        return;
    if (!m_conversation.isNull() && current().isEmpty())
        m_drafts.remove(m_conversation);
    m_conversation = conversation;
    show();
}

void Writer::show()
{
    const client::Draft draft = m_drafts.value(m_conversation);
    m_basis = models::DraftBasis(draft.basedOnSeq);
    m_.fence.hide();
    m_.gaps.relax();
    m_.composer.setRewording(false);
    m_.composer.setMode(draft.writingNote ? Composer::Mode::Note : Composer::Mode::Message);
    m_.composer.setDraft(draft.writingNote ? draft.note : draft.message);
    m_.composer.setFiles(draft.writingNote ? draft.noteFiles : draft.files);
    askIfOvertaken();
}

void Writer::setDrafts(const QList<client::Draft>& drafts)
{
    m_drafts.clear();
    m_returned.clear();
    m_overtaken.clear();
    m_coming.clear();
    for (const client::Draft& draft : drafts)
        m_drafts.insert(draft.conversation, draft);
    show();
}

void Writer::forget(const domain::ConversationId& conversation)
{
    m_drafts.remove(conversation);
    m_returned.remove(conversation);
    m_overtaken.remove(conversation);
    if (conversation == m_conversation)
        show();
}

void Writer::keep(client::Draft& draft)
{
    draft.basedOnSeq = draft.conversation == m_conversation ? m_basis.seq() : draft.basedOnSeq;
    Q_EMIT draftChanged(draft);
}

void Writer::edited()
{
    client::Draft& draft = current();
    const QString text = m_.composer.draft();
    m_.gaps.relax();
    if (isWritingNote()) {
        draft.note = text;
        keep(draft);
        return;
    }
    draft.message = text;
    if (text.isEmpty() && draft.files.empty()) {
        m_basis = models::DraftBasis();
        m_overtaken.remove(m_conversation);
    } else {
        m_basis.typed(m_.transcript.newestSeen(), m_.clock.monotonic());
    }
    keep(draft);
    Q_EMIT typingChanged(m_conversation, !text.isEmpty());
}

void Writer::setMode(Composer::Mode mode)
{
    client::Draft& draft = current();
    draft.writingNote = mode == Composer::Mode::Note;
    m_.fence.hide();
    m_.gaps.relax();
    if (draft.writingNote && !draft.message.isEmpty())
        Q_EMIT typingChanged(m_conversation, false); // the customer waits for nothing now
    m_.composer.setMode(mode);
    m_.composer.setDraft(draft.writingNote ? draft.note : draft.message);
    m_.composer.setFiles(files());
    keep(draft);
    askIfOvertaken();
    Q_EMIT modeChanged();
}

void Writer::setCanned(const std::vector<client::CannedResponse>& responses)
{
    m_.composer.canned().setResponses(responses);
}

void Writer::write(const client::CannedResponse& response)
{
    if (!m_.composer.isVisible())
        return;
    if (isWritingNote())
        setMode(Composer::Mode::Message);
    m_.composer.canned().write(response);
}

bool Writer::isWritingNote() const
{
    return m_.composer.mode() == Composer::Mode::Note;
}

void Writer::setColleagues(const QList<Mentionable>& colleagues)
{
    m_.composer.setColleagues(colleagues);
}

void Writer::toggleNote()
{
    if (m_conversation.isNull())
        return;
    setMode(isWritingNote() ? Composer::Mode::Message : Composer::Mode::Note);
    m_.composer.takeFocus();
}

void Writer::leaveEmptyNote()
{
    if (isWritingNote() && m_.composer.draft().isEmpty() && files().empty())
        setMode(Composer::Mode::Message);
}

void Writer::send(const QString& text)
{
    if (pictureHolds())
        return;
    if (isWritingNote()) {
        const QList<domain::AgentId> mentions = m_.composer.mentions();
        client::Draft& draft = current();
        const auto files = std::exchange(draft.noteFiles, {});
        draft.note.clear();
        m_.composer.clear();
        m_.composer.setFiles({});
        m_.transcript.goToEnd();
        // The note and its files are on their way to the disk before the draft is taken from there.
        Q_EMIT noteRequested(m_conversation, text, mentions, QList(files.begin(), files.end()));
        keep(draft);
        return;
    }
    if (!m_.composer.isLocked() && !gapHolds() && !fenceHolds())
        letGo(text);
}

bool Writer::gapHolds()
{
    const bool asked = m_.gaps.isVisible();
    const std::optional<models::Gap> gap = m_.gaps.stop(m_.composer.draft());
    if (gap && !(asked && m_.gaps.isVisible()))
        m_.composer.select(gap->start, gap->length);
    return gap.has_value();
}

bool Writer::fenceHolds()
{
    const bool holds = showFence();
    if (holds)
        m_.fence.takeKeyboard();
    return holds;
}

bool Writer::showFence()
{
    const std::vector<const domain::Message*> said = m_.messages.saidAfter(m_basis.seq());
    if (said.empty())
        return false;
    const domain::Message& newest = *said.back();
    const qint64 ago = std::max<qint64>(
        0, std::chrono::duration_cast<std::chrono::seconds>(m_.clock.now() - newest.at).count());
    const QString name = isolated(m_.messages.authorName(newest));
    const int count = static_cast<int>(said.size());
    const QString words =
        count == 1
            ? tr("%1 wrote %2 ago, after you began this answer").arg(name, spokenSpan(ago))
            : tr("%n new message(s) since you began this answer, the newest by %1 %2 ago", nullptr, count)
                  .arg(name, spokenSpan(ago));
    m_.fence.ask(words, client::lineOf(newest));
    return true;
}

void Writer::updateFence()
{
    if (m_.fence.isVisible())
        showFence();
    else
        askIfOvertaken();
}

void Writer::markOvertaken(const domain::ConversationId& conversation)
{
    m_overtaken.insert(conversation);
}

void Writer::askIfOvertaken()
{
    // What overtook it may be here only after the refusal; until then there is nothing to show.
    const client::Transcript* transcript = m_.messages.transcript();
    const bool asks = m_overtaken.contains(m_conversation) && !isWritingNote() && transcript &&
                      transcript->conversation() == m_conversation;
    if (asks && !current().isEmpty() && showFence())
        m_overtaken.remove(m_conversation);
}

void Writer::sendAnyway()
{
    // Up to what the bar has shown; what comes in from now on asks again.
    if (const auto said = m_.messages.saidAfter(m_basis.seq()); !said.empty())
        m_basis.confirm(said.back()->seq);
    m_.fence.hide();
    m_.composer.takeFocus();
    const QString text = m_.composer.draft().trimmed();
    const bool mayGo = m_.composer.mode() == Composer::Mode::Message && !m_.composer.isLocked();
    if ((!text.isEmpty() || !files().empty()) && mayGo)
        letGo(text);
}

void Writer::lookAgain()
{
    const auto said = m_.messages.saidAfter(m_basis.seq());
    if (!said.empty()) {
        m_.transcript.showMessage(said.front()->id);
        m_basis.confirm(said.back()->seq);
        keep(current());
    }
    m_.fence.hide();
    m_.composer.takeFocus();
}

void Writer::letGo(const QString& text)
{
    client::Draft& draft = current();
    const qint64 basedOnSeq = std::exchange(m_basis, models::DraftBasis()).seq();
    m_returned.remove(m_conversation);
    m_overtaken.remove(m_conversation);
    m_.fence.hide();
    const auto files = std::exchange(draft.files, {});
    draft.message.clear();
    m_.composer.clear();
    m_.composer.setFiles({});
    m_.transcript.goToEnd();
    // The message is on its way to the disk before its draft is taken from there.
    Q_EMIT sendRequested(m_conversation, text, m_.composer.habits().undo, QList(files.begin(), files.end()),
                         basedOnSeq);
    keep(draft);
    Q_EMIT typingChanged(m_conversation, false);
}

void Writer::repeat(const QString& text, const std::vector<domain::Attachment>& files)
{
    if (!m_.details.canReply())
        return;
    m_.transcript.goToEnd();
    // The relay has its files; they go by their ids.
    QList<client::OutgoingFile> again;
    for (const domain::Attachment& file : files)
        again.push_back({file, {}});
    Q_EMIT sendRequested(m_conversation, text, m_.composer.habits().undo, again, m_.transcript.newestSeen());
}

bool Writer::canTakeBack() const
{
    const QString held = m_.messages.newestHeld();
    return !held.isEmpty() && *m_.messages.transcript()->heldUntil(held) > m_.clock.now();
}

void Writer::takeBack()
{
    if (!canTakeBack())
        return;
    if (isWritingNote())
        setMode(Composer::Mode::Message); // that is where it comes back to
    Q_EMIT takeBackRequested(m_conversation);
}

void Writer::giveBack(const domain::ConversationId& conversation, const QString& text, qint64 basedOnSeq)
{
    client::Draft& draft = m_drafts[conversation];
    draft.conversation = conversation;
    QString written = draft.message;
    // With what was begun since, it answers to what the older of the two does.
    const bool shown = conversation == m_conversation;
    draft.basedOnSeq = draft.message.isEmpty() && draft.files.empty()
                           ? basedOnSeq
                           : std::min(shown ? m_basis.seq() : draft.basedOnSeq, basedOnSeq);
    if (shown)
        m_basis.answerTo(draft.basedOnSeq);
    // Of a message that was only files, they come next.
    if (!text.isEmpty()) {
        QString& returned = m_returned[conversation];
        // Unless it was sent or changed since, what came back before still stands in front.
        if (!returned.isEmpty() && written.startsWith(returned)) {
            written = written.mid(returned.size());
            if (written.startsWith(QLatin1Char('\n')))
                written.remove(0, 1);
            returned += QLatin1Char('\n') + text;
        } else {
            returned = text;
        }
        draft.message = written.isEmpty() ? returned : returned + QLatin1Char('\n') + written;
    }
    // Whoever is writing a note goes on with it: the next keys must not fall into an answer.
    if (shown && !draft.writingNote)
        m_.composer.setDraft(draft.message);
    keep(draft);
    if (shown)
        askIfOvertaken();
}

QString Writer::unsent() const
{
    const client::Draft draft = m_drafts.value(m_conversation);
    const QString names = filesLine(client::attachmentsOf(draft.files));
    return draft.message.isEmpty() || names.isEmpty() ? draft.message + names
                                                      : draft.message + QLatin1Char('\n') + names;
}

void Writer::discard()
{
    client::Draft& draft = current();
    draft.message.clear();
    for (const client::OutgoingFile& file : std::exchange(draft.files, {}))
        Q_EMIT fileDropped(m_conversation, file.what.id);
    m_returned.remove(m_conversation);
    m_overtaken.remove(m_conversation);
    m_basis = models::DraftBasis();
    if (!draft.writingNote) {
        m_.composer.clear();
        m_.composer.setFiles({});
    }
    keep(draft);
}

void Writer::use(const QString& text)
{
    if (!m_.composer.isVisible())
        return;
    if (isWritingNote())
        setMode(Composer::Mode::Message);
    const QString written = m_.composer.draft();
    m_.composer.replace(written.trimmed().isEmpty() ? text : written + QLatin1Char('\n') + text);
    m_.composer.tell(tr("A suggestion: read it before you send it"), false);
    m_.composer.takeFocus();
}

void Writer::takeRewording(const domain::ConversationId& conversation, const QString& original,
                           const QString& reworded, const QString& words)
{
    if (conversation != m_conversation)
        return;
    m_.composer.setRewording(false);
    if (m_.composer.mode() != Composer::Mode::Message || m_.composer.draft() != original)
        return;
    if (reworded != original)
        m_.composer.replace(reworded);
    m_.composer.tell(words, false);
}

void Writer::rewordingFailed(const domain::ConversationId& conversation, const QString& words)
{
    if (conversation != m_conversation)
        return;
    m_.composer.setRewording(false);
    m_.composer.tell(words, true);
}

} // namespace relevo::ui
