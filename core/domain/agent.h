#pragma once

#include <domain/ids.h>

#include <base/timestamp.h>

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
    bool online = false;   ///< at least one desktop of theirs is connected
    /// Since when they have been gone: away, or without the last of their desktops. Nothing while they are
    /// here, and for an agent who works without a desktop; saying that they are here, claiming or answering
    /// without one makes them such an agent again.
    std::optional<Timestamp> goneAt;
    std::optional<Timestamp> lastAssignedAt; ///< a handoff was last offered to them, or taken by them
    bool disabled = false;                   ///< cannot sign in, holds nothing and is asked for nothing
    bool invited = false;                    ///< has not set a password since the invitation
    bool totpRequired = false;               ///< may do nothing before a second factor is set up

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
