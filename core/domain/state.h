#pragma once

#include <domain/open_conversations.h>

namespace relevo::domain {

/// A project's live state: what is open now. The relay and every desktop hold one and fold the same events
/// into it, so at the same sequence number both are equal, and so are their hashes.
struct ProjectState
{
    qint64 seq = 0; ///< of the last event folded in
    Project project;
    Settings settings;
    BotSettings bots;                ///< admins are told when it changes; no snapshot nor the hash has it
    std::map<AgentId, Agent> agents; ///< those who are disabled too
    std::map<TeamId, Team> teams;
    OpenConversations conversations;

    friend bool operator==(const ProjectState&, const ProjectState&) = default;
};

/// Folds one event into one conversation's state. Used for closed conversations too, which the live state
/// does not hold.
void applyTo(ConversationState& state, const Event& event);

/// Folds one event into the live state: opened conversations enter it, closed ones leave it. Events must come
/// in sequence (event.seq == state.seq + 1); unknown and hidden ones only move the sequence.
void apply(ProjectState& state, const Event& event);

/// SHA-256, as 64 hexadecimal digits, over the live state: project, settings, agents, teams, and open
/// conversations each with contact, control, last message and handoff, in order of id. `seq` is not part of
/// it.
[[nodiscard]] QString stateHash(const ProjectState& state);

} // namespace relevo::domain
