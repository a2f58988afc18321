#include <store/replay.h>

#include <domain/redaction.h>
#include <store/audit.h>

#include <utility>

namespace relevo::store {

std::optional<domain::DeliveryError> Replay::errorOf(const domain::MessageId& message) const
{
    const auto found = m_errors.find(message);
    return found == m_errors.end() ? std::nullopt : std::optional(found->second);
}

std::optional<QString> Replay::foldMessage(const domain::Event& event, const domain::Message& message)
{
    if (message.seq != event.seq)
        return QStringLiteral("event %1 numbers its message %2").arg(event.seq).arg(message.seq);
    const MessageRow row{event.conversationId, event.seq, message.delivery, message.note};
    if (!m_messages.emplace(message.id, row).second)
        return QStringLiteral("event %1 repeats the message %2").arg(event.seq).arg(message.id.toString());
    if (message.deliveryError)
        m_errors[message.id] = *message.deliveryError;
    if (message.delivery == domain::Delivery::Queued && !message.note)
        m_queued[event.conversationId].insert(message.id);
    return std::nullopt;
}

void Replay::foldErasure(const domain::ConversationId& conversation)
{
    const auto queued = m_queued.find(conversation);
    if (queued == m_queued.end())
        return;
    for (const domain::MessageId& id : std::exchange(queued->second, {}))
        foldDelivery({id, domain::Delivery::Failed, domain::erasedBeforeSent()});
}

void Replay::foldDelivery(const domain::DeliveryUpdate& update)
{
    const auto found = m_messages.find(update.messageId);
    if (found == m_messages.end() || !domain::advances(found->second.delivery, update.delivery))
        return;
    if (const auto queued = m_queued.find(found->second.conversation); queued != m_queued.end())
        queued->second.erase(update.messageId);
    found->second.delivery = update.delivery;
    if (update.error)
        m_errors[update.messageId] = *update.error;
    else
        m_errors.erase(update.messageId);
}

std::optional<QString> Replay::fold(const domain::Event& event)
{
    domain::apply(m_live, event);
    m_facts.fold(event);
    const auto known = m_conversations.find(event.conversationId);
    const bool wasBlocked = known != m_conversations.end() && known->second.conversation.contact.blocked;
    if (isAudited(event, wasBlocked))
        m_audit[event.seq] = {event.type, auditActor(event.actor), auditSubject(event), event.at};
    if (event.conversationId.isNull())
        return std::nullopt;
    domain::ConversationState& state = m_conversations[event.conversationId];
    if (state.conversation.id.isNull() && event.type != domain::EventType::ConversationOpened)
        return QStringLiteral("event %1 is about a conversation that was never opened").arg(event.seq);
    domain::applyTo(state, event);
    if (state.handoff)
        m_handoffs[state.handoff->id] = *state.handoff;
    if (event.type == domain::EventType::HandoffRated) {
        // It may be an earlier one than the conversation's.
        const auto& rated = std::get<domain::Handoff>(event.data);
        const auto found = m_handoffs.find(rated.id);
        if (found == m_handoffs.end())
            return QStringLiteral("event %1 rates a handoff that was never asked for").arg(event.seq);
        found->second.rating = rated.rating;
    }
    if (const auto* message = std::get_if<domain::Message>(&event.data))
        return foldMessage(event, *message);
    if (const auto* update = std::get_if<domain::DeliveryUpdate>(&event.data))
        foldDelivery(*update);
    const bool emptied = !event.erasedWith.isNull();
    if (!std::holds_alternative<domain::Message>(event.data) && (emptied || domain::tellsOfPerson(event)))
        m_listed[event.seq] = event.conversationId;
    if (std::holds_alternative<domain::Erasure>(event.data)) {
        m_erased[event.seq] = event.conversationId;
        foldErasure(event.conversationId);
    }
    return std::nullopt;
}

} // namespace relevo::store
