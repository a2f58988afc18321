#include <domain/rating.h>

namespace relevo::domain {
namespace {

/// The question, an answer to it, or the thanks.
bool isAboutRating(const Message& message)
{
    if (message.author == Author::Customer)
        return message.kind == messagekind::rating;
    return message.author == Author::System &&
           (message.kind == messagekind::csat || message.kind == messagekind::csatThanks);
}

} // namespace

std::optional<Timestamp> ratedUntil(const Handoff& handoff)
{
    if (handoff.status != HandoffStatus::Resolved || !handoff.resolvedAt)
        return std::nullopt;
    return *handoff.resolvedAt + ratingWindow;
}

bool awaitsRating(const ConversationState& state, Timestamp now)
{
    if (!state.handoff || !state.handoff->ratingAskedAt || !state.lastMessage)
        return false;
    const std::optional<Timestamp> until = ratedUntil(*state.handoff);
    return until && now < *until && isAboutRating(*state.lastMessage);
}

} // namespace relevo::domain
