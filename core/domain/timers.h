#pragma once

#include <domain/state.h>

namespace relevo::domain {

/// After this long without a message, a conversation that waits for nobody of ours ends.
inline constexpr std::chrono::hours sessionEndsAfter{24};

/// When something next falls due in the conversation, in its present state; the past when it is overdue;
/// nothing when nothing ever will. All due times follow from the state, so they survive a restart with it:
///
/// - an offer that lapses: when it expires, or at once when its agent is no longer available;
/// - a snooze that ends; what silence does is counted anew from then on;
/// - a customer nobody has answered: the reminder, `graceMinutes` later the ticket. Where nobody could come,
///   both at the time the customer was promised; a ticket from the start has the reminder alone;
/// - a customer whom the agent they talk with leaves waiting: the reminder, once, `graceMinutes` later
/// somebody
///   else or the ticket;
/// - a conversation whose agent has been gone for `graceMinutes`: back to the queue;
/// - a customer who has left while a human was awaited: the end of the handoff (customer.h);
/// - an agent's message that the customer does not answer: a warning, then the end (idleCloseMinutes);
/// - a promise about the handoff's time: its warning, its breach;
/// - a conversation that waits for nobody, or for a customer who is silent: the end, after sessionEndsAfter.
///
/// The command Tick does what is due at its time; afterwards nothing that was due then is due still. Pure.
[[nodiscard]] std::optional<Timestamp> nextDue(const ProjectState& project,
                                               const ConversationState& conversation);

/// The clocks a project lives by: those of its business hours, else UTC.
[[nodiscard]] QString timezoneOf(const Settings& settings);

/// When the owner is told the figures of a day.
struct SummaryDue
{
    QDate day; ///< the local day the moment is of
    Timestamp at;
};

/// The first moment after `after` at which the daily summary is due; nothing without one. Once each local
/// day, whatever the clocks do: at the first moment they show the time, or when they skip it.
[[nodiscard]] std::optional<SummaryDue> summaryDue(const Settings& settings, Timestamp after);

/// The day whose figures are told then: yesterday before noon, else the day so far.
[[nodiscard]] QDate summarisedDay(const Settings& settings, const SummaryDue& due);

} // namespace relevo::domain
