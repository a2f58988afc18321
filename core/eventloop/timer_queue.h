#pragma once

#include <QtCore/QAbstractEventDispatcher>
#include <QtCore/QHash>

#include <chrono>
#include <optional>
#include <set>

namespace relevo::eventloop {

/// The timers of one thread in the order they are due.
///
/// Precise timers are due to the millisecond; coarse ones are moved to a moment they share with others, at
/// most 5 % of their interval later; very coarse ones to whole seconds. None fires early.
class TimerQueue
{
public:
    using Moment = std::chrono::steady_clock::time_point;
    using Span = std::chrono::steady_clock::duration;

    void add(int id, qint64 intervalMs, Qt::TimerType type, QObject* object, Moment now);
    bool remove(int id);
    bool removeAll(QObject* object);
    [[nodiscard]] QList<QAbstractEventDispatcher::TimerInfo> of(QObject* object) const;
    /// Milliseconds, rounded up; -1 for a timer that does not exist.
    [[nodiscard]] int remaining(int id, Moment now) const;
    [[nodiscard]] bool isEmpty() const { return m_order.empty(); }

    /// When the next timer may fire; nothing if none can (a timer whose slot is still running further up the
    /// stack waits).
    [[nodiscard]] std::optional<Moment> next() const;

    /// Sends a timer event to everything due at `now`, each timer at most once. Slots may add, remove and
    /// restart timers and run event loops of their own. Returns how many fired.
    int fire(Moment now);

private:
    struct Timer
    {
        QObject* object = nullptr;
        Span interval{};
        Qt::TimerType type = Qt::CoarseTimer;
        Moment due;
        quint64 order = 0;   // among timers due at the same moment: first set, first fired
        quint64 started = 0; // tells a restarted timer of the same id from the one that fired
        int running = 0;     // its slot is on the stack
    };
    struct Key
    {
        Moment due;
        quint64 order;
        int id;
        friend bool operator<(const Key& a, const Key& b)
        {
            return a.due != b.due ? a.due < b.due : a.order < b.order;
        }
    };

    [[nodiscard]] static Moment aligned(Moment due, const Timer& timer);
    void schedule(int id, Timer& timer, Moment from, Moment now);

    QHash<int, Timer> m_timers;
    std::set<Key> m_order;
    quint64 m_counter = 0;
};

} // namespace relevo::eventloop
