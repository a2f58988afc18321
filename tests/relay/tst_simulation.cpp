#include "support/test_main.h"

#include <relay/simulation.h>

#include <protocol/json.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::relay;

/// The simulated day, small: that it is the same each time, adds up, and shows what the ways of routing are
/// for.
class TestSimulation final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlanIsAPlan();
    void figuresAddUp();
    void routingSpreadsTheWork();
    void theReportIsJson();

private:
    static constexpr int agents = 30;
    static constexpr int handoffs = 700;
    DayPlan m_plan = planDay(agents, handoffs, 6, 3);
};

void TestSimulation::aPlanIsAPlan()
{
    const DayPlan again = planDay(agents, handoffs, 6, 3);
    QCOMPARE(m_plan.customers.size(), static_cast<std::size_t>(handoffs));
    QCOMPARE(m_plan.length, milliseconds(std::chrono::hours(6)));
    for (std::size_t i = 0; i < m_plan.customers.size(); ++i) {
        QCOMPARE(again.customers[i].at, m_plan.customers[i].at);
        QVERIFY(m_plan.customers[i].at < m_plan.length);
        QVERIFY(i == 0 || m_plan.customers[i - 1].at <= m_plan.customers[i].at);
    }
    QVERIFY(planDay(agents, handoffs, 6, 4).customers[5].at != m_plan.customers[5].at);
}

void TestSimulation::figuresAddUp()
{
    for (const auto routing : {domain::Routing::Manual, domain::Routing::RoundRobin}) {
        const SimulationFigures day = simulateDay(m_plan, routing, 3);
        QCOMPARE(day.handoffs, handoffs);
        QVERIFY(day.answered > handoffs / 2);
        QVERIFY(day.answered + day.abandoned <= handoffs);
        QVERIFY(day.slaMet + day.slaBreached <= handoffs);
        QVERIFY(day.slaMet <= day.answered);
        QVERIFY(day.wait.p50 <= day.wait.p90 && day.wait.p90 <= day.wait.p99 &&
                day.wait.p99 <= day.wait.most);
        QVERIFY((day.offers > 0) == (routing != domain::Routing::Manual));
        QVERIFY(day.declined + day.lapsed <= day.offers);
        // The same day again.
        const SimulationFigures again = simulateDay(m_plan, routing, 3);
        QCOMPARE(again.wait.mean, day.wait.mean);
        QCOMPARE(again.loadDeviation, day.loadDeviation);
        QCOMPARE(again.offers, day.offers);
    }
}

void TestSimulation::routingSpreadsTheWork()
{
    const SimulationFigures manual = simulateDay(m_plan, domain::Routing::Manual, 3);
    const SimulationFigures turns = simulateDay(m_plan, domain::Routing::RoundRobin, 3);
    const SimulationFigures even = simulateDay(m_plan, domain::Routing::LeastBusy, 3);
    // Where everybody takes what they see, the quick ones have the most; least_busy evens what each has at
    // once, round_robin what each gets in an hour.
    QVERIFY(even.loadDeviation < manual.loadDeviation * 0.9);
    QVERIFY(even.loadDeviation < turns.loadDeviation);
    QVERIFY(turns.takenDeviation / turns.takenMean < manual.takenDeviation / manual.takenMean * 0.9);
}

void TestSimulation::theReportIsJson()
{
    SimulationOptions options;
    options.agents = 5;
    options.handoffs = 20;
    options.hours = 2;
    options.json = true;
    const auto json = protocol::parseJson(simulationReport(options));
    QVERIFY(json);
    QCOMPARE((*json)["runs"].size(), std::size_t(3));
    QCOMPARE((*json)["runs"][1]["routing"], protocol::Json("round_robin"));
    options.routing = domain::Routing::LeastBusy;
    options.json = false;
    const QString table = QString::fromStdString(simulationReport(options));
    QVERIFY(table.contains(QStringLiteral("least_busy")) && !table.contains(QStringLiteral("manual")));
}

RELEVO_TEST(TestSimulation)
#include "tst_simulation.moc"
