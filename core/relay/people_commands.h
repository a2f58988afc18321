#pragma once

#include <protocol/json.h>
#include <relay/hub.h>
#include <relay/scope.h>
#include <relay/submission.h>

namespace relevo::relay {

/// Makes submissions about agents and teams out of what an admin, or a program in their place, sent. Errors
/// are `invalid` (naming the field), `not_found`, and `forbidden` where a key would touch an admin: no key
/// may make itself one. `done` and credentials are left to the caller.
class PeopleCommands
{
public:
    PeopleCommands(const Hub& hub, IdSource& ids) : m_hub(hub), m_ids(ids) {}

    /// {email, name, role?, skills?, languages?, capacity?, totpRequired?}; answered {agentId, agent}.
    [[nodiscard]] Result<Submission> createAgent(const Scope& scope, const protocol::Json& body,
                                                 bool invited) const;
    /// Any of {name, role, skills, languages, capacity, disabled, totpRequired}; answered {agent}. Disabling
    /// ends the agent's sessions.
    [[nodiscard]] Result<Submission> updateAgent(const Scope& scope, const domain::AgentId& agent,
                                                 const protocol::Json& body) const;
    /// {name, members?: [agentId]}; answered {team}.
    [[nodiscard]] Result<Submission> createTeam(const Scope& scope, const protocol::Json& body) const;
    /// Any of {name, members}; answered {team}.
    [[nodiscard]] Result<Submission> updateTeam(const Scope& scope, const domain::TeamId& team,
                                                const protocol::Json& body) const;
    [[nodiscard]] static Submission deleteTeam(const Scope& scope, const domain::TeamId& team);

private:
    const Hub& m_hub;
    IdSource& m_ids;
};

/// What ends with an agent's being disabled: their sessions, and any invitation. In the same transaction.
[[nodiscard]] Result<void> shutOut(store::Journal& journal, const domain::AgentId& agent);

} // namespace relevo::relay
