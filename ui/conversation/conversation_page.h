#pragma once

#include <ui/conversation/writing_habits.h>
#include <ui/files/picture_store.h>
#include <ui/spelling/spell_marks.h>
#include <ui/theme/theme.h>

#include <base/clock.h>
#include <client/attachments.h>
#include <client/outgoing_file.h>
#include <models/conversation_details.h>
#include <models/messages_model.h>

#include <QtWidgets/QStackedWidget>

#include <functional>

class QPushButton;

namespace relevo::ui {

class Actions;
class AttachmentOpener;
class Banner;
class BlockedBar;
class HandoverBar;
class Composer;
class ConversationHeader;
class EmptyState;
class FenceBar;
class FindBar;
class Finder;
class GapBar;
class Text;
class TranscriptView;
class TypingLine;
class UnsentText;
class WindowBar;
class Writer;

/// The centre: one conversation with header, transcript and composer, or words when none is open.
class ConversationPage final : public QWidget
{
    Q_OBJECT
public:
    /// The models and the clock must outlive the page.
    ConversationPage(const Theme& theme, models::MessagesModel& messages,
                     const models::ConversationDetails& details, const Clock& clock,
                     QWidget* parent = nullptr);

    /// After the models show another conversation, or none.
    void showConversation(const domain::ConversationId& conversation);
    /// Where the files of messages come from; must outlive the page.
    void setAttachments(client::Attachments& attachments);
    /// How the agent writes; asked whenever it matters.
    void setHabits(std::function<WritingHabits()> habits);
    /// Buttons do what these do, and tell their keys.
    void setActions(Actions& actions);
    /// Words are checked from now on; must outlive the page.
    void setSpelling(Spelling& spelling, SpellingHabits habits);
    /// What to say while no conversation is open.
    enum class Queue { Unknown, Nobody, Somebody };
    void setQueue(Queue queue);
    /// Instead of that, while the desk is cut off until somebody does something: why, and the words of the
    /// button (wayOnChosen).
    void setCutOff(const QString& words, const QString& action);
    void setConnected(bool connected);
    /// Somebody else types in a conversation, whether it is shown or not. `name` and `text`, what they have
    /// written so far, may be empty.
    void setTyping(const domain::ConversationId& conversation, const QString& name, bool on,
                   const QString& text = {});
    /// A text that was not sent goes back in front of what is being written there, behind those that came
    /// back before. Where one may no longer write it is shown below the messages.
    void returnDraft(const domain::ConversationId& conversation, const QString& text, qint64 basedOnSeq = 0);
    /// Claims, if that can be done now.
    void claim();
    /// Claims before the transcript is there: a list's row knows which handoff.
    void claimUnseen(const domain::HandoffId& handoff);
    void claimEnded();
    void focusComposer();
    void focusTranscript();
    /// The keyboard goes where a private note is written, if one can be; and back, when it is there already.
    void writeNote();
    /// There is a field for an answer or a note.
    [[nodiscard]] bool isWriting() const;
    /// Asks for files that go with what is being written.
    void chooseFiles();
    /// A template can be sent: this agent has the customer, on a channel that has them.
    [[nodiscard]] bool canSendTemplate() const;
    /// Opens the bar that finds words in the conversation.
    void find();
    /// Goes to a message, wherever in the conversation it is.
    void showMessage(const domain::MessageId& message);
    /// Whether the newest message is on screen.
    [[nodiscard]] bool isAtEnd() const;
    /// All panes in the order of F6.
    [[nodiscard]] QList<QWidget*> panes() const;

    [[nodiscard]] ConversationHeader& header() { return *m_header; }
    [[nodiscard]] Writer& writer() { return *m_writer; }
    [[nodiscard]] PictureStore& pictures() { return m_pictures; }
    [[nodiscard]] AttachmentOpener& opener() { return *m_opener; }
    [[nodiscard]] Banner& banner() { return *m_banner; }
    /// Above it: for what stays true for a while, whatever else is told.
    [[nodiscard]] Banner& standingBanner() { return *m_standing; }

Q_SIGNALS:
    void wayOnChosen();
    void claimRequested(const relevo::domain::HandoffId& handoff);
    /// Kept back for `hold`.
    void sendRequested(const relevo::domain::ConversationId& conversation, const QString& text,
                       std::chrono::milliseconds hold, const QList<relevo::client::OutgoingFile>& files,
                       qint64 basedOnSeq);
    void typingChanged(const relevo::domain::ConversationId& conversation, bool on);
    void olderWanted(const relevo::domain::ConversationId& conversation);
    /// The newest message is on screen.
    void readToEnd(const relevo::domain::ConversationId& conversation);
    void leftComposer();
    /// An earlier conversation with the customer, or more of it, is to be shown above this one.
    void pastWanted(const relevo::domain::ConversationId& conversation);
    /// The customer is to be let in again.
    void unblockRequested();
    void templateWanted();

protected:
    /// Files are dropped anywhere on the conversation.
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    PictureStore m_pictures;
    models::MessagesModel& m_messages;
    const models::ConversationDetails& m_details;
    domain::ConversationId m_conversation;
    domain::HandoffId m_claiming;
    domain::MessageId m_sought; ///< to be shown once the transcript has been read
    bool m_connected = false;
    bool m_couldReply = false;
    bool m_composerWanted = false; ///< the keyboard goes there as soon as one may write

    Banner* m_banner;
    Banner* m_standing;
    ConversationHeader* m_header;
    BlockedBar* m_blocked;
    HandoverBar* m_handover;
    TranscriptView* m_transcript;
    FindBar* m_find;
    TypingLine* m_typing;
    FenceBar* m_fence;
    GapBar* m_gaps;
    WindowBar* m_window;
    Composer* m_composer;
    Text* m_note;
    QPushButton* m_addNote;
    UnsentText* m_unsent;
    QStackedWidget* m_stack;
    EmptyState* m_fetching; ///< over the transcript until its messages come
    EmptyState* m_empty;
    QTimer m_slow; ///< runs while nothing is known of what is looked at, and nothing need be said of it yet
    Writer* m_writer;
    Finder* m_finder;
    AttachmentOpener* m_opener;
    SpellMarks* m_marks = nullptr; ///< none: nothing is said of spelling
    const Theme& m_theme;

    [[nodiscard]] QWidget* makeConversation();
    void connectParts();
    void connectFiles();
    void refreshComposer();
    [[nodiscard]] bool canNote() const;
    void refresh();
    [[nodiscard]] QString fetchingWords() const;
    void showSought();
    void startClaim(const domain::HandoffId& handoff);
    [[nodiscard]] QString noteWords() const;
};

} // namespace relevo::ui
