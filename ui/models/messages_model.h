#pragma once

#include <client/transcript.h>

#include <QtCore/QAbstractListModel>
#include <QtCore/QDate>
#include <QtCore/QPointer>

namespace relevo::models {

/// One conversation as it is read: its messages from old to new, with day separators, the line where the
/// bot's part ended, the "new messages" marker, and what still waits to be sent at the end.
class MessagesModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Kind {
        Message, ///< a bubble by customer, bot or agent
        System,  ///< a line of the relay's own, e.g. "Ana joined"
        Day,     ///< separator; AtRole is the day's first moment in local time
        Handoff, ///< "Handed over: <reason>"; ContentRole is the reason
        Past,    ///< above an earlier conversation with the customer, or the offer to show one
        New,     ///< everything below had not been read when the conversation was opened
    };

    enum Role {
        KindRole = Qt::UserRole + 1, ///< int(Kind)
        AuthorRole,                  ///< int(domain::Author)
        AuthorNameRole,              ///< QString: for bubbles; "Bot", "You", the contact's or agent's name
        ContentRole,                 ///< QString, plain text; also Qt::DisplayRole
        AtRole,                      ///< QDateTime, UTC
        DeliveryRole,                ///< int(domain::Delivery)
        WaitingRole,                 ///< bool: still in the outbox of this desk
        MineRole,                    ///< bool: written by the agent signed in here
        GroupedRole,                 ///< bool: same author as the row above within five minutes
        ErrorRole,                   ///< QString: why delivery failed, else empty
        MessageIdRole,               ///< QString; empty while waiting
        NoteRole,                    ///< bool: between agents, the customer never sees it
        TriggerTypeRole,             ///< int(domain::TriggerType), for Kind::Handoff
        SeqRole,          ///< qint64: of the message, for bubbles and system lines; 0 while waiting
        ClientIdRole,     ///< QString: of an own message
        HeldUntilRole,    ///< QDateTime, UTC: it waits until then and can be taken back; else invalid
        RetriableRole,    ///< bool: an own message that was not delivered, and was not tried again yet
        ConversationRole, ///< domain::ConversationId
        AttachmentsRole,  ///< std::vector<domain::Attachment>
        OriginalRole, ///< QString: what the customer was told, where ContentRole is in the desk's language
        TemplateRole, ///< QString: the name of the template a message was made of, else empty
        OfferRole,    ///< QString: the earlier conversation that a press shows, for Kind::Past
    };

    /// An earlier conversation that can be shown above what is there, or more of the one shown last.
    struct PastOffer
    {
        domain::ConversationId conversation;
        Timestamp at;          ///< when it began
        bool underway = false; ///< it has been asked for

        friend bool operator==(const PastOffer&, const PastOffer&) = default;
    };

    explicit MessagesModel(QObject* parent = nullptr);

    /// Shows another conversation, or none (null). `me` is the agent signed in.
    void setTranscript(client::Transcript* transcript, const domain::AgentId& me);
    [[nodiscard]] client::Transcript* transcript() const { return m_transcript; }
    /// Earlier conversations with the customer, oldest first: shown above this one once its beginning is
    /// here, until another is. What is asked of the model is asked of this one only.
    void setPast(const std::vector<client::Transcript*>& past, const std::optional<PastOffer>& offer);
    /// The row of the "new messages" marker, or -1.
    [[nodiscard]] int newMarkerRow() const;
    /// The row of a message that is loaded, or -1.
    [[nodiscard]] int rowOf(const domain::MessageId& message) const;
    /// What somebody else has said after `seq` (send_fence.h), as far as it is loaded. Valid until the next
    /// change.
    [[nodiscard]] std::vector<const domain::Message*> saidAfter(qint64 seq) const;
    /// The name under which the author of a message is shown.
    [[nodiscard]] QString authorName(const domain::Message& message) const;
    /// All pictures that are loaded, from old to new.
    [[nodiscard]] std::vector<domain::Attachment> pictures() const;
    /// The newest own message that is held back, by its clientId; empty when there is none.
    [[nodiscard]] QString newestHeld() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    /// A row refers to a message by where it is found: seq, or clientId while it waits.
    struct Row
    {
        Kind kind = Kind::Message;
        qint64 seq = 0;   ///< of the message; of the message below for separators; 0 while waiting
        QString clientId; ///< of a waiting message
        bool grouped = false;
        bool held = false; ///< waits, and was held back when this was laid out; of an offer: underway
        bool past = false; ///< of an earlier conversation; clientId names it in its heading

        friend bool operator==(const Row&, const Row&) = default;
    };

    QPointer<client::Transcript> m_transcript;
    domain::AgentId m_me;
    std::vector<QPointer<client::Transcript>> m_past; ///< oldest first
    std::optional<PastOffer> m_offer;
    std::vector<Row> m_rows;

    [[nodiscard]] const domain::Message* messageOf(const Row& row) const;
    [[nodiscard]] QVariant messageData(const domain::Message& message, const Row& row, int role) const;
    [[nodiscard]] QVariant handoffData(int role) const;
    [[nodiscard]] QVariant pastData(const Row& row, int role) const;
    [[nodiscard]] const domain::Message* pastMessage(qint64 seq) const;
    void addPast(std::vector<Row>& rows) const;
    /// What went wrong with it, in words; empty when nothing did.
    [[nodiscard]] QString troubleOf(const domain::Message& message) const;
    [[nodiscard]] bool isMine(const domain::Message& message) const;
    [[nodiscard]] bool wasTriedAgain(const domain::Message& message) const;
    [[nodiscard]] std::vector<Row> layout() const;
    void reload();
    void update();
    void messageChanged(qsizetype index);
};

} // namespace relevo::models
