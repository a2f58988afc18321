#pragma once

#include <QtCore/QElapsedTimer>
#include <QtCore/QSemaphore>
#include <QtCore/QThread>

#include <algorithm>
#include <atomic>
#include <ctime>

namespace relevo {

/// How long the thread it is made on keeps what happens meanwhile (a key, a paint) waiting. A thread of its
/// own knocks every half millisecond and waits for the event loop to answer: `longestWait` is how long that
/// took, other programs on the machine included; `longestWork` is the processor time of the watched thread
/// between two answers, which is its own doing alone. In milliseconds.
class TurnWatch final : public QObject
{
public:
    TurnWatch() : m_knocker(*this)
    {
        m_knocker.setObjectName(QStringLiteral("turn-watch"));
        m_answeredAt = workNow();
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
    /// Since it was asked last. Whatever is still under way counts as far as it has come.
    [[nodiscard]] Longest longest()
    {
        const double now = workNow();
        m_longest.work = std::max(m_longest.work, now - m_answeredAt);
        m_answeredAt = now;
        return std::exchange(m_longest, {});
    }

    /// Processor time of the calling thread.
    [[nodiscard]] static double workNow()
    {
        timespec spent{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
        return static_cast<double>(spent.tv_sec) * 1e3 + static_cast<double>(spent.tv_nsec) / 1e6;
    }

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
                QMetaObject::invokeMethod(
                    &m_watch, [&watch = m_watch, since] { watch.answer(since); }, Qt::QueuedConnection);
                m_watch.m_answered.acquire();
                QThread::usleep(500);
            }
        }
        TurnWatch& m_watch;
    };

    Knocker m_knocker;
    QSemaphore m_answered;
    std::atomic<bool> m_ends = false;
    Longest m_longest;
    double m_answeredAt = 0;

    void answer(const QElapsedTimer& since)
    {
        const double now = workNow();
        m_longest.wait = std::max(m_longest.wait, static_cast<double>(since.nsecsElapsed()) / 1e6);
        m_longest.work = std::max(m_longest.work, now - m_answeredAt);
        m_answeredAt = now;
        m_answered.release();
    }
};

} // namespace relevo
