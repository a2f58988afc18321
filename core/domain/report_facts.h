#pragma once

#include <domain/event.h>

namespace relevo::domain {

/// How one kind of promise of a handoff went. Each time it ran counts, as sla.met and sla.breached tell it.
struct PromiseFacts
{
    qint64 met = 0;
    qint64 breached = 0;
    std::optional<PromiseState> state; ///< as last heard of; nothing: there is none, or it was withdrawn

    friend bool operator==(const PromiseFacts&, const PromiseFacts&) = default;
};

/// What reports count of one handoff, folded from its events. Unlike the handoff, which holds how things are
/// now, the first times stay the first when it changes hands.
struct HandoffFacts
{
    HandoffId id;
    Timestamp createdAt;
    QString channel; ///< of its conversation
    TriggerType trigger = TriggerType::Manual;
    HandoffStatus status = HandoffStatus::Pending;
    AgentId agent; ///< who held it last; null: nobody has
    std::optional<Timestamp> claimedAt;
    std::optional<Timestamp> respondedAt; ///< the first human answer
    std::optional<Timestamp> endedAt;     ///< resolved or abandoned
    bool wasTicket = false;
    bool handedBack = false; ///< to the bot
    PromiseFacts firstResponse;
    PromiseFacts nextResponse;
    PromiseFacts resolution;
    bool ratingAsked = false; ///< at least once
    int rating = 0;           ///< 1 … 5, the newest; 0: not rated

    friend bool operator==(const HandoffFacts&, const HandoffFacts&) = default;
};

/// Folds an event that carries a handoff; the first one makes the facts.
void foldFacts(HandoffFacts& facts, const Event& event, const QString& channel);

/// A conversation began, or began anew.
struct Opening
{
    Timestamp at;
    QString channel;
    bool escalated = false; ///< a human was asked for before it ended

    friend bool operator==(const Opening&, const Opening&) = default;
};

/// Takes handoffs and is here.
[[nodiscard]] bool isAtWork(const Agent& agent);

/// From when on an agent was at work, or was not.
struct Attendance
{
    Timestamp at;
    bool atWork = false;

    friend bool operator==(const Attendance&, const Attendance&) = default;
};

} // namespace relevo::domain
