#include "desk_fixture.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;
using Json = nlohmann::json;

/// One agent with two desktops: away by themselves only when nobody is at either, back when somebody is, and
/// never against what they have chosen.
class TestRelayPresence final : public QObject
{
    Q_OBJECT

private:
    DeskFixture m_desk;
    int m_asked = 0;

    WsClient& office() { return *m_desk.clients[0]; }
    WsClient& home() { return *m_desk.clients[1]; }
    static void say(WsClient& desk, bool here)
    {
        QVERIFY(desk.callAndWait("presence.set", {{"here", here}}).contains("result"));
    }
    static void choose(WsClient& desk, const char* state)
    {
        static int number = 0;
        QVERIFY(desk.callAndWait("availability.set",
                                 {{"state", state}, {"commandId", "choice-" + std::to_string(++number)}})
                    .contains("result"));
    }
    static domain::Availability shownAt(const WsClient& desk)
    {
        return desk.state().agents.begin()->second.availability;
    }
    /// What was said so far has had its effect, and the desk knows of it.
    domain::Availability settled(WsClient& desk)
    {
        if (m_desk.ask(QStringLiteral("settled-%1").arg(++m_asked)).isEmpty())
            qFatal("the relay does not answer");
        const Json state = desk.callAndWait("state.hash", Json::object());
        const qint64 seq = state.at("result").at("seq").get<qint64>();
        if (!QTest::qWaitFor([&desk, seq] { return desk.seq() >= seq; }))
            qFatal("the desk does not catch up");
        return shownAt(desk);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_desk.start(1), m_desk.relay.errors().constData());
        QVERIFY(m_desk.connectClients(2));
    }

    void init()
    {
        say(office(), true);
        say(home(), true);
        choose(office(), "available");
        QCOMPARE(settled(office()), domain::Availability::Available);
    }

    void whatIsNoAnswerIsRefused()
    {
        for (const Json& wrong : {Json::object(), Json{{"here", "yes"}}})
            QVERIFY(office().callAndWait("presence.set", wrong).contains("error"));
    }

    void whoLeavesOneDeskIsAtTheOther()
    {
        say(office(), false);
        QCOMPARE(settled(home()), domain::Availability::Available);
        say(home(), false);
        QTRY_COMPARE(shownAt(office()), domain::Availability::Away);
        // Nobody has chosen it.
        QVERIFY(office().state().agents.begin()->second.goneAt);
        say(office(), true);
        QTRY_COMPARE(shownAt(home()), domain::Availability::Available);
        QVERIFY(!home().state().agents.begin()->second.goneAt);
    }

    void whatWasChosenStays()
    {
        say(office(), false);
        choose(home(), "away");
        say(office(), true);
        QCOMPARE(settled(home()), domain::Availability::Away);
        choose(home(), "busy");
        say(office(), false);
        say(home(), false);
        QCOMPARE(settled(home()), domain::Availability::Busy);
        say(home(), true);
        QCOMPARE(settled(home()), domain::Availability::Busy);
    }

    void awayByItselfMayBeChosenToo()
    {
        say(office(), false);
        say(home(), false);
        QTRY_COMPARE(shownAt(home()), domain::Availability::Away);
        choose(home(), "away"); // by a script, say: no desktop has seen anybody
        say(home(), true);
        QCOMPARE(settled(home()), domain::Availability::Away);
    }

    void theDeskSomebodyWasAtIsClosed()
    {
        say(office(), false);
        home().setReconnecting(false);
        home().close();
        QTRY_COMPARE(shownAt(office()), domain::Availability::Away);
        m_desk.clients.pop_back();
        QVERIFY(m_desk.connectClients(1));
        QCOMPARE(settled(home()), domain::Availability::Away); // it has not said yet
        say(home(), true);
        QTRY_COMPARE(shownAt(office()), domain::Availability::Available);
    }

    /// A desktop from before this was known says nothing: it keeps whoever is available so, and what it makes
    /// of them by itself is for the relay what they have chosen.
    void anOlderDeskIsTreatedAsBefore()
    {
        m_desk.clients.pop_back();
        QVERIFY(m_desk.connectClients(1));
        say(office(), false);
        QCOMPARE(settled(office()), domain::Availability::Available);
        choose(home(), "away");
        say(office(), true);
        QCOMPARE(settled(office()), domain::Availability::Away);
        choose(home(), "available");
        QCOMPARE(settled(office()), domain::Availability::Available);
    }

    /// Nobody is shown as gone because the relay was, nor as away because the desktop they are not at was the
    /// quicker one to come back.
    void aRestartIsNoLeaving()
    {
        say(home(), false);
        QCOMPARE(settled(office()), domain::Availability::Available);
        m_desk.relay.kill(); // before their desktops go
        m_desk.clients.clear();
        QVERIFY2(m_desk.relay.start(), m_desk.relay.errors().constData());
        QVERIFY(m_desk.connectClients(1));
        say(office(), false); // it stands in for the one nobody is at
        QCOMPARE(settled(office()), domain::Availability::Available);
        QVERIFY(office().state().agents.begin()->second.online);
        QVERIFY(m_desk.connectClients(1));
        say(home(), true);
        QCOMPARE(settled(office()), domain::Availability::Available);
        // Nothing was written down of them since the start.
        const QByteArray metrics = m_desk.bot().get(QStringLiteral("/metrics")).body;
        QVERIFY(metrics.contains("relevo_events_total"));
        QVERIFY2(!metrics.contains("agent.availability"), metrics.constData());
    }

    void whoDoesNotComeBackIsGone()
    {
        m_desk.relay.kill(); // before their desktops go
        m_desk.clients.clear();
        QVERIFY2(m_desk.relay.start(), m_desk.relay.errors().constData());
        HttpCalls other(m_desk.relay.url(), m_desk.tokens.front());
        const auto self = [&other] {
            return other.get(QStringLiteral("/api/agents")).json.at("items").at(0);
        };
        QVERIFY(self().value("online", false));
        QTRY_VERIFY_WITH_TIMEOUT(!self().value("online", false) && self().contains("goneAt"), 60'000);
        QVERIFY(m_desk.connectClients(2));
    }

    void itIsRememberedOverARestart()
    {
        say(office(), false);
        say(home(), false);
        QTRY_COMPARE(shownAt(home()), domain::Availability::Away);
        m_desk.clients.clear();
        m_desk.relay.kill();
        QVERIFY2(m_desk.relay.start(), m_desk.relay.errors().constData());
        QVERIFY(m_desk.connectClients(2));
        QCOMPARE(settled(home()), domain::Availability::Away);
        say(home(), true);
        QTRY_COMPARE(shownAt(home()), domain::Availability::Available);
    }
};

RELEVO_TEST(TestRelayPresence)
#include "tst_relaypresence.moc"
