#pragma once

#include <domain/event.h>

#include <map>

namespace relevo::domain {

/// One conversation as it stands.
struct ConversationState
{
    Conversation conversation;
    Control control;
    std::optional<Message> lastMessage;
    std::optional<Handoff> handoff; ///< the newest one, open or not
    int botFailures = 0;      ///< since the customer was last helped by a human or the bot answered well
    double frustration = 0.0; ///< of the customer, over their messages (frustration.h); 0 … 1

    friend bool operator==(const ConversationState&, const ConversationState&) = default;
};

/// A project's live state: what is open now. The relay and every desktop hold one and fold the same events
/// into it, so at the same sequence number both are equal, and so are their hashes.
struct ProjectState
{
    qint64 seq = 0; ///< of the last event folded in
    Project project;
    Settings settings;
    BotSettings bots; ///< the relay's alone: no client gets it, and the hash is without it
    std::map<AgentId, Agent> agents;
    std::map<ConversationId, ConversationState> conversations; ///< the open ones

    friend bool operator==(const ProjectState&, const ProjectState&) = default;
};

/// Folds one event into one conversation's state. Used for closed conversations too, which the live state
/// does not hold.
void applyTo(ConversationState& state, const Event& event);

/// Folds one event into the live state: opened conversations enter it, closed ones leave it. Events must come
/// in sequence (event.seq == state.seq + 1); unknown and hidden ones only move the sequence.
void apply(ProjectState& state, const Event& event);

/// SHA-256, as 64 hexadecimal digits, over the live state: project, settings, agents, and open conversations
/// each with contact, control, last message and handoff, in order of id. `seq` is not part of it.
[[nodiscard]] QString stateHash(const ProjectState& state);

} // namespace relevo::domain
