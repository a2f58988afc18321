#pragma once

#include <domain/conversation.h>
#include <domain/event.h>
#include <domain/settings.h>

#include <vector>

namespace relevo::domain {

// The clockwork of a handoff's promises. Everything here is pure, on values, any thread.

/// The labels of a conversation: its own, and those its contact brings in the attribute "tags" (separated by
/// commas). Trimmed, each once, whatever its case.
[[nodiscard]] QStringList tagsOf(const Conversation& conversation);

/// The first policy that applies to a handoff of this priority in this conversation; null when none does.
[[nodiscard]] const SlaPolicy* policyFor(const Sla& sla, Priority priority, const Conversation& conversation);

/// What happens to a handoff that its promises hang on.
enum class SlaOccasion {
    CustomerWrote,
    AgentAnswered, ///< a human, not the bot
    Resolved,
    Abandoned,
    Reopened,
};

/// The promises afterwards, and what is to be written down: each of SlaStarted, SlaWarned, SlaBreached,
/// SlaMet, SlaPaused and SlaResumed at most once. SlaPaused and SlaResumed only when no other brings the
/// change: the resolution waits for the customer, or what was broken is done after all; the resolution goes
/// on.
struct SlaChange
{
    SlaPromises promises;
    std::vector<EventType> events;
};

/// The promises of a handoff requested now under `policy`.
[[nodiscard]] SlaChange slaBegun(const SlaPolicy& policy, const Settings& settings, Timestamp now);

/// What was due before `now` and not yet written down is so first: an answer that comes late does not turn a
/// breach into a promise kept.
[[nodiscard]] SlaChange slaAfter(SlaPromises promises, SlaOccasion occasion, const Settings& settings,
                                 Timestamp now);

/// When a warning or a breach next falls due; the past when overdue.
[[nodiscard]] std::optional<Timestamp> slaDue(const SlaPromises& promises);
/// Does what is due at `now`. A warning that comes after the breach is not written.
[[nodiscard]] SlaChange slaTicked(SlaPromises promises, Timestamp now);

/// Of the answer the customer waits for now: the earlier one of the first and the next response.
[[nodiscard]] std::optional<Timestamp> answerPromisedBy(const SlaPromises& promises);

} // namespace relevo::domain
