#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <chrono>
#include <optional>

namespace relevo {

using std::chrono::milliseconds;

/// A moment in UTC with millisecond precision, the only kind of time that is stored or sent.
using Timestamp = std::chrono::sys_time<milliseconds>;

/// RFC 3339 in UTC with exactly three decimals: "2026-11-21T09:30:00.125Z". Valid for the years 0000 to 9999.
[[nodiscard]] std::string toRfc3339(Timestamp at);

/// Accepts any RFC 3339 date-time (offsets, any number of decimals); nothing for anything else.
[[nodiscard]] std::optional<Timestamp> fromRfc3339(std::string_view text);

} // namespace relevo
