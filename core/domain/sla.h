#pragma once

#include <base/timestamp.h>

#include <QtCore/QString>

#include <optional>

namespace relevo::domain {

/// Running and Warned: time goes by; Paused: nobody waits for us now; Breached: its time ran out, whatever
/// came later; Met: done in time.
enum class PromiseState { Running, Paused, Warned, Breached, Met };

/// What a policy promised when the handoff was requested. It holds for this handoff whatever the settings say
/// later. Minutes, 0: no promise of that kind.
struct SlaTerms
{
    QString policy; ///< its name
    int firstResponseMinutes = 0;
    int nextResponseMinutes = 0;
    int resolutionMinutes = 0;
    int warnPercent = 80;
    bool businessTime = true; ///< only open hours count

    friend bool operator==(const SlaTerms&, const SlaTerms&) = default;
};

/// One promise. Its times are moments, so what the hours were when it began to run is kept.
struct Promise
{
    PromiseState state = PromiseState::Running;
    /// When it is or was due; nothing while paused, and when the hours never open.
    std::optional<Timestamp> dueAt;
    std::optional<Timestamp> warnAt; ///< while Running: when it is to be warned of; nothing: never
    std::optional<Timestamp> doneAt; ///< when the answer or the end came, in time or late
    milliseconds left{0};            ///< while Paused: of the time that was allowed

    friend bool operator==(const Promise&, const Promise&) = default;
};

/// The promises of one handoff: those the policy makes, without those that were withdrawn. HANDOFF.md says
/// when each starts, pauses and ends.
struct SlaPromises
{
    SlaTerms terms;
    std::optional<Promise> firstResponse;
    std::optional<Promise> nextResponse; ///< paused until the customer writes after the first answer
    std::optional<Promise> resolution;
    bool answered = false; ///< by a human, at least once

    friend bool operator==(const SlaPromises&, const SlaPromises&) = default;
};

} // namespace relevo::domain
