#include <domain/routing.h>

#include <algorithm>
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

Fit fitOf(const Agent& agent, const ConversationState& conversation, int load)
{
    const Handoff& handoff = *conversation.handoff;
    if (agent.availability != Availability::Available)
        return Fit::NotAvailable;
    if (agent.goneAt)
        return Fit::Gone;
    if (!speaks(agent, conversation.conversation.language))
        return Fit::Language;
    if (!hasSkills(agent, handoff.skills))
        return Fit::Skills;
    if (std::find(handoff.passedBy.begin(), handoff.passedBy.end(), agent.id) != handoff.passedBy.end())
        return Fit::Passed;
    return agent.capacity > 0 && load >= agent.capacity ? Fit::Full : Fit::Fits;
}

} // namespace

std::map<AgentId, int> loads(const ProjectState& project)
{
    std::map<AgentId, int> result;
    for (const auto& [id, conversation] : project.conversations) {
        const std::optional<Handoff>& handoff = conversation.handoff;
        if (!handoff)
            continue;
        if (isHeld(handoff->status) && handoff->assignedTo)
            ++result[handoff->assignedTo->id];
        else if (isWaiting(handoff->status) && handoff->offer)
            ++result[handoff->offer->agent.id];
    }
    return result;
}

std::vector<Consideration> consider(const ProjectState& project, const ConversationState& conversation)
{
    std::vector<Consideration> all;
    if (!conversation.handoff)
        return all;
    const std::map<AgentId, int> busy = loads(project);
    for (const auto& [id, agent] : project.agents) {
        const auto load = busy.find(id);
        const int count = load == busy.end() ? 0 : load->second;
        all.push_back({id, fitOf(agent, conversation, count), count});
    }
    const bool byLoad = project.settings.routing == Routing::LeastBusy;
    const auto rank = [&](const Consideration& one) {
        const Agent& agent = project.agents.at(one.agent);
        const bool knowsThem = one.agent == conversation.lastAgent;
        return std::make_tuple(one.fit != Fit::Fits, !knowsThem, byLoad ? one.load : 0,
                               agent.lastAssignedAt.value_or(Timestamp::min()), one.agent);
    };
    std::sort(all.begin(), all.end(),
              [&rank](const Consideration& a, const Consideration& b) { return rank(a) < rank(b); });
    return all;
}

std::optional<AgentId> nextAgent(const ProjectState& project, const ConversationState& conversation)
{
    const std::vector<Consideration> all = consider(project, conversation);
    return all.empty() || all.front().fit != Fit::Fits ? std::nullopt : std::optional(all.front().agent);
}

bool isToBeOffered(const ProjectState& project, const ConversationState& conversation, Timestamp now)
{
    const std::optional<Handoff>& handoff = conversation.handoff;
    return project.settings.routing != Routing::Manual && handoff && isWaiting(handoff->status) &&
           !handoff->offer && (!handoff->snoozedUntil || *handoff->snoozedUntil <= now);
}

} // namespace relevo::domain
