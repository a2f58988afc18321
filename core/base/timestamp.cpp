#include <base/timestamp.h>

#include <cstdio>

namespace relevo {
namespace {

/// Reads exactly `digits` decimal digits at `at`; moves on. Minus one where there are none.
int readNumber(std::string_view text, std::size_t& at, std::size_t digits)
{
    if (at + digits > text.size())
        return -1;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        const char c = text[at + i];
        if (c < '0' || c > '9')
            return -1;
        value = value * 10 + (c - '0');
    }
    at += digits;
    return value;
}

bool readChar(std::string_view text, std::size_t& at, char expected)
{
    if (at >= text.size() || text[at] != expected)
        return false;
    ++at;
    return true;
}

/// Milliseconds of a fraction ".xyz…" at `at`, further digits cut off; minus one when malformed, 0 when
/// absent.
int readFraction(std::string_view text, std::size_t& at)
{
    if (at >= text.size() || text[at] != '.')
        return 0;
    ++at;
    int millis = 0;
    int scale = 100;
    std::size_t digits = 0;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
        millis += (text[at] - '0') * scale;
        scale /= 10;
        ++at;
        ++digits;
    }
    return digits == 0 ? -1 : millis;
}

/// The offset from UTC in minutes: Z, z or ±HH:MM.
std::optional<int> readOffset(std::string_view text, std::size_t& at)
{
    if (at >= text.size())
        return std::nullopt;
    const char sign = text[at++];
    if (sign == 'Z' || sign == 'z')
        return 0;
    if (sign != '+' && sign != '-')
        return std::nullopt;
    const int hours = readNumber(text, at, 2);
    if (hours < 0 || hours > 23 || !readChar(text, at, ':'))
        return std::nullopt;
    const int minutes = readNumber(text, at, 2);
    if (minutes < 0 || minutes > 59)
        return std::nullopt;
    const int total = hours * 60 + minutes;
    return sign == '-' ? -total : total;
}

} // namespace

std::string toRfc3339(Timestamp at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(at - day);
    char buffer[40];
    const int size = std::snprintf(
        buffer, sizeof buffer, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
        static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
        static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
    return std::string(buffer, static_cast<std::size_t>(size));
}

std::optional<Timestamp> fromRfc3339(std::string_view text)
{
    std::size_t at = 0;
    const int year = readNumber(text, at, 4);
    if (year < 0 || !readChar(text, at, '-'))
        return std::nullopt;
    const int month = readNumber(text, at, 2);
    if (month < 0 || !readChar(text, at, '-'))
        return std::nullopt;
    const int day = readNumber(text, at, 2);
    if (day < 0 || at >= text.size() || (text[at] != 'T' && text[at] != 't' && text[at] != ' '))
        return std::nullopt;
    ++at;
    const int hour = readNumber(text, at, 2);
    if (hour < 0 || hour > 23 || !readChar(text, at, ':'))
        return std::nullopt;
    const int minute = readNumber(text, at, 2);
    if (minute < 0 || minute > 59 || !readChar(text, at, ':'))
        return std::nullopt;
    const int second = readNumber(text, at, 2);
    if (second < 0 || second > 60)
        return std::nullopt;
    const int millis = readFraction(text, at);
    const std::optional<int> offset = readOffset(text, at);
    if (millis < 0 || !offset || at != text.size())
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok())
        return std::nullopt;
    const Timestamp result = Timestamp(std::chrono::sys_days(date)) + std::chrono::hours(hour) +
                             std::chrono::minutes(minute - *offset) + std::chrono::seconds(second) +
                             milliseconds(millis);
    // An offset can lead out of the years that can be written again.
    static constexpr Timestamp first = std::chrono::sys_days(std::chrono::year(0) / 1 / 1);
    static constexpr Timestamp end = std::chrono::sys_days(std::chrono::year(10'000) / 1 / 1);
    if (result < first || result >= end)
        return std::nullopt;
    return result;
}

} // namespace relevo
