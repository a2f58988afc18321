#pragma once

#include <domain/access.h>
#include <domain/agent.h>
#include <domain/channel_health.h>
#include <domain/team.h>

#include <optional>
#include <vector>

namespace relevo::domain {

// The commands about agents, teams and credentials.

struct CreateAgent
{
    Agent agent;
};

/// What is not said stays as it is.
struct UpdateAgent
{
    AgentId agent;
    std::optional<QString> name = {};
    std::optional<Role> role = {};
    std::optional<QStringList> skills = {};
    std::optional<QStringList> languages = {};
    std::optional<int> capacity = {};
    std::optional<bool> disabled = {};
    std::optional<bool> totpRequired = {};
};

struct CreateTeam
{
    Team team;
};

/// What is not said stays as it is.
struct UpdateTeam
{
    TeamId team;
    std::optional<QString> name = {};
    std::optional<std::vector<AgentId>> members = {};
};

/// What waits for it then waits for everybody.
struct DeleteTeam
{
    TeamId team;
};

/// Writes down a change of credentials that is made in the same transaction.
struct RecordAccess
{
    AccessChange change;
};

/// The caller has made sure that it is another state than the one told before.
struct RecordHealth
{
    HealthChange change;
};

} // namespace relevo::domain
