#pragma once

#include <domain/handoff.h>

namespace relevo::client {

/// Why an agent is told of a handoff.
enum class NewsKind {
    Requested,   ///< a customer began to wait
    WaitsAgain,  ///< it came back to the queue
    Unanswered,  ///< nobody has answered in time, or all who were asked have passed it on
    OfferedToMe, ///< for a short time, before the others
    OfferOver,   ///< it went on to the next, or to everybody
    TimeShort,   ///< I hold it, and what was promised is nearly broken
    GivenToMe,   ///< somebody has given it to me
};

/// A handoff as a notification needs it.
struct HandoffNews
{
    NewsKind kind = NewsKind::Requested;
    domain::HandoffId handoff;
    domain::ConversationId conversation;
    QString contactName; ///< empty while unknown
    QString reason;
    domain::Priority priority = domain::Priority::Normal;
    QString note = {}; ///< of who gave it to me, in one line; empty when they wrote none
};

/// Of how many handoffs missed in an absence each one is told by itself; likewise of this agent's own
/// conversations.
constexpr int mostPressingNews = 5;

/// What a desktop shows or sounds when it comes. Of a desktop that does neither nobody is to think that its
/// agent was told.
struct AlertsShown
{
    bool offers = true;   ///< of a customer to this agent alone
    bool requests = true; ///< of customers who begin to wait

    friend bool operator==(const AlertsShown&, const AlertsShown&) = default;
};

} // namespace relevo::client
