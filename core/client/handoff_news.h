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

} // namespace relevo::client
