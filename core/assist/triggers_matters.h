#pragma once

#include <assist/matter_text.h>

#include <domain/handoff.h>

#include <optional>

namespace relevo::assist {

/// Below this score a matter is a hint only: it hands an important customer off, nobody else.
inline constexpr double certainMatter = 0.5;

/// A matter that is not for a bot: threats of legal action and complaints to authorities, injury and danger,
/// fraud and stolen cards, data protection, a disputed refund or charge, the end of a contract.
///
/// Ending is judged with care, because much of it is daily business. Orders never count ("how do I cancel my
/// order", "cancel order 5512"). A contract, subscription, membership or insurance counts when its end is
/// announced or demanded, not when somebody asks how it is done or what it costs. So does an account, but for
/// deleting one, which is self-service unless more is said (at once, for the second time, out of anger). To
/// be kept from cancelling, or charged in spite of it, always counts.
///
/// Rules over classes of words within one clause; a "not" right before takes it back. The reason says what
/// was seen.
[[nodiscard]] std::optional<domain::Trigger> sensitiveMatter(const MatterText& text);

/// What is said of a bot that has failed: it repeats itself, answers something else, does not understand, is
/// told again what it was told. Less than certainMatter is a hint ("that didn't help") that counts once the
/// bot has failed already.
[[nodiscard]] std::optional<domain::Trigger> complaintOfBot(const MatterText& text);

/// What cannot wait: emergencies, "urgent", "right now", a flight in two hours. "As soon as possible" and
/// "hurry" are hints only, "not urgent" is nothing.
[[nodiscard]] std::optional<domain::Trigger> urgency(const MatterText& text);

} // namespace relevo::assist
