#include <ui/presence/sleep_delay.h>

#include <QtDBus/QDBusMessage>
#include <QtDBus/QDBusPendingReply>
#include <QtDBus/QDBusServiceWatcher>

namespace relevo::ui {

namespace {

const QString sleepService = QStringLiteral("org.freedesktop.login1");

} // namespace

SleepDelay::SleepDelay(const QDBusConnection& bus, QObject* parent) : QObject(parent), m_bus(bus), m_end(this)
{
    m_end.setSingleShot(true);
    m_end.setInterval(longest);
    connect(&m_end, &QTimer::timeout, this, &SleepDelay::release);
    // A logind that was started anew knows nothing of what the one before it had given.
    auto* watcher =
        new QDBusServiceWatcher(sleepService, m_bus, QDBusServiceWatcher::WatchForRegistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, [this] {
        release();
        if (!m_sleeping)
            take();
    });
    take();
}

void SleepDelay::sleepComes(bool begins)
{
    m_sleeping = begins;
    if (begins)
        m_end.start();
    else
        take();
}

void SleepDelay::release()
{
    m_end.stop();
    m_lock = {};
}

void SleepDelay::take()
{
    m_end.stop();
    if (isHeld() || m_asking || !QDBusUnixFileDescriptor::isSupported())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(
        sleepService, QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
    call.setAutoStartService(false);
    call << QStringLiteral("sleep") << QStringLiteral("Relevo") << tr("The relay is told that nobody is here")
         << QStringLiteral("delay");
    m_asking = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(m_asking, &QDBusPendingCallWatcher::finished, this, &SleepDelay::taken);
}

void SleepDelay::taken(QDBusPendingCallWatcher* answer)
{
    m_asking = nullptr;
    answer->deleteLater();
    const QDBusPendingReply<QDBusUnixFileDescriptor> lock = *answer;
    // One that came too late would only hold up what has long begun.
    if (lock.isValid() && !m_sleeping)
        m_lock = lock.value();
}

} // namespace relevo::ui
