#pragma once

#include <domain/ids.h>

#include <QtCore/QStringList>

namespace relevo::domain {

enum class Availability { Available, Busy, Away };
enum class Role { Agent, Supervisor, Admin };

/// Somebody who answers customers. An agent's load is derived from the conversations they hold, never stored
/// here.
struct Agent
{
    AgentId id;
    QString name;
    QString email;
    Role role = Role::Agent;
    Availability availability = Availability::Away;
    QStringList skills;
    QStringList languages; ///< two-letter codes
    int capacity = 0;      ///< conversations at once; 0 means no bound

    friend bool operator==(const Agent&, const Agent&) = default;
};

/// The agent as others need to name them.
struct AgentRef
{
    AgentId id;
    QString name;

    friend bool operator==(const AgentRef&, const AgentRef&) = default;
};

} // namespace relevo::domain
