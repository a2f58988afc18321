#pragma once

#include <domain/event.h>

namespace relevo::domain {

/// One conversation as it stands.
struct ConversationState
{
    Conversation conversation;
    Control control;
    std::optional<Message> lastMessage;
    std::optional<Handoff> handoff; ///< the newest one, open or not
    int botFailures = 0;      ///< since the customer was last helped by a human or the bot answered well
    double frustration = 0.0; ///< of the customer, over their messages (frustration.h); 0 … 1
    /// Their last message; known on channels with a reply window only (reply_window.h), also while closed.
    std::optional<Timestamp> customerWroteAt = {};
    /// Since when the customer has waited for a human's word: the request, or the first message after one;
    /// only while a handoff is open.
    std::optional<Timestamp> unansweredSince = {};

    friend bool operator==(const ConversationState&, const ConversationState&) = default;
};

} // namespace relevo::domain
