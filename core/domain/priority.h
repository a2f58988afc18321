#pragma once

#include <domain/handoff.h>

namespace relevo::domain {

/// What a trigger is worth when the handoff is requested: a direct wish for a human (keyword) is urgent; a
/// failing bot, frustration, a sensitive matter and a bot's own request (manual) are high; a VIP and urgent
/// wording are normal.
[[nodiscard]] Priority basePriority(TriggerType trigger);

/// When the answer the customer waits for is due: the earlier one of responseDueAt and what was promised (the
/// first or the next response).
[[nodiscard]] std::optional<Timestamp> answerDueAt(const Handoff& handoff);

/// The present priority of a waiting handoff. It starts at handoff.priority and rises
///  - one step once half of the time to the first response has passed (waited ≥ 50 % of createdAt …
///  answerDueAt), and
///  - to urgent once less than a fifth of it is left, or it is over.
/// Without a due time it rises one step for each full ten minutes of waiting. It never falls.
[[nodiscard]] Priority priorityAt(const Handoff& handoff, Timestamp now);

/// The next moment at which priorityAt gives something else if nothing happens to the handoff; nothing when
/// it has risen as far as it can.
[[nodiscard]] std::optional<Timestamp> priorityRisesAt(const Handoff& handoff, Timestamp now);

/// The order of the queue: higher present priority first, then the longer wait, then the smaller id, so that
/// two lists of the same handoffs at the same moment are always in the same order. True when `a` comes before
/// `b`.
[[nodiscard]] bool queueBefore(const Handoff& a, const Handoff& b, Timestamp now);

} // namespace relevo::domain
