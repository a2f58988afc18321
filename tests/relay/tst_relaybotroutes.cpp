#include "desk_fixture.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

#include <set>

using namespace relevo;
using namespace relevo::test;

namespace {

// Behind the class: moc stumbles over texts of several lines.
Json badBots();
Json twoOrders();

} // namespace

/// What admins and programs set up of a project's bots, over HTTP.
class TestRelayBotRoutes final : public QObject
{
    Q_OBJECT

private:
    DeskFixture m_desk;
    std::unique_ptr<HttpCalls> m_admin;
    std::unique_ptr<HttpCalls> m_agent;

    QString path(const QString& rest) const
    {
        return QStringLiteral("/api/projects/%1/%2").arg(m_desk.relay.projectId, rest);
    }
    static std::set<std::string> faults(const HttpAnswer& answer)
    {
        std::set<std::string> fields;
        for (const Json& error : answer.json.value("errors", Json::array()))
            fields.insert(error.at("field"));
        return fields;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_desk.start(1), m_desk.relay.errors().constData());
        QVERIFY(m_desk.connectClients(1));
        QVERIFY(!m_desk.relay
                     .createAgent(QStringLiteral("admin@shop.test"), QStringLiteral("Admin"),
                                  QStringLiteral("admin"))
                     .isEmpty());
        m_admin = std::make_unique<HttpCalls>(m_desk.relay.url());
        m_agent = std::make_unique<HttpCalls>(m_desk.relay.url(), m_desk.tokens.front());
        QVERIFY(
            m_admin->login(QStringLiteral("admin@shop.test"), QString::fromLatin1(RelayProcess::password)));
    }

    void everyBadFieldIsNamedAndNothingChanges()
    {
        const Json before = m_admin->get(path(QStringLiteral("bots"))).json;
        QCOMPARE(before.at("lanes").at("info"), "faq");
        const HttpAnswer answer = m_admin->put(path(QStringLiteral("bots")), badBots());
        QCOMPARE(answer.status, 422);
        const std::set<std::string> expected{
            "bots[0].name",    "bots[1].type",   "bots[2].url",        "bots[2].timeoutSeconds",
            "bots[3].url",     "bots[3].name",   "lanes.info",         "lanes.sales",
            "rules[0].lane",   "rules[0].words", "enrichers[0]",       "enabled",
            "triageQuestions", "orders.url",     "orders.paths.price", "botz"};
        QCOMPARE(faults(answer), expected);
        QVERIFY(m_admin->get(path(QStringLiteral("bots"))).json == before);
    }

    void onlyAdminsAndPrograms()
    {
        for (const char* what : {"bots", "faq", "orders"}) {
            const QString asked = path(QString::fromLatin1(what));
            QCOMPARE(m_agent->get(asked).status, 403);
            QCOMPARE(m_desk.bot().get(asked).status, 200);
            QCOMPARE(HttpCalls(m_desk.relay.url()).get(asked).status, 401);
            QCOMPARE(m_admin
                         ->get(QStringLiteral("/api/projects/%1/%2")
                                   .arg(QUuid::createUuid().toString(QUuid::WithoutBraces),
                                        QString::fromLatin1(what)))
                         .status,
                     404);
        }
        QCOMPARE(m_agent->get(QStringLiteral("/api/conversations/s/turns")).status, 403);
        QCOMPARE(m_agent->put(QStringLiteral("/api/conversations/s/bot"), {{"on", false}}).status, 403);
    }

    void whoHoldsAConversationSwitchesItsBot()
    {
        const QString session = QStringLiteral("held");
        QCOMPARE(
            m_desk.bot().post(m_desk.messagesOf(session), {{"author", "customer"}, {"content", "hi"}}).status,
            201);
        const QString bot = QStringLiteral("/api/conversations/held/bot");
        QCOMPARE(m_agent->put(bot, {{"on", false}}).status, 403);
        const HttpAnswer asked = m_desk.bot().post(QStringLiteral("/api/handoff/initiate"),
                                                   {{"sessionId", "held"}, {"triggerType", "manual"}});
        const QString handoff = QStringLiteral("/api/handoff/") +
                                QString::fromStdString(asked.json.at("handoffId").get<std::string>());
        QCOMPARE(m_agent->post(handoff + QStringLiteral("/claim"), Json::object()).status, 200);
        const HttpAnswer off = m_agent->put(bot, {{"on", false}});
        QCOMPARE(off.status, 200);
        QCOMPARE(off.json.at("on"), false);
        QVERIFY(m_desk.bot().get(QStringLiteral("/api/conversations/held")).json.at("botOff"));
        QCOMPARE(m_agent->put(bot, {{"on", true}}).status, 200);
        QCOMPARE(m_agent->post(handoff + QStringLiteral("/resolve"), Json::object()).status, 200);
        QCOMPARE(m_agent->put(bot, {{"on", false}}).status, 403);
    }

    void whoSwitchedTheBotIsInTheAudit()
    {
        QCOMPARE(m_desk.bot()
                     .post(m_desk.messagesOf(QStringLiteral("switched")),
                           {{"author", "customer"}, {"content", "good day"}})
                     .status,
                 201);
        const QString bot = QStringLiteral("/api/conversations/switched/bot");
        QCOMPARE(m_admin->put(bot, {{"on", false}}).status, 200);
        QCOMPARE(m_admin->put(bot, {{"on", true}}).status, 200);
        const Json items = m_admin->get(QStringLiteral("/api/audit?type=conversation")).json.at("items");
        QVERIFY(items.size() >= 2);
        QCOMPARE(items.at(0).at("text"), "Admin switched the bot on in a conversation.");
        QCOMPARE(items.at(1).at("text"), "Admin switched the bot off in a conversation.");
        QCOMPARE(items.at(1).at("subject").at("type"), "conversation");
    }

    void secretsAreShownOnceAndAgentsSeeNothing()
    {
        m_desk.clients.front()->keepNotifications(true);
        const Json bots{
            {"bots",
             {{{"name", "faq"}, {"type", "faq"}},
              {{"name", "hook"}, {"type", "webhook"}, {"url", "https://secret-host.test/turn"}}}}};
        const HttpAnswer made = m_admin->put(path(QStringLiteral("bots")), bots);
        QCOMPARE(made.status, 200);
        const std::string secret = made.json.at("secrets").at("hook");
        QVERIFY(secret.starts_with("whsec_"));
        QVERIFY(!m_admin->put(path(QStringLiteral("bots")), bots).json.contains("secrets"));
        QVERIFY(!m_admin->get(path(QStringLiteral("bots"))).json.contains("secrets"));
        const HttpAnswer another = m_admin->post(path(QStringLiteral("bots/hook/secret")), Json::object());
        QCOMPARE(another.status, 201);
        QVERIFY(another.json.at("secret") != secret);
        const Json said =
            m_admin->get(QStringLiteral("/api/audit?type=access&limit=1")).json.at("items").at(0);
        QCOMPARE(said.at("text"), "Admin made a new secret for the bot \"hook\".");
        QVERIFY(said.dump().find(another.json.at("secret").get<std::string>()) == std::string::npos);
        // What was changed is told, not only that something was.
        Json fewer = bots;
        fewer["bots"].erase(1);
        QCOMPARE(m_admin->put(path(QStringLiteral("bots")), fewer).status, 200);
        const Json change =
            m_admin->get(QStringLiteral("/api/audit?type=bots&limit=1")).json.at("items").at(0).at("changes");
        QCOMPARE(change.size(), std::size_t(1));
        QCOMPARE(change.at(0).at("field"), "bots");
        QVERIFY(change.at(0).at("from").size() == 2 && change.at(0).at("to").size() == 1);
        QCOMPARE(m_admin->put(path(QStringLiteral("bots")), bots).status, 200);
        QCOMPARE(m_admin->post(path(QStringLiteral("bots/faq/secret")), Json::object()).status, 404);
        // Their addresses are not the agents' business: the event only fills the sequence, live and caught
        // up.
        QVERIFY(m_desk.everybodyAgrees());
        const QUrl door = m_desk.relay.socketUrl(QStringLiteral("/ws/agent"));
        const std::string token = m_desk.tokens.front().toStdString();
        WsClient first;
        first.open(door);
        QVERIFY(QTest::qWaitFor([&] { return first.isOpen(); }));
        const Json hello = first.callAndWait("hello", {{"token", token}});
        WsClient later;
        later.keepNotifications(true);
        later.open(door);
        QVERIFY(QTest::qWaitFor([&] { return later.isOpen(); }));
        const Json again = later.callAndWait(
            "hello", {{"token", token}, {"since", 1}, {"epoch", hello.at("result").at("epoch")}});
        QCOMPARE(again.at("result").at("mode"), "resume");
        const auto told = [](const WsClient& client) {
            int hidden = 0;
            for (const auto& [method, params] : client.notifications()) {
                if (params.dump().find("secret-host") != std::string::npos)
                    return -1;
                hidden += method == "event" && params.at("type") == "hidden";
            }
            return hidden;
        };
        QVERIFY(told(*m_desk.clients.front()) >= 1);
        QTRY_VERIFY(told(later) >= 1);
    }

    void theFaqIsReplacedAsAWhole()
    {
        const QString faq = path(QStringLiteral("faq"));
        QVERIFY(m_admin->get(faq).json.at("items").empty());
        const Json items =
            Json::parse(R"({"items":[{"name":"parking","words":{"es":["aparcar"]},"answer":{"es":"Sí."}}]})");
        QCOMPARE(m_admin->put(faq, items).status, 200);
        Json kept = m_desk.bot().get(faq).json;
        QCOMPARE(kept.at("items"), items.at("items"));
        QCOMPARE(kept.at("version"), 1);
        QCOMPARE(kept.at("changedBy"), "Admin");
        const Json audit = m_admin->get(QStringLiteral("/api/audit?type=access&limit=1")).json.at("items");
        QCOMPARE(audit.at(0).at("access").at("kind"), "faq_changed");
        QCOMPARE(audit.at(0).at("text"), "Admin changed the bot's questions and answers.");
        const HttpAnswer wrong = m_admin->put(
            faq,
            Json::parse(
                R"({"items":[{"words":{"en":["x"]},"answer":{"es":"y"}},{"words":{"fr":["x"]}},{"answer":7}]})"));
        QCOMPARE(wrong.status, 422);
        const std::set<std::string> expected{"items[0].answer", "items[1].words", "items[1].words.fr",
                                             "items[2].answer", "items[2].words"};
        QCOMPARE(faults(wrong), expected);
        QVERIFY(m_admin->get(faq).json == kept);
    }

    void nobodyOverwritesWhatAnotherHasChangedSince()
    {
        const QString faq = path(QStringLiteral("faq"));
        const Json seen = m_admin->get(faq).json;
        Json mine = seen;
        mine["items"].push_back(
            Json::parse(R"({"name":"mine","words":{"en":["dog"]},"answer":{"en":"Yes."}})"));
        const HttpAnswer first = m_admin->put(faq, mine); // what was got, as it was got
        QVERIFY2(first.status == 200, first.body.constData());
        QCOMPARE(first.json.at("version").get<int>(), seen.at("version").get<int>() + 1);
        Json theirs{{"items", Json::array()}, {"version", seen.at("version")}};
        const HttpAnswer late = m_desk.bot().put(faq, theirs);
        QCOMPARE(late.status, 409);
        QCOMPARE(late.json.at("code"), "conflict");
        QCOMPARE(late.json.at("changedBy"), "Admin");
        QCOMPARE(late.json.at("version"), first.json.at("version"));
        QCOMPARE(m_admin->get(faq).json, first.json);
        theirs["version"] = "newest";
        QCOMPARE(m_desk.bot().put(faq, theirs).status, 422);
        // Who names none replaces what there is.
        theirs.erase("version");
        QCOMPARE(m_desk.bot().put(faq, theirs).status, 200);
        QCOMPARE(m_admin->get(faq).json.at("version").get<int>(), first.json.at("version").get<int>() + 1);
    }

    void ordersComeAsJsonAndAsCsv()
    {
        const QString orders = path(QStringLiteral("orders"));
        QCOMPARE(m_admin->post(orders, twoOrders()).json.value("saved", 0), 2);
        const QByteArray csv = "\xEF\xBB\xBF"
                               "number;status;items\r\n"
                               "2000;placed;\"lamp; \"\"big\"\"\r\nand bulb\"\r\n\r\n2001;packed;\r\n";
        const HttpAnswer imported = m_desk.bot().raw("POST", orders, csv, {}, "text/csv; charset=utf-8");
        QVERIFY2(imported.json.value("saved", 0) == 2, imported.body.constData());
        QCOMPARE(m_admin->get(orders + QStringLiteral("/2000")).json.at("items"),
                 "lamp; \"big\"\r\nand bulb");
        const Json page = m_admin->get(orders + QStringLiteral("?limit=3")).json;
        QCOMPARE(page.at("items").size(), std::size_t(3));
        const Json rest =
            m_admin
                ->get(orders + QStringLiteral("?limit=3&cursor=") + QString::fromStdString(page.at("next")))
                .json;
        QCOMPARE(rest.at("items").size(), std::size_t(1));
        QVERIFY(rest.at("next").is_null());
        const HttpAnswer wrong = m_desk.bot().raw(
            "POST", orders, "number,status,colour\n1,paid,\n2,lost,red\n3,paid\n", {}, "text/csv");
        QCOMPARE(wrong.status, 422);
        const std::set<std::string> expected{"line 3.status", "line 3.colour", "line 4"};
        QCOMPARE(faults(wrong), expected);
        QCOMPARE(m_admin->get(orders + QStringLiteral("/1")).status, 404);
        QCOMPARE(m_admin->put(orders + QStringLiteral("/x-1"), {{"status", "returned"}}).json.at("number"),
                 "X-1");
        QCOMPARE(faults(m_admin->put(orders + QStringLiteral("/x-1"), {{"status", 7}})),
                 std::set<std::string>{"status"});
        QCOMPARE(
            faults(m_admin->put(orders + QStringLiteral("/x-1"), {{"status", "paid"}, {"email", "a@b"}})),
            std::set<std::string>{"email"});
        QCOMPARE(m_admin->raw("DELETE", orders + QStringLiteral("/x-1"), {}).status, 200);
        QCOMPARE(m_admin->raw("DELETE", orders + QStringLiteral("/x-1"), {}).status, 404);
    }

    void peoplesOrdersAreAudited()
    {
        const QString orders = path(QStringLiteral("orders"));
        const auto news = [this] {
            std::vector<std::string> texts;
            const Json audit = m_admin->get(QStringLiteral("/api/audit?type=access&limit=3")).json;
            for (const Json& item : audit.at("items"))
                texts.push_back(item.at("text"));
            return texts;
        };
        const std::vector<std::string> before = news();
        // A program that keeps the table in step with the shop's would drown everything else.
        QCOMPARE(m_desk.bot().post(orders, twoOrders()).status, 200);
        QCOMPARE(news(), before);
        QCOMPARE(m_admin->post(orders, twoOrders()).status, 200);
        QCOMPARE(m_admin->put(orders + QStringLiteral("/a-7"), {{"status", "paid"}}).status, 200);
        QCOMPARE(m_admin->raw("DELETE", orders + QStringLiteral("/a-7"), {}).status, 200);
        QCOMPARE(m_admin->raw("DELETE", orders + QStringLiteral("/a-7"), {}).status, 404);
        const std::vector<std::string> expected{"Admin deleted the order A-7 from the orders bot's table.",
                                                "Admin wrote the order A-7 into the orders bot's table.",
                                                "Admin wrote orders into the orders bot's table."};
        QCOMPARE(news(), expected);
    }

    void whatWasSetUpIsThereAfterARestart()
    {
        const Json before = m_admin->get(path(QStringLiteral("bots"))).json;
        m_desk.relay.kill();
        QVERIFY(m_desk.relay.start());
        QVERIFY(m_admin->get(path(QStringLiteral("bots"))).json == before);
        QByteArray why;
        QVERIFY2(m_desk.verified(why), why.constData());
    }
};

namespace {

Json badBots()
{
    return Json::parse(
        R"({"bots":[{"name":"A b","type":"faq"},{"name":"x","type":"oracle"},{"name":"hook","type":"webhook",
                "url":"ftp://h/","timeoutSeconds":99},{"name":"hook","type":"webhook","url":"http://u:p@h/"}],
                "lanes":{"info":"nobody","sales":"x"},"rules":[{"words":[]}],"enrichers":["x"],"enabled":1,
                "triageQuestions":0,"orders":{"url":"http://{order}.test/","paths":{"price":"a"}},"botz":[]})");
}

Json twoOrders()
{
    return Json::parse(R"({"items":[{"number":"#10 02","status":"paid","email":"a@b.c"},
                                                            {"number":"x-1","status":"shipped"}]})");
}

} // namespace

RELEVO_TEST(TestRelayBotRoutes)
#include "tst_relaybotroutes.moc"
