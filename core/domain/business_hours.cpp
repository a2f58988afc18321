#include <domain/business_hours.h>

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <algorithm>

namespace relevo::domain {
namespace {

constexpr int farthestDay = 400;
constexpr int minutesADay = 24 * 60;

struct Interval
{
    Timestamp from;
    Timestamp to;
};

Timestamp stamp(qint64 millisecondsUtc)
{
    return Timestamp(milliseconds(millisecondsUtc));
}

/// The hours on one system's clock: local days in, UTC intervals out.
class Calendar
{
public:
    explicit Calendar(const BusinessHours& hours) : m_hours(hours), m_zone(zoneOf(hours.timezone)) {}

    [[nodiscard]] QDate dayOf(Timestamp at) const
    {
        return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), m_zone).date();
    }

    /// What opens on the local day, in order, without overlaps.
    [[nodiscard]] std::vector<Interval> intervals(const QDate& day) const
    {
        std::vector<Interval> found;
        if (isHoliday(day))
            return found;
        for (const OpenSpan& span : m_hours.days.at(static_cast<std::size_t>(day.dayOfWeek() - 1))) {
            const Interval one{moment(day, span.from, false), moment(day, span.to, true)};
            if (one.from < one.to)
                found.push_back(one);
        }
        std::sort(found.begin(), found.end(),
                  [](const Interval& a, const Interval& b) { return a.from < b.from; });
        return found;
    }

private:
    static QTimeZone zoneOf(const QString& name)
    {
        const QByteArray id = name.toLatin1();
        return isTimezone(name) ? QTimeZone(id) : QTimeZone::utc();
    }

    [[nodiscard]] bool isHoliday(const QDate& day) const
    {
        return m_hours.holidays.contains(day.toString(Qt::ISODate)) ||
               m_hours.holidays.contains(day.toString(u"MM-dd"));
    }

    /// When the clock shows the minute of the day: the first such moment, or the last one.
    [[nodiscard]] Timestamp moment(const QDate& day, int minute, bool last) const
    {
        // As if in UTC; the true moment is this less the offset that holds then.
        const qint64 local =
            QDateTime(day.addDays(minute / minutesADay), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch() +
            qint64{minute % minutesADay} * 60'000;
        constexpr qint64 halfDay = 12 * 3'600'000;
        const qint64 before = local - offsetAt(local - halfDay - offsetAt(local));
        const qint64 after = local - offsetAt(local + halfDay - offsetAt(local));
        if (before == after)
            return stamp(before);
        const bool beforeShows = before + offsetAt(before) == local;
        const bool afterShows = after + offsetAt(after) == local;
        if (beforeShows && afterShows)
            return stamp(last ? std::max(before, after) : std::min(before, after));
        if (beforeShows != afterShows)
            return stamp(beforeShows ? before : after);
        return stamp(changeBetween(std::min(before, after), std::max(before, after)));
    }

    [[nodiscard]] qint64 offsetAt(qint64 utc) const
    {
        return qint64{m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC))} * 1'000;
    }

    /// The first moment of the offset that holds at `to`.
    [[nodiscard]] qint64 changeBetween(qint64 from, qint64 to) const
    {
        const qint64 offset = offsetAt(to);
        while (to - from > 1) {
            const qint64 middle = from + (to - from) / 2;
            (offsetAt(middle) == offset ? to : from) = middle;
        }
        return to;
    }

    const BusinessHours& m_hours;
    QTimeZone m_zone;
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

bool isTimezone(const QString& name)
{
    const QByteArray id = name.toLatin1();
    return !name.isEmpty() && QString::fromLatin1(id) == name && QTimeZone::isTimeZoneIdAvailable(id);
}

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
