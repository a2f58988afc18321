#include <domain/open_conversations.h>

namespace relevo::domain {

OpenConversations::Place OpenConversations::placeOf(const ConversationState& state)
{
    const std::optional<Handoff>& handoff = state.handoff;
    if (!handoff)
        return {};
    if (isWaiting(handoff->status))
        return {true, handoff->offer ? handoff->offer->agent.id : AgentId()};
    return {false, isHeld(handoff->status) && handoff->assignedTo ? handoff->assignedTo->id : AgentId()};
}

void OpenConversations::enter(const ConversationId& id, const Place& place)
{
    if (place.waits)
        m_waiting.insert(id);
    if (place.agent.isNull())
        return;
    m_byAgent[place.agent].insert(id);
    if (place.waits)
        ++m_offers[place.agent];
}

void OpenConversations::leave(const ConversationId& id, const Place& place)
{
    if (place.waits)
        m_waiting.erase(id);
    const auto ids = m_byAgent.find(place.agent);
    if (place.agent.isNull() || ids == m_byAgent.end())
        return;
    ids->second.erase(id);
    if (ids->second.empty())
        m_byAgent.erase(ids);
    if (const auto offers = m_offers.find(place.agent);
        place.waits && offers != m_offers.end() && --offers->second == 0)
        m_offers.erase(offers);
}

void OpenConversations::put(const ConversationId& id, ConversationState state)
{
    change(id, [&state](ConversationState& there) { there = std::move(state); });
}

void OpenConversations::erase(const ConversationId& id)
{
    const auto found = m_all.find(id);
    if (found == m_all.end())
        return;
    leave(id, placeOf(found->second));
    m_all.erase(found);
}

void OpenConversations::clear()
{
    m_all.clear();
    m_waiting.clear();
    m_byAgent.clear();
    m_offers.clear();
}

const OpenConversations::Ids& OpenConversations::of(const AgentId& agent) const
{
    static const Ids none;
    const auto found = m_byAgent.find(agent);
    return found == m_byAgent.end() ? none : found->second;
}

} // namespace relevo::domain
