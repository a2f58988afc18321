#pragma once

#include <QtCore/QAbstractEventDispatcher>

#include <memory>

namespace relevo::eventloop {

/// The event dispatcher for programs with thousands of sockets: epoll on Linux, whose cost grows with what
/// happens and not with what is open. Install it on a thread before its event loop
/// (QCoreApplication::setEventDispatcher before the application is made, or QThread::setEventDispatcher
/// before start). Null where Qt's own is to be used: on other systems, when RELEVO_QT_EVENT_LOOP=1 is set, or
/// when the kernel refuses the descriptors it needs.
[[nodiscard]] std::unique_ptr<QAbstractEventDispatcher> makeDispatcher();

#ifdef Q_OS_LINUX

/// One epoll descriptor (level-triggered) for all socket notifiers, an eventfd for wakeUp, and timers in due
/// order with epoll's timeout. Interest changes are gathered and told to the kernel once, right before
/// waiting, so a notifier that is disabled and enabled again within a turn costs nothing. All but wakeUp and
/// interrupt belong to the owner thread.
class EpollDispatcher final : public QAbstractEventDispatcher
{
    Q_OBJECT

public:
    EpollDispatcher();
    ~EpollDispatcher() override;

    /// False when the kernel refused the epoll or event descriptor; the dispatcher must not be used then.
    [[nodiscard]] bool isValid() const;

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;

    void registerSocketNotifier(QSocketNotifier* notifier) override;
    void unregisterSocketNotifier(QSocketNotifier* notifier) override;

    void registerTimer(int timerId, qint64 interval, Qt::TimerType type, QObject* object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject* object) override;
    QList<TimerInfo> registeredTimers(QObject* object) const override;
    int remainingTime(int timerId) override;

    void wakeUp() override;
    void interrupt() override;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

#endif

} // namespace relevo::eventloop
