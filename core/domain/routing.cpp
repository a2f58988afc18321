#include <domain/routing.h>

#include <domain/priority.h>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace relevo::domain {
namespace {

bool speaks(const Agent& agent, const QString& language)
{
    return agent.languages.isEmpty() || language.isEmpty() ||
           agent.languages.contains(language, Qt::CaseInsensitive);
}

bool hasSkills(const Agent& agent, const QStringList& skills)
{
    return std::all_of(skills.begin(), skills.end(), [&agent](const QString& skill) {
        return agent.skills.contains(skill, Qt::CaseInsensitive);
    });
}

bool isAsked(const ProjectState& project, const Agent& agent, const Handoff& handoff)
{
    const auto team = project.teams.find(handoff.team);
    return team == project.teams.end() ||
           std::binary_search(team->second.members.begin(), team->second.members.end(), agent.id);
}

Fit fitOf(const ProjectState& project, const Agent& agent, const ConversationState& conversation, int load)
{
    const Handoff& handoff = *conversation.handoff;
    if (agent.disabled)
        return Fit::Disabled;
    if (!isAsked(project, agent, handoff))
        return Fit::Team;
    if (agent.availability != Availability::Available)
        return Fit::NotAvailable;
    if (agent.goneAt)
        return Fit::Gone;
    if (!speaks(agent, conversation.conversation.language))
        return Fit::Language;
    if (!hasSkills(agent, handoff.skills))
        return Fit::Skills;
    if (std::any_of(handoff.passedBy.begin(), handoff.passedBy.end(),
                    [&agent](const Passed& passed) { return passed.agent == agent.id; }))
        return Fit::Passed;
    if (agent.capacity > 0)
        return load >= agent.capacity ? Fit::Full : Fit::Fits;
    // Nobody can answer twenty offers before the same moment, and what runs out counts as passed on.
    const bool isTheirs = handoff.offer && handoff.offer->agent.id == agent.id;
    return project.conversations.isOffered(agent.id) && !isTheirs ? Fit::Offered : Fit::Fits;
}

int loadOf(const std::map<AgentId, int>& loads, const AgentId& agent)
{
    const auto load = loads.find(agent);
    return load == loads.end() ? 0 : load->second;
}

/// The smaller one is asked before: who knows the customer, the load where it counts, the last assignment.
using Turn = std::tuple<bool, int, Timestamp, AgentId>;

Turn turnOf(const ProjectState& project, const ConversationState& conversation, const Agent& agent, int load,
            Timestamp assignedAt)
{
    const bool byLoad = project.settings.routing == Routing::LeastBusy;
    return {agent.id != conversation.handoff->knownBy, byLoad ? load : 0, assignedAt, agent.id};
}

Timestamp assignedAt(const Agent& agent)
{
    return agent.lastAssignedAt.value_or(Timestamp::min());
}

/// The agents who have hands free, as they are after each of the offers that are about to be made.
class FreeHands
{
public:
    explicit FreeHands(const ProjectState& project) : m_project(project)
    {
        const std::map<AgentId, int> busy = loads(project);
        for (const auto& [id, agent] : project.agents) {
            m_newest = std::max(m_newest, assignedAt(agent));
            if (agent.availability != Availability::Available || agent.goneAt)
                continue;
            const int load = loadOf(busy, id);
            const int hands = agent.capacity > 0 ? agent.capacity - load
                                                 : static_cast<int>(!project.conversations.isOffered(id));
            if (hands > 0)
                m_free.push_back({&agent, hands, load, assignedAt(agent)});
        }
    }

    [[nodiscard]] bool isEmpty() const { return m_free.empty(); }
    /// Takes a hand of whoever would be offered it; false: nobody could be.
    bool take(const ConversationState& conversation)
    {
        std::optional<Turn> first;
        auto whose = m_free.end();
        for (auto one = m_free.begin(); one != m_free.end(); ++one) {
            if (fitOf(m_project, *one->agent, conversation, one->load) != Fit::Fits)
                continue;
            const Turn turn = turnOf(m_project, conversation, *one->agent, one->load, one->assignedAt);
            if (!first || turn < *first) {
                first = turn;
                whose = one;
            }
        }
        if (!first)
            return false;
        ++whose->load;
        m_newest += milliseconds(1);
        whose->assignedAt = m_newest;
        if (--whose->hands == 0)
            m_free.erase(whose);
        return true;
    }

private:
    struct Free
    {
        const Agent* agent;
        int hands;
        int load;
        Timestamp assignedAt;
    };

    const ProjectState& m_project;
    std::vector<Free> m_free;
    Timestamp m_newest = Timestamp::min();
};

} // namespace

std::map<AgentId, int> loads(const ProjectState& project)
{
    std::map<AgentId, int> result;
    for (const auto& [agent, ids] : project.conversations.byAgent())
        result.emplace_hint(result.end(), agent, static_cast<int>(ids.size()));
    return result;
}

std::vector<Consideration> consider(const ProjectState& project, const ConversationState& conversation)
{
    return consider(project, conversation, loads(project));
}

std::vector<Consideration> consider(const ProjectState& project, const ConversationState& conversation,
                                    const std::map<AgentId, int>& busy)
{
    std::vector<Consideration> all;
    if (!conversation.handoff)
        return all;
    for (const auto& [id, agent] : project.agents) {
        const int count = loadOf(busy, id);
        all.push_back({id, fitOf(project, agent, conversation, count), count});
    }
    const auto rank = [&](const Consideration& one) {
        return std::make_pair(one.fit != Fit::Fits,
                              turnOf(project, conversation, project.agents.at(one.agent), one.load,
                                     assignedAt(project.agents.at(one.agent))));
    };
    std::sort(all.begin(), all.end(),
              [&rank](const Consideration& a, const Consideration& b) { return rank(a) < rank(b); });
    return all;
}

std::optional<AgentId> nextAgent(const ProjectState& project, const ConversationState& conversation)
{
    if (!conversation.handoff)
        return std::nullopt;
    const std::map<AgentId, int> busy = loads(project);
    std::optional<Turn> first;
    for (const auto& [id, agent] : project.agents) {
        const int load = loadOf(busy, id);
        if (fitOf(project, agent, conversation, load) != Fit::Fits)
            continue;
        const Turn turn = turnOf(project, conversation, agent, load, assignedAt(agent));
        if (!first || turn < *first)
            first = turn;
    }
    return first ? std::optional(std::get<AgentId>(*first)) : std::nullopt;
}

bool isAnybodyLeft(const ProjectState& project, const ConversationState& conversation)
{
    const std::vector<Consideration> all = consider(project, conversation);
    return std::any_of(all.begin(), all.end(), [](const Consideration& one) {
        return one.fit == Fit::Fits || one.fit == Fit::Full || one.fit == Fit::Offered;
    });
}

AgentId lastAgentOf(const ConversationState& conversation)
{
    const std::optional<Handoff>& handoff = conversation.handoff;
    if (!handoff)
        return conversation.conversation.lastAgent;
    return handoff->assignedTo ? handoff->assignedTo->id : handoff->knownBy;
}

std::optional<Unoffered> whyUnoffered(const ProjectState& project, const ConversationState& conversation,
                                      Timestamp now)
{
    const Handoff& handoff = *conversation.handoff;
    if (isHeld(handoff.status))
        return Unoffered::Held;
    if (!isWaiting(handoff.status))
        return Unoffered::Over;
    if (conversation.conversation.contact.blocked)
        return Unoffered::Blocked;
    if (handoff.offer)
        return Unoffered::Offered;
    if (handoff.snoozedUntil && *handoff.snoozedUntil > now)
        return Unoffered::Snoozed;
    if (project.settings.routing == Routing::Manual)
        return Unoffered::Manual;
    return nextAgent(project, conversation) ? std::nullopt : std::optional(Unoffered::Nobody);
}

std::vector<HandoffId> offerable(const ProjectState& project, Timestamp now)
{
    FreeHands hands(project);
    std::vector<HandoffId> found;
    if (hands.isEmpty())
        return found;
    std::vector<std::pair<Priority, const ConversationState*>> waiting;
    for (const ConversationId& id : project.conversations.waiting()) {
        const ConversationState& one = project.conversations.at(id);
        if (isToBeOffered(project, one, now))
            waiting.emplace_back(priorityAt(*one.handoff, now), &one);
    }
    // queueBefore, with the present priority worked out once for each. A heap: mostly few hands are free for
    // many who wait.
    const auto later = [](const auto& a, const auto& b) {
        return std::tie(a.first, a.second->handoff->createdAt, a.second->handoff->id) >
               std::tie(b.first, b.second->handoff->createdAt, b.second->handoff->id);
    };
    std::make_heap(waiting.begin(), waiting.end(), later);
    for (auto end = waiting.end(); end != waiting.begin() && !hands.isEmpty(); --end) {
        std::pop_heap(waiting.begin(), end, later);
        const ConversationState& next = *std::prev(end)->second;
        if (hands.take(next))
            found.push_back(next.handoff->id);
    }
    return found;
}

bool isToBeOffered(const ProjectState& project, const ConversationState& conversation, Timestamp now)
{
    const std::optional<Handoff>& handoff = conversation.handoff;
    return project.settings.routing != Routing::Manual && handoff && isWaiting(handoff->status) &&
           !conversation.conversation.contact.blocked && !handoff->offer &&
           (!handoff->snoozedUntil || *handoff->snoozedUntil <= now);
}

} // namespace relevo::domain
