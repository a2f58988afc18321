#include "http_double.h"
#include "manual_clock.h"
#include "support/test_main.h"

#include <ui/supervise/agents_model.h>
#include <ui/supervise/live_csv.h>
#include <ui/supervise/live_window.h>
#include <ui/supervise/target_chart.h>
#include <ui/supervise/waiting_model.h>
#include <ui/widgets/popup_button.h>
#include <ui/widgets/window_size.h>

#include <protocol/csv.h>

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>
#include <QtWidgets/QTableWidget>

using namespace relevo;
using namespace relevo::ui;
using protocol::Json;
using namespace std::chrono_literals;
using std::chrono::seconds;

namespace {

const Timestamp start = *fromRfc3339("2026-11-21T12:00:00Z");

Json summary()
{
    return Json::parse(
        R"({"report":"summary","escalationRate":0.12,"resolutionRate":0.85,"abandonmentRate":null,
        "firstResponse":{"count":9,"meanSeconds":400,"p50Seconds":150,"p90Seconds":700},
        "resolution":{"count":7,"meanSeconds":900,"p50Seconds":725,"p90Seconds":2000},
        "csat":{"asked":4,"answered":3,"average":4.33},
        "targets":{"escalationRateBelow":0.2,"firstResponseSecondsBelow":300,"resolutionRateAbove":0.9,
                   "abandonmentRateBelow":0.1}})");
}

} // namespace

/// How the team stands, for those who lead it.
class tst_Live final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_clock = std::make_unique<ManualClock>(start);
        m_ids = std::make_unique<UuidV7Source>(*m_clock);
        m_theme = std::make_unique<Theme>();
        m_server = std::make_unique<HttpDouble>();
        m_api = std::make_unique<client::RelayApi>();
        m_api->use(m_server->url(), QStringLiteral("secret"));
        m_live = std::make_unique<client::LiveView>();
        m_agents = {agent("Ana", domain::Availability::Available, 2),
                    agent("Bo", domain::Availability::Busy, 0),
                    agent("Cy", domain::Availability::Available, 1)};
        m_agents[0].role = domain::Role::Supervisor;
        client::LiveBatch batch;
        batch.reset = true;
        batch.agents = m_agents;
        batch.settings.emplace();
        batch.settings->routing = domain::Routing::LeastBusy;
        m_live->apply(batch);
        m_live->setMe(m_agents[0]);
        m_server->answer("GET /api/reports/summary", 200, summary());
        m_server->answer("GET /api/reports/timeline", 200,
                         Json::parse(R"({"items":[{"day":"2026-11-20","handoffs":4,"resolved":3},
                                                  {"day":"2026-11-21","handoffs":2,"resolved":0}]})"));
    }
    void cleanup()
    {
        m_window.reset();
        m_api.reset();
        m_theme.reset();
    }

    void theMomentIsCounted()
    {
        (void)waits("Early", 600s, 900s); // of 15 minutes 5 are left
        (void)waits("Late", 400s, 300s);
        (void)waits("Soon", 250s, 300s);
        client::ConversationRow held = row("Held", 100s, 90s);
        held.status = domain::HandoffStatus::Active;
        held.holder = domain::Holder::Agent;
        held.holderAgent = m_agents[2].id;
        held.lastAuthor = domain::Author::Customer;
        put(held);
        client::ConversationRow answered = held;
        answered.id = m_ids->make<domain::ConversationId>();
        answered.lastAuthor = domain::Author::Agent; // nobody waits for anything
        put(answered);
        const Moment moment = momentOf(*m_live, m_clock->now());
        QCOMPARE(moment.waiting, 3);
        QCOMPARE(moment.longestWait.value_or(0), qint64{600});
        QCOMPARE(moment.held, 2);
        QCOMPARE(moment.atRisk, 3); // Late, Soon, Held
        QCOMPARE(moment.late, 2);
        QCOMPARE(moment.here, 2);
        QCOMPARE(moment.agents, 3);
        // The most pressing one stands first; whoever holds it, what is at risk is there.
        QCOMPARE(firstWaiting(*m_live, m_clock->now())->contactName, QStringLiteral("Late"));
        const Pressing first = pressingOf(*m_live, m_clock->now(), 2);
        QCOMPARE(first.rows.size(), std::size_t{2});
        QCOMPARE(first.rows[0].contactName, QStringLiteral("Late"));
        QCOMPARE(first.all, std::size_t{4}); // Early, Late, Soon, Held
        QVERIFY(!firstWaiting(client::LiveView(), m_clock->now()));
    }

    void figuresAgainstTargets()
    {
        const std::vector<TargetFigure> figures = targetsOf(summary());
        QCOMPARE(figures.size(), std::size_t{5});
        QVERIFY(figures[0].isMet());
        QCOMPARE(spokenFigure(figures[0]), QStringLiteral("Escalation: 12 %, target below 20 %, on target."));
        QVERIFY(figures[1].isMet()); // two and a half minutes
        QCOMPARE(*figures[1].value, 2.5);
        QVERIFY(!figures[2].isMet());
        QCOMPARE(spokenFigure(figures[2]),
                 QStringLiteral("Resolved: 85 % · half within 12 min, target above 90 %, off target."));
        QVERIFY(figures[3].isMet());
        QCOMPARE(textOf(*figures[3].value, figures[3].unit), QStringLiteral("4.3 of 5"));
        QVERIFY(!figures[4].value && !figures[4].isMet());
        QVERIFY(spokenFigure(figures[4]).contains(QStringLiteral("no data yet")));
        // Whatever comes, nothing breaks.
        for (const char* odd : {"null", "[]", "{}", R"({"targets":7,"csat":[],"escalationRate":"x"})"})
            QCOMPARE(targetsOf(Json::parse(odd)).size(), std::size_t{5});
        QVERIFY(daysOf(Json::parse(R"({"items":[7,{"day":"no"}]})")).size() == 1);
    }

    void theFirstPlaceIsOnTheScreen()
    {
        QWidget parent;
        parent.setGeometry(QRect(QPoint(0, 0), QSize(300, 200)));
        parent.show();
        QDialog window(&parent);
        window.setMinimumSize(100, 80);
        const QRect screen = parent.screen()->availableGeometry();
        placeOver(window, &parent, screen.size() * 2);
        window.show();
        QVERIFY(screen.contains(window.frameGeometry()));
        QVERIFY(window.height() < screen.height()); // room for the frame
    }

    void whyTheyGetNone()
    {
        client::ConversationRow held = row("Held", 100s, 900s);
        held.holder = domain::Holder::Agent;
        held.holderAgent = m_agents[2].id;
        put(held);
        std::map<domain::AgentId, QString> fits{{m_agents[0].id, QStringLiteral("language")},
                                                {m_agents[2].id, QStringLiteral("fits")}};
        const std::vector<AgentFigure> agents = agentsOf(*m_live, fits);
        QCOMPARE(agents.size(), std::size_t{3});
        QCOMPARE(agents[0].name, QStringLiteral("Cy")); // has the most to do
        QVERIFY(agents[0].why.contains(QStringLiteral("as many as they can take")));
        QVERIFY(agents[1].why.contains(QStringLiteral("language")));
        QVERIFY(agents[2].why.contains(QStringLiteral("Busy")));
        // Manual routing offers nothing to anybody.
        client::LiveBatch manual;
        manual.settings.emplace();
        m_live->apply(manual);
        QVERIFY(!agentsOf(*m_live, {})[1].why.isEmpty());
    }

    void tablesKeepTheirRules()
    {
        AgentsModel agents(*m_theme);
        WaitingModel waiting;
        const QAbstractItemModelTester first(&agents, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QAbstractItemModelTester second(&waiting,
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        agents.setAgents(agentsOf(*m_live, {}));
        waiting.setRows({row("A", 10s, 60s), row("B", 20s, 70s)}, m_clock->now());
        QSignalSpy reset(&waiting, &QAbstractItemModel::modelReset);
        std::vector<client::ConversationRow> same{row("A", 10s, 60s)};
        waiting.setRows(same, m_clock->now());
        QCOMPARE(reset.size(), 1);
        waiting.setRows(same, m_clock->now() + seconds(5));
        QCOMPARE(reset.size(), 1);
        QCOMPARE(waiting.text(0, WaitingModel::Waits), QStringLiteral("0:15"));
        agents.setAgents({});
        waiting.setRows({}, m_clock->now());
    }

    void showsAndFollows()
    {
        const domain::HandoffId first = waits("Late", 400s, 300s);
        m_server->answer(
            "GET /api/handoff/" + first.text() + "/routing", 200,
            {{"routing", "least_busy"},
             {"items",
              {{{"agentId", m_agents[2].id.text()}, {"name", "Cy"}, {"fit", "skills"}, {"load", 0}}}}});
        show();
        QCOMPARE(find<QLabel>("waitingNow")->text(), QStringLiteral("1"));
        QTRY_COMPARE(find<QTableWidget>("numbersTable")->rowCount(), 8);
        QTRY_VERIFY(find<QWidget>("targetChart")->accessibleDescription().contains(QStringLiteral("12 %")));
        QVERIFY(find<QWidget>("dayChart")
                    ->accessibleDescription()
                    .contains(QStringLiteral("4 asked, 3 resolved")));
        QCOMPARE(m_server->last("GET /api/reports/summary").query,
                 std::string("from=2026-11-21&to=2026-11-21"));
        const auto why = [this] {
            return QString::fromUtf8(m_window->csv());
        };
        QTRY_VERIFY(why().contains(QStringLiteral("Lacks a requested skill")));
        (void)waits("Another", 10s, 900s);
        QTRY_COMPARE(find<QLabel>("waitingNow")->text(), QStringLiteral("2"));
        // How old the figures are is said.
        m_clock->advance(seconds(42));
        QTRY_VERIFY(find<QLabel>("liveAge")->text().contains(QStringLiteral("0:42")));
        m_window->setLink({client::LinkState::WaitingToRetry, milliseconds(1), {}});
        QVERIFY(find<QLabel>("liveAge")->text().startsWith(QStringLiteral("No connection")));
        // Back again, it asks at once.
        const int before = m_server->count("GET /api/reports/summary");
        m_window->setLink({client::LinkState::Online, milliseconds(0), {}});
        QTRY_COMPARE(m_server->count("GET /api/reports/summary"), before + 1);
    }

    void takesAndGives()
    {
        const domain::HandoffId first = waits("Late", 400s, 300s);
        show();
        QVERIFY(find<QWidget>("liveNobody")->isHidden());
        QSignalSpy taken(m_window.get(), &LiveWindow::takeOverRequested);
        QSignalSpy given(m_window.get(), &LiveWindow::reassignRequested);
        QVERIFY(!find<QPushButton>("liveTakeOver")->isEnabled());
        find<QTableView>("liveWaiting")->selectRow(0);
        QVERIFY(find<QPushButton>("liveTakeOver")->isEnabled());
        find<QPushButton>("liveTakeOver")->click();
        QCOMPARE(taken.size(), 1);
        QCOMPARE(taken[0][0].value<domain::HandoffId>(), first);
        auto* give = find<PopupButton>("liveGive");
        Q_EMIT give->popup().aboutToShow();
        QCOMPARE(give->popup().actions().size(), 2); // not to oneself
        give->popup().actions()[0]->trigger();
        QCOMPARE(given.size(), 1);
        QCOMPARE(given[0][0].value<domain::HandoffId>(), first);
        // More pressing ones come; the chosen one stays chosen.
        client::ConversationRow urgent = row("Urgent", 500s, 100s);
        urgent.priority = domain::Priority::Urgent;
        put(urgent);
        QTRY_COMPARE(find<QTableView>("liveWaiting")->model()->rowCount(), 2);
        find<QPushButton>("liveTakeOver")->click();
        QCOMPARE(taken.last()[0].value<domain::HandoffId>(), first);
        m_window->setLink({client::LinkState::WaitingToRetry, milliseconds(1), {}});
        QVERIFY(!find<QPushButton>("liveTakeOver")->isEnabled());
    }

    void whatAColleagueHasCanBeTaken()
    {
        client::ConversationRow held = row("Held", 400s, 300s);
        held.status = domain::HandoffStatus::Active;
        held.holder = domain::Holder::Agent;
        held.holderAgent = m_agents[2].id;
        held.assignedTo = m_agents[2].name;
        held.lastAt = m_clock->now() - 90s;
        put(held);
        show();
        auto* table = find<QTableView>("liveWaiting");
        QCOMPARE(find<QLabel>("answersAtRisk")->text(), QStringLiteral("1"));
        QCOMPARE(table->model()->rowCount(), 1);
        QCOMPARE(table->model()->index(0, WaitingModel::With).data().toString(), QStringLiteral("Cy"));
        QCOMPARE(table->model()->index(0, WaitingModel::Waits).data().toString(), QStringLiteral("1:30"));
        QSignalSpy taken(m_window.get(), &LiveWindow::takeOverRequested);
        table->selectRow(0);
        find<QPushButton>("liveTakeOver")->click();
        QCOMPARE(taken.size(), 0); // asked first: a colleague is in the middle of it
        QVERIFY(find<QDialog>("liveQuestion")->windowTitle().contains(QStringLiteral("Cy")));
        find<QPushButton>("questionCancel")->click();
        QTRY_VERIFY(!m_window->findChild<QDialog*>(QStringLiteral("liveQuestion")));
        QCOMPARE(taken.size(), 0);
        find<QPushButton>("liveTakeOver")->click();
        find<QPushButton>("liveMove")->click();
        QCOMPARE(taken.size(), 1);
        QCOMPARE(taken[0][0].value<domain::HandoffId>(), held.handoffId);
        QTRY_VERIFY(!m_window->findChild<QDialog*>(QStringLiteral("liveQuestion")));
        auto* give = find<PopupButton>("liveGive");
        Q_EMIT give->popup().aboutToShow();
        QCOMPARE(give->popup().actions().size(), 1); // neither to oneself nor to who has it
        QVERIFY(give->popup().actions()[0]->text().contains(QStringLiteral("Bo")));
        QSignalSpy given(m_window.get(), &LiveWindow::reassignRequested);
        give->popup().actions()[0]->trigger();
        QCOMPARE(given.size(), 0);
        find<QPushButton>("liveMove")->click();
        QCOMPARE(given.size(), 1);
        QCOMPARE(given[0][1].value<domain::AgentId>(), m_agents[1].id);
        // One's own is not taken, but given.
        held.holderAgent = m_agents[0].id;
        held.assignedTo = m_agents[0].name;
        put(held);
        QTRY_VERIFY(!find<QPushButton>("liveTakeOver")->isEnabled());
        QVERIFY(find<QPushButton>("liveGive")->isEnabled());
        // Answered, it is nobody's business any more.
        held.lastAuthor = domain::Author::Agent;
        put(held);
        QTRY_VERIFY(!find<QWidget>("liveNobody")->isHidden());
    }

    void theExportHoldsEverybody()
    {
        for (int i = 0; i < 205; ++i)
            (void)waits("Many", 400s, 300s);
        show();
        QCOMPARE(find<QTableView>("liveWaiting")->model()->rowCount(), 200);
        QVERIFY(find<QLabel>("liveLeft")->isVisible());
        QVERIFY(find<QLabel>("liveLeft")->text().contains(QStringLiteral("200")));
        const QByteArray bytes = m_window->csv();
        QCOMPARE(bytes.count("Many"), 205);
        QVERIFY(bytes.contains("all of them\",205"));
    }

    void aRefusalIsTold()
    {
        m_server->answer("GET /api/reports/summary", 403, {{"code", "forbidden"}, {"title", "No."}});
        show();
        QTRY_VERIFY(find<QLabel>("liveTrouble")->isVisible());
        QVERIFY(find<QLabel>("liveTrouble")->text().contains(QStringLiteral("supervisors")));
        QVERIFY(!find<QPushButton>("liveAgain")->isVisible()); // it would be no other answer
    }

    void whatFailedCanBeAskedForAgain()
    {
        m_server->answer("GET /api/reports/summary", 503, {{"code", "unavailable"}, {"title", "Busy."}});
        show();
        QTRY_VERIFY(find<QPushButton>("liveAgain")->isVisible());
        QVERIFY(!find<QLabel>("liveAge")->text().isEmpty()); // the heading stays where it is
        const int before = m_server->count("GET /api/reports/summary");
        find<QPushButton>("liveAgain")->click();
        QTRY_VERIFY(m_server->count("GET /api/reports/summary") > before);
    }

    void theSpreadsheetReadsIt()
    {
        (void)waits("=HYPERLINK(\"x\"), Ana", 400s, 300s);
        show();
        QTRY_COMPARE(find<QTableWidget>("numbersTable")->rowCount(), 8);
        const QByteArray bytes = m_window->csv();
        const auto rows = protocol::csvRows({bytes.constData(), static_cast<std::size_t>(bytes.size())});
        QVERIFY(rows);
        bool found = false;
        for (const QStringList& row : *rows)
            found = found || row.value(0) == QStringLiteral("'=HYPERLINK(\"x\"), Ana");
        QVERIFY(found);
    }

private:
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<UuidV7Source> m_ids;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<HttpDouble> m_server;
    std::unique_ptr<client::RelayApi> m_api;
    std::unique_ptr<client::LiveView> m_live;
    std::unique_ptr<LiveWindow> m_window;
    std::vector<domain::Agent> m_agents;

    void show()
    {
        m_window = std::make_unique<LiveWindow>(LiveWindow::Parts{*m_theme, *m_live, *m_api, *m_clock});
        m_window->show();
    }
    template <typename Widget>
    Widget* find(const char* name)
    {
        auto* found = m_window->findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no widget is named %s", name);
        return found;
    }
    domain::Agent agent(const char* name, domain::Availability availability, int capacity)
    {
        domain::Agent one;
        one.id = m_ids->make<domain::AgentId>();
        one.name = QString::fromLatin1(name);
        one.availability = availability;
        one.capacity = capacity;
        one.online = true;
        return one;
    }
    /// Who asked `ago`, and is to have an answer within `within` of that.
    client::ConversationRow row(const char* name, seconds ago, seconds within)
    {
        client::ConversationRow one;
        one.id = m_ids->make<domain::ConversationId>();
        one.handoffId = m_ids->make<domain::HandoffId>();
        one.contactName = QString::fromLatin1(name);
        one.status = domain::HandoffStatus::Pending;
        one.holder = domain::Holder::Nobody;
        one.priority = domain::Priority::Normal;
        one.requestedAt = m_clock->now() - ago;
        one.responseDueAt = one.requestedAt + within;
        one.lastAuthor = domain::Author::Customer;
        return one;
    }
    void put(const client::ConversationRow& one)
    {
        client::LiveBatch batch;
        batch.rows.push_back(one);
        m_live->apply(batch);
    }
    domain::HandoffId waits(const char* name, seconds ago, seconds within)
    {
        const client::ConversationRow one = row(name, ago, within);
        put(one);
        return one.handoffId;
    }
};

RELEVO_TEST(tst_Live)
#include "tst_live.moc"
