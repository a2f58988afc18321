#pragma once

#include <domain/conversation_state.h>

namespace relevo::domain {

/// On channels that have one (channel.h): until when free text reaches the customer. Afterwards only what is
/// made of a template does, until they write again.
struct ReplyWindow
{
    Timestamp closesAt; ///< when the conversation began, for customers who never wrote

    friend bool operator==(const ReplyWindow&, const ReplyWindow&) = default;
};

/// Nothing on channels without one.
[[nodiscard]] std::optional<ReplyWindow> replyWindow(const ConversationState& state);

/// From closesAt on; never on channels without one.
[[nodiscard]] bool isWindowClosed(const ConversationState& state, Timestamp now);

/// Why a message of the relay's own was not sent and is kept as a note instead (Message::deliveryError).
[[nodiscard]] DeliveryError closedBeforeSent();

} // namespace relevo::domain
