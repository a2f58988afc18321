#include <eventloop/timer_queue.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QTimerEvent>

#include <algorithm>
#include <bit>
#include <limits>

namespace relevo::eventloop {

namespace {

using std::chrono::milliseconds;

milliseconds roundedUp(TimerQueue::Moment moment)
{
    return std::chrono::ceil<milliseconds>(moment.time_since_epoch());
}

} // namespace

TimerQueue::Moment TimerQueue::aligned(Moment due, const Timer& timer)
{
    const qint64 interval = std::chrono::duration_cast<milliseconds>(timer.interval).count();
    qint64 grid = 1;
    if (timer.type == Qt::VeryCoarseTimer && interval >= 1000) {
        grid = 1000;
    } else if (timer.type != Qt::PreciseTimer && interval >= 40) {
        grid = static_cast<qint64>(std::bit_floor(static_cast<quint64>(interval) / 20));
    }
    if (grid == 1) {
        return due;
    }
    const qint64 at = roundedUp(due).count();
    return Moment(milliseconds((at + grid - 1) / grid * grid));
}

void TimerQueue::schedule(int id, Timer& timer, Moment from, Moment now)
{
    timer.due = from + timer.interval;
    if (timer.due < now) {
        timer.due = now + timer.interval; // late: skip what was missed instead of firing in a row
    }
    timer.due = aligned(timer.due, timer);
    timer.order = ++m_counter;
    m_order.insert({timer.due, timer.order, id});
}

void TimerQueue::add(int id, qint64 intervalMs, Qt::TimerType type, QObject* object, Moment now)
{
    remove(id);
    Timer timer;
    timer.object = object;
    timer.interval = milliseconds(intervalMs);
    timer.type = type;
    timer.started = ++m_counter;
    schedule(id, timer, now, now);
    m_timers.insert(id, timer);
}

bool TimerQueue::remove(int id)
{
    const auto it = m_timers.constFind(id);
    if (it == m_timers.constEnd()) {
        return false;
    }
    m_order.erase({it->due, it->order, id});
    m_timers.erase(it);
    return true;
}

bool TimerQueue::removeAll(QObject* object)
{
    QList<int> ids;
    for (auto it = m_timers.cbegin(); it != m_timers.cend(); ++it) {
        if (it->object == object) {
            ids.append(it.key());
        }
    }
    for (const int id : ids) {
        remove(id);
    }
    return !ids.isEmpty();
}

QList<QAbstractEventDispatcher::TimerInfo> TimerQueue::of(QObject* object) const
{
    QList<QAbstractEventDispatcher::TimerInfo> result;
    for (auto it = m_timers.cbegin(); it != m_timers.cend(); ++it) {
        if (it->object == object) {
            const qint64 interval = std::chrono::duration_cast<milliseconds>(it->interval).count();
            result.append({it.key(),
                           static_cast<int>(qMin<qint64>(interval, std::numeric_limits<int>::max())),
                           it->type});
        }
    }
    return result;
}

int TimerQueue::remaining(int id, Moment now) const
{
    const auto it = m_timers.constFind(id);
    if (it == m_timers.constEnd()) {
        return -1;
    }
    const qint64 left = std::chrono::ceil<milliseconds>(it->due - now).count();
    return static_cast<int>(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
}

std::optional<TimerQueue::Moment> TimerQueue::next() const
{
    for (const Key& key : m_order) {
        if (m_timers.constFind(key.id)->running == 0) {
            return key.due;
        }
    }
    return std::nullopt;
}

int TimerQueue::fire(Moment now)
{
    // What is set while slots run gets a higher number and waits for the next turn, so zero timers cannot
    // starve the rest.
    const quint64 last = m_counter;
    std::vector<std::pair<int, quint64>> due;
    for (const Key& key : m_order) {
        if (key.due > now) {
            break;
        }
        due.emplace_back(key.id, m_timers.constFind(key.id)->started);
    }
    int fired = 0;
    for (const auto& entry : due) {
        const int id = entry.first;
        const quint64 started = entry.second;
        auto it = m_timers.find(id);
        if (it == m_timers.end() || it->started != started || it->order > last || it->running > 0) {
            continue; // removed, restarted or fired meanwhile
        }
        m_order.erase({it->due, it->order, id});
        schedule(id, *it, it->due, now);
        ++it->running;
        QObject* const object = it->object;
        QTimerEvent event(id);
        QCoreApplication::sendEvent(object, &event);
        ++fired;
        it = m_timers.find(id);
        if (it != m_timers.end() && it->started == started) {
            --it->running;
        }
    }
    return fired;
}

} // namespace relevo::eventloop
