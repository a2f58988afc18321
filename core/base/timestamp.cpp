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

/// Writes `digits` decimal digits at `at`.
void putNumber(std::string& text, std::size_t at, std::size_t digits, unsigned value)
{
    for (std::size_t i = digits; i-- > 0; value /= 10)
        text[at + i] = static_cast<char>('0' + value % 10);
}

/// A year that does not have four digits, with the room for the rest.
std::string farYear(int year)
{
    char buffer[16];
    const int size = std::snprintf(buffer, sizeof buffer, "%04d", year);
    return std::string(buffer, static_cast<std::size_t>(size)) + "-00-00T00:00:00.000Z";
}

} // namespace

std::string toRfc3339(Timestamp at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(at - day);
    const int year = static_cast<int>(date.year());
    // By hand: every event has two or three of them, and printf takes longer for one than SHA-256 for the
    // event.
    std::string text = year >= 0 && year <= 9'999 ? "0000-00-00T00:00:00.000Z" : farYear(year);
    const std::size_t rest = text.size() - std::string_view("-00-00T00:00:00.000Z").size();
    if (year >= 0 && year <= 9'999)
        putNumber(text, 0, 4, static_cast<unsigned>(year));
    putNumber(text, rest + 1, 2, static_cast<unsigned>(date.month()));
    putNumber(text, rest + 4, 2, static_cast<unsigned>(date.day()));
    putNumber(text, rest + 7, 2, static_cast<unsigned>(time.hours().count()));
    putNumber(text, rest + 10, 2, static_cast<unsigned>(time.minutes().count()));
    putNumber(text, rest + 13, 2, static_cast<unsigned>(time.seconds().count()));
    putNumber(text, rest + 16, 3, static_cast<unsigned>(time.subseconds().count()));
    return text;
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
