#pragma once

#include <domain/state.h>
#include <store/facts.h>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace relevo::store {

/// What the events of one project make of it, from nothing: what every projection is measured by. Keeps some
/// hundred bytes a message.
class Replay
{
public:
    struct MessageRow
    {
        domain::ConversationId conversation;
        qint64 seq = 0;
        domain::Delivery delivery = domain::Delivery::Queued;
        bool note = false;
    };

    /// The next event. Gives what is wrong with it; nothing when all is well.
    [[nodiscard]] std::optional<QString> fold(const domain::Event& event);

    [[nodiscard]] const domain::ProjectState& live() const { return m_live; }
    /// Closed ones too.
    [[nodiscard]] const std::map<domain::ConversationId, domain::ConversationState>& conversations() const
    {
        return m_conversations;
    }
    /// Those that are over too.
    [[nodiscard]] const std::map<domain::HandoffId, domain::Handoff>& handoffs() const { return m_handoffs; }
    [[nodiscard]] const std::map<domain::MessageId, MessageRow>& messages() const { return m_messages; }
    [[nodiscard]] const Facts& facts() const { return m_facts; }
    /// What the audit's index says of each event in it, by sequence: type, actor, subject, time.
    struct AuditRow
    {
        domain::EventType type = domain::EventType::Unknown;
        QString actor;
        QString subject;
        Timestamp at;
    };
    [[nodiscard]] const std::map<qint64, AuditRow>& audit() const { return m_audit; }
    /// Events that tell of a conversation's customer and are no messages, by sequence.
    [[nodiscard]] const std::map<qint64, domain::ConversationId>& listed() const { return m_listed; }
    /// Erased contacts' conversations, by the sequence of that event.
    [[nodiscard]] const std::map<qint64, domain::ConversationId>& erased() const { return m_erased; }
    [[nodiscard]] std::optional<domain::DeliveryError> errorOf(const domain::MessageId& message) const;

private:
    [[nodiscard]] std::optional<QString> foldMessage(const domain::Event& event,
                                                     const domain::Message& message);
    void foldDelivery(const domain::DeliveryUpdate& update);
    /// What had not left by then never will.
    void foldErasure(const domain::ConversationId& conversation);

    domain::ProjectState m_live;
    std::map<domain::ConversationId, domain::ConversationState> m_conversations;
    std::map<domain::HandoffId, domain::Handoff> m_handoffs;
    Facts m_facts;
    std::map<domain::MessageId, MessageRow> m_messages;
    std::map<qint64, AuditRow> m_audit;
    std::map<domain::MessageId, domain::DeliveryError> m_errors; // few have one
    std::map<domain::ConversationId, std::set<domain::MessageId>> m_queued;
    std::map<qint64, domain::ConversationId> m_listed;
    std::map<qint64, domain::ConversationId> m_erased;
};

} // namespace relevo::store
