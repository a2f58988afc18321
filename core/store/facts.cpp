#include <store/facts.h>

namespace relevo::store {

QStringList foldedTags(const domain::Contact& contact)
{
    QStringList tags;
    for (const QString& tag : contact.tags)
        tags.push_back(tag.toCaseFolded());
    tags.sort();
    tags.removeDuplicates();
    return tags;
}

void Facts::fold(const domain::Event& event)
{
    if (const auto* notification = std::get_if<domain::Notification>(&event.data)) {
        notifications[notification->id] = event.seq;
    } else if (const auto* read = std::get_if<domain::NotificationRead>(&event.data)) {
        reads.try_emplace({read->id, read->agent}, event.at);
    } else if (const auto* agent = std::get_if<domain::Agent>(&event.data)) {
        // Who was never at work has no row.
        const auto known = attendance.find(agent->id);
        const bool wasAtWork = known != attendance.end() && known->second.back().attendance.atWork;
        const bool atWork = domain::isAtWork(*agent);
        if (atWork != wasAtWork)
            attendance[agent->id].push_back({event.seq, {event.at, atWork}});
    } else if (const auto* contact = std::get_if<domain::Contact>(&event.data)) {
        contacts[contact->id] = {event.conversationId, event.seq, contact->mergedInto, foldedTags(*contact)};
    } else if (const auto* erasure = std::get_if<domain::Erasure>(&event.data)) {
        contacts.erase(erasure->contact);
    } else if (event.type == domain::EventType::ConversationOpened) {
        const auto& conversation = std::get<domain::Conversation>(event.data);
        const QString channel = conversation.channel;
        Known& known = contacts[conversation.contact.id];
        known.conversation = event.conversationId;
        known.seq = event.seq;
        m_conversations[event.conversationId] = {channel, event.seq};
        openings[event.seq] = {event.at, channel, false};
    } else if (const auto* handoff = std::get_if<domain::Handoff>(&event.data)) {
        const Conversation& conversation = m_conversations[event.conversationId];
        domain::foldFacts(handoffs[handoff->id], event, conversation.channel);
        if (event.type == domain::EventType::HandoffRequested)
            openings[conversation.opened].escalated = true;
    }
}

} // namespace relevo::store
