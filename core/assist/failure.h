#pragma once

#include <QtCore/QString>

namespace relevo::assist {

/// True when a bot says that it did not understand or has no answer ("I'm sorry, I didn't get that", "no
/// entendí tu mensaje", "could you rephrase"), in English, Spanish or Portuguese; not when it is sorry for a
/// delay or understands a feeling.
[[nodiscard]] bool admitsFailure(const QString& botText);

/// How much two messages of a customer say the same, 0 … 1: the words that carry the matter, in any order,
/// alike but for an ending, a slip of the keyboard or another word for the same thing ("refund", "money
/// back"). Symmetric; 1 for equal messages that say something. Greetings, thanks, yes and no, and numbers
/// alone say nothing: 0.
[[nodiscard]] double sameness(const QString& a, const QString& b);

/// The sameness from which the customer says it again.
inline constexpr double sameAgain = 0.6;

} // namespace relevo::assist
