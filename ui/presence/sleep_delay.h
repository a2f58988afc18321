#pragma once

#include <QtCore/QTimer>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusUnixFileDescriptor>

namespace relevo::ui {

/// Asks logind to wait a moment before the computer sleeps (an inhibitor of the kind "delay"), so that what
/// has to be said before can still be said. Held while the computer is awake, which delays nothing; let go at
/// most `longest` after sleep was announced. Where there is no logind the computer sleeps at once.
class SleepDelay final : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds longest{
        2'000}; ///< logind itself waits 5 s, unless set up otherwise

    /// On the system's bus, by logind's `manager` interface. Nothing waits for it, and it is not started.
    explicit SleepDelay(const QDBusConnection& bus, QObject* parent = nullptr);

    /// The computer is about to sleep, or has woken up.
    void sleepComes(bool begins);
    /// Whatever had to be said has been said.
    void release();
    [[nodiscard]] bool isHeld() const { return m_lock.isValid(); }

private:
    QDBusConnection m_bus;
    QDBusUnixFileDescriptor m_lock;
    QDBusPendingCallWatcher* m_asking = nullptr;
    QTimer m_end;
    bool m_sleeping = false;

    void take();
    void taken(QDBusPendingCallWatcher* answer);
};

} // namespace relevo::ui
