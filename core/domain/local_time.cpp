#include <domain/local_time.h>

#include <QtCore/QDateTime>

#include <algorithm>

namespace relevo::domain {
namespace {

constexpr int minutesADay = 24 * 60;

Timestamp stamp(qint64 millisecondsUtc)
{
    return Timestamp(milliseconds(millisecondsUtc));
}

QDateTime localOf(Timestamp at, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), zone);
}

} // namespace

bool isTimezone(const QString& name)
{
    const QByteArray id = name.toLatin1();
    return !name.isEmpty() && QString::fromLatin1(id) == name && QTimeZone::isTimeZoneIdAvailable(id);
}

LocalTime::LocalTime(const QString& timezone)
    : m_zone(isTimezone(timezone) ? QTimeZone(timezone.toLatin1()) : QTimeZone::utc())
{
}

QDate LocalTime::dayOf(Timestamp at) const
{
    return localOf(at, m_zone).date();
}

int LocalTime::hourOf(Timestamp at) const
{
    return localOf(at, m_zone).time().hour();
}

Timestamp LocalTime::moment(const QDate& day, int minute, bool last) const
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

qint64 LocalTime::offsetAt(qint64 utc) const
{
    return qint64{m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(utc, Qt::UTC))} * 1'000;
}

/// The first moment of the offset that holds at `to`.
qint64 LocalTime::changeBetween(qint64 from, qint64 to) const
{
    const qint64 offset = offsetAt(to);
    while (to - from > 1) {
        const qint64 middle = from + (to - from) / 2;
        (offsetAt(middle) == offset ? to : from) = middle;
    }
    return to;
}

} // namespace relevo::domain
