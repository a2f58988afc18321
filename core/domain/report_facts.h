#pragma once

#include <domain/event.h>

namespace relevo::domain {

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
    std::optional<Timestamp> dueAt;       ///< when that was due, as first promised
    std::optional<Timestamp> endedAt;     ///< resolved or abandoned
    bool wasTicket = false;
    bool handedBack = false; ///< to the bot

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
