#pragma once

#include <domain/local_time.h>

#include <QtCore/QStringList>

#include <array>
#include <vector>

namespace relevo::domain {

/// Part of a day in which somebody is there: minutes since local midnight, `from` ≤ t < `to`. `to` may lie in
/// the next day (22:00 to 06:00 is 1320 to 1800), at most 24 hours after `from`.
struct OpenSpan
{
    int from = 0; ///< 0 … 1439
    int to = 0;   ///< from + 1 … from + 1440

    friend bool operator==(const OpenSpan&, const OpenSpan&) = default;
};

/// When a project's people are there, in their own time zone. Spans of a day may touch and overlap.
struct BusinessHours
{
    QString timezone = QStringLiteral("UTC");  ///< of the IANA database, e.g. "America/Sao_Paulo"
    std::array<std::vector<OpenSpan>, 7> days; ///< Monday first
    /// Days that do not open: "2026-12-25", or "12-25" for that day of every year. What was opened the
    /// evening before still closes at its hour.
    QStringList holidays;

    friend bool operator==(const BusinessHours&, const BusinessHours&) = default;
};

// Everything below is exact over changes of the clocks: a span begins at the first and ends at the last
// moment at which the clock shows its time, and a time that the clock skips is the moment of the change. A
// time zone that this system does not know counts as UTC. Pure, any thread; some microseconds for each day
// looked at.

[[nodiscard]] bool isOpen(const BusinessHours& hours, Timestamp at);

/// The first open moment that is not before `at`: `at` itself while open. Nothing when none comes within 400
/// days.
[[nodiscard]] std::optional<Timestamp> nextOpening(const BusinessHours& hours, Timestamp at);

/// The moment at which `span` of open time has passed since `from`; a span of zero or less gives `from`.
/// Nothing when the hours do not open often enough for it within 400 days.
[[nodiscard]] std::optional<Timestamp> afterOpenTime(const BusinessHours& hours, Timestamp from,
                                                     milliseconds span);

/// How much of the time between the two is open; zero when `to` is not after `from`. Looks at 400 days at
/// most.
[[nodiscard]] milliseconds openTimeBetween(const BusinessHours& hours, Timestamp from, Timestamp to);

} // namespace relevo::domain
