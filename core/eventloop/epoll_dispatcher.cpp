#include <eventloop/epoll_dispatcher.h>

#ifdef Q_OS_LINUX

#include <eventloop/interest_set.h>
#include <eventloop/timer_queue.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QThread>

#include <algorithm>
#include <atomic>
#include <limits>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#endif

namespace relevo::eventloop {

#ifdef Q_OS_LINUX

struct EpollDispatcher::Impl
{
    InterestSet interest;
    TimerQueue timers;
    int waker = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    std::atomic<bool> wokenByOthers = false; // the waker is readable, or is about to be
    bool wakerReadable = false;              // so the last wait said
    bool wokenHere = false;                  // woken by the owner thread, which cannot be waiting
    std::atomic<bool> interrupted = false;

    ~Impl()
    {
        if (waker >= 0) {
            ::close(waker);
        }
    }

    [[nodiscard]] int timeoutMs(bool mayWait, bool withTimers) const
    {
        if (!mayWait) {
            return 0;
        }
        const std::optional<TimerQueue::Moment> next = withTimers ? timers.next() : std::nullopt;
        if (!next) {
            return -1;
        }
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(*next - std::chrono::steady_clock::now()).count();
        return static_cast<int>(std::clamp<qint64>(left, 0, std::numeric_limits<int>::max()));
    }

    // The descriptor is emptied before the announcement is withdrawn: a wake-up between the two writes
    // nothing, but what it announced is already posted and sent by the turn that begins.
    bool clearWakeUp()
    {
        const bool byOthers = wakerReadable || wokenByOthers.load();
        if (byOthers) {
            eventfd_t value = 0;
            ::eventfd_read(waker, &value);
            wakerReadable = false;
            wokenByOthers.store(false);
        }
        return std::exchange(wokenHere, false) || byOthers;
    }
};

EpollDispatcher::EpollDispatcher() : m_impl(std::make_unique<Impl>())
{
    if (isValid()) {
        m_impl->interest.addWaker(m_impl->waker);
    }
}

EpollDispatcher::~EpollDispatcher() = default;

bool EpollDispatcher::isValid() const
{
    return m_impl->waker >= 0 && m_impl->interest.isValid();
}

bool EpollDispatcher::processEvents(QEventLoop::ProcessEventsFlags flags)
{
    Impl& d = *m_impl;
    const bool withTimers = !flags.testFlag(QEventLoop::X11ExcludeTimers);
    const bool withSockets = !flags.testFlag(QEventLoop::ExcludeSocketNotifiers);
    // An interrupt that came before this turn must not be slept over: whoever sent it waits for the loop to
    // look up.
    const bool interruptedBefore = d.interrupted.exchange(false);
    // What was posted is sent now, and whoever waits for its effect must get to look before the loop sleeps.
    const bool woken = d.clearWakeUp();
    Q_EMIT awake();
    QCoreApplication::sendPostedEvents();

    const bool mayWait = flags.testFlag(QEventLoop::WaitForMoreEvents) && !woken && !interruptedBefore &&
                         !d.wokenHere && !d.interrupted.load();
    if (mayWait) {
        Q_EMIT aboutToBlock();
    }
    if (d.interrupted.load()) {
        return false;
    }
    const int timeout = d.timeoutMs(mayWait && !d.wokenHere, withTimers);
    int handled = woken ? 1 : 0;
    if (withSockets) {
        d.interest.wait(timeout, d.wakerReadable);
    } else {
        pollfd waker{d.waker, POLLIN, 0};
        d.wakerReadable = ::poll(&waker, 1, timeout) > 0;
    }
    // What was posted is sent by the next turn, which a caller that loops only takes if this one reports
    // something.
    if (d.wakerReadable || d.wokenHere) {
        ++handled;
    }
    if (withSockets) {
        handled += d.interest.activate();
    }
    if (withTimers && !d.timers.isEmpty()) {
        handled += d.timers.fire(std::chrono::steady_clock::now());
    }
    return handled > 0;
}

void EpollDispatcher::registerSocketNotifier(QSocketNotifier* notifier)
{
    m_impl->interest.add(notifier);
}

void EpollDispatcher::unregisterSocketNotifier(QSocketNotifier* notifier)
{
    m_impl->interest.remove(notifier);
}

void EpollDispatcher::registerTimer(int timerId, qint64 interval, Qt::TimerType type, QObject* object)
{
    m_impl->timers.add(timerId, interval, type, object, std::chrono::steady_clock::now());
}

bool EpollDispatcher::unregisterTimer(int timerId)
{
    return m_impl->timers.remove(timerId);
}

bool EpollDispatcher::unregisterTimers(QObject* object)
{
    return m_impl->timers.removeAll(object);
}

QList<QAbstractEventDispatcher::TimerInfo> EpollDispatcher::registeredTimers(QObject* object) const
{
    return m_impl->timers.of(object);
}

int EpollDispatcher::remainingTime(int timerId)
{
    return m_impl->timers.remaining(timerId, std::chrono::steady_clock::now());
}

void EpollDispatcher::wakeUp()
{
    if (QThread::currentThread() == thread()) {
        m_impl->wokenHere = true; // the owner is awake; it looks at this before it waits
        return;
    }
    if (!m_impl->wokenByOthers.exchange(true)) {
        ::eventfd_write(m_impl->waker, 1);
    }
}

void EpollDispatcher::interrupt()
{
    m_impl->interrupted.store(true);
    wakeUp();
}

std::unique_ptr<QAbstractEventDispatcher> makeDispatcher()
{
    if (qEnvironmentVariableIntValue("RELEVO_QT_EVENT_LOOP") == 1) {
        return nullptr;
    }
    auto dispatcher = std::make_unique<EpollDispatcher>();
    if (!dispatcher->isValid()) {
        return nullptr;
    }
    return dispatcher;
}

#else

std::unique_ptr<QAbstractEventDispatcher> makeDispatcher()
{
    return nullptr;
}

#endif

} // namespace relevo::eventloop
