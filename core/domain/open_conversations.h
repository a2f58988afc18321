#pragma once

#include <domain/conversation_state.h>

#include <map>
#include <set>

namespace relevo::domain {

/// The open conversations of a project by id, with indexes over them: which wait, which each agent holds or
/// is offered, and how many of these are offers. A conversation only changes through this class, which looks
/// at it before and after, so the indexes cannot drift from what they index; they are no part of the state
/// and of no hash. References hold until the conversation is erased or replaced.
class OpenConversations
{
public:
    using Map = std::map<ConversationId, ConversationState>;
    using const_iterator = Map::const_iterator;
    using Ids = std::set<ConversationId>;

    [[nodiscard]] const_iterator begin() const { return m_all.begin(); }
    [[nodiscard]] const_iterator end() const { return m_all.end(); }
    [[nodiscard]] const_iterator find(const ConversationId& id) const { return m_all.find(id); }
    [[nodiscard]] bool contains(const ConversationId& id) const { return m_all.contains(id); }
    [[nodiscard]] const ConversationState& at(const ConversationId& id) const { return m_all.at(id); }
    [[nodiscard]] std::size_t size() const { return m_all.size(); }
    [[nodiscard]] bool empty() const { return m_all.empty(); }

    /// New, or in the place of the one with this id.
    void put(const ConversationId& id, ConversationState state);
    /// Calls `change` with the conversation, an empty one when there is none.
    template <typename Change>
    void change(const ConversationId& id, Change&& change)
    {
        ConversationState& state = m_all[id];
        const Place before = placeOf(state);
        std::forward<Change>(change)(state);
        if (const Place after = placeOf(state); after != before) {
            leave(id, before);
            enter(id, after);
        }
    }
    void erase(const ConversationId& id);
    void clear();

    /// Those with a handoff that waits.
    [[nodiscard]] const Ids& waiting() const { return m_waiting; }
    /// Those the agent holds, or is offered while they wait.
    [[nodiscard]] const Ids& of(const AgentId& agent) const;
    /// Something is offered to the agent now.
    [[nodiscard]] bool isOffered(const AgentId& agent) const { return m_offers.contains(agent); }
    /// Agents who hold or are offered any, with them.
    [[nodiscard]] const std::map<AgentId, Ids>& byAgent() const { return m_byAgent; }

    friend bool operator==(const OpenConversations& a, const OpenConversations& b)
    {
        return a.m_all == b.m_all;
    }

private:
    struct Place
    {
        bool waits = false;
        AgentId agent; ///< who holds it or is offered it; null: nobody

        friend bool operator==(const Place&, const Place&) = default;
    };

    [[nodiscard]] static Place placeOf(const ConversationState& state);
    void enter(const ConversationId& id, const Place& place);
    void leave(const ConversationId& id, const Place& place);

    Map m_all;
    Ids m_waiting;
    std::map<AgentId, Ids> m_byAgent;
    std::map<AgentId, int> m_offers; ///< none with 0
};

} // namespace relevo::domain
