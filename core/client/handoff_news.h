#pragma once

#include <domain/handoff.h>

namespace relevo::client {

/// A waiting handoff as a notification needs it.
struct HandoffNews
{
    domain::HandoffId handoff;
    domain::ConversationId conversation;
    QString contactName; ///< empty while unknown
    QString reason;
    domain::Priority priority = domain::Priority::Normal;
};

/// Of how many handoffs missed in an absence each one is told by itself.
constexpr int mostPressingNews = 5;

} // namespace relevo::client
