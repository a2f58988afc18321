#include <domain/decide_handoff.h>

#include <algorithm>

namespace relevo::domain {
namespace {

/// An admin who can sign in and look after the others.
bool isWorkingAdmin(const Agent& agent)
{
    return agent.role == Role::Admin && !agent.disabled && !agent.invited;
}

bool isLastAdmin(const ProjectState& project, const AgentId& agent)
{
    return std::none_of(project.agents.begin(), project.agents.end(), [&agent](const auto& entry) {
        return entry.first != agent && isWorkingAdmin(entry.second);
    });
}

template <typename T>
void assign(T& value, const std::optional<T>& next)
{
    if (next)
        value = *next;
}

EventType typeOf(const Agent& before, const Agent& after)
{
    if (before.disabled == after.disabled)
        return EventType::AgentUpdated;
    return after.disabled ? EventType::AgentDisabled : EventType::AgentEnabled;
}

std::unexpected<Error> noTeam()
{
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such team."),
                   QStringLiteral("GET /api/teams lists them."));
}

/// Its members in order and each once; every one must exist, and nobody else may have the name.
Result<Team> settled(const ProjectState& project, Team team)
{
    std::sort(team.members.begin(), team.members.end());
    team.members.erase(std::unique(team.members.begin(), team.members.end()), team.members.end());
    for (const AgentId& member : team.members) {
        if (!project.agents.contains(member))
            return failure(ErrorCode::NotFound, QStringLiteral("A member of the team does not exist."),
                           QStringLiteral("GET /api/agents lists them."),
                           {{QStringLiteral("agentId"), member.toString()}});
    }
    for (const auto& [id, other] : project.teams) {
        if (id != team.id && other.name.compare(team.name, Qt::CaseInsensitive) == 0)
            return failure(ErrorCode::Conflict, QStringLiteral("Another team has this name."),
                           QStringLiteral("Use another name."));
    }
    return team;
}

} // namespace

Result<void> decideUpdateAgent(Decision& decision, const UpdateAgent& command)
{
    const auto found = decision.project().agents.find(command.agent);
    if (found == decision.project().agents.end())
        return failure(ErrorCode::NotFound, QStringLiteral("There is no such agent."),
                       QStringLiteral("GET /api/agents lists them."));
    const Agent& before = found->second;
    Agent after = before;
    assign(after.name, command.name);
    assign(after.role, command.role);
    assign(after.skills, command.skills);
    assign(after.languages, command.languages);
    assign(after.capacity, command.capacity);
    assign(after.disabled, command.disabled);
    assign(after.totpRequired, command.totpRequired);
    if (after.disabled) {
        // What they hold or are offered goes back by itself: it is due at once (timers.h).
        after.availability = Availability::Away;
        after.online = false;
        after.goneAt = after.goneAt.value_or(decision.context().now);
    }
    if (after == before)
        return {};
    if (isWorkingAdmin(before) && !isWorkingAdmin(after) && isLastAdmin(decision.project(), before.id))
        return failure(ErrorCode::Conflict, QStringLiteral("%1 is the last admin.").arg(before.name),
                       QStringLiteral("Make somebody else an admin first."));
    const EventType type = typeOf(before, after);
    decision.add(type, std::move(after));
    return {};
}

Result<void> decideCreateTeam(Decision& decision, const CreateTeam& command)
{
    Result<Team> team = settled(decision.project(), command.team);
    if (!team)
        return std::unexpected(team.error());
    decision.add(EventType::TeamCreated, std::move(*team));
    return {};
}

Result<void> decideUpdateTeam(Decision& decision, const UpdateTeam& command)
{
    const auto found = decision.project().teams.find(command.team);
    if (found == decision.project().teams.end())
        return noTeam();
    Team next = found->second;
    assign(next.name, command.name);
    assign(next.members, command.members);
    Result<Team> team = settled(decision.project(), std::move(next));
    if (!team)
        return std::unexpected(team.error());
    if (*team != found->second)
        decision.add(EventType::TeamUpdated, std::move(*team));
    return {};
}

Result<void> decideDeleteTeam(Decision& decision, const DeleteTeam& command)
{
    const auto found = decision.project().teams.find(command.team);
    if (found == decision.project().teams.end())
        return noTeam();
    decision.add(EventType::TeamDeleted, found->second);
    return {};
}

Result<void> decideAccess(Decision& decision, const RecordAccess& command)
{
    const auto agent = decision.project().agents.find(command.change.agent);
    if (agent == decision.project().agents.end() && !command.change.agent.isNull())
        return failure(ErrorCode::NotFound, QStringLiteral("There is no such agent."),
                       QStringLiteral("GET /api/agents lists them."));
    decision.add(EventType::AccessChanged, command.change);
    if (command.change.kind == AccessKind::InviteAccepted && agent != decision.project().agents.end() &&
        agent->second.invited) {
        Agent joined = agent->second;
        joined.invited = false;
        decision.add(EventType::AgentUpdated, std::move(joined));
    }
    return {};
}

} // namespace relevo::domain
