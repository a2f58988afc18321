#pragma once

#include <client/outgoing_file.h>
#include <client/wish.h>
#include <domain/agent.h>
#include <domain/contact.h>
#include <domain/message.h>
#include <protocol/json.h>
#include <sql/database.h>

#include <map>
#include <vector>

namespace relevo::client {

/// One command on its way. Its id is made once and stays through every attempt, so that it has effect once.
struct OutboxItem
{
    qint64 position = 0; ///< order of making; given by the outbox
    QUuid commandId;
    Wish wish = Wish::Send;
    domain::ConversationId conversation; ///< null for what is about no conversation
    QString clientId;                    ///< of a message
    QString content;                     ///< of a message
    protocol::Json params;               ///< as sent, commandId included
    Timestamp madeAt;
    qint64 answeredSeq = 0; ///< accepted by the relay with an event of this seq; 0 while waiting
    /// Kept back until then, also over a restart; nothing for what goes at once.
    std::optional<Timestamp> notBefore = {};
    std::vector<OutgoingFile> files = {}; ///< of a message or a note; they go to the relay before it
};

/// Still kept back. A clock that was set back before the wish was made keeps nothing back.
[[nodiscard]] inline bool isHeld(const OutboxItem& item, Timestamp now)
{
    return item.notBefore && now < *item.notBefore && now >= item.madeAt;
}

/// Commands kept until the relay has confirmed them and their events have come. A table of the replica's
/// database, with a copy in memory. One thread, the database's.
class Outbox
{
public:
    /// Reads what is left from the last time.
    [[nodiscard]] static Result<Outbox> open(sql::Database& database);

    [[nodiscard]] const std::vector<OutboxItem>& items() const { return m_items; }
    [[nodiscard]] const OutboxItem* find(const QUuid& commandId) const;

    /// On disk when it returns. Availability replaces one that still waits.
    [[nodiscard]] Result<void> add(OutboxItem item);
    [[nodiscard]] Result<void> remove(const QUuid& commandId);
    /// Accepted; it stays, for the bubble, until settle() reaches `seq`.
    [[nodiscard]] Result<void> answered(const QUuid& commandId, qint64 seq);
    /// The relay has this file now; or, with a path, it must be taken there again.
    [[nodiscard]] Result<void> fileMoved(const QUuid& commandId, const domain::AttachmentId& file,
                                         const QString& path);
    /// The journal up to `seq` and these own messages have come: forgets what is thereby done. Returns the
    /// conversations concerned.
    [[nodiscard]] Result<std::vector<domain::ConversationId>> settle(qint64 seq,
                                                                     const std::vector<QString>& clientIds);

    /// Own messages and notes of a conversation that have not come back yet, as a transcript shows them.
    [[nodiscard]] std::vector<domain::Message> waiting(const domain::ConversationId& conversation,
                                                       const domain::AgentId& author) const;
    /// Until when some of those are kept back, by clientId.
    [[nodiscard]] std::map<QString, Timestamp> heldMessages(const domain::ConversationId& conversation) const;
    /// The messages of a conversation that are kept back are so no longer.
    [[nodiscard]] Result<void> release(const domain::ConversationId& conversation);
    [[nodiscard]] int unsent(const domain::ConversationId& conversation) const;
    [[nodiscard]] bool resolving(const domain::ConversationId& conversation) const;
    /// Somebody else is to have it: another agent, a team, the bot, the queue.
    [[nodiscard]] bool leaving(const domain::ConversationId& conversation) const;
    /// What the wishes about the contact that are on their way will make of it.
    void foresee(const domain::ConversationId& conversation, domain::Contact& contact,
                 const domain::AgentRef& me) const;

private:
    explicit Outbox(sql::Database& database) : m_database(&database) {}

    sql::Database* m_database;
    std::vector<OutboxItem> m_items;
};

} // namespace relevo::client
