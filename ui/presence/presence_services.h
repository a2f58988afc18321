#pragma once

#include <QtDBus/QDBusAbstractInterface>

namespace relevo::ui {

// What is listened to on the buses. The names of the signals are those on the bus.

/// A screen saver: org.freedesktop.ScreenSaver or GNOME's own of the same form.
class ScreenSaverService final : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    /// `interface` must live as long as the program.
    ScreenSaverService(const QDBusConnection& bus, const QString& service, const QString& path,
                       const char* interface, QObject* parent)
        : QDBusAbstractInterface(service, path, interface, bus, parent)
    {
    }

Q_SIGNALS:
    void ActiveChanged(bool active);
};

/// org.freedesktop.login1.Manager
class LoginManager final : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    LoginManager(const QDBusConnection& bus, QObject* parent)
        : QDBusAbstractInterface(QStringLiteral("org.freedesktop.login1"),
                                 QStringLiteral("/org/freedesktop/login1"), "org.freedesktop.login1.Manager",
                                 bus, parent)
    {
    }

Q_SIGNALS:
    void PrepareForSleep(bool begins);
};

/// org.freedesktop.login1.Session
class LoginSession final : public QDBusAbstractInterface
{
    Q_OBJECT
public:
    LoginSession(const QDBusConnection& bus, const QString& path, QObject* parent)
        : QDBusAbstractInterface(QStringLiteral("org.freedesktop.login1"), path,
                                 "org.freedesktop.login1.Session", bus, parent)
    {
    }

Q_SIGNALS:
    void Lock();
    void Unlock();
};

} // namespace relevo::ui
