#pragma once

#include <domain/state.h>

namespace relevo::domain {

/// Why an agent is not offered a handoff; Fits: they may be.
enum class Fit {
    Fits,
    Disabled,     ///< they do not work here any more
    Team,         ///< it waits for a team they are not in
    NotAvailable, ///< busy or away
    Gone,         ///< their desktop has lost the connection
    Language,     ///< they do not speak the customer's
    Skills,       ///< they lack one that the handoff asks for
    Full,         ///< they hold, or are offered, as many conversations as they take
    Offered,      ///< they take any number, but are offered one at a time, and another is offered to them
    Passed,       ///< they declined this one, or let its offer lapse
};

struct Consideration
{
    AgentId agent;
    Fit fit = Fit::Fits;
    int load = 0; ///< conversations they hold or are offered
};

/// How many conversations each agent holds or is offered now; who is not named has none. From the index of
/// the open conversations: as fast as there are agents, however many conversations are open.
[[nodiscard]] std::map<AgentId, int> loads(const ProjectState& project);

/// Everybody, with the reason, those who fit first and in the order in which they would be asked: whoever
/// last talked with this customer, then by the project's routing. RoundRobin (and Manual): by the time of
/// their last assignment, never assigned first. LeastBusy: by load, then as RoundRobin. Ties by id, so that
/// every replica gives the same list. Pure.
[[nodiscard]] std::vector<Consideration> consider(const ProjectState& project,
                                                  const ConversationState& conversation);
/// The same with loads that are known already.
[[nodiscard]] std::vector<Consideration> consider(const ProjectState& project,
                                                  const ConversationState& conversation,
                                                  const std::map<AgentId, int>& loads);

/// Somebody who has not passed it on is here and could take it, now or with their hands free.
[[nodiscard]] bool isAnybodyLeft(const ProjectState& project, const ConversationState& conversation);

/// Who talked with the customer last: in the newest handoff, or before the conversation was last closed.
[[nodiscard]] AgentId lastAgentOf(const ConversationState& conversation);

/// Why a handoff is offered to nobody new at present, whoever would fit.
enum class Unoffered {
    Over,    ///< it is over
    Held,    ///< somebody has it
    Blocked, ///< nobody is to be asked for this contact
    Offered, ///< it is offered to somebody
    Snoozed, ///< it was put off
    Manual,  ///< the project offers nothing: whoever wants takes it
    Nobody,  ///< it is to be offered, and nobody fits
};

/// Nothing: it is to be offered, and goes to the first of consider(). The conversation has a handoff.
[[nodiscard]] std::optional<Unoffered> whyUnoffered(const ProjectState& project,
                                                    const ConversationState& conversation, Timestamp now);

/// The first of consider() who fits.
[[nodiscard]] std::optional<AgentId> nextAgent(const ProjectState& project,
                                               const ConversationState& conversation);

/// It waits, is offered to nobody, is not snoozed at `now`, and the project offers its handoffs.
[[nodiscard]] bool isToBeOffered(const ProjectState& project, const ConversationState& conversation,
                                 Timestamp now);

/// What waits and could be offered now, in the order of the queue, as far as free hands go: to each agent as
/// many as they take more, and one to whoever takes any number and is not offered one yet. Who gets which is
/// decided with the state that each offer leaves (RouteHandoff).
[[nodiscard]] std::vector<HandoffId> offerable(const ProjectState& project, Timestamp now);

} // namespace relevo::domain
