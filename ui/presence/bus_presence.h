#pragma once

#include <ui/presence/sleep_delay.h>
#include <ui/presence/system_presence.h>

#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusMessage>

#include <functional>

namespace relevo::ui {

/// The screen's lock and how long nobody has touched the computer from the session's bus (GNOME's and the
/// common screen saver, Mutter's idle monitor), sleep and the session's lock from logind on the system's,
/// which waits with sleep for a moment. Nothing waits for either bus, and no service is started for it.
class BusPresence final : public SystemPresence
{
    Q_OBJECT
public:
    using IdleSource = std::function<std::optional<milliseconds>()>;

    /// `own` is asked first and may be empty: a way of the window system's that needs no bus.
    BusPresence(const QDBusConnection& session, const QDBusConnection& system, IdleSource own = {},
                QObject* parent = nullptr);

    [[nodiscard]] std::optional<milliseconds> idle() const override { return m_idle; }
    [[nodiscard]] bool isLocked() const override { return m_saverActive || m_sessionLocked; }
    [[nodiscard]] bool isAsleep() const override { return m_asleep; }
    void look() override;
    void maySleep() override { m_delay.release(); }

private:
    using Answered = std::function<void(const QDBusMessage& answer)>;

    QDBusConnection m_session;
    QDBusConnection m_system;
    IdleSource m_own;
    SleepDelay m_delay;
    std::optional<milliseconds> m_idle;
    bool m_saverActive = false;
    bool m_sessionLocked = false;
    bool m_asleep = false;
    bool m_asking = false; ///< one question at a time

    void listen();
    void ask(const QDBusConnection& bus, const QDBusMessage& call, Answered answered);
    void askIdle(int source);
    void told(bool& what, bool value);
    void somebodyCame();
    void saverChanged(bool active);
    void sleepComes(bool begins);
    void lockAsked();
};

} // namespace relevo::ui
