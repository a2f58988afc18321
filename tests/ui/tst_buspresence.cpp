#include "support/test_main.h"

#include <ui/presence/bus_presence.h>

#include <QtDBus/QDBusObjectPath>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::ui;

class FakeSaver final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")
public:
    bool active = false;
    uint idle = 0;

public Q_SLOTS:
    bool GetActive() { return active; }
    uint GetSessionIdleTime() { return idle; }

Q_SIGNALS:
    void ActiveChanged(bool active);
};

class FakeMutter final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.gnome.Mutter.IdleMonitor")
public:
    qulonglong idle = 0;

public Q_SLOTS:
    qulonglong GetIdletime() { return idle; }
};

class FakeLogin final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")
public:
    int asked = 0;

public Q_SLOTS:
    QDBusObjectPath GetSession(const QString&)
    {
        ++asked;
        return QDBusObjectPath(QStringLiteral("/org/freedesktop/login1/session/_31"));
    }

Q_SIGNALS:
    void PrepareForSleep(bool begins);
};

class FakeSession final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Session")

Q_SIGNALS:
    void Lock();
    void Unlock();
};

/// Whether somebody is there, as the buses tell; on a bus of the test's own.
class tst_BusPresence final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"),
                        QStringLiteral("--print-address=1"),
                        QStringLiteral("--address=unix:tmpdir=%1").arg(m_folder.path())});
        if (!m_daemon.waitForStarted() || !m_daemon.waitForReadyRead())
            QSKIP("there is no dbus-daemon");
        m_address = QString::fromLatin1(m_daemon.readLine()).trimmed();
    }

    void cleanupTestCase()
    {
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }

    void withNobodyOnTheBusSomebodyIsThere()
    {
        BusPresence presence(client("lonely"), client("lonely"));
        QSignalSpy changed(&presence, &SystemPresence::changed);
        presence.look();
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(!presence.idle() && !presence.isLocked() && !presence.isAsleep());
    }

    void theScreenSaverTells()
    {
        QDBusConnection server = client("saver");
        FakeSaver saver;
        saver.active = true;
        saver.idle = 65'000;
        QVERIFY(server.registerObject(QStringLiteral("/org/freedesktop/ScreenSaver"), &saver, everything));
        QVERIFY(server.registerService(QStringLiteral("org.freedesktop.ScreenSaver")));
        BusPresence presence(client("desk1"), client("desk1"));
        QTRY_VERIFY(presence.isLocked()); // it was so before the program began
        presence.look();
        QTRY_COMPARE(presence.idle().value_or(milliseconds(0)).count(), 65'000);
        Q_EMIT saver.ActiveChanged(false);
        QTRY_VERIFY(!presence.isLocked());
        QVERIFY(!presence.idle()); // from before
        Q_EMIT saver.ActiveChanged(true);
        QTRY_VERIFY(presence.isLocked());
        server.unregisterService(QStringLiteral("org.freedesktop.ScreenSaver"));
    }

    void mutterIsAskedFirst()
    {
        QDBusConnection server = client("mutter");
        FakeSaver saver;
        FakeMutter mutter;
        saver.idle = 1;
        mutter.idle = 5'000'000'000ULL;
        QVERIFY(server.registerObject(QStringLiteral("/org/freedesktop/ScreenSaver"), &saver, everything));
        QVERIFY(
            server.registerObject(QStringLiteral("/org/gnome/Mutter/IdleMonitor/Core"), &mutter, everything));
        QVERIFY(server.registerService(QStringLiteral("org.freedesktop.ScreenSaver")));
        QVERIFY(server.registerService(QStringLiteral("org.gnome.Mutter.IdleMonitor")));
        {
            BusPresence presence(client("desk2"), client("desk2"));
            presence.look();
            QTRY_COMPARE(presence.idle().value_or(milliseconds(0)).count(), 5'000'000'000LL);
        }
        // The window system's own way comes before both.
        BusPresence presence(client("desk2"), client("desk2"), [] { return milliseconds(7); });
        presence.look();
        QCOMPARE(presence.idle().value_or(milliseconds(0)).count(), 7);
        server.unregisterService(QStringLiteral("org.freedesktop.ScreenSaver"));
        server.unregisterService(QStringLiteral("org.gnome.Mutter.IdleMonitor"));
    }

    void sleepAndTheSessionsLockAreHeard()
    {
        QDBusConnection server = client("login");
        FakeLogin login;
        FakeSession session;
        QVERIFY(server.registerObject(QStringLiteral("/org/freedesktop/login1"), &login, everything));
        QVERIFY(server.registerObject(QStringLiteral("/org/freedesktop/login1/session/_31"), &session,
                                      everything));
        QVERIFY(server.registerService(QStringLiteral("org.freedesktop.login1")));
        BusPresence presence(client("desk3"), client("desk3"));
        QTRY_COMPARE(login.asked, 1);
        Q_EMIT login.PrepareForSleep(true);
        QTRY_VERIFY(presence.isAsleep());
        Q_EMIT login.PrepareForSleep(false);
        QTRY_VERIFY(!presence.isAsleep());
        // Heard as soon as the answer with the session's path has come.
        QTRY_VERIFY((Q_EMIT session.Lock(), presence.isLocked()));
        Q_EMIT session.Unlock();
        QTRY_VERIFY(!presence.isLocked());
        server.unregisterService(QStringLiteral("org.freedesktop.login1"));
    }

private:
    static constexpr auto everything = QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals;

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;

    QDBusConnection client(const char* name)
    {
        return QDBusConnection::connectToBus(m_address, QString::fromLatin1(name));
    }
};

RELEVO_TEST(tst_BusPresence)
#include "tst_buspresence.moc"
