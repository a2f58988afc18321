#pragma once

#include <base/timestamp.h>

#include <QtCore/QDate>
#include <QtCore/QTimeZone>

namespace relevo::domain {

/// A time zone that this system knows.
[[nodiscard]] bool isTimezone(const QString& name);

/// The clocks and calendars of one place. A time zone that this system does not know counts as UTC. Exact
/// over changes of the clocks. Pure, any thread.
class LocalTime
{
public:
    /// `timezone` is a name of the IANA database, e.g. "America/Sao_Paulo".
    explicit LocalTime(const QString& timezone);

    [[nodiscard]] QDate dayOf(Timestamp at) const;
    /// 0 … 23, as the clocks show it.
    [[nodiscard]] int hourOf(Timestamp at) const;

    /// The first and the last moment at which the clocks show that minute of the day; the moment of the
    /// change when they skip it. `minute` may be past 1439 and is one of a later day then.
    [[nodiscard]] Timestamp first(const QDate& day, int minute) const { return moment(day, minute, false); }
    [[nodiscard]] Timestamp last(const QDate& day, int minute) const { return moment(day, minute, true); }

private:
    [[nodiscard]] Timestamp moment(const QDate& day, int minute, bool last) const;
    [[nodiscard]] qint64 offsetAt(qint64 utc) const;
    [[nodiscard]] qint64 changeBetween(qint64 from, qint64 to) const;

    QTimeZone m_zone;
};

} // namespace relevo::domain
