#pragma once

#include <domain/business_hours.h>
#include <domain/handoff.h>

namespace relevo::domain {

/// Which kinds of trigger may hand off. A request through the API always may.
struct TriggerSwitches
{
    bool wish = true;      ///< the customer asks for a human
    bool keywords = true;  ///< a word or phrase of escalationKeywords
    bool failure = true;   ///< the bot has failed failureCountThreshold times in a row
    bool sentiment = true; ///< frustration has reached sentimentThreshold
    bool sensitive = true; ///< refund disputes, legal matters, safety, fraud …
    bool urgent = true;
    bool vip = true;

    friend bool operator==(const TriggerSwitches&, const TriggerSwitches&) = default;
};

/// Who gets a handoff. Manual: everybody sees it, one claims it. The others offer it to one agent at a time.
enum class Routing { Manual, RoundRobin, LeastBusy };

/// Where the project's owner is told what needs a human's attention.
enum class NotificationChannel { Email, Slack, Whatsapp, Desktop };

/// What is promised for the handoffs it applies to. Durations in minutes, 0: no promise of that kind.
struct SlaPolicy
{
    QString name;
    std::vector<Priority> priorities; ///< empty: any
    QStringList channels;             ///< empty: any
    QStringList tags;                 ///< one of them is enough; empty: any
    int firstResponseMinutes = 0;
    int nextResponseMinutes = 0;
    int resolutionMinutes = 0;
    bool businessTime = true; ///< only open hours count

    friend bool operator==(const SlaPolicy&, const SlaPolicy&) = default;
};

struct Sla
{
    std::vector<SlaPolicy> policies; ///< the first that applies counts
    int warnPercent = 80;            ///< of the time that is allowed, 1 … 100

    friend bool operator==(const Sla&, const Sla&) = default;
};

inline constexpr int longestRetentionDays = 36'500;

/// How long the conversations it applies to are kept after they were closed.
struct RetentionRule
{
    QStringList channels; ///< empty: any
    QStringList tags;     ///< one of them is enough; empty: any
    int days = 0;         ///< 0: for good

    friend bool operator==(const RetentionRule&, const RetentionRule&) = default;
};

/// A project's handoff settings. Empty texts mean the built-in sentence in the customer's language. The
/// ranges are those of protocol::readSettings, the door they come through.
struct Settings
{
    bool enabled = true; ///< when off, only a request through the API hands off
    NotificationChannel notificationChannel = NotificationChannel::Desktop;
    std::optional<BusinessHours> businessHours; ///< nothing: always open
    QStringList escalationKeywords{QStringLiteral("human"), QStringLiteral("agent"), QStringLiteral("person"),
                                   QStringLiteral("support"), QStringLiteral("help")};
    TriggerSwitches triggers;
    double sentimentThreshold = 0.7; ///< 0.05 … 1
    int failureCountThreshold = 3;   ///< bot failures in a row, 1 … 20
    int responseTimeoutMinutes = 5;  ///< the first answer is due this long after the handoff, in open hours
    int graceMinutes = 5;            ///< from the reminder that nobody answered until it becomes a ticket
    int idleCloseMinutes = 30;       ///< of the customer's silence; 0: never
    Routing routing = Routing::Manual;
    int acceptSeconds = 30; ///< for the agent it is offered to
    QString handoffMessage;
    QString awayMessage;
    QString resolvedMessage;
    /// Agents see what a customer is writing before it is sent, where the channel gives it; the customer is
    /// told so where they write.
    bool typingPreview = false;
    Sla sla;
    bool csatEnabled = false; ///< customers are asked to rate what an agent or a program has resolved
    QString csatMessage;      ///< the question; it should name the numbers 1 to 5
    /// When the owner is told the figures of the day: minute of the local day, 0 … 1439. Nothing: never.
    std::optional<int> dailySummaryAt;
    int retentionDays = 0; ///< contacts are erased this long after their conversation was closed; 0: never
    std::vector<RetentionRule> retentionRules; ///< the first that applies counts instead of retentionDays
    /// The files of a conversation are removed this long after it was closed, earlier than the rest of it; 0:
    /// with it.
    int attachmentDays = 0;

    friend bool operator==(const Settings&, const Settings&) = default;
};

} // namespace relevo::domain
