#include "domain/timed_conversation.h"
#include "support/test_main.h"

#include <domain/timers.h>

using namespace relevo;
using namespace relevo::test;
using namespace std::chrono_literals;

/// Customers who wait: for the next word of whoever they talk with, or for a time that was promised to them.
class TestWaiting final : public TimedConversation
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void theAgentIsSilent();
    void theAgentIsSilentAndAloneAtWork();
    void theFirstUnansweredWordCounts();
    void whoIsBlockedWaitsForNobody();
    void whatWasReopenedIsNotForgotten();
    void whoAskedWhileClosedHasATicket();
    void aPromisedTimeIsKept();
    void aPromisedTimeOutlivesItsTakers();
    void aTicketMadeByHandHasNoTime();
};

using enum EventType;
using Types = std::vector<EventType>;

// In the middle of a conversation: holder and owner are told, and then it is somebody else's.
void TestWaiting::theAgentIsSilent()
{
    const AgentId bo = m_world->addAgent(QStringLiteral("Bo"));
    hold();
    m_world->now += 1min;
    m_world->say(QStringLiteral("and now?"), m_id);
    QVERIFY(state().unansweredSince == m_world->now);
    QCOMPARE(due(), m_start + 6min);
    QVERIFY(tick() == Types({HandoffReminded, NotificationPosted}));
    const auto& told = std::get<Notification>(m_world->log.back().data);
    QCOMPARE(told.kind, QStringLiteral("handoff.unanswered"));
    QVERIFY(told.audience == Audience::Owner);
    QVERIFY(told.body.contains(QLatin1String("Ana")));
    QCOMPARE(due(), m_start + 11min);
    QVERIFY(tick() == Types({ControlChanged, HandoffTransferred, MessageSent}));
    QVERIFY(state().handoff->status == HandoffStatus::Pending);
    QVERIFY(state().handoff->passedBy == (std::vector{Passed{m_ana, {}}}));
    m_world->claim(m_id, m_handoff, bo);
    QVERIFY(state().unansweredSince.has_value()); // still
    m_world->must(SendMessage{m_handoff, m_world->ref(bo), QStringLiteral("now"), {}, {}}, m_id);
    QVERIFY(!state().unansweredSince);
    QCOMPARE(due(), m_world->now + 25min); // only the customer's silence
}

void TestWaiting::theAgentIsSilentAndAloneAtWork()
{
    (void)m_world->addAgent(QStringLiteral("Bo"), Availability::Away);
    hold();
    m_world->say(QStringLiteral("and now?"), m_id);
    QVERIFY(tick() == Types({HandoffReminded, NotificationPosted}));
    QCOMPARE(due(), m_start + 10min);
    QVERIFY(tick() == Types({HandoffConverted, ControlChanged, MessageSent, NotificationPosted}));
    QVERIFY(state().handoff->status == HandoffStatus::ConvertedToTicket);
    QCOMPARE(due(), std::nullopt);
}

// Whoever keeps asking does not begin to wait anew with each word, and nobody is told of each of them.
void TestWaiting::theFirstUnansweredWordCounts()
{
    hold();
    const Timestamp asked = m_world->now += 1min;
    m_world->say(QStringLiteral("and now?"), m_id);
    m_world->now += 4min;
    m_world->say(QStringLiteral("hello?"), m_id);
    QCOMPARE(due(), asked + 5min);
    tick();
    m_world->now += 1min;
    m_world->say(QStringLiteral("hello??"), m_id);
    QCOMPARE(due(), asked + 10min);
    m_world->must(SendMessage{m_handoff, m_world->ref(m_ana), QStringLiteral("here"), {}, {}}, m_id);
    QCOMPARE(due(), m_world->now + 25min);
    m_world->now += 1min;
    m_world->say(QStringLiteral("oh"), m_id);
    QVERIFY(tick() == Types({HandoffReminded, NotificationPosted})); // another word, another reminder
}

void TestWaiting::whoIsBlockedWaitsForNobody()
{
    hold();
    CorrectContact block;
    block.contact = state().conversation.contact.id;
    block.blocked = true;
    m_world->must(block, m_id);
    m_world->now += 1min;
    m_world->say(QStringLiteral("and now?"), m_id);
    QCOMPARE(due(), m_world->now + 24h);
}

void TestWaiting::whatWasReopenedIsNotForgotten()
{
    hold();
    m_world->say(QStringLiteral("thanks"), m_id);
    m_world->must(ResolveHandoff{m_handoff, m_ana, false, {}, {}, false}, m_id);
    m_world->now += 48h;
    m_world->must(ReopenHandoff{m_handoff, m_world->ref(m_ana)}, m_id);
    QVERIFY(!state().unansweredSince); // what they wrote before was resolved
    QCOMPARE(due(), m_world->now + 24h);
    m_world->now += 1h;
    m_world->say(QStringLiteral("you again?"), m_id);
    QCOMPARE(due(), m_world->now + 5min);
    QVERIFY(tick() == Types({HandoffReminded, NotificationPosted}));
}

void TestWaiting::whoAskedWhileClosedHasATicket()
{
    change([](Settings& settings) { settings.businessHours.emplace().days.fill({{9 * 60, 17 * 60}}); });
    m_world->now = fromRfc3339("2026-11-21T20:00:00Z").value();
    m_world->must(InitiateHandoff{}, m_id);
    QVERIFY(state().handoff->status == HandoffStatus::ConvertedToTicket);
    QVERIFY(state().handoff->mode == HandoffMode::Async);
    for (const Event& event : m_world->log)
        QVERIFY(event.type != NotificationPosted); // nothing is late
    QCOMPARE(due(), fromRfc3339("2026-11-22T09:05:00Z"));
    QVERIFY(tick() == Types({HandoffReminded, NotificationPosted}));
    QCOMPARE(std::get<Notification>(m_world->log.back().data).kind, QStringLiteral("handoff.ticket"));
    QCOMPARE(due(), std::nullopt);
}

void TestWaiting::aPromisedTimeIsKept()
{
    change([](Settings& settings) {
        settings.sla.policies = {{QStringLiteral("all"), {}, {}, {}, 240, 0, 0, true}};
        settings.businessHours.emplace().days.fill({{9 * 60, 17 * 60}});
    });
    m_world->must(SetAvailability{m_ana, Availability::Away});
    m_world->now = fromRfc3339("2026-11-21T16:00:00Z").value();
    m_world->must(InitiateHandoff{}, m_id);
    const Timestamp promised = fromRfc3339("2026-11-22T12:00:00Z").value();
    QVERIFY(state().handoff->status == HandoffStatus::Pending);
    QCOMPARE(state().handoff->responseDueAt, promised);
    const qint64 told = state().lastMessage->seq;
    while (*due() < promised)
        QVERIFY(tick() == Types({SlaWarned}));
    QCOMPARE(state().lastMessage->seq, told); // no word to the customer before
    QCOMPARE(due(), promised);
    tick();
    QVERIFY(state().handoff->remindedAt == promised);
    QCOMPARE(due(), promised + 5min);
    QVERIFY(tick() == Types({HandoffConverted, MessageSent, NotificationPosted}));
}

// Whoever takes it and is silent, gives it back or makes a ticket of it brings no apology before the time.
void TestWaiting::aPromisedTimeOutlivesItsTakers()
{
    change([](Settings& settings) {
        settings.sla.policies = {{QStringLiteral("all"), {}, {}, {}, 240, 0, 0, true}};
        settings.sla.warnPercent = 100;
    });
    m_world->must(SetAvailability{m_ana, Availability::Away});
    m_handoff = m_world->ask(m_id);
    const Timestamp promised = m_start + 4h;
    QCOMPARE(due(), promised);
    m_world->must(SetAvailability{m_ana, Availability::Available});
    m_world->now += 1h;
    m_world->claim(m_id, m_handoff, m_ana);
    QCOMPARE(state().handoff->responseDueAt, promised);
    m_world->must(TransferHandoff{m_handoff, {}, true, std::nullopt, false, {}}, m_id);
    QVERIFY(state().handoff->status == HandoffStatus::Pending);
    QCOMPARE(due(), promised);
    QVERIFY(typesOf(m_world->must(ConvertHandoff{m_handoff, m_ana}, m_id)).front() == HandoffConverted);
    QVERIFY(!state().lastMessage->content.contains(QLatin1String("sorry")));
    QCOMPARE(due(), promised);
    m_world->claim(m_id, m_handoff, m_ana);
    QCOMPARE(due(), promised);
    m_world->now = promised + 1h; // and from then on it is as always
    m_world->must(Tick{}, m_id);
    QVERIFY(state().handoff->remindedAt.has_value());
}

void TestWaiting::aTicketMadeByHandHasNoTime()
{
    m_handoff = m_world->ask(m_id);
    m_world->must(ConvertHandoff{m_handoff, m_ana}, m_id);
    QCOMPARE(due(), std::nullopt);
}

RELEVO_TEST(TestWaiting)
#include "tst_waiting.moc"
