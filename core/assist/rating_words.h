#pragma once

#include <QtCore/QString>

#include <optional>

namespace relevo::assist {

/// The rating from 1 to 5 that a customer's text gives, when it says nothing else: "5", "4/5", "five stars",
/// "un 4, gracias", "quatro de cinco", "⭐⭐⭐". In English, Spanish and Portuguese, with courtesies; careful:
/// "5?", "4.5", "5/10", "6" and "5 minutes" are none. Only means anything where a rating was asked for. Pure;
/// a few microseconds.
[[nodiscard]] std::optional<int> ratingIn(const QString& customerText);

} // namespace relevo::assist
