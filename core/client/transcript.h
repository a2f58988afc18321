#pragma once

#include <client/batch.h>

#include <QtCore/QObject>

#include <map>

namespace relevo::client {

/// One conversation that is looked at, on the UI thread: its whole state, the messages loaded so far and what
/// of ours still waits in the outbox. A message that has come back by its clientId is never shown twice.
class Transcript final : public QObject
{
    Q_OBJECT
public:
    explicit Transcript(const domain::ConversationId& conversation, QObject* parent = nullptr);

    [[nodiscard]] const domain::ConversationId& conversation() const { return m_conversation; }
    /// False until the first page has come from disk; `state` and `messages` are empty until then.
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    /// Contact, control, newest handoff with its summary. Nothing when the conversation is not known here.
    [[nodiscard]] const std::optional<domain::ConversationState>& state() const { return m_state; }
    /// Ascending by seq, without holes.
    [[nodiscard]] const std::vector<domain::Message>& messages() const { return m_messages; }
    /// Own messages not yet confirmed by the relay, in order; seq 0 and a null id, told apart by clientId.
    [[nodiscard]] const std::vector<domain::Message>& waiting() const { return m_waiting; }
    /// Until when a waiting message is held back and can be taken back; nothing when it goes as soon as it
    /// can.
    [[nodiscard]] std::optional<Timestamp> heldUntil(const QString& clientId) const;
    /// Whether older messages may exist; then Desk::loadOlder fetches them.
    [[nodiscard]] bool hasOlder() const { return m_hasOlder; }
    /// The newest seq that had been read when the conversation was opened: "new messages" come after it.
    [[nodiscard]] qint64 readUpTo() const { return m_readUpTo; }

    void apply(const TranscriptBatch& batch);

Q_SIGNALS:
    /// Everything is another; also when the first page has come.
    void reset();
    /// Messages came in, older or newer, or the waiting ones are others. Once a batch, after both have
    /// changed.
    void changed();
    /// The message at `index` is another (its delivery, mostly).
    void messageChanged(qsizetype index);
    void stateChanged();
    void hasOlderChanged();
    /// An open or loadOlder is answered, with or without messages.
    void loadingDone();

private:
    domain::ConversationId m_conversation;
    std::optional<domain::ConversationState> m_state;
    std::vector<domain::Message> m_messages;
    std::vector<domain::Message> m_waiting;
    std::map<QString, Timestamp> m_held;
    qint64 m_readUpTo = 0;
    bool m_loaded = false;
    bool m_hasOlder = false;

    void replaceAll(const TranscriptBatch& batch);
    void fold(const TranscriptBatch& batch);
    void dropConfirmed();
    [[nodiscard]] bool insertMessages(const std::vector<domain::Message>& messages);
    void applyDeliveries(const std::vector<domain::DeliveryUpdate>& deliveries);
};

} // namespace relevo::client
