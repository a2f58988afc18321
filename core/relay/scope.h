#pragma once

#include <domain/event.h>

namespace relevo::relay {

/// Who asks, as authentication found it. Every look-up and every command takes its project from here, never
/// from a request.
struct Scope
{
    domain::ProjectId project;
    domain::Actor actor;   ///< Agent, Integration (the project's API key) or Customer (the web chat)
    domain::AgentId agent; ///< null unless an agent
    domain::Role role = domain::Role::Agent;
    Timestamp expiresAt = Timestamp::max(); ///< when the session that proved it ends
    unsigned keyScopes = 0;                 ///< an API key's (rights.h); 0 for an agent
    domain::ApiKeyId key;                   ///< null unless an API key
    bool mustEnrol = false;                 ///< nothing but setting up a second factor is allowed yet

    [[nodiscard]] bool isAgent() const { return !agent.isNull(); }
    [[nodiscard]] bool isIntegration() const { return actor.type == domain::ActorType::Integration; }
    /// Supervisors, admins and programs may act on conversations that others hold.
    [[nodiscard]] bool mayActForOthers() const { return isIntegration() || role != domain::Role::Agent; }
};

} // namespace relevo::relay
