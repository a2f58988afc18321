#pragma once

#include <assist/mask.h>
#include <assist/model_client.h>

namespace relevo::assist {

/// The questions that are put to a model. What people wrote is material between two marks, told apart from
/// the task; `mask` takes personal data out of it, or is nothing.

[[nodiscard]] ModelQuestion summaryQuestion(const SummaryInput& input, const QString& language, Mask* mask);
[[nodiscard]] ModelQuestion repliesQuestion(const SummaryInput& input, const QString& language, Mask* mask);
[[nodiscard]] ModelQuestion rewriteQuestion(const RewriteRequest& request, Mask* mask);
[[nodiscard]] ModelQuestion noteQuestion(const SummaryInput& input, const QString& done,
                                         const QString& language, Mask* mask);
[[nodiscard]] ModelQuestion laneQuestion(const LaneQuestion& question, Mask* mask);

/// What a model answers when no lane fits.
inline constexpr QLatin1String noLane{"none"};

} // namespace relevo::assist
