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
    return agent.capacity > 0 && load >= agent.capacity ? Fit::Full : Fit::Fits;
}

int loadOf(const std::map<AgentId, int>& loads, const AgentId& agent)
{
    const auto load = loads.find(agent);
    return load == loads.end() ? 0 : load->second;
}

/// The smaller one is asked before: who knows the customer, the load where it counts, the last assignment.
using Turn = std::tuple<bool, int, Timestamp, AgentId>;

Turn turnOf(const ProjectState& project, const ConversationState& conversation, const Agent& agent, int load)
{
    const bool byLoad = project.settings.routing == Routing::LeastBusy;
    return {agent.id != conversation.handoff->knownBy, byLoad ? load : 0,
            agent.lastAssignedAt.value_or(Timestamp::min()), agent.id};
}

/// How many more could be offered to all together, at most.
int freeHands(const ProjectState& project, const std::map<AgentId, int>& busy)
{
    int hands = 0;
    for (const auto& [id, agent] : project.agents) {
        if (agent.availability == Availability::Available && !agent.goneAt)
            hands += agent.capacity == 0 ? handsOfTheUnbound : std::max(0, agent.capacity - loadOf(busy, id));
    }
    return hands;
}

bool couldBeOffered(const ProjectState& project, const ConversationState& conversation,
                    const std::map<AgentId, int>& busy)
{
    return std::any_of(project.agents.begin(), project.agents.end(), [&](const auto& entry) {
        return fitOf(project, entry.second, conversation, loadOf(busy, entry.first)) == Fit::Fits;
    });
}

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
                              turnOf(project, conversation, project.agents.at(one.agent), one.load));
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
        const Turn turn = turnOf(project, conversation, agent, load);
        if (!first || turn < *first)
            first = turn;
    }
    return first ? std::optional(std::get<AgentId>(*first)) : std::nullopt;
}

std::vector<HandoffId> offerable(const ProjectState& project, Timestamp now)
{
    const std::map<AgentId, int> busy = loads(project);
    int hands = freeHands(project, busy);
    std::vector<HandoffId> found;
    if (hands == 0)
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
    for (auto end = waiting.end(); end != waiting.begin() && hands > 0; --end) {
        std::pop_heap(waiting.begin(), end, later);
        const ConversationState& next = *std::prev(end)->second;
        if (!couldBeOffered(project, next, busy))
            continue;
        --hands;
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
