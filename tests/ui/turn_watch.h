#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QSemaphore>
#include <QtCore/QThread>

#include <algorithm>
#include <atomic>
#include <ctime>
#include <pthread.h>
#include <utility>

namespace relevo {

/// How long the thread it is made on keeps what happens meanwhile (a key, a paint) waiting. A thread of its
/// own knocks every half millisecond and waits for the event loop to answer: `wait` is how long that took,
/// other programs on the machine included; `work` is the processor time that the watched thread spent in
/// it, which is its own doing alone. In milliseconds.
class TurnWatch final : public QObject
{
public:
    TurnWatch() : m_knocker(*this)
    {
        m_knocker.setObjectName(QStringLiteral("turn-watch"));
        if (pthread_getcpuclockid(pthread_self(), &m_clock) != 0)
            qFatal("a thread without a clock");
        m_knocker.start();
    }
    ~TurnWatch() override
    {
        m_ends = true;
        m_answered.release();
        m_knocker.wait();
    }

    struct Longest
    {
        double wait = 0;
        double work = 0;
    };
    /// Since it was asked last.
    [[nodiscard]] Longest longest() { return std::exchange(m_longest, {}); }

    /// Processor time of the calling thread.
    [[nodiscard]] static double workNow() { return workBy(CLOCK_THREAD_CPUTIME_ID); }

private:
    class Knocker final : public QThread
    {
    public:
        explicit Knocker(TurnWatch& watch) : m_watch(watch) {}

    private:
        void run() override
        {
            while (!m_watch.m_ends) {
                QElapsedTimer since;
                since.start();
                m_watch.m_workBefore = -1;
                QMetaObject::invokeMethod(
                    &m_watch, [&watch = m_watch, since] { watch.answer(since); }, Qt::QueuedConnection);
                // Read behind it: what was done before the knock is not held against the thread, even if this
                // one was kept from reading.
                m_watch.m_workBefore = workBy(m_watch.m_clock);
                m_watch.m_answered.acquire();
                QThread::usleep(500);
            }
        }
        TurnWatch& m_watch;
    };

    QSemaphore m_answered;
    std::atomic<bool> m_ends = false;
    std::atomic<double> m_workBefore = -1; ///< when it was knocked; negative: not known yet
    clockid_t m_clock{};
    Longest m_longest;
    Knocker m_knocker;

    [[nodiscard]] static double workBy(clockid_t clock)
    {
        timespec spent{};
        clock_gettime(clock, &spent);
        return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
    }

    void answer(const QElapsedTimer& since)
    {
        const double before = m_workBefore;
        m_longest.wait = std::max(m_longest.wait, static_cast<double>(since.nsecsElapsed()) / 1e6);
        if (before >= 0)
            m_longest.work = std::max(m_longest.work, workNow() - before);
        m_answered.release();
    }
};

} // namespace relevo
