#pragma once

#include <relay/rights.h>
#include <relay/scope.h>

#include <map>
#include <string>

namespace relevo::test {

/// Who may call, by what they are.
inline const std::map<std::string, domain::Role> agentRoles{
    {"agent", domain::Role::Agent}, {"supervisor", domain::Role::Supervisor}, {"admin", domain::Role::Admin}};

/// What a caller is, in the table's terms: one of agentRoles, or a key with the scope of this name.
[[nodiscard]] inline relay::Scope scopeOf(const std::string& who)
{
    relay::Scope scope;
    if (const auto role = agentRoles.find(who); role != agentRoles.end()) {
        scope.agent = domain::AgentId(QUuid::createUuid());
        scope.role = role->second;
    } else {
        scope.actor.type = domain::ActorType::Integration;
        scope.keyScopes = relay::scopesOf({QString::fromStdString(who)}).value_or(0);
    }
    return scope;
}

} // namespace relevo::test
