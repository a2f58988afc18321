#include <models/local_moment.h>

namespace relevo::models {

namespace {

constexpr qint64 dayLength = 24LL * 60 * 60 * 1'000;
constexpr qint64 trustedFor = 1'000;

qint64 goingForward()
{
    return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

void LocalDays::ask(Timestamp moment, qint64 now)
{
    m_date = QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count()).date();
    m_begin = m_date.startOfDay().toMSecsSinceEpoch();
    m_end = m_date.addDays(1).startOfDay().toMSecsSinceEpoch();
    m_even = m_end - m_begin == dayLength;
    m_asked = now;
}

LocalMoment LocalDays::at(Timestamp moment)
{
    const qint64 value = moment.time_since_epoch().count();
    const qint64 now = goingForward();
    if (!m_date.isValid() || value < m_begin || value >= m_end || now - m_asked >= trustedFor)
        ask(moment, now);
    if (!m_even)
        return {m_date, QDateTime::fromMSecsSinceEpoch(value).time()};
    return {m_date, QTime::fromMSecsSinceStartOfDay(static_cast<int>(value - m_begin))};
}

LocalMoment localMoment(Timestamp moment)
{
    thread_local LocalDays days;
    return days.at(moment);
}

} // namespace relevo::models
