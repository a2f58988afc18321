#include "desk_fixture.h"
#include "support/test_main.h"

#include <base/timestamp.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;

/// Notifications, the daily summary and reports, through a real relay.
class TestRelayNotifications final : public QObject
{
    Q_OBJECT

private:
    DeskFixture m_desk;

    static constexpr const char* path = "/api/notifications";

    int m_posted = 0; ///< notifications that the clients have heard of, all together
    int m_hidden = 0;

    Json items(HttpCalls& calls) { return calls.get(QString::fromLatin1(path)).json.at("items"); }
    int summaries()
    {
        int count = 0;
        for (const Json& item : items(m_desk.admin()))
            count += item.value("kind", "") == "summary.daily" ? 1 : 0;
        return count;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_desk.startWithAdmin(2), m_desk.relay.errors().constData());
        QVERIFY(m_desk.connectClients(2));
        for (const auto& client : m_desk.clients)
            client->onEvent = [this](const domain::Event& event) {
                m_posted += event.type == domain::EventType::NotificationPosted ? 1 : 0;
                m_hidden += event.type == domain::EventType::Hidden ? 1 : 0;
            };
    }

    void reachesWhoItIsFor()
    {
        const HttpAnswer all = m_desk.bot().post(QString::fromLatin1(path),
                                                 {{"title", "A new order"},
                                                  {"body", "<b>12</b> pieces"},
                                                  {"kind", "order"},
                                                  {"priority", "urgent"}},
                                                 "order-1");
        QCOMPARE(all.status, 201);
        QCOMPARE(all.json.at("audience"), "agents");
        const HttpAnswer again = m_desk.bot().post(QString::fromLatin1(path),
                                                   {{"title", "A new order"},
                                                    {"body", "<b>12</b> pieces"},
                                                    {"kind", "order"},
                                                    {"priority", "urgent"}},
                                                   "order-1");
        QCOMPARE(again.json.at("id"), all.json.at("id"));
        const std::string first = m_desk.clients[0]->state().agents.begin()->first.text();
        QCOMPARE(m_desk.bot()
                     .post(QString::fromLatin1(path), {{"title", "Only you"}, {"audience", {first}}})
                     .status,
                 201);
        QCOMPARE(
            m_desk.bot().post(QString::fromLatin1(path), {{"title", "Owner"}, {"audience", "owner"}}).status,
            201);
        QTRY_COMPARE(m_posted, 3); // to both, and to one of them
        QTRY_COMPARE(m_hidden, 3); // the other one's, and the owner's to both
        QVERIFY(m_desk.everybodyAgrees());
        QCOMPARE(m_desk.faults(), 0);
        QCOMPARE(items(m_desk.bot()).size(), std::size_t{3});
        QCOMPARE(items(m_desk.admin()).size(), std::size_t{2});
    }

    void hiddenOnesStayHiddenInTheJournal()
    {
        // After a restart nothing is among the newest frames: what was missed is read from the journal.
        m_desk.clients[0]->setReconnecting(true);
        m_desk.clients[1]->close();
        const std::string first = m_desk.clients[0]->state().agents.begin()->first.text();
        for (const Json& audience : {Json("owner"), Json("agents"), Json{first}})
            QCOMPARE(m_desk.bot()
                         .post(QString::fromLatin1(path), {{"title", "Missed"}, {"audience", audience}})
                         .status,
                     201);
        QTRY_VERIFY(m_posted + m_hidden == 9);
        m_desk.relay.kill();
        QVERIFY(m_desk.relay.start());
        QVERIFY(m_desk.signInAdmin());
        m_desk.clients[1]->connectAgent(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")),
                                        m_desk.tokens[1]);
        QTRY_COMPARE(m_posted + m_hidden, 12 + 2); // that the admin has signed in is hidden from both
        QCOMPARE(m_posted, 3 + 2 + 1);
        QTRY_COMPARE(m_desk.clients[0]->seq(), m_desk.clients[1]->seq());
        QCOMPARE(m_desk.faults(), 0);
    }

    void isReadOnce()
    {
        const auto owners = [this] {
            for (const Json& item : items(m_desk.admin())) {
                if (item.at("audience") == "owner")
                    return item;
            }
            return Json();
        };
        const Json item = owners();
        const QString read =
            QStringLiteral("/api/notifications/%1/read").arg(QString::fromStdString(item.at("id")));
        const qint64 seq = m_desk.clients[0]->seq() + 1;
        QCOMPARE(m_desk.admin().post(read, Json::object()).status, 200);
        QTRY_COMPARE(m_desk.clients[0]->seq(), seq);
        QCOMPARE(m_desk.admin().post(read, Json::object()).status, 200);
        QVERIFY(owners().contains("readAt"));
        HttpCalls agent(m_desk.relay.url(), m_desk.tokens[0]);
        QCOMPARE(agent.post(read, Json::object()).status, 404); // the owner's
        QCOMPARE(m_desk.bot().post(read, Json::object()).status, 403);
        QCOMPARE(agent.post(QStringLiteral("/api/notifications/nothing/read"), Json::object()).status, 404);
        QCOMPARE(m_desk.clients[0]->seq(), seq);
    }

    void theSocketListsThemAndMarksThemRead()
    {
        WsClient& first = *m_desk.clients[0];
        const std::string long4k(4'000, 'x');
        for (int i = 0; i < 80; ++i)
            QCOMPARE(
                m_desk.bot()
                    .post(QString::fromLatin1(path), {{"title", "no " + std::to_string(i)}, {"body", long4k}})
                    .status,
                201);
        // As many as fit into a frame, and on from there.
        Json page = first.callAndWait("notification.list", {{"limit", 200}}).at("result");
        std::vector<std::string> titles;
        for (int pages = 0; pages < 10; ++pages) {
            for (const Json& item : page.at("items"))
                titles.push_back(item.at("title"));
            if (page.at("next").is_null())
                break;
            QVERIFY(!page.at("items").empty());
            page = first
                       .callAndWait("notification.list",
                                    {{"limit", 200}, {"before", page.at("items").back().at("seq")}})
                       .at("result");
        }
        HttpCalls agent(m_desk.relay.url(), m_desk.tokens[0]);
        const Json all = agent.get(QStringLiteral("/api/notifications?limit=200")).json.at("items");
        QCOMPARE(titles.size(), all.size());
        QCOMPARE(titles.front(), "no 79");
        const std::string id = all.at(0).at("id");
        const Json done =
            first.callAndWait("notification.read", {{"commandId", "read-1"}, {"notificationId", id}});
        QCOMPARE(done.at("result").at("success"), true);
        const qint64 seq = m_desk.clients[1]->seq();
        QCOMPARE(first.callAndWait("notification.read", {{"commandId", "read-2"}, {"notificationId", id}})
                     .contains("result"),
                 true);
        page = first.callAndWait("notification.list", {{"limit", 1}}).at("result");
        QVERIFY(page.at("items").at(0).contains("readAt"));
        QCOMPARE(page.at("items").size(), std::size_t{1});
        // The owner's, and what is none at all.
        for (const Json& item : items(m_desk.admin())) {
            if (item.at("audience") != "owner")
                continue;
            const Json refused = first.callAndWait("notification.read",
                                                   {{"commandId", "no"}, {"notificationId", item.at("id")}});
            QCOMPARE(refused.at("error").at("data").at("code"), "not_found");
        }
        for (const Json& wrong : {Json{{"commandId", "x"}}, Json{{"notificationId", id}},
                                  Json{{"commandId", "x"}, {"notificationId", 7}}})
            QCOMPARE(first.callAndWait("notification.read", wrong).at("error").at("data").at("code"),
                     "invalid");
        QTRY_VERIFY(m_desk.clients[1]->seq() >= seq);
        QCOMPARE(m_desk.faults(), 0);
    }

    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        QTest::newRow("no title") << QByteArray("{}") << QStringLiteral("title");
        QTest::newRow("blank") << QByteArray(R"({"title":"  "})") << QStringLiteral("title");
        QTest::newRow("script") << QByteArray(R"({"title":"x","url":"javascript:alert"
    })") << QStringLiteral("url");
        QTest::newRow("file") << QByteArray("{\"title\":\"x\",\"url\":\"file:///etc/passwd\"}")
                              << QStringLiteral("url");
        QTest::newRow("audience") << QByteArray(R"({"title":"x","audience":"everybody"})")
                                  << QStringLiteral("audience");
        QTest::newRow("nobody") << QByteArray(R"({"title":"x","audience":[]})") << QStringLiteral("audience");
        QTest::newRow("stranger")
            << QByteArray(R"({"title":"x","audience":["01890000-0000-7000-8000-000000000000"]})")
            << QStringLiteral("audience");
        QTest::newRow("priority") << QByteArray(R"({"title":"x","priority":"huge"})")
                                  << QStringLiteral("priority");
        QTest::newRow("when") << QByteArray(R"({"title":"x","expiresAt":"tomorrow"})")
                              << QStringLiteral("expiresAt");
    }
    void refusesWhatIsWrong()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, field);
        const HttpAnswer answer = m_desk.bot().raw("POST", QString::fromLatin1(path), body);
        QCOMPARE(answer.status, 422);
        QCOMPARE(QString::fromStdString(answer.json.value("field", "")), field);
    }

    void agentsPostNothing()
    {
        HttpCalls agent(m_desk.relay.url(), m_desk.tokens[0]);
        QCOMPARE(agent.post(QString::fromLatin1(path), {{"title", "x"}}).status, 403);
        QCOMPARE(agent.get(QStringLiteral("/api/reports/summary")).status, 403);
        QCOMPARE(HttpCalls(m_desk.relay.url()).get(QString::fromLatin1(path)).status, 401);
    }

    void theSummaryComesOnceADayOverRestarts()
    {
        const QString settings = m_desk.settingsPath();
        QCOMPARE(m_desk.admin().put(settings, {{"dailySummary", {{"at", "25:00"}}}}).status, 422);
        // A minute ago: due next tomorrow, and made up for by a relay that was not there.
        const QString before = QDateTime::currentDateTimeUtc().addSecs(-60).toString(QStringLiteral("HH:mm"));
        QCOMPARE(m_desk.admin().put(settings, {{"dailySummary", {{"at", before.toStdString()}}}}).status,
                 200);
        QCOMPARE(summaries(), 0);
        for (int i = 0; i < 2; ++i) {
            m_desk.relay.kill();
            QVERIFY(m_desk.relay.start());
            QVERIFY(m_desk.signInAdmin());
            QTRY_COMPARE(summaries(), 1);
        }
        QCOMPARE(m_desk.admin().put(settings, {{"dailySummary", nullptr}}).status, 200);
        const Json now = m_desk.admin().get(settings).json;
        QVERIFY(now.at("dailySummary").is_null());
    }

    void reportsCountWhatHappened()
    {
        HttpCalls bot(m_desk.relay.url(), m_desk.relay.apiKey);
        const Json before = bot.get(QStringLiteral("/api/reports/summary")).json;
        QCOMPARE(before.at("handoffs"), 0);
        QVERIFY(before.at("resolutionRate").is_null());
        for (int i = 0; i < 3; ++i) {
            const std::string session = "report-" + std::to_string(i);
            QCOMPARE(
                bot.post(
                       QStringLiteral("/api/conversations/%1/messages").arg(QString::fromStdString(session)),
                       {{"author", "customer"}, {"content", "where is it"}})
                    .status,
                201);
            if (i == 0)
                continue;
            const HttpAnswer asked = bot.post(QStringLiteral("/api/handoff/initiate"),
                                              {{"sessionId", session}, {"triggerType", "failure"}});
            const QString handoff = QStringLiteral("/api/handoff/") +
                                    QString::fromStdString(asked.json.at("handoffId").get<std::string>());
            QCOMPARE(m_desk.admin().post(handoff + QStringLiteral("/claim"), Json::object()).status, 200);
            if (i == 2)
                continue;
            QCOMPARE(m_desk.admin().post(handoff + QStringLiteral("/message"), {{"content", "here"}}).status,
                     200);
            QCOMPARE(
                m_desk.admin().post(handoff + QStringLiteral("/resolve"), {{"handBackToBot", true}}).status,
                200);
        }
        const Json summary = bot.get(QStringLiteral("/api/reports/summary")).json;
        QCOMPARE(summary.at("conversations"), 3);
        QCOMPARE(summary.at("handoffs"), 2);
        QCOMPARE(summary.at("resolved"), 1);
        QCOMPARE(summary.at("held"), 1);
        QCOMPARE(summary.at("handBackRate"), 1.0);
        QCOMPARE(summary.at("sla").at("met"), 0); // no policy promised anything
        QCOMPARE(summary.at("csat").at("answered"), 0);
        QCOMPARE(summary.at("firstResponse").at("count"), 1);
        QCOMPARE(summary.at("targets").at("firstResponseSecondsBelow"), 300.0);
        const Json agents = m_desk.admin().get(QStringLiteral("/api/reports/agents")).json.at("items");
        QCOMPARE(agents.at(0).at("agentId"), m_desk.adminId.toStdString());
        QCOMPARE(agents.at(0).at("name"), "Eva");
        QCOMPARE(agents.at(0).at("handoffs"), 2);
        QVERIFY(!agents.at(0).contains("conversations"));
        QCOMPARE(bot.get(QStringLiteral("/api/reports/triggers")).json.at("items").at(0).at("trigger"),
                 "failure");
        QCOMPARE(bot.get(QStringLiteral("/api/reports/channels")).json.at("items").at(0).at("channel"),
                 "http");
        QCOMPARE(bot.get(QStringLiteral("/api/reports/timeline")).json.at("items").size(), std::size_t{30});
    }

    void reportsComeAsCsv()
    {
        HttpCalls bot(m_desk.relay.url(), m_desk.relay.apiKey);
        const HttpAnswer csv = bot.get(QStringLiteral("/api/reports/agents?format=csv"));
        QCOMPARE(csv.status, 200);
        QVERIFY(csv.headers.value("content-type").startsWith("text/csv"));
        const QList<QByteArray> lines = csv.body.split('\n');
        QVERIFY(lines[0].startsWith("agentId,name,handoffs,"));
        QCOMPARE(lines[0].count(','), lines[1].count(','));
        QVERIFY(lines[1].contains(",Eva,2,"));
    }

    void reportsRefuseOddPeriods_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("status");
        const auto row = [](const char* query, int status) {
            QTest::newRow(query) << QString::fromLatin1(query) << status;
        };
        row("summary?from=2026-01-01&to=2026-12-31", 200);
        row("summary?from=2025-01-01&to=2026-12-31", 422);
        row("summary?from=2026-02-01&to=2026-01-01", 422);
        row("summary?from=2026-02-30", 422);
        row("summary?from=yesterday", 422);
        row("summary?to=9999-99-99", 422);
        row("timeline?from=2026-01-01T00:00:00Z&to=2026-01-01T00:00:00.001Z", 200);
        row("everything", 404);
    }
    void reportsRefuseOddPeriods()
    {
        QFETCH(const QString, query);
        QFETCH(const int, status);
        HttpCalls bot(m_desk.relay.url(), m_desk.relay.apiKey);
        QCOMPARE(bot.get(QStringLiteral("/api/reports/") + query).status, status);
    }

    void theJournalIsSound()
    {
        QByteArray why;
        QVERIFY2(m_desk.verified(why), why.constData());
    }
};

RELEVO_TEST(TestRelayNotifications)
#include "tst_relaynotifications.moc"
