#include "support/test_main.h"

#include <ui/presence/bus_presence.h>

#include <QtDBus/QDBusObjectPath>
#include <QtDBus/QDBusUnixFileDescriptor>
#include <QtTest/QtTest>

#include <poll.h>
#include <unistd.h>

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
    QList<QStringList> delays; ///< what was asked for

    ~FakeLogin() override
    {
        for (const int end : m_ends)
            ::close(end);
    }

    /// That somebody holds the newest delay that was given.
    [[nodiscard]] bool isDelayed() const
    {
        pollfd end{m_ends.isEmpty() ? -1 : m_ends.back(), POLLIN, 0};
        return !m_ends.isEmpty() && ::poll(&end, 1, 0) == 0;
    }

public Q_SLOTS:
    /// As logind does it: the delay lasts until the last copy of what is given is closed.
    QDBusUnixFileDescriptor Inhibit(const QString& what, const QString& who, const QString& why,
                                    const QString& mode)
    {
        delays << QStringList{what, who, why, mode};
        int ends[2] = {-1, -1};
        if (::pipe(ends) != 0)
            return {};
        m_ends << ends[0];
        QDBusUnixFileDescriptor given(ends[1]); // a copy
        ::close(ends[1]);
        return given;
    }

    QDBusObjectPath GetSession(const QString&)
    {
        ++asked;
        return QDBusObjectPath(QStringLiteral("/org/freedesktop/login1/session/_31"));
    }

Q_SIGNALS:
    void PrepareForSleep(bool begins);

private:
    QList<int> m_ends;
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

    void sleepWaitsUntilWhatMattersIsSaid()
    {
        QDBusConnection server = client("login2");
        FakeLogin login;
        QVERIFY(server.registerObject(QStringLiteral("/org/freedesktop/login1"), &login, everything));
        QVERIFY(server.registerService(QStringLiteral("org.freedesktop.login1")));
        auto presence = std::make_unique<BusPresence>(client("desk4"), client("desk4"));
        QTRY_VERIFY(login.isDelayed()); // taken long before, when nobody hurries
        QCOMPARE(login.delays.size(), 1);
        QCOMPARE(login.delays[0].value(0), QStringLiteral("sleep"));
        QCOMPARE(login.delays[0].value(1), QStringLiteral("Relevo"));
        QVERIFY(!login.delays[0].value(2).isEmpty());
        QCOMPARE(login.delays[0].value(3), QStringLiteral("delay"));
        Q_EMIT login.PrepareForSleep(true);
        QTRY_VERIFY(presence->isAsleep());
        QVERIFY(login.isDelayed());
        presence->maySleep();
        QTRY_VERIFY(!login.isDelayed());
        // For the next time.
        Q_EMIT login.PrepareForSleep(false);
        QTRY_VERIFY(login.isDelayed());
        QCOMPARE(login.delays.size(), 2);
        // When nobody says that it was said (the relay does not answer), it is let go all the same.
        Q_EMIT login.PrepareForSleep(true);
        QTRY_VERIFY(presence->isAsleep());
        QTRY_VERIFY(!login.isDelayed());
        Q_EMIT login.PrepareForSleep(false);
        QTRY_VERIFY(login.isDelayed());
        // One that was started anew is asked anew.
        server.unregisterService(QStringLiteral("org.freedesktop.login1"));
        QVERIFY(server.registerService(QStringLiteral("org.freedesktop.login1")));
        QTRY_COMPARE(login.delays.size(), 4);
        QTRY_VERIFY(login.isDelayed());
        presence.reset();
        QTRY_VERIFY(!login.isDelayed());
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
