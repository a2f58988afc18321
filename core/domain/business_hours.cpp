#include <domain/business_hours.h>

#include <domain/local_time.h>

#include <algorithm>

namespace relevo::domain {
namespace {

constexpr int farthestDay = 400;

struct Interval
{
    Timestamp from;
    Timestamp to;
};

/// The hours on one system's clock: local days in, UTC intervals out.
class Calendar
{
public:
    explicit Calendar(const BusinessHours& hours) : m_hours(hours), m_time(hours.timezone) {}

    [[nodiscard]] QDate dayOf(Timestamp at) const { return m_time.dayOf(at); }

    /// What opens on the local day, in order, without overlaps.
    [[nodiscard]] std::vector<Interval> intervals(const QDate& day) const
    {
        std::vector<Interval> found;
        if (isHoliday(day))
            return found;
        for (const OpenSpan& span : m_hours.days.at(static_cast<std::size_t>(day.dayOfWeek() - 1))) {
            const Interval one{m_time.first(day, span.from), m_time.last(day, span.to)};
            if (one.from < one.to)
                found.push_back(one);
        }
        std::sort(found.begin(), found.end(),
                  [](const Interval& a, const Interval& b) { return a.from < b.from; });
        return found;
    }

private:
    [[nodiscard]] bool isHoliday(const QDate& day) const
    {
        return m_hours.holidays.contains(day.toString(Qt::ISODate)) ||
               m_hours.holidays.contains(day.toString(u"MM-dd"));
    }

    const BusinessHours& m_hours;
    LocalTime m_time;
};

/// Calls `take` with the open intervals that end after `from`, cut to begin there, in order and without
/// overlaps, until it returns false. False when the days ran out first.
template <typename Take>
bool forEachOpen(const BusinessHours& hours, Timestamp from, Take take)
{
    const Calendar calendar(hours);
    // The evening before may still be open; a span lasts a day at most.
    const QDate first = calendar.dayOf(from).addDays(-2);
    Timestamp reached = from;
    for (int i = 0; i <= farthestDay; ++i) {
        for (Interval interval : calendar.intervals(first.addDays(i))) {
            interval.from = std::max(interval.from, reached);
            if (interval.from >= interval.to)
                continue;
            reached = interval.to;
            if (!take(interval))
                return true;
        }
    }
    return false;
}

} // namespace

bool isOpen(const BusinessHours& hours, Timestamp at)
{
    return nextOpening(hours, at) == at;
}

std::optional<Timestamp> nextOpening(const BusinessHours& hours, Timestamp at)
{
    std::optional<Timestamp> found;
    forEachOpen(hours, at, [&found](const Interval& interval) {
        found = interval.from;
        return false;
    });
    return found;
}

std::optional<Timestamp> afterOpenTime(const BusinessHours& hours, Timestamp from, milliseconds span)
{
    if (span <= milliseconds(0))
        return from;
    std::optional<Timestamp> end;
    milliseconds left = span;
    forEachOpen(hours, from, [&](const Interval& interval) {
        const milliseconds length = interval.to - interval.from;
        if (length < left) {
            left -= length;
            return true;
        }
        end = interval.from + left;
        return false;
    });
    return end;
}

milliseconds openTimeBetween(const BusinessHours& hours, Timestamp from, Timestamp to)
{
    milliseconds open{0};
    if (to <= from)
        return open;
    forEachOpen(hours, from, [&](const Interval& interval) {
        if (interval.from >= to)
            return false;
        open += std::min(interval.to, to) - interval.from;
        return interval.to < to;
    });
    return open;
}

} // namespace relevo::domain
