#include <ui/presence/bus_presence.h>

#include <ui/presence/presence_services.h>

#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusPendingCallWatcher>
#include <QtDBus/QDBusPendingReply>

#include <array>

namespace relevo::ui {

namespace {

struct Address
{
    const char* service;
    const char* path;
    const char* interface;
};

constexpr std::array savers{
    Address{"org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"},
    Address{"org.freedesktop.ScreenSaver", "/ScreenSaver", "org.freedesktop.ScreenSaver"},
    Address{"org.gnome.ScreenSaver", "/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"}};

struct IdleAddress
{
    Address address;
    const char* method;
};

/// Both in milliseconds.
constexpr std::array idleSources{
    IdleAddress{{"org.gnome.Mutter.IdleMonitor", "/org/gnome/Mutter/IdleMonitor/Core",
                 "org.gnome.Mutter.IdleMonitor"},
                "GetIdletime"},
    IdleAddress{
        {"org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"},
        "GetSessionIdleTime"}};

const QString logind = QStringLiteral("org.freedesktop.login1");
const QString logindPath = QStringLiteral("/org/freedesktop/login1");
const QString manager = QStringLiteral("org.freedesktop.login1.Manager");

QDBusMessage callOf(const Address& address, const char* method)
{
    return QDBusMessage::createMethodCall(
        QString::fromLatin1(address.service), QString::fromLatin1(address.path),
        QString::fromLatin1(address.interface), QString::fromLatin1(method));
}

} // namespace

BusPresence::BusPresence(const QDBusConnection& sessionBus, const QDBusConnection& systemBus, IdleSource own,
                         QObject* parent)
    : SystemPresence(parent), m_session(sessionBus), m_system(systemBus), m_own(std::move(own)),
      m_delay(systemBus)
{
    listen();
}

void BusPresence::listen()
{
    for (const Address& saver : savers) {
        const auto* service = new ScreenSaverService(m_session, QString::fromLatin1(saver.service),
                                                     QString::fromLatin1(saver.path), saver.interface, this);
        connect(service, &ScreenSaverService::ActiveChanged, this, &BusPresence::saverChanged);
        ask(m_session, callOf(saver, "GetActive"), [this](const QDBusMessage& answer) {
            // The words of an error would be true as well.
            if (answer.type() == QDBusMessage::ReplyMessage && answer.arguments().value(0).toBool())
                saverChanged(true);
        });
    }
    connect(new LoginManager(m_system, this), &LoginManager::PrepareForSleep, this, &BusPresence::sleepComes);
    QDBusMessage whichSession =
        QDBusMessage::createMethodCall(logind, logindPath, manager, QStringLiteral("GetSession"));
    whichSession << QStringLiteral("auto");
    ask(m_system, whichSession, [this](const QDBusMessage& answer) {
        const QString path = answer.arguments().value(0).value<QDBusObjectPath>().path();
        if (path.isEmpty())
            return;
        const auto* session = new LoginSession(m_system, path, this);
        connect(session, &LoginSession::Lock, this, &BusPresence::lockAsked);
        connect(session, &LoginSession::Unlock, this, &BusPresence::somebodyCame);
    });
}

void BusPresence::ask(const QDBusConnection& bus, const QDBusMessage& call, Answered answered)
{
    QDBusMessage quiet = call;
    quiet.setAutoStartService(false);
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(quiet), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, answered = std::move(answered)] {
        watcher->deleteLater();
        answered(watcher->reply());
    });
}

void BusPresence::look()
{
    if (m_own) {
        if (const std::optional<milliseconds> idle = m_own()) {
            m_idle = idle;
            Q_EMIT changed();
            return;
        }
    }
    if (!m_asking)
        askIdle(0);
}

void BusPresence::askIdle(int source)
{
    m_asking = source < static_cast<int>(idleSources.size());
    if (!m_asking) {
        m_idle.reset();
        Q_EMIT changed();
        return;
    }
    const IdleAddress& from = idleSources[static_cast<std::size_t>(source)];
    ask(m_session, callOf(from.address, from.method), [this, source](const QDBusMessage& answer) {
        bool isNumber = false;
        const qulonglong idle = answer.arguments().value(0).toULongLong(&isNumber);
        if (answer.type() != QDBusMessage::ReplyMessage || !isNumber) {
            askIdle(source + 1);
            return;
        }
        m_asking = false;
        m_idle = milliseconds(static_cast<qint64>(idle));
        Q_EMIT changed();
    });
}

void BusPresence::told(bool& what, bool value)
{
    if (std::exchange(what, value) != value)
        Q_EMIT changed();
}

void BusPresence::saverChanged(bool active)
{
    // Whoever has woken the screen has unlocked it; not every desktop says so twice.
    if (!active)
        somebodyCame();
    told(m_saverActive, active);
}

void BusPresence::sleepComes(bool begins)
{
    if (!begins)
        m_idle.reset(); // how long it was before says nothing any more
    m_delay.sleepComes(begins);
    told(m_asleep, begins);
}

void BusPresence::lockAsked()
{
    told(m_sessionLocked, true);
}

void BusPresence::somebodyCame()
{
    // How long it was before says nothing any more.
    m_idle.reset();
    told(m_sessionLocked, false);
}

} // namespace relevo::ui
