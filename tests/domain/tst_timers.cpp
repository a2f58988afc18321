#include "domain/timed_conversation.h"
#include "support/test_main.h"

#include <domain/timers.h>

#include <random>

using namespace relevo;
using namespace relevo::test;
using namespace std::chrono_literals;

class TestTimers final : public TimedConversation
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void nobodyAnswers();
    void claimedAndSilent();
    void answeredInTime();
    void onlyOpenHoursCount();
    void theHolderIsGone();
    void theHolderWithoutADeskIsSilent();
    void whoWritesIsThere();
    void theCustomerIsSilent();
    void theCustomerComesBackInTime();
    void neverIdle();
    void longPatienceIsKept();
    void silenceEndsASession();
    void aTicketOutlivesSilence();
    void whoTakesATicketHasTimeForIt();
    void snoozedWaitsForNothingElse();
    void aWarningThatWasSleptOverIsGivenAnew();
    void wokenOneHasTimeToAnswer();
    void firesOnceWhenever_data();
    void firesOnceWhenever();
};

using enum EventType;
using Types = std::vector<EventType>;

void TestTimers::nobodyAnswers()
{
    m_world->ask(m_id);
    QCOMPARE(due(), m_start + 5min);
    QVERIFY(tick() == Types({HandoffReminded}));
    QCOMPARE(due(), m_start + 10min);
    QVERIFY(tick() == Types({HandoffConverted, MessageSent, NotificationPosted}));
    QVERIFY(state().handoff->status == HandoffStatus::ConvertedToTicket);
    QVERIFY(isWaiting(state().handoff->status));
    QVERIFY(state().lastMessage->content.contains(QLatin1String("e-mail")));
    // An agent can still take it.
    m_world->claim(m_id, state().handoff->id, m_ana);
    QVERIFY(state().handoff->status == HandoffStatus::Claimed);
}

void TestTimers::claimedAndSilent()
{
    m_world->claim(m_id, m_world->ask(m_id), m_ana);
    QVERIFY(tick() == Types({HandoffReminded}));
    QVERIFY(tick() == Types({HandoffConverted, ControlChanged, MessageSent, NotificationPosted}));
    QVERIFY(!state().handoff->assignedTo);
}

void TestTimers::answeredInTime()
{
    change([](Settings& settings) { settings.idleCloseMinutes = 0; });
    hold();
    QCOMPARE(due(), m_start + 24h);
}

void TestTimers::onlyOpenHoursCount()
{
    change([](Settings& settings) {
        settings.businessHours.emplace().days.fill({{9 * 60, 17 * 60}});
        settings.graceMinutes = 30;
    });
    m_world->now = fromRfc3339("2026-11-21T16:58:00Z").value();
    m_world->ask(m_id);
    QCOMPARE(due(), fromRfc3339("2026-11-22T09:03:00Z"));
    tick();
    QCOMPARE(due(), fromRfc3339("2026-11-22T09:33:00Z"));
    m_world->now = fromRfc3339("2026-11-22T09:33:00Z").value();
}

void TestTimers::theHolderIsGone()
{
    m_world->must(SetPresence{m_ana, true});
    hold();
    const qint64 epoch = state().control.epoch;
    m_world->now += 1min;
    m_world->must(SetPresence{m_ana, false});
    QCOMPARE(due(), m_start + 6min);
    QVERIFY(tick() == Types({ControlChanged, HandoffTransferred, MessageSent}));
    QVERIFY(state().handoff->status == HandoffStatus::Pending);
    QVERIFY(state().control.holder == Holder::Nobody && state().control.epoch == epoch + 1);
    QCOMPARE(due(), m_start + 11min); // it waits anew
}

void TestTimers::theHolderWithoutADeskIsSilent()
{
    hold();
    m_world->now += 6min;
    // Somebody at a desk is known by it, somebody away is gone already, and nobody goes twice.
    const AgentId bo = m_world->addAgent(QStringLiteral("Bo"));
    m_world->must(SetPresence{bo, true});
    QVERIFY(m_world->must(SetPresence{bo, false, m_start}).empty());
    m_world->must(SetAvailability{bo, Availability::Away});
    QVERIFY(m_world->must(SetPresence{bo, false, m_start}).empty());
    QVERIFY(typesOf(m_world->must(SetPresence{m_ana, false, m_start + 1min})) == Types({AgentAvailability}));
    QVERIFY(m_world->must(SetPresence{m_ana, false, m_start + 2min}).empty());
    QVERIFY(m_world->live.agents.at(m_ana).goneAt == m_start + 1min);
    QCOMPARE(due(), m_start + 6min);
    QVERIFY(tick() == Types({ControlChanged, HandoffTransferred, MessageSent}));
    QVERIFY(state().handoff->status == HandoffStatus::Pending);
    // By acting they are here again.
    m_world->actor = {ActorType::Agent, m_ana.toString(), QStringLiteral("Ana")};
    m_world->claim(m_id, m_handoff, m_ana);
    QVERIFY(!m_world->live.agents.at(m_ana).goneAt);
}

void TestTimers::whoWritesIsThere()
{
    m_world->must(SetPresence{m_ana, true});
    hold();
    m_world->must(SetPresence{m_ana, false});
    m_world->must(SetPresence{m_ana, true});
    QCOMPARE(due(), m_start + 25min); // only the customer's silence
    m_world->must(SetAvailability{m_ana, Availability::Away});
    m_world->now += 4min;
    m_world->must(SendMessage{m_handoff, m_world->ref(m_ana), QStringLiteral("still here"), {}, {}}, m_id);
    QCOMPARE(due(), m_start + 9min);
}

void TestTimers::theCustomerIsSilent()
{
    hold();
    QCOMPARE(due(), m_start + 25min);
    QVERIFY(tick() == Types({ConversationUpdated, MessageSent}));
    QVERIFY(state().lastMessage->content.contains(QLatin1String("5 minutes")));
    QCOMPARE(due(), m_start + 30min);
    QVERIFY(tick() == Types({MessageSent, HandoffResolved, ControlChanged, ConversationClosed}));
    QCOMPARE(state().handoff->disposition, QStringLiteral("idle"));
    QCOMPARE(due(), std::nullopt);
}

void TestTimers::theCustomerComesBackInTime()
{
    hold();
    tick();
    m_world->now += 1min;
    m_world->say(QStringLiteral("yes, sorry"), m_id);
    QCOMPARE(due(), m_world->now + 5min); // it is the agent's turn
    m_world->must(SendMessage{m_handoff, m_world->ref(m_ana), QStringLiteral("fine"), {}, {}}, m_id);
    QCOMPARE(due(), m_world->now + 25min);
}

// Without a warning; but a session ends after a day of silence, whoever holds it.
void TestTimers::neverIdle()
{
    change([](Settings& settings) { settings.idleCloseMinutes = 0; });
    hold();
    QCOMPARE(due(), m_start + 24h);
    QVERIFY(tick() == Types({MessageSent, HandoffResolved, ControlChanged, ConversationClosed}));
    QCOMPARE(state().handoff->disposition, QStringLiteral("idle"));
}

void TestTimers::longPatienceIsKept()
{
    change([](Settings& settings) { settings.idleCloseMinutes = 3 * 24 * 60; });
    hold();
    QCOMPARE(due(), m_start + 72h - 5min);
    QVERIFY(tick() == Types({ConversationUpdated, MessageSent}));
    QCOMPARE(due(), m_start + 72h);
}

void TestTimers::silenceEndsASession()
{
    QCOMPARE(due(), m_start + 24h);
    QVERIFY(tick() == Types({ConversationClosed}));
    QVERIFY(!m_world->live.conversations.contains(m_id));
    QCOMPARE(due(), std::nullopt);
}

void TestTimers::aTicketOutlivesSilence()
{
    m_world->ask(m_id);
    tick();
    tick();
    QCOMPARE(due(), std::nullopt);
}

void TestTimers::whoTakesATicketHasTimeForIt()
{
    m_handoff = m_world->ask(m_id);
    m_world->must(ConvertHandoff{m_handoff}, m_id);
    m_world->now += 24h;
    m_world->must(Tick{}, m_id);
    m_world->claim(m_id, m_handoff, m_ana);
    QVERIFY(m_world->must(Tick{}, m_id).empty());
    QCOMPARE(due(), m_world->now + 5min);
    QVERIFY(tick() == Types({HandoffReminded}));
}

void TestTimers::snoozedWaitsForNothingElse()
{
    hold();
    m_world->must(SnoozeHandoff{m_handoff, m_ana, false, m_start + 2h}, m_id);
    QCOMPARE(due(), m_start + 2h);
    QVERIFY(tick() == Types({HandoffWoken}));
    QVERIFY(state().handoff->wokenAt == m_world->now);
    QCOMPARE(due(), m_start + 2h + 25min); // the customer is silent from now on
    QVERIFY(tick() == Types({ConversationUpdated, MessageSent}));
    QCOMPARE(due(), m_start + 2h + 30min);
}

void TestTimers::aWarningThatWasSleptOverIsGivenAnew()
{
    hold();
    tick();
    m_world->must(SnoozeHandoff{m_handoff, m_ana, false, m_start + 24h}, m_id);
    QVERIFY(tick() == Types({HandoffWoken}));
    QCOMPARE(due(), m_start + 24h + 25min);
    QVERIFY(tick() == Types({ConversationUpdated, MessageSent}));
    QCOMPARE(due(), m_start + 24h + 30min);
    QVERIFY(tick() == Types({MessageSent, HandoffResolved, ControlChanged, ConversationClosed}));
}

// A reminder may come with the waking, what follows from it not.
void TestTimers::wokenOneHasTimeToAnswer()
{
    m_handoff = m_world->ask(m_id);
    tick();
    m_world->claim(m_id, m_handoff, m_ana);
    m_world->must(SnoozeHandoff{m_handoff, m_ana, false, m_start + 24h}, m_id);
    QVERIFY(tick() == Types({HandoffWoken}));
    QCOMPARE(due(), m_start + 24h + 5min);
    QVERIFY(tick() == Types({HandoffConverted, ControlChanged, MessageSent, NotificationPosted}));
}

void TestTimers::firesOnceWhenever_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::newRow(qPrintable(QString::number(seed))) << seed;
}

// Whatever the state and however late the scheduler (a relay that was down, a clock that was set), a tick
// does all that is due, nothing is due after it, and going from due time to due time comes to an end.
void TestTimers::firesOnceWhenever()
{
    QFETCH(quint32, seed);
    std::mt19937 random(seed);
    const auto pick = [&random](int below) {
        return static_cast<int>(random() % static_cast<unsigned>(below));
    };
    change([&](Settings& settings) {
        settings.routing = static_cast<Routing>(pick(3));
        settings.idleCloseMinutes = pick(3) * 10;
        settings.graceMinutes = pick(3) * 4;
        if (pick(2) == 0)
            settings.businessHours.emplace().days.fill({{9 * 60, 17 * 60}});
    });
    const AgentId bo = m_world->addAgent(QStringLiteral("Bo"));
    for (int step = 0; step < 400; ++step) {
        const AgentId agent = pick(2) == 0 ? m_ana : bo;
        const HandoffId handoff = state().handoff ? state().handoff->id : HandoffId();
        m_world->now += milliseconds(pick(600'000));
        switch (pick(9)) {
        case 0:
            (void)m_world->run(InitiateHandoff{}, m_id);
            break;
        case 1:
            (void)m_world->run(ClaimHandoff{handoff, m_world->ref(agent)}, m_id);
            break;
        case 2:
            (void)m_world->run(SendMessage{handoff, {}, QStringLiteral("hm"), {}, {}}, m_id);
            break;
        case 3:
            (void)m_world->run(SnoozeHandoff{handoff, {}, true, m_world->now + milliseconds(pick(900'000))},
                               m_id);
            break;
        case 4:
            (void)m_world->run(SetPresence{agent, pick(2) == 0});
            break;
        case 5:
            (void)m_world->run(SetAvailability{agent, static_cast<Availability>(pick(3))});
            break;
        case 6:
            (void)m_world->run(SetCustomerPresence{pick(2) == 0}, m_id);
            break;
        case 7:
            m_world->say(QStringLiteral("hi"), m_id);
            break;
        default:
            m_world->now += std::chrono::hours(pick(50)); // nobody looked for a while
        }
        m_world->must(Tick{}, m_id);
        QVERIFY(!due() || *due() > m_world->now);
        QVERIFY(m_world->must(Tick{}, m_id).empty());
    }
    for (int i = 0; due(); ++i) {
        m_world->now = *due();
        QVERIFY(!m_world->must(Tick{}, m_id).empty());
        QVERIFY(i < 50);
    }
}

RELEVO_TEST(TestTimers)
#include "tst_timers.moc"
