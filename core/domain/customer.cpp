#include <domain/customer.h>

#include <algorithm>

namespace relevo::domain {

bool isAwaited(const ConversationState& state)
{
    if (state.conversation.status == ConversationStatus::Closed || !state.handoff)
        return false;
    const HandoffStatus status = state.handoff->status;
    return state.handoff->mode == HandoffMode::Sync &&
           (status == HandoffStatus::Pending || status == HandoffStatus::Notified);
}

bool wantsEmail(const ConversationState& state)
{
    const QString& channel = state.conversation.channel;
    return state.handoff && isWaiting(state.handoff->status) && state.handoff->mode == HandoffMode::Async &&
           state.conversation.contact.email.isEmpty() &&
           (channel == QLatin1String("web") || channel == QLatin1String("http"));
}

milliseconds absenceAllowed(const Settings& settings)
{
    return std::chrono::minutes(std::max(1, settings.graceMinutes));
}

std::optional<Timestamp> abandonedAt(const Settings& settings, const ConversationState& state)
{
    if (!isAwaited(state) || !state.conversation.customerGoneAt)
        return std::nullopt;
    // A program may ask for a human after the customer has left.
    return std::max(*state.conversation.customerGoneAt, state.handoff->createdAt) + absenceAllowed(settings);
}

} // namespace relevo::domain
