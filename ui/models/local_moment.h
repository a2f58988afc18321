#pragma once

#include <base/clock.h>

#include <QtCore/QDateTime>

namespace relevo::models {

/// A moment by the calendar and the clock on the wall here.
struct LocalMoment
{
    QDate date;
    QTime time;
};

/// Turns moments into local ones. Asking the system costs it a look at the disk each time, and a conversation
/// asks thousands of times in a row about the same few days: a day is asked for once, and again a second
/// later, for somebody may be travelling. For one thread.
class LocalDays
{
public:
    [[nodiscard]] LocalMoment at(Timestamp moment);

private:
    qint64 m_begin = 0; ///< of the day asked for last, in milliseconds since the epoch
    qint64 m_end = 0;
    qint64 m_asked = 0; ///< by a clock that only goes forward
    QDate m_date;
    bool m_even = false; ///< no hour is missing in it or there twice

    void ask(Timestamp moment, qint64 now);
};

/// By this thread's own.
[[nodiscard]] LocalMoment localMoment(Timestamp moment);

} // namespace relevo::models
