#pragma once

#include <domain/agent.h>
#include <domain/sla.h>
#include <domain/summary.h>

#include <optional>
#include <span>

namespace relevo::domain {

/// HANDOFF.md describes the states and every legal way between them.
enum class HandoffStatus { Pending, Notified, Claimed, Active, Resolved, Abandoned, ConvertedToTicket };

enum class TriggerType { Keyword, Sentiment, Failure, Manual, Sensitive, Urgent, Vip };

enum class Priority { Urgent, High, Normal, Low };

/// Sync: somebody is there to talk now. Async: nobody is; the customer was told that the answer comes later.
enum class HandoffMode { Sync, Async };

/// Why the bot's part ended.
struct Trigger
{
    TriggerType type = TriggerType::Manual;
    QString reason; ///< in words an agent understands
    double score = 1.0;

    friend bool operator==(const Trigger&, const Trigger&) = default;
};

/// A handoff that one agent may take before the others.
struct Offer
{
    AgentRef agent;
    Timestamp expiresAt;

    friend bool operator==(const Offer&, const Offer&) = default;
};

/// An agent who was offered it and did not take it.
struct Passed
{
    AgentId agent;
    QString reason; ///< in their words when they declined; empty: the offer ran out, or they left

    friend bool operator==(const Passed&, const Passed&) = default;
};

/// How content the customer was with it, in their own words and judgement.
struct Rating
{
    int score = 0; ///< 1 (very bad) … 5 (very good)
    QString comment;
    Timestamp at;

    friend bool operator==(const Rating&, const Rating&) = default;
};

/// A request that a human take over one conversation, and what became of it.
struct Handoff
{
    HandoffId id;
    ConversationId conversationId;
    QString sessionId;
    HandoffStatus status = HandoffStatus::Pending;
    Trigger trigger;
    Priority priority = Priority::Normal; ///< as judged when requested; priority.h gives the present one
    HandoffMode mode = HandoffMode::Sync;
    std::optional<AgentRef> assignedTo;
    std::optional<Offer> offer;   ///< only while it waits
    std::vector<Passed> passedBy; ///< since it began to wait
    QStringList skills;           ///< an agent must have all of them
    AgentId knownBy;              ///< who last talked with this customer; null: nobody has
    std::optional<Timestamp> snoozedUntil;
    std::optional<Timestamp> remindedAt; ///< it was told last that nobody had answered in time
    qint64 epoch = 0;                    ///< the control epoch this status was reached under
    std::optional<Summary> summary;
    /// When the first human answer is due; where nobody could come (Async), the time the customer was
    /// promised.
    std::optional<Timestamp> responseDueAt;
    Timestamp createdAt;
    std::optional<Timestamp> notifiedAt;
    std::optional<Timestamp> claimedAt;
    std::optional<Timestamp> activatedAt;
    std::optional<Timestamp> resolvedAt;
    QString resolutionNotes;
    QString disposition;
    bool handedBackToBot = false;
    std::optional<SlaPromises> sla; ///< nothing: no policy applied when it was requested
    TeamId team;                    ///< whose members are asked; null, or a team that is gone: anybody is
    std::optional<Timestamp> ratingAskedAt = {}; ///< the customer was asked to rate how it was resolved
    std::optional<Rating> rating = {};           ///< the newest one
    /// Held by an agent who was not here when it was given to them and has not come since: the customer has
    /// not been told of them, and it goes back when they do not come.
    bool awaited = false;
    /// When a snooze last ended. What silence does is counted from then on: nobody was to be heard meanwhile.
    std::optional<Timestamp> wokenAt = {};

    friend bool operator==(const Handoff&, const Handoff&) = default;
};

struct HandoffTransition
{
    HandoffStatus from;
    HandoffStatus to;
};

/// Every legal step, the only place that knows; HANDOFF.md is its text form and a test holds the two
/// together.
[[nodiscard]] std::span<const HandoffTransition> handoffTransitions();

[[nodiscard]] bool canBecome(HandoffStatus from, HandoffStatus to);

/// Waiting for somebody to claim it; a ticket waits, too.
[[nodiscard]] bool isWaiting(HandoffStatus status);
/// Held by an agent.
[[nodiscard]] bool isHeld(HandoffStatus status);
/// Waiting or held: no second handoff of the conversation begins meanwhile.
[[nodiscard]] bool isOpen(HandoffStatus status);

} // namespace relevo::domain
