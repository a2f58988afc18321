#pragma once

#include <base/error.h>
#include <domain/command.h>
#include <domain/state.h>

#include <functional>
#include <vector>

namespace relevo::domain {

/// Everything a decision may depend on besides the state: no clock, no randomness of its own.
struct DecisionContext
{
    Timestamp now;
    Actor actor;
    IdSource& ids;
    /// Who last talked with somebody in another conversation of theirs; null: nobody. Asked only where a
    /// handoff begins and the conversation itself does not know; may be nothing.
    std::function<AgentId(const ContactId&)> lastAgentElsewhere = {};
};

/// The events a command causes, in order and not yet numbered; none when it is already true (asking for a
/// handoff while one is open). `conversation` is the one the command is about, open or closed, or null when
/// there is none.
///
/// Errors: not_found (no such conversation, handoff or agent), already_claimed (somebody holds it; context
/// holderId, holderName, epoch), stale_control (the speaker does not hold the conversation or wrote under an
/// older epoch; context epoch), conflict (the handoff's state does not allow it; context status), forbidden
/// (another agent's conversation), window_closed (free text where only a template reaches the customer now;
/// context closedAt), invalid.
[[nodiscard]] Result<std::vector<Event>> decide(const ProjectState& project,
                                                const ConversationState* conversation, const Command& command,
                                                const DecisionContext& context);

} // namespace relevo::domain
