#include <domain/reply_window.h>

#include <domain/channel.h>

namespace relevo::domain {

std::optional<ReplyWindow> replyWindow(const ConversationState& state)
{
    const std::optional<milliseconds> window = replyWindowOf(state.conversation.channel);
    if (!window)
        return std::nullopt;
    return ReplyWindow{state.customerWroteAt ? *state.customerWroteAt + *window
                                             : state.conversation.openedAt};
}

bool isWindowClosed(const ConversationState& state, Timestamp now)
{
    const std::optional<ReplyWindow> window = replyWindow(state);
    return window && now >= window->closesAt;
}

DeliveryError closedBeforeSent()
{
    return {QStringLiteral("window_closed"), {}};
}

} // namespace relevo::domain
