#include "desk_test.h"
#include "support/test_main.h"

#include <protocol/codec.h>

using namespace relevo;
using namespace relevo::client;

/// What the desk tells of the time in which it was cut off, and what it says of what it shows.
class tst_DeskMissed final : public DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void repliesAreToldOnce_data() { snapshotOrNot(); }
    void repliesAreToldOnce();
    void moreThanAFewAreCounted();
    void warningsAreTold_data() { snapshotOrNot(); }
    void warningsAreTold();
    void anOfferThatStillStandsIsTold_data() { snapshotOrNot(); }
    void anOfferThatStillStandsIsTold();
    void aReplicaMadeAnewHasMissedNothing();
    void saysWhatItShows();
    void knowsWhichChannelsFail();

private:
    static void snapshotOrNot()
    {
        QTest::addColumn<bool>("snapshot");
        QTest::newRow("by events") << false;
        QTest::newRow("by a snapshot") << true;
    }

    void cut()
    {
        m_relay->goAway();
        QTRY_VERIFY(m_desk->link().state != LinkState::Online);
    }

    void mend(bool snapshot)
    {
        m_relay->resumeLimit = snapshot ? 0 : 100'000;
        m_relay->listenAgain();
        QTRY_COMPARE(m_desk->link().state, LinkState::Online);
        QTRY_COMPARE(m_desk->live().seq(), m_world->seq());
    }
};

void tst_DeskMissed::repliesAreToldOnce()
{
    QFETCH(bool, snapshot);
    const auto unread = held(QStringLiteral("Ada"));
    const auto answered = held(QStringLiteral("Bo"));
    const auto silent = held(QStringLiteral("Cy"));
    const auto theirs = m_world->customer(QStringLiteral("Di"), QStringLiteral("Hello"), true);
    QVERIFY(m_world->claim(theirs, 1));
    signIn();
    QSignalSpy wrote(m_desk.get(), &Desk::customerWrote);
    cut();
    for (const auto& id : {unread, answered, theirs}) {
        m_world->write(id, QStringLiteral("first"));
        m_world->write(id, QStringLiteral("newest"));
    }
    QVERIFY(m_world->reply(answered, 0, QStringLiteral("From my other desktop")));
    mend(snapshot);
    QTRY_COMPARE(wrote.size(), 1);
    QCOMPARE(wrote[0][0].value<domain::ConversationId>(), unread);
    QCOMPARE(wrote[0][1].toString(), QStringLiteral("newest"));
    cut();
    m_world->write(silent, QStringLiteral("me too"));
    mend(snapshot);
    QTRY_COMPARE(wrote.size(), 2);
    QCOMPARE(wrote[1][0].value<domain::ConversationId>(), silent);
}

void tst_DeskMissed::moreThanAFewAreCounted()
{
    std::vector<domain::ConversationId> all;
    for (int i = 0; i < mostPressingNews + 3; ++i)
        all.push_back(held());
    signIn();
    QSignalSpy wrote(m_desk.get(), &Desk::customerWrote);
    QSignalSpy more(m_desk.get(), &Desk::moreOfMine);
    cut();
    for (const auto& id : all)
        m_world->write(id, QStringLiteral("Hello?"));
    mend(false);
    QTRY_COMPARE(wrote.size(), mostPressingNews);
    QCOMPARE(more.size(), 1);
    QCOMPARE(more[0][0].toInt(), 3);
    QCOMPARE(wrote.back()[0].value<domain::ConversationId>(), all.back()); // on top
}

void tst_DeskMissed::warningsAreTold()
{
    QFETCH(bool, snapshot);
    domain::Settings settings = m_world->live().settings;
    settings.sla.policies = {{QStringLiteral("all"), {}, {}, {}, 4, 0, 0, false}};
    QVERIFY(m_world->run({}, domain::ChangeSettings{settings}));
    const auto warned = held(QStringLiteral("Ada"));
    signIn();
    QSignalSpy news(m_desk.get(), &Desk::newHandoff);
    cut();
    m_world->clock.advance(std::chrono::seconds(200));
    QVERIFY(m_world->run(warned, domain::Tick{}));
    mend(snapshot);
    QTRY_COMPARE(news.size(), 1);
    QCOMPARE(news[0][0].value<HandoffNews>().conversation, warned);
    QVERIFY(news[0][0].value<HandoffNews>().kind == NewsKind::TimeShort);
    // Told once, whatever happens to the line.
    cut();
    mend(snapshot);
    QCOMPARE(news.size(), 1);
}

void tst_DeskMissed::anOfferThatStillStandsIsTold()
{
    QFETCH(bool, snapshot);
    domain::Settings settings = m_world->live().settings;
    settings.routing = domain::Routing::RoundRobin;
    QVERIFY(m_world->run({}, domain::ChangeSettings{settings}));
    for (const int agent : {0, 1, 2})
        (void)m_world->run(
            {}, domain::SetAvailability{m_world->agent(agent).id, agent == 0 ? domain::Availability::Available
                                                                             : domain::Availability::Away});
    signIn();
    QSignalSpy news(m_desk.get(), &Desk::newHandoff);
    QSignalSpy away(m_desk.get(), &Desk::handoffsWhileAway);
    cut();
    const auto id = m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    QCOMPARE(m_world->conversation(id)->handoff->offer->agent.id, m_world->agent(0).id);
    mend(snapshot);
    QTRY_COMPARE(news.size(), 1);
    QVERIFY(news[0][0].value<HandoffNews>().kind == NewsKind::OfferedToMe);
    QCOMPARE(away.size(), 0); // not once more as one of those who wait
    cut();
    mend(snapshot);
    QCOMPARE(news.size(), 1);
}

void tst_DeskMissed::aReplicaMadeAnewHasMissedNothing()
{
    const auto id = held();
    m_world->write(id, QStringLiteral("Hello?"));
    QSignalSpy wrote(m_desk.get(), &Desk::customerWrote);
    signIn();
    QCOMPARE(wrote.size(), 0);
}

void tst_DeskMissed::saysWhatItShows()
{
    const auto told = [this] {
        std::vector<protocol::Json> params;
        for (const auto& [method, value] : m_relay->calls) {
            if (method == "alerts.set")
                params.push_back(value);
        }
        return params;
    };
    const protocol::Json nothing{{"offers", false}, {"requests", false}};
    signIn();
    QVERIFY(!m_relay->hellos.back().contains("alerts"));
    m_desk->setAlertsShown({false, false});
    QTRY_COMPARE(told().size(), 1U);
    QVERIFY(told().back() == nothing);
    m_desk->setAlertsShown({false, false});
    cut();
    mend(false);
    QVERIFY(m_relay->hellos.back().at("alerts") == nothing);
    m_desk->setAlertsShown({true, true});
    QTRY_COMPARE(told().size(), 2U);
}

void tst_DeskMissed::knowsWhichChannelsFail()
{
    domain::HealthChange hook;
    hook.kind = QStringLiteral("webhook");
    hook.id = QStringLiteral("1");
    hook.name = QStringLiteral("https://hooks.example");
    hook.state = domain::ChannelState::Failing;
    hook.since = m_world->clock.now();
    hook.reason = QStringLiteral("answered 503");
    const std::vector<domain::HealthChange> none;
    // Before this desk came: the greeting says it, and an event of the past does not say otherwise.
    m_relay->failing = protocol::Json::array({protocol::toJson(hook)});
    signIn();
    QTRY_VERIFY(m_desk->live().failing() == std::vector{hook});
    QSignalSpy changed(&m_desk->live(), &LiveView::failingChanged);
    domain::HealthChange other = hook;
    other.id = QStringLiteral("2");
    QVERIFY(m_world->run({}, domain::RecordHealth{other}));
    m_relay->publish();
    QTRY_VERIFY(m_desk->live().failing() == std::vector({hook, other}));
    hook.state = other.state = domain::ChannelState::Ok;
    QVERIFY(m_world->run({}, domain::RecordHealth{hook}));
    QVERIFY(m_world->run({}, domain::RecordHealth{other}));
    m_relay->publish();
    QTRY_VERIFY(m_desk->live().failing() == none);
    // What fails and works while this desk is away is in the greeting, not in what it has missed.
    m_relay->failing = protocol::Json::array();
    hook.state = domain::ChannelState::Failing;
    cut();
    QVERIFY(m_world->run({}, domain::RecordHealth{hook}));
    (void)m_world->customer(QStringLiteral("Ada"), QStringLiteral("Hello")); // seen when all is here
    changed.clear();
    mend(false);
    QCOMPARE(m_desk->live().failing().size(), std::size_t{0});
    QCOMPARE(changed.size(), 0);
}

RELEVO_TEST(tst_DeskMissed)
#include "tst_desk_missed.moc"
