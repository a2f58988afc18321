#pragma once

#include <domain/business_hours.h>

namespace relevo::bot {

/// When somebody is there, in a sentence in "es", "pt" or else English: "We are open Monday to Friday from
/// 09:00 to 17:00 (time of Europe/Madrid)." Days in a row with the same hours are told together. No hours:
/// always. Pure.
[[nodiscard]] QString hoursText(const std::optional<domain::BusinessHours>& hours, const QString& language);

/// An answer with each "{hours}" in it filled in: by the sentence above where it stands alone, by the hours
/// alone within a sentence ("Come by {hours}!" becomes "Come by Monday to Friday from 09:00 to 17:00 …!").
/// Where there are no opening hours at all, that is said instead of the sentence it stands in. Pure.
[[nodiscard]] QString withHours(QString answer, const std::optional<domain::BusinessHours>& hours,
                                const QString& language);

} // namespace relevo::bot
