#include "domain/world.h"
#include "support/test_main.h"

#include <domain/sla_clock.h>
#include <domain/timers.h>

#include <random>

using namespace relevo;
using namespace relevo::test;
using namespace std::chrono_literals;

class TestSla final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void withoutAPolicyNothingIsPromised();
    void firstResponseInTime();
    void firstResponseWarnedAndBroken();
    void aLateAnswerNobodySawComing();
    void nextResponseRunsFromTheFirstUnansweredWord();
    void resolutionStandsStillWhileTheCustomerThinks();
    void aWarningIsNotGivenTwice();
    void onlyOpenHoursCount();
    void hoursThatNeverOpenBreakNothing();
    void whatWasPromisedIsKeptWhenSettingsChange();
    void whatMovesAHandoffLeavesItsPromises();
    void whatEndsAHandoffEndsThem();
    void reopenedItIsPromisedAnew();
    void theQueueKnowsTheEarlierTime();
    void lookedAtOftenOrSeldom_data();
    void lookedAtOftenOrSeldom();

private:
    static SlaPolicy policy(int first, int next, int resolution, bool businessTime = false)
    {
        return {QStringLiteral("gold"), {}, {}, {}, first, next, resolution, businessTime};
    }
    void promise(const SlaPolicy& policy, int warnPercent = 80)
    {
        Settings settings = m_world->live.settings;
        settings.sla = {{policy}, warnPercent};
        settings.idleCloseMinutes = 0;
        settings.responseTimeoutMinutes = 60 * 24;
        m_world->must(ChangeSettings{settings});
    }
    /// A conversation whose handoff was requested now.
    void begin()
    {
        m_id = m_world->say(QStringLiteral("hi"));
        m_handoff = m_world->ask(m_id);
    }
    [[nodiscard]] const SlaPromises& sla() const { return *m_world->conversation(m_id)->handoff->sla; }
    std::vector<EventType> slaOf(const std::vector<Event>& events) const
    {
        std::vector<EventType> types;
        for (const Event& event : events) {
            if (event.type >= EventType::SlaStarted && event.type <= EventType::SlaResumed)
                types.push_back(event.type);
        }
        return types;
    }
    std::vector<EventType> tick() { return slaOf(m_world->must(Tick{}, m_id)); }
    std::vector<EventType> customer()
    {
        return slaOf(m_world->must(m_world->message(QStringLiteral("?"), m_id), m_id));
    }
    std::vector<EventType> agent()
    {
        return slaOf(m_world->must(SendMessage{m_handoff, {}, QStringLiteral("!"), {}, {}}, m_id));
    }
    void claim() { m_world->claim(m_id, m_handoff, m_ana); }

    using Types = std::vector<EventType>;
    std::unique_ptr<World> m_world;
    AgentId m_ana;
    ConversationId m_id;
    HandoffId m_handoff;
};

void TestSla::init()
{
    m_world = std::make_unique<World>();
    m_ana = m_world->addAgent(QStringLiteral("Ana"));
}

void TestSla::withoutAPolicyNothingIsPromised()
{
    SlaPolicy vips = policy(1, 1, 1);
    vips.tags = {QStringLiteral("vip")};
    promise(vips);
    begin();
    QVERIFY(!m_world->conversation(m_id)->handoff->sla);
    ReceiveMessage tagged = m_world->message(QStringLiteral("hi"));
    tagged.tags = {QStringLiteral("VIP"), QStringLiteral("vip")};
    m_world->must(tagged);
    m_id = tagged.conversationId;
    QCOMPARE(m_world->conversation(m_id)->conversation.tags, QStringList{QStringLiteral("VIP")});
    m_world->ask(m_id);
    QCOMPARE(sla().terms.policy, QStringLiteral("gold"));
}

void TestSla::firstResponseInTime()
{
    promise(policy(5, 0, 0));
    const Timestamp start = m_world->now;
    begin();
    QVERIFY(sla().firstResponse->state == PromiseState::Running);
    QCOMPARE(sla().firstResponse->dueAt, start + 5min);
    QCOMPARE(nextDue(m_world->live, *m_world->conversation(m_id)), start + 4min);
    m_world->now += 3min;
    claim();
    QVERIFY(tick().empty());
    QCOMPARE(customer(), Types{});
    QCOMPARE(agent(), Types{EventType::SlaMet});
    QVERIFY(sla().firstResponse->state == PromiseState::Met);
    QCOMPARE(sla().firstResponse->doneAt, m_world->now);
    m_world->now += 1h;
    QVERIFY(tick().empty());
    QVERIFY(agent().empty());
}

void TestSla::firstResponseWarnedAndBroken()
{
    promise(policy(5, 0, 0));
    begin();
    const Timestamp start = m_world->now;
    m_world->now = start + 4min - 1ms;
    QVERIFY(tick().empty());
    m_world->now += 1ms;
    QCOMPARE(tick(), Types{EventType::SlaWarned});
    QVERIFY(tick().empty());
    m_world->now = start + 5min - 1ms;
    QVERIFY(tick().empty());
    m_world->now += 1ms;
    QCOMPARE(tick(), Types{EventType::SlaBreached});
    QVERIFY(tick().empty());
    claim();
    QCOMPARE(agent(), Types{EventType::SlaPaused});
    QCOMPARE(agent(), Types{});
    QVERIFY(sla().firstResponse->state == PromiseState::Breached);
    QCOMPARE(sla().firstResponse->dueAt, start + 5min);
    QCOMPARE(sla().firstResponse->doneAt, m_world->now);
}

void TestSla::aLateAnswerNobodySawComing()
{
    promise(policy(5, 0, 60));
    begin();
    claim();
    m_world->now += 5min; // nobody looked at the clock
    QCOMPARE(agent(), Types{EventType::SlaBreached});
    QVERIFY(sla().firstResponse->state == PromiseState::Breached);
    // The relay was down over both times: the warning is left out.
    begin();
    m_world->now += 2h;
    QCOMPARE(tick(), Types{EventType::SlaBreached});
    QVERIFY(sla().firstResponse->state == PromiseState::Breached);
    QVERIFY(sla().resolution->state == PromiseState::Breached);
}

void TestSla::nextResponseRunsFromTheFirstUnansweredWord()
{
    promise(policy(5, 10, 0));
    begin();
    claim();
    QCOMPARE(customer(), Types{}); // the first response runs for it
    QVERIFY(sla().nextResponse->state == PromiseState::Paused);
    agent();
    QVERIFY(sla().nextResponse->state == PromiseState::Paused);
    m_world->now += 1h;
    QVERIFY(tick().empty());
    QCOMPARE(customer(), Types{EventType::SlaStarted});
    const Timestamp due = m_world->now + 10min;
    m_world->now += 3min;
    QCOMPARE(customer(), Types{});
    QCOMPARE(sla().nextResponse->dueAt, due);
    QCOMPARE(agent(), Types{EventType::SlaMet});
    QCOMPARE(agent(), Types{});
    m_world->now += 1min;
    QCOMPARE(customer(), Types{EventType::SlaStarted});
    m_world->now += 8min;
    QCOMPARE(tick(), Types{EventType::SlaWarned});
    m_world->now += 2min;
    QCOMPARE(tick(), Types{EventType::SlaBreached});
    QCOMPARE(customer(), Types{}); // still the same wait
    QCOMPARE(agent(), Types{EventType::SlaPaused});
    QVERIFY(sla().nextResponse->state == PromiseState::Breached);
    QCOMPARE(customer(), Types{EventType::SlaStarted}); // a new one
}

void TestSla::resolutionStandsStillWhileTheCustomerThinks()
{
    promise(policy(0, 0, 60));
    begin();
    claim();
    m_world->now += 10min;
    QCOMPARE(agent(), Types{EventType::SlaPaused});
    QVERIFY(sla().resolution->state == PromiseState::Paused);
    QVERIFY(!sla().resolution->dueAt);
    QCOMPARE(sla().resolution->left, milliseconds(50min));
    m_world->now += 5h;
    QVERIFY(tick().empty());
    QCOMPARE(agent(), Types{});
    QCOMPARE(customer(), Types{EventType::SlaResumed});
    QCOMPARE(sla().resolution->dueAt, m_world->now + 50min);
    m_world->now += 38min;
    QCOMPARE(tick(), Types{EventType::SlaWarned});
    m_world->now += 11min;
    QCOMPARE(slaOf(m_world->must(ResolveHandoff{m_handoff, m_ana, false, {}, {}, false}, m_id)),
             Types{EventType::SlaMet});
    QVERIFY(sla().resolution->state == PromiseState::Met);
}

void TestSla::aWarningIsNotGivenTwice()
{
    promise(policy(0, 0, 60));
    begin();
    claim();
    m_world->now += 50min;
    QCOMPARE(tick(), Types{EventType::SlaWarned});
    QCOMPARE(agent(), Types{EventType::SlaPaused});
    QCOMPARE(customer(), Types{EventType::SlaResumed});
    QVERIFY(sla().resolution->state == PromiseState::Warned);
    m_world->now += 9min;
    QVERIFY(tick().empty());
    m_world->now += 1min;
    QCOMPARE(tick(), Types{EventType::SlaBreached});
    QCOMPARE(slaOf(m_world->must(ResolveHandoff{m_handoff, m_ana, false, {}, {}, false}, m_id)), Types{});
    // Without a last part there is nothing to warn of.
    promise(policy(5, 0, 0), 100);
    begin();
    m_world->now += 5min;
    QCOMPARE(tick(), Types{EventType::SlaBreached});
}

void TestSla::onlyOpenHoursCount()
{
    const auto local = [](int month, int day, int hour, int minute) {
        const QDateTime time(QDate(2026, month, day), QTime(hour, minute), QTimeZone("Europe/Madrid"));
        return Timestamp(milliseconds(time.toMSecsSinceEpoch()));
    };
    promise(policy(0, 0, 8 * 60, true));
    Settings settings = m_world->live.settings;
    settings.businessHours.emplace().timezone = QStringLiteral("Europe/Madrid");
    for (std::size_t day = 0; day < 5; ++day)
        settings.businessHours->days.at(day) = {{9 * 60, 14 * 60}, {16 * 60, 19 * 60}};
    settings.businessHours->holidays = {QStringLiteral("2026-03-30")};
    m_world->must(ChangeSettings{settings});
    // Friday evening; on Sunday the clocks go forward, on Monday it is a holiday.
    m_world->now = local(3, 27, 18, 0);
    begin();
    QCOMPARE(sla().resolution->dueAt, local(3, 31, 18, 0));
    claim();
    m_world->now = local(3, 31, 10, 0);
    agent();
    QCOMPARE(sla().resolution->left, milliseconds(6h));
    m_world->now = local(3, 31, 15, 0); // between two spans
    customer();
    QCOMPARE(sla().resolution->dueAt, local(4, 1, 12, 0));
    // An answer outside open hours is one, too.
    m_world->now = local(3, 31, 15, 30);
    agent();
    QCOMPARE(sla().resolution->left, milliseconds(6h));
}

void TestSla::hoursThatNeverOpenBreakNothing()
{
    promise(policy(5, 5, 5, true));
    Settings settings = m_world->live.settings;
    settings.businessHours.emplace();
    m_world->must(ChangeSettings{settings});
    begin();
    QVERIFY(sla().firstResponse->state == PromiseState::Running);
    QVERIFY(!sla().firstResponse->dueAt);
    m_world->now += 24h * 30;
    QVERIFY(tick().empty());
    claim();
    QCOMPARE(agent(), (Types{EventType::SlaMet}));
    QCOMPARE(sla().resolution->left, milliseconds(5min));
    customer();
    QVERIFY(sla().resolution->state == PromiseState::Running);
}

void TestSla::whatWasPromisedIsKeptWhenSettingsChange()
{
    promise(policy(5, 10, 60));
    begin();
    const SlaPromises before = sla();
    promise(policy(50, 100, 600), 10);
    QVERIFY(sla() == before);
    claim();
    agent();
    customer();
    QCOMPARE(sla().nextResponse->dueAt, m_world->now + 10min);
    QCOMPARE(sla().nextResponse->warnAt, m_world->now + 8min);
    Settings none = m_world->live.settings;
    none.sla = {};
    m_world->must(ChangeSettings{none});
    m_world->now += 10min;
    QVERIFY(!tick().empty());
}

void TestSla::whatMovesAHandoffLeavesItsPromises()
{
    const AgentId bo = m_world->addAgent(QStringLiteral("Bo"));
    promise(policy(5, 10, 60));
    begin();
    claim();
    m_world->must(SnoozeHandoff{m_handoff, m_ana, false, m_world->now + 2min}, m_id);
    const Timestamp due = *sla().firstResponse->dueAt;
    m_world->must(TransferHandoff{m_handoff, m_world->ref(m_ana), false, bo, false, {}}, m_id);
    QCOMPARE(sla().firstResponse->dueAt, due);
    agent();
    m_world->now += 1min;
    customer();
    const SlaPromises running = sla();
    m_world->must(TransferHandoff{m_handoff, m_world->ref(bo), false, std::nullopt, false, {}}, m_id);
    QVERIFY(sla() == running);
    QCOMPARE(customer(), Types{}); // the wait goes on in the queue
    m_world->must(ConvertHandoff{m_handoff}, m_id);
    QVERIFY(sla() == running);
    m_world->now += 10min;
    QCOMPARE(tick(), Types{EventType::SlaBreached});
}

void TestSla::whatEndsAHandoffEndsThem()
{
    promise(policy(5, 10, 60));
    begin();
    QCOMPARE(slaOf(m_world->must(AbandonHandoff{m_handoff}, m_id)), Types{});
    QVERIFY(!sla().firstResponse);
    QVERIFY(!sla().resolution);
    QVERIFY(!slaDue(sla()));

    begin();
    claim();
    QCOMPARE(slaOf(m_world->must(ResolveHandoff{m_handoff, m_ana, false, {}, {}, true}, m_id)),
             Types{EventType::SlaMet});
    QVERIFY(!sla().firstResponse); // nobody has answered, and nobody waits
    QVERIFY(sla().resolution->state == PromiseState::Met);

    begin();
    claim();
    m_world->now += 6min;
    QCOMPARE(slaOf(m_world->must(ResolveHandoff{m_handoff, m_ana, false, {}, {}, true}, m_id)),
             (Types{EventType::SlaBreached, EventType::SlaMet}));
    QVERIFY(sla().firstResponse->state == PromiseState::Breached);
}

void TestSla::reopenedItIsPromisedAnew()
{
    promise(policy(5, 10, 60));
    begin();
    claim();
    agent();
    m_world->must(ResolveHandoff{m_handoff, m_ana, false, {}, {}, false}, m_id);
    m_world->now += 24h;
    const Promise first = *sla().firstResponse;
    QCOMPARE(slaOf(m_world->must(ReopenHandoff{m_handoff, m_world->ref(m_ana)}, m_id)),
             Types{EventType::SlaStarted});
    QCOMPARE(sla().resolution->dueAt, m_world->now + 60min);
    QVERIFY(*sla().firstResponse == first);
    QVERIFY(sla().nextResponse->state == PromiseState::Paused);
}

void TestSla::theQueueKnowsTheEarlierTime()
{
    promise(policy(5, 0, 0));
    begin();
    const Handoff& handoff = *m_world->conversation(m_id)->handoff;
    QVERIFY(*handoff.responseDueAt > m_world->now + 5min);
    QCOMPARE(answerPromisedBy(*handoff.sla), m_world->now + 5min);
}

void TestSla::lookedAtOftenOrSeldom_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 20; ++seed)
        QTest::addRow("%u", seed) << seed;
}

// Whether the clock is looked at exactly, or only when somebody does something (a relay that was down, a
// clock that jumped): the same promises are kept and broken. And the events tell the same story.
void TestSla::lookedAtOftenOrSeldom()
{
    QFETCH(quint32, seed);
    const auto live = [seed](bool often) {
        std::mt19937 random(seed);
        TestSla one;
        one.init();
        one.promise(policy(1 + static_cast<int>(random() % 20), static_cast<int>(random() % 20),
                           static_cast<int>(random() % 90), true));
        Settings settings = one.m_world->live.settings;
        settings.businessHours.emplace().timezone = QStringLiteral("America/Sao_Paulo");
        for (auto& day : settings.businessHours->days)
            day = {{8 * 60, 12 * 60}, {13 * 60, 18 * 60}};
        settings.graceMinutes = 60 * 24;
        one.m_world->must(ChangeSettings{settings});
        one.begin();
        for (int step = 0; step < 60; ++step) {
            const Timestamp next =
                one.m_world->now + milliseconds(random() % (random() % 8 == 0 ? 20'000'000 : 600'000));
            while (often) {
                const auto due = slaDue(one.sla());
                if (!due || *due > next)
                    break;
                one.m_world->now = std::max(one.m_world->now, *due);
                one.tick();
            }
            one.m_world->now = next;
            const HandoffStatus status = one.m_world->conversation(one.m_id)->handoff->status;
            switch (random() % 8) {
            case 0:
            case 1:
            case 2:
                one.customer();
                break;
            case 3:
            case 4:
            case 5:
                if (isHeld(status))
                    one.agent();
                else if (isWaiting(status))
                    one.claim();
                break;
            case 6:
                (void)one.m_world->run(TransferHandoff{one.m_handoff, {}, true, std::nullopt, false, {}},
                                       one.m_id);
                break;
            default:
                if (isHeld(status) && random() % 4 == 0)
                    one.m_world->must(ResolveHandoff{one.m_handoff, {}, true, {}, {}, true}, one.m_id);
                else if (status == HandoffStatus::Resolved)
                    one.m_world->must(ReopenHandoff{one.m_handoff, one.m_world->ref(one.m_ana)}, one.m_id);
            }
        }
        one.m_world->now += 24h * 9;
        one.tick();
        std::map<EventType, int> counts;
        for (const Event& event : one.m_world->log)
            ++counts[event.type];
        return std::make_pair(one.sla(), counts);
    };
    const auto [exact, exactCounts] = live(true);
    const auto [rare, rareCounts] = live(false);
    QVERIFY(exact.firstResponse == rare.firstResponse);
    QVERIFY(exact.nextResponse == rare.nextResponse);
    QVERIFY(exact.resolution == rare.resolution);
    const auto count = [](const std::map<EventType, int>& counts, EventType type) {
        const auto found = counts.find(type);
        return found == counts.end() ? 0 : found->second;
    };
    for (const EventType type : {EventType::SlaStarted, EventType::SlaMet})
        QCOMPARE(count(exactCounts, type), count(rareCounts, type));
    // Two that were overdue together are one event.
    QVERIFY(count(rareCounts, EventType::SlaBreached) <= count(exactCounts, EventType::SlaBreached));
    QVERIFY(count(rareCounts, EventType::SlaWarned) <= count(exactCounts, EventType::SlaWarned));
    QVERIFY(count(exactCounts, EventType::SlaBreached) <= count(exactCounts, EventType::SlaStarted) * 2);
}

RELEVO_TEST(TestSla)
#include "tst_sla.moc"
