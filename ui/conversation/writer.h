#pragma once

#include <ui/conversation/composer.h>

#include <base/clock.h>
#include <base/ids.h>
#include <client/draft.h>
#include <models/conversation_details.h>
#include <models/messages_model.h>
#include <models/send_fence.h>

#include <QtCore/QSet>
#include <QtCore/QThreadPool>

namespace relevo::ui {

class FenceBar;
class GapBar;
class TranscriptView;

/// What an agent writes, conversation by conversation: keeps the drafts, lets nothing go that answers to less
/// than what was said, and takes back what can be taken back.
class Writer final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the writer.
    struct Parts
    {
        Composer& composer;
        FenceBar& fence;
        GapBar& gaps;
        TranscriptView& transcript;
        const models::MessagesModel& messages;
        const models::ConversationDetails& details;
        const Clock& clock;
    };

    explicit Writer(const Parts& parts, QObject* parent = nullptr);

    /// Another conversation is shown, or none (null).
    void look(const domain::ConversationId& conversation);
    /// These and no others.
    void setDrafts(const QList<client::Draft>& drafts);
    void forget(const domain::ConversationId& conversation);
    /// A text that was not sent goes back in front of what is being written there, behind those that came
    /// back before. It answers to what it did when it was sent.
    void giveBack(const domain::ConversationId& conversation, const QString& text, qint64 basedOnSeq);
    /// What comes back there next was stopped on its way, since somebody has spoken: it is asked about as
    /// soon as it is seen.
    void markOvertaken(const domain::ConversationId& conversation);
    /// Where that is still to be asked.
    [[nodiscard]] const QSet<domain::ConversationId>& overtaken() const { return m_overtaken; }
    /// Its files, or those of a note.
    void giveBackFiles(const domain::ConversationId& conversation, const QList<client::OutgoingFile>& files,
                       bool note);
    /// A picture that was handed out by pictureTaken is kept at this path; or not, when it is empty.
    void pictureKept(const domain::ConversationId& conversation, client::OutgoingFile picture, bool note,
                     const QString& path);
    /// What was to go to the customer of the conversation that is shown, and was not sent; its files by name.
    [[nodiscard]] QString unsent() const;
    void discard();
    /// Whom a note can name.
    void setColleagues(const QList<Mentionable>& colleagues);
    /// The answers kept ready, to be offered after "/".
    void setCanned(const std::vector<client::CannedResponse>& responses);
    /// One of them goes into the answer, where the cursor stands.
    void write(const client::CannedResponse& response);
    [[nodiscard]] bool isWritingNote() const;
    void toggleNote();
    /// Back to answering, unless there is something in the note.
    void leaveEmptyNote();
    /// A proposal becomes the draft, in place of an empty one, else behind it; not sent by anybody else.
    void use(const QString& text);
    /// `original` in other words, unless it was changed meanwhile.
    void takeRewording(const domain::ConversationId& conversation, const QString& original,
                       const QString& reworded, const QString& words);
    void rewordingFailed(const domain::ConversationId& conversation, const QString& words);

Q_SIGNALS:
    void sendRequested(const relevo::domain::ConversationId& conversation, const QString& text,
                       std::chrono::milliseconds hold, const QList<relevo::client::OutgoingFile>& files,
                       qint64 basedOnSeq);
    /// `mentions` are those whom the text names.
    void noteRequested(const relevo::domain::ConversationId& conversation, const QString& text,
                       const QList<relevo::domain::AgentId>& mentions,
                       const QList<relevo::client::OutgoingFile>& files);
    /// A picture without a file was attached: to be kept as one (pictureKept).
    void pictureTaken(const relevo::domain::ConversationId& conversation,
                      const relevo::client::OutgoingFile& picture, bool note, const QByteArray& png);
    /// A file will not be sent: what was kept for it may go.
    void fileDropped(const relevo::domain::ConversationId& conversation,
                     const relevo::domain::AttachmentId& file);
    void takeBackRequested(const relevo::domain::ConversationId& conversation);
    void draftChanged(const relevo::client::Draft& draft);
    void modeChanged();
    void typingChanged(const relevo::domain::ConversationId& conversation, bool on);
    void rewordRequested(const relevo::domain::ConversationId& conversation, const QString& text,
                         relevo::client::Rewording how);

private:
    Parts m_;
    UuidV7Source m_ids;
    domain::ConversationId m_conversation;
    QHash<domain::ConversationId, client::Draft> m_drafts;
    QHash<domain::ConversationId, QString> m_returned; ///< with what the drafts begin that came back
    QSet<domain::ConversationId> m_overtaken;
    models::DraftBasis m_basis;                  ///< of the message that is shown
    QHash<domain::ConversationId, int> m_coming; ///< pictures that are not kept as files yet
    QThreadPool m_encoder;                       ///< last: it is waited for before the rest goes

    [[nodiscard]] client::Draft& current();
    void show();
    void edited();
    void keep(client::Draft& draft);
    void setMode(Composer::Mode mode);
    void send(const QString& text);
    /// Something in the text is still to be written; it is not sent for that the first time.
    [[nodiscard]] bool gapHolds();
    void letGo(const QString& text);
    void repeat(const QString& text, const std::vector<domain::Attachment>& files);
    void attach(const QStringList& paths);
    void attachPicture(const QImage& picture);
    void encoded(const domain::ConversationId& conversation, const client::OutgoingFile& picture, bool note,
                 const QByteArray& png);
    /// A picture that was pasted is not there yet; it is not sent without it.
    [[nodiscard]] bool pictureHolds();
    void touched();
    void removeFile(const domain::AttachmentId& file);
    /// Of the text that is shown.
    [[nodiscard]] std::vector<client::OutgoingFile>& files();
    void updateFence();
    [[nodiscard]] bool fenceHolds();
    /// Tells what was said since; false when nothing was.
    bool showFence();
    void askIfOvertaken();
    void sendAnyway();
    void lookAgain();
    void takeBack();
    [[nodiscard]] bool canTakeBack() const;
};

} // namespace relevo::ui
