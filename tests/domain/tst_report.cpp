#include "domain/world.h"
#include "support/test_main.h"

#include <domain/local_time.h>
#include <domain/report.h>
#include <domain/timers.h>

#include <random>

using namespace relevo;
using namespace relevo::test;
using namespace std::chrono_literals;

namespace {

const Timestamp midnight{milliseconds(1'795'219'200'000)}; // 2026-11-21T00:00:00Z

HandoffFacts made(HandoffStatus status, milliseconds created = 0ms)
{
    HandoffFacts facts;
    facts.status = status;
    facts.createdAt = midnight + created;
    return facts;
}

} // namespace

/// What reports say.
class TestReport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void percentilesAreOfTheNearestRank()
    {
        QVERIFY(!figuresOf({}));
        const auto one = figuresOf({7ms});
        QVERIFY(one->median == 7ms && one->p90 == 7ms && one->mean == 7ms);
        std::vector<milliseconds> spans;
        for (int i = 1; i <= 10; ++i)
            spans.push_back(milliseconds(11 - i));
        const auto ten = figuresOf(spans);
        QVERIFY(ten->median == 5ms && ten->p90 == 9ms && ten->count == 10);
    }

    void percentilesOfAnythingAreSpansThatExceedTheirShare()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 200; ++round) {
            std::vector<milliseconds> spans(1 + random() % 60);
            for (milliseconds& span : spans)
                span = milliseconds(random() % 50);
            const auto figures = *figuresOf(spans);
            const auto atMost = [&spans](milliseconds bound) {
                return static_cast<double>(std::ranges::count_if(
                           spans, [bound](milliseconds span) { return span <= bound; })) /
                       static_cast<double>(spans.size());
            };
            QVERIFY(atMost(figures.median) >= 0.5 && atMost(figures.median - 1ms) < 0.5);
            QVERIFY(atMost(figures.p90) >= 0.9 && atMost(figures.p90 - 1ms) < 0.9);
        }
    }

    void ratesAreOfWhatIsOver()
    {
        ReportFacts facts;
        facts.handoffs = {made(HandoffStatus::Resolved),  made(HandoffStatus::Resolved),
                          made(HandoffStatus::Abandoned), made(HandoffStatus::ConvertedToTicket),
                          made(HandoffStatus::Pending),   made(HandoffStatus::Active)};
        facts.handoffs[0].handedBack = true;
        facts.openings = {{midnight, QStringLiteral("web"), true}, {midnight, QStringLiteral("web"), false}};
        const ReportFigures figures =
            makeReport(ReportKind::Summary, facts, {midnight, midnight + 24h, QStringLiteral("UTC")},
                       midnight + 1h)
                .at(0)
                .figures;
        QCOMPARE(figures.resolutionRate(), std::optional(0.5));
        QCOMPARE(figures.abandonmentRate(), std::optional(0.25));
        QCOMPARE(figures.escalationRate(), std::optional(0.5));
        QCOMPARE(figures.handBackRate(), std::optional(0.5));
        QCOMPARE(figures.waiting, qint64{2});
        QCOMPARE(figures.held, qint64{1});
        QVERIFY(!ReportFigures{}.resolutionRate());
    }

    void promisesCountAsTheirEventsTell()
    {
        World world;
        Settings settings = world.live.settings;
        settings.sla.policies = {{QStringLiteral("all"), {}, {}, {}, 5, 10, 60, false}};
        world.must(ChangeSettings{settings});
        const AgentId ana = world.addAgent(QStringLiteral("Ana"));
        const ConversationId id = world.say(QStringLiteral("hi"));
        const HandoffId handoff = world.ask(id);
        world.claim(id, handoff, ana);
        const auto answer = [&] {
            world.must(SendMessage{handoff, world.ref(ana), QStringLiteral("hello"), {}, {}}, id);
        };
        world.now += 6min; // late, and nobody had looked at the clock
        answer();
        for (const milliseconds wait : std::vector<milliseconds>{1min, 11min, 12min, 2min}) {
            world.say(QStringLiteral("and?"), id);
            world.now += wait;
            world.must(Tick{}, id);
            world.must(Tick{}, id);
            world.say(QStringLiteral("hello?"), id); // their wait runs already
            answer();
        }
        world.must(ResolveHandoff{handoff, ana, false, {}, {}, false}, id);
        world.must(ReopenHandoff{handoff, world.ref(ana)}, id);
        world.now += 61min;
        world.must(Tick{}, id);
        world.must(ResolveHandoff{handoff, ana, false, {}, {}, false}, id);
        HandoffFacts facts;
        qint64 met = 0;
        qint64 breached = 0;
        for (const Event& event : world.log) {
            foldFacts(facts, event, QStringLiteral("web"));
            met += event.type == EventType::SlaMet ? 1 : 0;
            breached += event.type == EventType::SlaBreached ? 1 : 0;
        }
        QCOMPARE(facts.firstResponse.met, qint64{0});
        QCOMPARE(facts.firstResponse.breached, qint64{1});
        QCOMPARE(facts.nextResponse.met, qint64{2});
        QCOMPARE(facts.nextResponse.breached, qint64{2});
        QCOMPARE(facts.resolution.met, qint64{1});
        QCOMPARE(facts.resolution.breached, qint64{1});
        QCOMPARE(met, qint64{3});
        QCOMPARE(breached, qint64{4});
        ReportFacts all;
        all.handoffs = {facts, facts};
        const auto figures =
            makeReport(ReportKind::Summary, all, {midnight, midnight + 24h, QStringLiteral("UTC")}, world.now)
                .at(0)
                .figures;
        QCOMPARE(figures.nextResponses.met, qint64{4});
        QCOMPARE(figures.resolutions.breached, qint64{2});
    }

    void ratingsAreCountedWithWhomTheyAreOf()
    {
        ReportFacts facts;
        const AgentId ana(QUuid::createUuid());
        for (const int score : {5, 4, 1, 0}) {
            facts.handoffs.push_back(made(HandoffStatus::Resolved));
            facts.handoffs.back().rating = score;
            facts.handoffs.back().ratingAsked = true;
            facts.handoffs.back().channel = QStringLiteral("web");
        }
        facts.handoffs[0].agent = ana;
        facts.handoffs[3].agent = ana;
        facts.handoffs.push_back(made(HandoffStatus::Resolved)); // was not asked
        const ReportPeriod period{midnight, midnight + 24h, QStringLiteral("UTC")};
        const RatingFigures all =
            makeReport(ReportKind::Summary, facts, period, midnight).at(0).figures.ratings;
        QCOMPARE(all.asked, qint64{4});
        QCOMPARE(all.answered(), qint64{3});
        QCOMPARE(all.scores, (std::array<qint64, 5>{1, 0, 0, 1, 1}));
        QCOMPARE(all.average(), std::optional(10.0 / 3.0));
        QCOMPARE(all.contentRate(), std::optional(2.0 / 3.0));
        const auto agents = makeReport(ReportKind::Agents, facts, period, midnight);
        QCOMPARE(agents.at(0).key, ana.toString());
        QCOMPARE(agents.at(0).figures.ratings.average(), std::optional(5.0));
        QCOMPARE(makeReport(ReportKind::Channels, facts, period, midnight).at(0).figures.ratings.answered(),
                 qint64{3});
        QVERIFY(!RatingFigures{}.average() && !RatingFigures{}.contentRate());
    }

    void theFirstTimesStayTheFirst()
    {
        World world;
        const AgentId ana = world.addAgent(QStringLiteral("Ana"));
        const AgentId ben = world.addAgent(QStringLiteral("Ben"));
        const ConversationId id = world.say(QStringLiteral("hi"));
        const HandoffId handoff = world.ask(id);
        const Timestamp asked = world.now;
        world.now += 1min;
        world.claim(id, handoff, ana);
        world.now += 1min;
        world.must(SendMessage{handoff, world.ref(ana), QStringLiteral("hello"), {}, {}}, id);
        world.now += 1min;
        world.must(TransferHandoff{handoff, world.ref(ana), false, ben, false, {}}, id);
        world.now += 1min;
        world.must(SendMessage{handoff, world.ref(ben), QStringLiteral("me"), {}, {}}, id);
        world.must(ResolveHandoff{handoff, ben, false, {}, {}, false}, id);
        world.now += 1min;
        world.must(ReopenHandoff{handoff, world.ref(ben)}, id);
        HandoffFacts facts;
        const auto fold = [&] {
            facts = {};
            for (const Event& event : world.log)
                foldFacts(facts, event, QStringLiteral("web"));
        };
        fold();
        QVERIFY(!facts.endedAt);
        QVERIFY(facts.claimedAt == asked + 1min && facts.respondedAt == asked + 2min);
        QVERIFY(facts.agent == ben);
        world.now += 1min;
        world.must(ResolveHandoff{handoff, ben, false, {}, {}, true}, id);
        fold();
        QVERIFY(facts.endedAt == world.now && facts.handedBack && !facts.wasTicket);
    }

    void daysAreThoseOfThePlace()
    {
        // 2026-10-25 has 25 hours in Madrid.
        const QString madrid = QStringLiteral("Europe/Madrid");
        const LocalTime time(madrid);
        const QDate day(2026, 10, 25);
        ReportPeriod period{time.first(day, 0), time.first(day.addDays(2), 0), madrid};
        QVERIFY(period.to - period.from == 49h);
        ReportFacts facts;
        for (const milliseconds at : std::vector<milliseconds>{0ms, 25h - 1ms, 25h}) {
            facts.handoffs.push_back(made(HandoffStatus::Pending));
            facts.handoffs.back().createdAt = period.from + at;
        }
        const auto lines = makeReport(ReportKind::Timeline, facts, period, period.to);
        QCOMPARE(lines.size(), std::size_t{2});
        QCOMPARE(lines[0].key, QStringLiteral("2026-10-25"));
        QCOMPARE(lines[0].figures.handoffs, qint64{2});
        QCOMPARE(lines[1].figures.handoffs, qint64{1});
    }

    void workIsCutToThePeriod()
    {
        const std::vector<Attendance> attendance{
            {midnight - 1h, true}, {midnight + 1h, false}, {midnight + 2h, true}};
        QVERIFY(atWorkBetween(attendance, midnight, midnight + 3h) == 2h);
        QVERIFY(atWorkBetween(attendance, midnight + 1h, midnight + 2h) == 0ms);
        QVERIFY(atWorkBetween({}, midnight, midnight + 3h) == 0ms);
    }

    void theSummaryComesOnceADay_data()
    {
        QTest::addColumn<QString>("timezone");
        QTest::addColumn<int>("minute");
        QTest::newRow("utc") << QStringLiteral("UTC") << 0;
        QTest::newRow("skipped in spring") << QStringLiteral("Europe/Madrid") << 150;
        QTest::newRow("skips midnight") << QStringLiteral("America/Santiago") << 0;
        QTest::newRow("half an hour") << QStringLiteral("Australia/Lord_Howe") << 125;
    }
    void theSummaryComesOnceADay()
    {
        QFETCH(const QString, timezone);
        QFETCH(const int, minute);
        Settings settings;
        QVERIFY(!summaryDue(settings, midnight));
        settings.businessHours.emplace().timezone = timezone;
        settings.dailySummaryAt = minute;
        Timestamp at = midnight - 24h * 400;
        std::optional<QDate> day;
        for (int i = 0; i < 400; ++i) {
            const SummaryDue due = *summaryDue(settings, at);
            QVERIFY(due.at > at);
            QVERIFY(!day || due.day == day->addDays(1));
            QVERIFY(due.at - at <= 26h || !day);
            day = due.day;
            at = due.at;
        }
    }

    void aHundredThousandAreQuick()
    {
        std::mt19937 random(3);
        ReportFacts facts;
        for (int i = 0; i < 100'000; ++i) {
            facts.handoffs.push_back(made(HandoffStatus::Resolved, milliseconds(i * 250'000LL)));
            facts.handoffs.back().claimedAt =
                facts.handoffs.back().createdAt + milliseconds(random() % 90'000);
            facts.handoffs.back().endedAt = *facts.handoffs.back().claimedAt + 5min;
        }
        QElapsedTimer timer;
        timer.start();
        const auto lines =
            makeReport(ReportKind::Timeline, facts,
                       {midnight, midnight + 24h * 290, QStringLiteral("America/Sao_Paulo")}, midnight);
        QVERIFY(lines.size() >= 290);
        QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
    }
};

RELEVO_TEST(TestReport)
#include "tst_report.moc"
