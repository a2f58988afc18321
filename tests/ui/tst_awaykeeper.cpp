#include "support/test_main.h"

#include <ui/presence/away_keeper.h>
#include <ui/presence/line_watcher.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::ui;
using domain::Availability;

class FakePresence final : public SystemPresence
{
    Q_OBJECT
public:
    std::optional<milliseconds> idleFor = milliseconds(0);
    bool locked = false;
    bool asleep = false;

    [[nodiscard]] std::optional<milliseconds> idle() const override { return idleFor; }
    [[nodiscard]] bool isLocked() const override { return locked; }
    [[nodiscard]] bool isAsleep() const override { return asleep; }
    void look() override { Q_EMIT changed(); }
};

/// Tells whether somebody is at this computer, and only that: what follows is the relay's.
class tst_AwayKeeper final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_live = std::make_unique<client::LiveView>();
        m_presence = std::make_unique<FakePresence>();
        m_after = milliseconds(600'000);
        m_keeper = std::make_unique<AwayKeeper>(*m_live, *m_presence, [this] { return m_after; });
        m_told.clear();
        connect(m_keeper.get(), &AwayKeeper::hereChanged, this, [this](bool here) { m_told << here; });
        signIn();
        QCOMPARE(m_told, QList<bool>{true}); // at once, for whoever was away by themselves
        m_told.clear();
    }

    void afterSleepTheLineIsDoubted()
    {
        LineWatcher watcher(*m_presence);
        QSignalSpy doubted(&watcher, &LineWatcher::doubted);
        tell([this] { m_presence->asleep = true; });
        QCOMPARE(doubted.size(), 0); // it could not be tried now
        tell([this] { m_presence->asleep = false; });
        QCOMPARE(doubted.size(), 1);
        tell([this] { m_presence->locked = true; });
        QCOMPARE(doubted.size(), 1);
        watcher.networkChanged(true); // another one
        QCOMPARE(doubted.size(), 2);
        watcher.networkChanged(false);
        watcher.networkChanged(false);
        QCOMPARE(doubted.size(), 3);
        watcher.networkChanged(true);
        QCOMPARE(doubted.size(), 4);
    }

    void sleepIsToldAfterWhatFollowsFromIt()
    {
        QList<bool> saidBefore;
        connect(m_keeper.get(), &AwayKeeper::sleepComes, this, [this, &saidBefore] { saidBefore << m_told; });
        tell([this] { m_presence->asleep = true; });
        QCOMPARE(saidBefore, QList<bool>{false});
        QSignalSpy again(m_keeper.get(), &AwayKeeper::sleepComes);
        tell([this] { m_presence->locked = true; });
        QCOMPARE(again.size(), 0);
        tell([this] { m_presence->asleep = m_presence->locked = false; });
        QCOMPARE(again.size(), 0);
        // Also where sleep makes nobody away: the computer waits for a word.
        m_after = milliseconds(0);
        tell([this] { m_presence->asleep = true; });
        QCOMPARE(again.size(), 1);
    }

    void idleLockedAndAsleepMakeAway_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("idle") << 0;
        QTest::newRow("locked") << 1;
        QTest::newRow("asleep") << 2;
    }

    void idleLockedAndAsleepMakeAway()
    {
        QFETCH(int, how);
        tell([&] { m_presence->idleFor = m_after - milliseconds(1); });
        QVERIFY(m_told.isEmpty());
        const auto goes = [&](bool gone) {
            tell([&] {
                m_presence->idleFor = milliseconds(how == 0 && gone ? 600'000 : 0);
                m_presence->locked = how == 1 && gone;
                m_presence->asleep = how == 2 && gone;
            });
        };
        goes(true);
        goes(true);
        QCOMPARE(m_told, QList<bool>{false});
        goes(false);
        goes(false);
        QCOMPARE(m_told, (QList<bool>{false, true}));
    }

    /// Whoever is away by hand is here all the same: the relay knows what they have chosen.
    void itIsToldWhateverWasChosen()
    {
        for (const Availability chosen : {Availability::Busy, Availability::Away}) {
            signIn(chosen);
            tell([&] { m_presence->locked = true; });
            tell([&] { m_presence->locked = false; });
        }
        QCOMPARE(m_told, (QList<bool>{false, true, false, true}));
    }

    void whoeverChoosesIsHere()
    {
        m_keeper->chosenByHand();
        QVERIFY(m_told.isEmpty());
        tell([&] { m_presence->idleFor = m_after; });
        m_keeper->chosenByHand(); // before the return was seen
        QCOMPARE(m_told, (QList<bool>{false, true}));
        tell([&] { m_presence->idleFor = milliseconds(0); });
        QCOMPARE(m_told.size(), 2);
    }

    void switchedOffSomebodyIsThere()
    {
        m_after = milliseconds(0);
        tell([&] { m_presence->locked = true; });
        QVERIFY(m_told.isEmpty());
        // Switched off while nobody was.
        m_after = milliseconds(600'000);
        tell([] {});
        m_after = milliseconds(0);
        m_keeper->setLookEvery(milliseconds(1));
        QTRY_COMPARE(m_told, (QList<bool>{false, true}));
    }

    void whereIdleIsUnknownSomebodyIsThere()
    {
        tell([&] { m_presence->idleFor.reset(); });
        QVERIFY(m_told.isEmpty());
    }

    void itLooksByItself()
    {
        m_presence->idleFor = m_after;
        m_keeper->setLookEvery(milliseconds(1));
        QTRY_COMPARE(m_told, QList<bool>{false});
    }

private:
    std::unique_ptr<client::LiveView> m_live;
    std::unique_ptr<FakePresence> m_presence;
    std::unique_ptr<AwayKeeper> m_keeper;
    QList<bool> m_told;
    milliseconds m_after{0};

    void signIn(Availability availability = Availability::Available)
    {
        domain::Agent me = m_live->me();
        me.id = *domain::AgentId::parse(u"0190aaaa-0000-7000-8000-000000000001");
        me.availability = availability;
        m_live->setMe(me);
    }
    void tell(const std::function<void()>& change)
    {
        change();
        Q_EMIT m_presence->changed();
    }
};

RELEVO_TEST(tst_AwayKeeper)
#include "tst_awaykeeper.moc"
