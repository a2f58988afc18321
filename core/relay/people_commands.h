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

inline constexpr std::chrono::hours inviteTime{24 * 7}; ///< how long an invitation holds
inline constexpr std::chrono::hours resetTime{24};      ///< … and a password's being set anew

/// With it an agent sets their password, once; only its hash is kept. Whoever makes one shows it once.
struct OneTimeToken
{
    QByteArray token;
    Timestamp expiresAt;
};
[[nodiscard]] OneTimeToken makeOneTimeToken(Timestamp now, milliseconds holds);
/// Keeps the token as the agent's only one, in the transaction that invites them or takes their password.
[[nodiscard]] Result<void> keepOneTimeToken(store::Journal& journal, const domain::ProjectId& project,
                                            const domain::AgentId& agent, const OneTimeToken& token,
                                            Timestamp now);

/// What ends with an agent's being disabled: their sessions, and any invitation. In the same transaction.
[[nodiscard]] Result<void> shutOut(store::Journal& journal, const domain::AgentId& agent);

} // namespace relevo::relay
