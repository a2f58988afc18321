#include <ui/conversation/conversation_page.h>

#include <ui/conversation/blocked_bar.h>
#include <ui/conversation/composer.h>
#include <ui/conversation/conversation_header.h>
#include <ui/conversation/fence_bar.h>
#include <ui/conversation/find_bar.h>
#include <ui/conversation/finder.h>
#include <ui/conversation/gap_bar.h>
#include <ui/conversation/handover_bar.h>
#include <ui/conversation/message_edit.h>
#include <ui/conversation/message_herald.h>
#include <ui/conversation/transcript_view.h>
#include <ui/conversation/typing_line.h>
#include <ui/conversation/unsent_text.h>
#include <ui/conversation/window_bar.h>
#include <ui/conversation/writer.h>
#include <ui/files/attachment_opener.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/banner.h>
#include <ui/widgets/empty_state.h>
#include <ui/widgets/text.h>

#include <QtCore/QLocale>
#include <QtGui/QDragEnterEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

using metrics::grid;

namespace {

constexpr std::chrono::milliseconds slow{300};

} // namespace

ConversationPage::ConversationPage(const Theme& theme, models::MessagesModel& messages,
                                   const models::ConversationDetails& details, const Clock& clock,
                                   QWidget* parent)
    : QWidget(parent), m_messages(messages), m_details(details), m_banner(new Banner(theme)),
      m_standing(new Banner(theme)), m_header(new ConversationHeader(theme, details, clock)),
      m_blocked(new BlockedBar(theme)), m_handover(new HandoverBar(theme, messages, details)),
      m_transcript(new TranscriptView(theme, messages, clock, m_pictures)), m_find(new FindBar(theme)),
      m_typing(new TypingLine(theme, details)), m_fence(new FenceBar(theme)), m_gaps(new GapBar(theme)),
      m_window(new WindowBar(theme, clock)), m_composer(new Composer(theme, m_pictures)),
      m_note(new Text(theme, &Fonts::body, &Colors::muted)),
      m_addNote(new QPushButton(tr("Add a private note"))), m_unsent(new UnsentText(theme)),
      m_stack(new QStackedWidget), m_fetching(new EmptyState(theme, {}, {}, {})),
      m_empty(new EmptyState(theme, QStringLiteral("chat"), {}, {})),
      m_writer(new Writer({*m_composer, *m_fence, *m_gaps, *m_transcript, messages, details, clock}, this)),
      m_finder(new Finder(*m_find, *m_transcript, messages, this)),
      m_opener(new AttachmentOpener(theme, m_pictures, this)), m_theme(theme)
{
    setAutoFillBackground(true);
    setAcceptDrops(true);
    setBackgroundRole(QPalette::Base);
    m_addNote->setIcon(theme.icon(QStringLiteral("note")));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(makeConversation());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_standing->setObjectName(QStringLiteral("standingBanner"));
    m_header->hide();
    layout->addWidget(m_header);
    layout->addWidget(m_standing);
    layout->addWidget(m_banner);
    layout->addWidget(m_stack, 1);
    setQueue(Queue::Nobody);
    connectParts();
    connectFiles();
    new MessageHerald(messages, *m_transcript); // the view's child
}

void ConversationPage::setAttachments(client::Attachments& attachments)
{
    m_transcript->setAttachments(attachments);
    m_opener->setAttachments(attachments);
}

void ConversationPage::connectFiles()
{
    connect(m_transcript, &TranscriptView::fileActivated, this,
            [this](const domain::ConversationId& conversation, const domain::Attachment& file) {
                m_opener->activate(conversation, file, m_messages.pictures());
            });
    connect(m_transcript, &TranscriptView::fileOpenWanted, m_opener, &AttachmentOpener::open);
    connect(m_transcript, &TranscriptView::fileSaveWanted, m_opener, &AttachmentOpener::save);
    connect(m_transcript, &TranscriptView::fileNotWanted, m_opener, &AttachmentOpener::cancel);
    connect(m_opener, &AttachmentOpener::told, this, [this](const QString& words, bool trouble) {
        m_banner->tell(trouble ? Banner::Tone::Problem : Banner::Tone::Information, words);
    });
}

void ConversationPage::connectParts()
{
    connect(&m_details, &models::ConversationDetails::changed, this, &ConversationPage::refresh);
    m_empty->setObjectName(QStringLiteral("noConversation"));
    connect(m_empty, &EmptyState::actionRequested, this, &ConversationPage::wayOnChosen);
    m_slow.setSingleShot(true);
    connect(&m_slow, &QTimer::timeout, this, &ConversationPage::refresh);
    connect(m_transcript, &TranscriptView::olderWanted, this, [this] { Q_EMIT olderWanted(m_conversation); });
    connect(m_transcript, &TranscriptView::endSeen, this, [this] { Q_EMIT readToEnd(m_conversation); });
    connect(m_writer, &Writer::sendRequested, this, &ConversationPage::sendRequested);
    connect(m_writer, &Writer::typingChanged, this, &ConversationPage::typingChanged);
    connect(m_writer, &Writer::modeChanged, this, &ConversationPage::refresh);
    connect(m_composer, &Composer::left, this, &ConversationPage::leftComposer);
    connect(m_addNote, &QPushButton::clicked, m_writer, &Writer::toggleNote);
    connect(m_transcript, &TranscriptView::pastWanted, this, &ConversationPage::pastWanted);
    connect(m_blocked, &BlockedBar::unblockRequested, this, &ConversationPage::unblockRequested);
    connect(m_window, &WindowBar::templateWanted, this, &ConversationPage::templateWanted);
    connect(m_window, &WindowBar::stateChanged, this, [this] { m_composer->setLock(m_window->lockWords()); });
    connect(m_unsent, &UnsentText::discarded, this, [this] {
        m_writer->discard();
        refresh();
    });
}

void ConversationPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_composer->isVisible() && MessageEdit::holdsFiles(*event->mimeData()))
        event->acceptProposedAction();
}

void ConversationPage::dropEvent(QDropEvent* event)
{
    if (m_composer->isVisible() && m_composer->offer(*event->mimeData())) {
        event->setDropAction(Qt::CopyAction); // nothing is taken away from where it came from
        event->accept();
    }
}

QWidget* ConversationPage::makeConversation()
{
    m_note->setObjectName(QStringLiteral("conversationNote"));
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);
    m_addNote->setObjectName(QStringLiteral("addNote"));
    setButtonKind(*m_addNote, ButtonKind::Quiet);
    auto* notes = new QHBoxLayout;
    notes->setContentsMargins(0, 0, 0, 2 * grid);
    notes->addStretch();
    notes->addWidget(m_addNote);
    notes->addStretch();
    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_blocked);
    layout->addWidget(m_handover);
    layout->addWidget(m_find);
    // Where the messages will be, it says that they come.
    auto* messages = new QGridLayout;
    messages->addWidget(m_transcript, 0, 0);
    messages->addWidget(m_fetching, 0, 0);
    m_fetching->setObjectName(QStringLiteral("fetching"));
    m_fetching->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_fetching->setCompact(true);
    m_fetching->hide();
    layout->addLayout(messages, 1);
    layout->addWidget(m_typing);
    layout->addWidget(m_fence);
    layout->addWidget(m_gaps);
    layout->addWidget(m_window);
    layout->addWidget(m_composer);
    layout->addWidget(m_note);
    layout->addWidget(m_unsent);
    layout->addLayout(notes);
    return page;
}

void ConversationPage::showConversation(const domain::ConversationId& conversation)
{
    if (conversation != m_conversation) {
        m_finder->close();
        m_conversation = conversation;
        m_sought = {};
        m_couldReply = false;
        m_slow.start(slow); // mostly they are here before that
        m_writer->look(conversation);
        m_composerWanted = false;
        claimEnded();
    }
    if (const client::Transcript* transcript = m_messages.transcript()) {
        connect(transcript, &client::Transcript::loadingDone, m_transcript, &TranscriptView::olderAnswered,
                Qt::UniqueConnection);
        connect(transcript, &client::Transcript::loadingDone, this, &ConversationPage::showSought,
                Qt::UniqueConnection);
    }
    m_header->setVisible(!conversation.isNull());
    m_stack->setCurrentIndex(conversation.isNull() ? 0 : 1);
    m_typing->look(conversation);
    refresh();
}

void ConversationPage::setHabits(std::function<WritingHabits()> habits)
{
    m_composer->setHabits(std::move(habits));
}

void ConversationPage::setSpelling(Spelling& spelling, SpellingHabits habits)
{
    m_marks = new SpellMarks(m_theme, spelling, std::move(habits),
                             *m_composer->findChild<QTextEdit*>(QStringLiteral("message")));
    refresh();
}

void ConversationPage::setCutOff(const QString& words, const QString& action)
{
    m_empty->setWords(words, {});
    m_empty->setAction(action);
}

void ConversationPage::setQueue(Queue queue)
{
    m_empty->setAction({});
    if (queue == Queue::Unknown)
        m_empty->setWords(tr("No conversation is open"), {});
    else if (queue == Queue::Nobody)
        m_empty->setWords(tr("All quiet"), tr("New requests appear on the left."));
    else
        m_empty->setWords(
            tr("No conversation is open"),
            tr("Choose somebody who is waiting, or one of your conversations. Ctrl+1 goes to the queue."));
}

void ConversationPage::setConnected(bool connected)
{
    m_connected = connected;
    m_header->setConnected(connected);
    m_composer->setConnected(connected);
    refresh();
}

void ConversationPage::setTyping(const domain::ConversationId& conversation, const QString& name, bool on,
                                 const QString& text)
{
    m_typing->setTyping(conversation, name, on, text);
}

void ConversationPage::returnDraft(const domain::ConversationId& conversation, const QString& text,
                                   qint64 basedOnSeq)
{
    m_writer->giveBack(conversation, text, basedOnSeq);
    if (conversation == m_conversation)
        refresh();
}

void ConversationPage::claim()
{
    if (m_header->canClaim() && m_details.handoff())
        startClaim(m_details.handoff()->id);
}

void ConversationPage::claimUnseen(const domain::HandoffId& handoff)
{
    if (m_connected && m_claiming.isNull())
        startClaim(handoff);
}

void ConversationPage::startClaim(const domain::HandoffId& handoff)
{
    m_claiming = handoff;
    m_header->setClaiming(true);
    Q_EMIT claimRequested(handoff);
}

void ConversationPage::claimEnded()
{
    m_claiming = {};
    m_header->setClaiming(false);
}

void ConversationPage::focusComposer()
{
    m_composerWanted = !m_composer->isVisible();
    if (m_composerWanted)
        focusTranscript();
    else
        m_composer->takeFocus();
}

bool ConversationPage::isAtEnd() const
{
    return m_transcript->isVisible() && m_transcript->isAtEnd();
}

void ConversationPage::focusTranscript()
{
    m_transcript->setFocus(Qt::ShortcutFocusReason);
}

void ConversationPage::writeNote()
{
    if (!m_details.canReply() && !canNote())
        return;
    // The key that leads into the note leads out of it, too.
    if (m_writer->isWritingNote() && !m_composer->isAncestorOf(window()->focusWidget()))
        m_composer->takeFocus();
    else
        m_writer->toggleNote();
}

bool ConversationPage::isWriting() const
{
    return !m_details.isEmpty() && !m_composer->isHidden();
}

void ConversationPage::chooseFiles()
{
    if (isWriting())
        m_composer->chooseFiles();
}

void ConversationPage::setActions(Actions& actions)
{
    m_header->setActions(actions);
    m_composer->setActions(actions);
}

QList<QWidget*> ConversationPage::panes() const
{
    return {m_transcript, m_composer->findChild<QWidget*>(QStringLiteral("message"))};
}

void ConversationPage::refresh()
{
    // Until the transcript is there nobody knows whose it is: neither composer nor words, so that nothing
    // jumps.
    const bool known = !m_details.isEmpty();
    m_blocked->setVisible(known && m_details.contact().blocked);
    refreshComposer();
    const QString fetching = known ? QString() : fetchingWords();
    m_fetching->setWords({}, fetching);
    m_fetching->setVisible(!fetching.isEmpty());
    const QString words = !known || m_details.canReply() ? QString() : noteWords();
    m_note->setWhole(words);
    m_note->setVisible(!words.isEmpty());
    m_addNote->setVisible(known && !words.isEmpty() && canNote() && !m_writer->isWritingNote());
    m_note->setContentsMargins(3 * grid, 2 * grid, 3 * grid, m_addNote->isHidden() ? 3 * grid : grid);
    m_unsent->setText(known && !m_details.canReply() ? m_writer->unsent() : QString());
    if (known && !m_claiming.isNull() && !m_details.canClaim())
        claimEnded();
}

QString ConversationPage::fetchingWords() const
{
    if (m_conversation.isNull() || m_slow.isActive())
        return {};
    return m_connected
               ? tr("Fetching the messages…")
               : tr("These messages are not on this computer. They load when the connection is back.");
}

void ConversationPage::refreshComposer()
{
    const bool canReply = m_details.canReply();
    // Whoever has just got it is there to answer.
    if (canReply && !std::exchange(m_couldReply, canReply))
        m_writer->leaveEmptyNote();
    m_couldReply = canReply;
    m_composer->setLanguage(m_details.language());
    // Notes are written in the language of the house.
    if (m_marks)
        m_marks->setLanguage(m_writer->isWritingNote() || m_details.language().isEmpty()
                                 ? QLocale().name()
                                 : m_details.language());
    // A note is for colleagues, whatever the channel takes.
    m_window->setWindow(canReply && !m_writer->isWritingNote() ? m_details.replyWindow() : std::nullopt);
    m_composer->setVisible(canReply || (canNote() && m_writer->isWritingNote()));
    if (m_composerWanted && m_composer->isVisible()) {
        m_composerWanted = false;
        if (m_transcript->hasFocus())
            m_composer->takeFocus();
    }
}

bool ConversationPage::canNote() const
{
    return !m_details.isEmpty() && m_details.handoff() && !m_details.isErased() && m_details.isOpen();
}

bool ConversationPage::canSendTemplate() const
{
    return m_details.canReply() && m_details.replyWindow().has_value();
}

void ConversationPage::find()
{
    m_finder->open();
}

void ConversationPage::showMessage(const domain::MessageId& message)
{
    const client::Transcript* transcript = m_messages.transcript();
    m_sought = transcript && !transcript->isLoaded() ? message : domain::MessageId();
    if (m_sought.isNull())
        m_transcript->showMessage(message);
}

void ConversationPage::showSought()
{
    if (const domain::MessageId sought = std::exchange(m_sought, {}); !sought.isNull())
        m_transcript->showMessage(sought);
}

QString ConversationPage::noteWords() const
{
    if (m_details.canClaim())
        return m_connected ? tr("Claim this conversation to answer. Until then the customer is told to wait.")
                           : tr("You can claim this conversation when the connection is back.");
    const std::optional<domain::Handoff> handoff = m_details.handoff();
    if (m_details.control().holder == domain::Holder::Agent && handoff && handoff->awaited)
        return tr("%1 is away and has been given this conversation. It goes back to the queue if they do not "
                  "come back soon.")
            .arg(isolated(m_details.holderName()));
    if (m_details.control().holder == domain::Holder::Agent)
        return tr("%1 has this conversation.").arg(isolated(m_details.holderName()));
    if (m_details.control().holder == domain::Holder::Bot)
        return tr("The bot has this conversation.");
    return m_details.isErased() ? tr("This contact was erased. Nothing about them is kept here.")
                                : tr("This conversation is closed.");
}

} // namespace relevo::ui
