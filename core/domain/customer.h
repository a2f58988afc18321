#pragma once

#include <domain/state.h>

namespace relevo::domain {

/// Somebody is to come and talk with the customer now, so it matters whether they are still there.
[[nodiscard]] bool isAwaited(const ConversationState& state);

/// The customer waits for an answer that comes later, we know no address to send it to, and their channel
/// reaches them only while they look at it.
[[nodiscard]] bool wantsEmail(const ConversationState& state);

/// How long an awaited customer may be gone before the handoff is abandoned: graceMinutes, a minute at least,
/// so that to load the page anew is not to leave it.
[[nodiscard]] milliseconds absenceAllowed(const Settings& settings);

/// When the handoff is abandoned because its customer has left; nothing while they are there, and when a
/// human is not awaited.
[[nodiscard]] std::optional<Timestamp> abandonedAt(const Settings& settings, const ConversationState& state);

} // namespace relevo::domain
