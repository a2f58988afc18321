#include <store/replay.h>

#include <store/audit.h>

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
    return std::nullopt;
}

void Replay::foldDelivery(const domain::DeliveryUpdate& update)
{
    const auto found = m_messages.find(update.messageId);
    if (found == m_messages.end() || !domain::advances(found->second.delivery, update.delivery))
        return;
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
    if (isAudited(event.type))
        m_audit[event.seq] = {event.type, auditActor(event.actor), auditSubject(event), event.at};
    if (event.conversationId.isNull())
        return std::nullopt;
    domain::ConversationState& state = m_conversations[event.conversationId];
    if (state.conversation.id.isNull() && event.type != domain::EventType::ConversationOpened)
        return QStringLiteral("event %1 is about a conversation that was never opened").arg(event.seq);
    domain::applyTo(state, event);
    if (state.handoff)
        m_handoffs[state.handoff->id] = *state.handoff;
    if (const auto* message = std::get_if<domain::Message>(&event.data))
        return foldMessage(event, *message);
    if (const auto* update = std::get_if<domain::DeliveryUpdate>(&event.data))
        foldDelivery(*update);
    return std::nullopt;
}

} // namespace relevo::store
