#pragma once

#include <domain/conversation_state.h>

namespace relevo::domain {

inline constexpr int lowestRating = 1;
inline constexpr int highestRating = 5;
inline constexpr int contentFrom = 4; ///< who rates so much or more was content

/// How long after it was resolved a handoff may be rated, and rated anew.
inline constexpr std::chrono::hours ratingWindow{24};

/// Until when (not included) the handoff may be rated; nothing while it is not resolved. Pure.
[[nodiscard]] std::optional<Timestamp> ratedUntil(const Handoff& handoff);

/// The customer's words that were taken as a rating: an answer to the relay, for no bot and no part of what
/// they come with next. Pure.
[[nodiscard]] inline bool isRating(const Message& message)
{
    return message.kind == messagekind::rating;
}

/// The customer was asked for a rating and nothing else has been said since, so a message of theirs that is
/// nothing but one is meant as such. Pure.
[[nodiscard]] bool awaitsRating(const ConversationState& state, Timestamp now);

} // namespace relevo::domain
