#include "support/test_main.h"

#include <ui/notify/bus_notifier.h>

#include <QtDBus/QDBusContext>
#include <QtDBus/QDBusMessage>
#include <QtTest/QtTest>

using namespace relevo;

/// A notification service as the desktop's own would be.
class FakeService final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QList<QVariantList> shown; ///< replaces, summary, body, actions, timeout
    QStringList capabilities{QStringLiteral("body"), QStringLiteral("body-markup"),
                             QStringLiteral("actions")};
    QList<uint> closed;

public Q_SLOTS:
    QStringList GetCapabilities() { return capabilities; }
    uint Notify(const QString&, uint replaces, const QString&, const QString& summary, const QString& body,
                const QStringList& actions, const QVariantMap&, int timeout)
    {
        shown.push_back({replaces, summary, body, actions, timeout});
        return replaces ? replaces : static_cast<uint>(shown.size());
    }
    void CloseNotification(uint id) { closed.push_back(id); }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString& key);
    void NotificationClosed(uint id, uint reason);
    void ActivationToken(uint id, const QString& token);
};

class FakeFallback final : public ui::Notifier
{
    Q_OBJECT
public:
    QList<QString> shown;
    QList<QString> withdrawn;
    void show(const ui::Notice& notice) override { shown.push_back(notice.key); }
    void withdraw(const QString& key) override { withdrawn.push_back(key); }
};

class tst_Notifier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        // A bus of its own: nothing of the machine's answers, and nothing is shown to anybody.
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

    void aClickComesBack()
    {
        QDBusConnection server = QDBusConnection::connectToBus(m_address, QStringLiteral("server"));
        FakeService service;
        QVERIFY(server.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &service,
                                      QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(server.registerService(QStringLiteral("org.freedesktop.Notifications")));
        FakeFallback fallback;
        ui::BusNotifier notifier(QDBusConnection::connectToBus(m_address, QStringLiteral("client")),
                                 fallback);
        QSignalSpy opened(&notifier, &ui::Notifier::opened);

        notifier.show(
            {QStringLiteral("a"), QStringLiteral("Ana <b>"), QStringLiteral("1 < 2 & <img src=x>"), false});
        QTRY_COMPARE(service.shown.size(), 1);
        QCOMPARE(service.shown[0][2].toString(), QStringLiteral("1 &lt; 2 &amp; &lt;img src=x&gt;"));
        QVERIFY(service.shown[0][3].toStringList().contains(QStringLiteral("default")));
        notifier.show({QStringLiteral("b"), QStringLiteral("Other"), {}, true});
        QTRY_COMPARE(service.shown.size(), 2);

        Q_EMIT service.ActionInvoked(77, QStringLiteral("default")); // somebody else's
        Q_EMIT service.ActionInvoked(2, QStringLiteral("default"));
        QTRY_COMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toString(), QStringLiteral("b"));

        notifier.show({QStringLiteral("a"), QStringLiteral("Again"), {}, false});
        QTRY_COMPARE(service.shown.size(), 3);
        QCOMPARE(service.shown[2][0].toUInt(), 1U); // in the place of the first
        notifier.withdraw(QStringLiteral("a"));
        // Twice when it went before the service had said that it is in the first one's place.
        QTRY_VERIFY(service.closed.contains(1U));
        QCOMPARE(service.closed.count(1U), service.closed.size());

        // Before the service has said which number it has.
        service.closed.clear();
        notifier.show({QStringLiteral("c"), QStringLiteral("Gone at once"), {}, false});
        notifier.withdraw(QStringLiteral("c"));
        QTRY_VERIFY(service.closed.contains(4U));
        notifier.show({QStringLiteral("d"), QStringLiteral("First"), {}, false});
        notifier.show({QStringLiteral("d"), QStringLiteral("Second"), {}, false});
        QTRY_VERIFY(service.closed.contains(5U)); // one about the same is enough
        notifier.withdraw(QStringLiteral("d"));
        QTRY_VERIFY(service.closed.contains(6U));
        QVERIFY(fallback.shown.isEmpty());
        server.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
    }

    void buttonsSayWhatIsWished()
    {
        QDBusConnection server = QDBusConnection::connectToBus(m_address, QStringLiteral("buttons"));
        FakeService service;
        QVERIFY(offer(server, service));
        FakeFallback fallback;
        ui::BusNotifier notifier(QDBusConnection::connectToBus(m_address, QStringLiteral("presses")),
                                 fallback);
        QSignalSpy opened(&notifier, &ui::Notifier::opened);
        QSignalSpy acted(&notifier, &ui::Notifier::acted);
        QSignalSpy dismissed(&notifier, &ui::Notifier::dismissed);
        notifier.show(waiting(QStringLiteral("a"), true));
        QTRY_COMPARE(service.shown.size(), 1);
        QCOMPARE(
            service.shown[0][3].toStringList(),
            QStringList({QStringLiteral("default"), QStringLiteral("View"), QStringLiteral("takeOver"),
                         QStringLiteral("Take over"), QStringLiteral("snooze"),
                         QStringLiteral("Remind me later"), QStringLiteral("view"), QStringLiteral("View")}));
        QCOMPARE(service.shown[0][4].toInt(), 0); // urgent ones stay
        Q_EMIT service.ActivationToken(1, QStringLiteral("token"));
        Q_EMIT service.ActionInvoked(1, QStringLiteral("takeOver"));
        Q_EMIT service.NotificationClosed(1, 2); // the press closes it: nobody has put it away
        QTRY_COMPARE(acted.size(), 1);
        QCOMPARE(acted[0][0].toString(), QStringLiteral("a"));
        QVERIFY(acted[0][1].value<ui::NoticeAction>() == ui::NoticeAction::TakeOver);
        QCOMPARE(acted[0][2].toString(), QStringLiteral("token"));

        notifier.show(waiting(QStringLiteral("b"), false));
        QTRY_COMPARE(service.shown.size(), 2);
        QCOMPARE(service.shown[1][4].toInt(), -1);
        Q_EMIT service.ActionInvoked(2, QStringLiteral("view"));
        QTRY_COMPARE(opened.size(), 1);

        notifier.show(waiting(QStringLiteral("c"), false));
        QTRY_COMPARE(service.shown.size(), 3);
        Q_EMIT service.NotificationClosed(3, 2);
        QTRY_COMPARE(dismissed.size(), 1);
        QCOMPARE(acted.size(), 1);
        server.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
    }

    void anUrgentOneThatRanOutComesAgain()
    {
        QDBusConnection server = QDBusConnection::connectToBus(m_address, QStringLiteral("impatient"));
        FakeService service;
        QVERIFY(offer(server, service));
        FakeFallback fallback;
        ui::BusNotifier notifier(QDBusConnection::connectToBus(m_address, QStringLiteral("insists")),
                                 fallback);
        notifier.show(waiting(QStringLiteral("a"), true));
        notifier.show(waiting(QStringLiteral("b"), false));
        QTRY_COMPARE(service.shown.size(), 2);
        Q_EMIT service.NotificationClosed(2, 1);
        Q_EMIT service.NotificationClosed(1, 1);
        QTRY_COMPARE(service.shown.size(), 3);
        QCOMPARE(service.shown[2][1], service.shown[0][1]);
        server.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
    }

    void otherWordsTakeThePlaceOfWhatIsStillShown()
    {
        QDBusConnection server = QDBusConnection::connectToBus(m_address, QStringLiteral("screen"));
        FakeService service;
        QVERIFY(offer(server, service));
        FakeFallback fallback;
        ui::BusNotifier notifier(QDBusConnection::connectToBus(m_address, QStringLiteral("locks")), fallback);
        QSignalSpy opened(&notifier, &ui::Notifier::opened);
        for (const char* key : {"a", "b", "c"})
            notifier.show(waiting(QString::fromLatin1(key), false));
        QTRY_COMPARE(service.shown.size(), 3);
        Q_EMIT service.NotificationClosed(2, 1); // it has run out
        Q_EMIT service.ActionInvoked(3, QStringLiteral("default"));
        QTRY_COMPARE(opened.size(), 1); // so the one before has come, too
        for (const char* key : {"b", "c", "a"}) {
            ui::Notice bare = waiting(QString::fromLatin1(key), false);
            bare.title = QStringLiteral("One of your customers has written");
            bare.again = true;
            notifier.show(bare);
        }
        QTRY_COMPARE(service.shown.size(), 4);
        QCOMPARE(service.shown[3][0].toUInt(), 1U);
        QCOMPARE(service.shown[3][1].toString(), QStringLiteral("One of your customers has written"));
        server.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
    }

    void whatRanOutIsTakenOutOfTheListBeforeOthersLook()
    {
        QDBusConnection server = QDBusConnection::connectToBus(m_address, QStringLiteral("history"));
        FakeService service;
        QVERIFY(offer(server, service));
        FakeFallback fallback;
        ui::BusNotifier notifier(QDBusConnection::connectToBus(m_address, QStringLiteral("private")),
                                 fallback);
        QSignalSpy dismissed(&notifier, &ui::Notifier::dismissed);
        for (const char* key : {"a", "b", "c", "d"})
            notifier.show(waiting(QString::fromLatin1(key), false));
        QTRY_COMPARE(service.shown.size(), 4);
        for (const uint id : {1U, 2U, 3U})
            Q_EMIT service.NotificationClosed(id, 1);
        Q_EMIT service.NotificationClosed(4, 2);
        QTRY_COMPARE(dismissed.size(), 1); // so those before have come, too
        ui::Notice again = waiting(QStringLiteral("a"), false);
        again.again = true;
        notifier.show(again); // with all its words: nothing is to be hidden
        again.bare = true;
        notifier.show(again);
        QTRY_COMPARE(service.closed, QList<uint>{1U});
        // Nor is what no longer holds left there.
        notifier.withdraw(QStringLiteral("b"));
        QTRY_COMPARE(service.closed, QList<uint>({1U, 2U}));
        // Told anew it is another one.
        notifier.show(waiting(QStringLiteral("c"), false));
        QTRY_COMPARE(service.shown.size(), 5);
        notifier.withdraw(QStringLiteral("c"));
        QTRY_COMPARE(service.closed.size(), 3);
        QVERIFY(!service.closed.contains(3U));
        server.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
    }

    void aServiceThatComesBackShowsWhatStillHolds()
    {
        FakeFallback fallback;
        ui::BusNotifier notifier(QDBusConnection::connectToBus(m_address, QStringLiteral("patient")),
                                 fallback);
        for (const char* key : {"gone", "first", "second"})
            notifier.show(waiting(QString::fromLatin1(key), false));
        QTRY_COMPARE_WITH_TIMEOUT(fallback.shown.size(), 3, 10'000);
        notifier.withdraw(QStringLiteral("gone"));
        QDBusConnection server = QDBusConnection::connectToBus(m_address, QStringLiteral("late"));
        FakeService service;
        service.capabilities = {QStringLiteral("body")};
        QVERIFY(offer(server, service));
        QTRY_COMPARE(service.shown.size(), 2);
        QCOMPARE(service.shown[0][1].toString(), QStringLiteral("first"));
        QCOMPARE(service.shown[1][1].toString(), QStringLiteral("second"));
        QVERIFY(fallback.withdrawn.contains(QStringLiteral("first")));
        // It dies, and another takes its place.
        server.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
        QVERIFY(server.registerService(QStringLiteral("org.freedesktop.Notifications")));
        QTRY_COMPARE(service.shown.size(), 4);
        QCOMPARE(service.shown[2][0].toUInt(), 0U); // the old numbers mean nothing to it
        // This one has no buttons, and would print them.
        QVERIFY(!service.shown[3][3].toStringList().contains(QStringLiteral("takeOver")));
        server.unregisterService(QStringLiteral("org.freedesktop.Notifications"));
    }

    void withoutAServiceTheFallbackShows()
    {
        FakeFallback fallback;
        ui::BusNotifier notifier(QDBusConnection::connectToBus(m_address, QStringLiteral("alone")), fallback);
        notifier.show({QStringLiteral("a"), QStringLiteral("Ana"), {}, false});
        QTRY_COMPARE_WITH_TIMEOUT(fallback.shown, QList<QString>{QStringLiteral("a")}, 10'000);
    }

private:
    static bool offer(QDBusConnection& bus, FakeService& service)
    {
        return bus.registerObject(QStringLiteral("/org/freedesktop/Notifications"), &service,
                                  QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) &&
               bus.registerService(QStringLiteral("org.freedesktop.Notifications"));
    }

    static ui::Notice waiting(const QString& key, bool urgent)
    {
        return {key,
                key,
                {},
                urgent,
                ui::NoticeKind::NewHandoff,
                {ui::NoticeAction::TakeOver, ui::NoticeAction::Snooze}};
    }

    QTemporaryDir m_folder;
    QProcess m_daemon;
    QString m_address;
};

RELEVO_TEST(tst_Notifier)
#include "tst_notifier.moc"
