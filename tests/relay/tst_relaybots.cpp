#include "bots_fixture.h"
#include "support/test_main.h"

#include <bot/webhook_bot.h>

using namespace relevo;
using namespace relevo::test;

/// A project's bots against the real relay: customers on the web chat, a webhook of the project's own.
class TestRelayBots final : public BotsFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<DeskFixture>();
        m_server = std::make_unique<Server>();
        QVERIFY2(m_desk->start(1), m_desk->relay.errors().constData());
        QVERIFY(setUp());
    }
    void cleanup()
    {
        QByteArray why;
        QVERIFY2(m_desk->verified(why), why.constData());
        m_desk.reset();
    }

    void aWebhookAnswersAtOnce()
    {
        m_server->script(
            says(R"({"messages":["first","second"],"state":{"step":1},"contact":{"name":"Ana"}})"));
        m_server->script(
            says(R"({"messages":["third"],"handoff":{"reason":"wants a person","priority":"low"}})"));
        Customer ana = customer();
        ana.say("a question");
        QTRY_COMPARE(ana.heard(), (std::vector<std::string>{"first", "second"}));
        const Json told = asked(0);
        QCOMPARE(told.at("message"), "a question");
        QCOMPARE(told.at("sessionId"), ana.session.toStdString());
        QCOMPARE(told.at("lane"), "info");
        const QByteArray head = m_server->asked.front().head;
        const auto header = [&head](const QByteArray& name) {
            const qsizetype at = head.toLower().indexOf(name + ": ") + name.size() + 2;
            return head.mid(at, head.indexOf('\r', at) - at);
        };
        QCOMPARE(header("webhook-signature"), bot::webhookSignature(m_secret, header("webhook-id"),
                                                                    header("webhook-timestamp").toLongLong(),
                                                                    m_server->asked.front().body));
        ana.say("another");
        QTRY_COMPARE(ana.heard().size(), std::size_t(3));
        QCOMPARE(asked(1).at("state").at("step"), 1);
        QCOMPARE(asked(1).at("contact").at("name"), "Ana");
        QCOMPARE(asked(1).at("history").size(), std::size_t(3));
        const Json handoff = conversation(ana.session).at("handoff");
        QCOMPARE(handoff.at("trigger").at("reason"), "wants a person");
        QCOMPARE(handoff.at("priority"), "low");
        const Json record = turns(ana.session);
        QCOMPARE(record.size(), std::size_t(2));
        QCOMPARE(record.front().at("status"), "answered");
        QCOMPARE(record.front().at("bot"), "mine");
        QVERIFY(!record.front().at("reason").get<std::string>().empty());
    }

    void aFileWithoutWordsIsShown()
    {
        m_server->script(says(R"({"messages":["I see"]})"));
        m_server->script(says(R"({"messages":["thanks"]})"));
        Customer ana = customer();
        HttpCalls visitor(m_desk->relay.url(), ana.token);
        const HttpAnswer file = visitor.raw("POST", QStringLiteral("/api/visitor/attachments?name=bill.txt"),
                                            "5 EUR", {}, "application/octet-stream");
        QCOMPARE(file.status, 201);
        const std::string id = file.json.at("id");
        ana.socket->call("message.send",
                         {{"clientId", "file"}, {"content", ""}, {"attachments", Json::array({id})}});
        QTRY_COMPARE(ana.heard(), std::vector<std::string>{"I see"});
        QCOMPARE(asked(0).at("message"), "");
        const Json shown = asked(0).at("attachments").at(0);
        QCOMPARE(shown.at("name"), "bill.txt");
        QCOMPARE(shown.at("mime"), "text/plain");
        QCOMPARE(shown.at("size"), 5);
        QCOMPARE(program().get(QString::fromStdString(shown.at("url"))).body, QByteArray("5 EUR"));
        ana.say("there");
        QTRY_COMPARE(ana.heard().size(), std::size_t(2));
        QCOMPARE(asked(1).at("history").at(0).at("attachments").at(0).at("id"), id);
    }

    void aLaterAnswerIsTakenOnce()
    {
        m_server->script({202, {}, {}});
        Customer ana = customer();
        ana.say("a question");
        QTRY_COMPARE(newestStatus(ana.session), std::string("waiting"));
        const std::string turn = asked(0).at("turnId");
        QCOMPARE(later(ana, turn, {{"messages", 7}}).status, 422);
        const HttpAnswer first = later(ana, turn, {{"messages", {"here it is"}}});
        QCOMPARE(first.status, 200);
        QCOMPARE(first.json.at("messageIds").size(), std::size_t(1));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(later(ana, turn, {{"messages", {"and once more"}}}).status, 200);
        QTRY_COMPARE(ana.heard(), std::vector<std::string>{"here it is"});
        QCOMPARE(later(ana, "018f0000-0000-7000-8000-000000000000", {{"messages", {"x"}}}).status, 404);
        Customer bo = customer();
        m_server->script(says(R"({"messages":["hi"]})"));
        bo.say("hi");
        QTRY_COMPARE(bo.heard().size(), std::size_t(1));
        QCOMPARE(later(bo, turn, {{"messages", {"not yours"}}}).status, 404);
    }

    void noAnswerInTimeIsAFailure()
    {
        m_server->script({202, {}, {}});
        Customer ana = customer();
        ana.say("a question");
        QTRY_COMPARE_WITH_TIMEOUT(newestStatus(ana.session), std::string("failed"), 15'000);
        QTRY_VERIFY(
            conversation(ana.session).value("handoff", Json()).is_object()); // it is down, not at a loss
        QCOMPARE(later(ana, asked(0).at("turnId"), {{"messages", {"too late"}}}).status, 409);
        QVERIFY(ana.heard().empty());
    }

    void aBotThatIsDownHandsOffAtOnce()
    {
        for (int i = 0; i < 4; ++i)
            m_server->script({500, {}, {}});
        Customer ana = customer();
        ana.say("one");
        QTRY_VERIFY_WITH_TIMEOUT(conversation(ana.session).value("handoff", Json()).is_object(), 30'000);
        QCOMPARE(m_server->asked.size(), std::size_t(4)); // three retries
        const Json trigger = conversation(ana.session).at("handoff").at("trigger");
        QCOMPARE(trigger.at("type"), "failure");
        QCOMPARE(trigger.at("reason"), "The bot gave no answer.");
        QVERIFY(ana.heard().empty()); // nobody is asked to try again
        const Json record = turns(ana.session);
        QCOMPARE(record.front().at("attempts"), 4);
        QCOMPARE(record.front().at("status"), "failed");
        QVERIFY(record.front().at("error").get<std::string>().find("500") != std::string::npos);
    }

    void threeFailuresAndAHumanComes()
    {
        for (int i = 0; i < 3; ++i)
            m_server->script(says(R"({"failed":true})"));
        Customer ana = customer();
        for (const char* text : {"one", "two", "three"})
            ana.say(text);
        QTRY_COMPARE(m_server->asked.size(), std::size_t(3));
        QTRY_VERIFY(conversation(ana.session).value("handoff", Json()).is_object());
        QCOMPARE(conversation(ana.session).at("handoff").at("trigger").at("type"), "failure");
        QTRY_COMPARE(ana.heard().size(), std::size_t(3));
    }

    void aBotSaysWhomItsHandoffIsFor()
    {
        const Json team{{"name", "Refunds"}, {"members", Json::array()}};
        const HttpAnswer made = program().post(QStringLiteral("/api/teams"), team);
        QCOMPARE(made.status, 201);
        const std::string id = made.json.at("team").at("id");
        const Json handoff{{"reason", "a refund"}, {"skills", {"refunds"}}, {"teamId", id}};
        m_server->script(says(QByteArray::fromStdString(Json{{"handoff", handoff}}.dump())));
        Customer ana = customer();
        ana.say("money back");
        QTRY_VERIFY(conversation(ana.session).value("handoff", Json()).is_object());
        const Json asked = conversation(ana.session).at("handoff");
        QCOMPARE(asked.at("skills"), Json::array({"refunds"}));
        QCOMPARE(asked.at("teamId"), id);

        // A team there is not: the customer gets a human all the same, and the record says what was wrong.
        Json unknown = handoff;
        unknown["teamId"] = asked.at("id");
        m_server->script(says(QByteArray::fromStdString(Json{{"handoff", unknown}}.dump())));
        Customer bo = customer();
        bo.say("money back");
        QTRY_VERIFY(conversation(bo.session).value("handoff", Json()).is_object());
        QVERIFY(!conversation(bo.session).at("handoff").contains("teamId"));
        QVERIFY(turns(bo.session).front().at("error").get<std::string>().find("teamId") != std::string::npos);
    }

    void oneTurnAtATimeInOrder()
    {
        m_server->script(hanging());
        Customer ana = customer();
        for (const char* text : {"1", "2", "3"})
            ana.say(text);
        Customer bo = customer(); // waits for nobody else's
        m_server->script(says(R"({"messages":["four"]})"));
        QTRY_COMPARE(m_server->asked.size(), std::size_t(1));
        bo.say("4");
        // Bo, who wrote last, has been asked about; Ana's others wait for her first.
        QTRY_COMPARE(m_server->asked.size(), std::size_t(2));
        QCOMPARE(asked(1).at("message"), "4");
        QTRY_COMPARE(bo.heard(), std::vector<std::string>{"four"});
        m_server->script(says(R"({"messages":["two"]})"));
        m_server->script(says(R"({"messages":["three"]})"));
        QVERIFY(m_server->release(says(R"({"messages":["one"]})")));
        QTRY_COMPARE(ana.heard(), (std::vector<std::string>{"one", "two", "three"}));
        QCOMPARE(asked(3).at("message"), "3");
    }

    void aClaimInTheMiddleWins()
    {
        m_server->script(hanging());
        Customer ana = customer();
        ana.say("a question");
        QTRY_COMPARE(m_server->asked.size(), std::size_t(1));
        const HttpAnswer handoff =
            program().post(QStringLiteral("/api/handoff/initiate"),
                           {{"sessionId", ana.session.toStdString()}, {"triggerType", "manual"}});
        const QString id = QString::fromStdString(handoff.json.at("handoffId"));
        HttpCalls agent(m_desk->relay.url(), m_desk->tokens.front());
        QCOMPARE(agent.post(QStringLiteral("/api/handoff/%1/claim").arg(id), Json::object()).status, 200);
        (void)m_server->release(says(R"({"messages":["the bot speaks over the human"]})"));
        QTRY_COMPARE(newestStatus(ana.session), std::string("dropped"));
        QCOMPARE(later(ana, asked(0).at("turnId"), {{"messages", {"nor later"}}}).status, 409);
        // While the human has it, nobody asks the bot.
        ana.say("are you there?");
        QTRY_COMPARE(conversation(ana.session).at("lastMessage").at("content"), "are you there?");
        QCOMPARE(m_server->asked.size(), std::size_t(1));
        QVERIFY(ana.heard().empty());
        m_server->script(says(R"({"messages":["back again"]})"));
        QCOMPARE(
            agent.post(QStringLiteral("/api/handoff/%1/resolve").arg(id), {{"handBackToBot", true}}).status,
            200);
        ana.say("and now?");
        QTRY_COMPARE(ana.heard(), std::vector<std::string>{"back again"});
    }

    void aSwitchedOffBotIsSilentWhileAnEnricherGoesOn()
    {
        Server crm;
        crm.script(says(R"({"messages":["never said"],"contact":{"attributes":{"plan":"gold"}}})"));
        QVERIFY(setUp(
            {{"bots",
              {{{"name", "mine"}, {"type", "webhook"}, {"url", m_server->url().toString().toStdString()}},
               {{"name", "crm"}, {"type", "webhook"}, {"url", crm.url().toString().toStdString()}}}},
             {"enrichers", {"crm"}}}));
        m_server->script(hanging());
        Customer ana = customer();
        ana.say("a question");
        QTRY_COMPARE(m_server->asked.size(), std::size_t(1));
        const QString path = QStringLiteral("/api/conversations/%1/bot").arg(ana.session);
        QCOMPARE(program().put(path, {{"of", false}}).status, 422);
        QCOMPARE(program().put(path, {{"on", false}}).status, 200);
        (void)m_server->release(says(R"({"messages":["thought before the switch"]})"));
        QTRY_COMPARE(newestStatus(ana.session), std::string("dropped"));
        crm.script(says(R"({"contact":{"email":"ana@shop.test"}})"));
        ana.say("hello?");
        QTRY_COMPARE(conversation(ana.session).at("contact").value("email", ""), "ana@shop.test");
        QCOMPARE(conversation(ana.session).at("contact").at("attributes").at("plan"), "gold");
        QCOMPARE(conversation(ana.session).at("control"), "human"); // to a bot at the door: stay silent
        QCOMPARE(m_server->asked.size(), std::size_t(1));
        for (const char* answer : {R"({"messages":["to the question"]})", R"({"messages":["to the hello"]})",
                                   R"({"messages":["and now"]})"})
            m_server->script(says(answer));
        QCOMPARE(program().put(path, {{"on", true}}).status, 200);
        // What came meanwhile is answered, each once and in its order.
        QTRY_COMPARE(ana.heard(), (std::vector<std::string>{"to the question", "to the hello"}));
        ana.say("and now?");
        QTRY_COMPARE(ana.heard().size(), std::size_t(3));
        QCOMPARE(m_server->asked.size(), std::size_t(4));
        QCOMPARE(crm.asked.size(), std::size_t(3));
    }

    void offAndOnInTheMiddleLosesNothing()
    {
        m_server->script(hanging());
        Customer ana = customer();
        ana.say("first");
        ana.say("second");
        QTRY_COMPARE(m_server->asked.size(), std::size_t(1));
        QTRY_COMPARE(conversation(ana.session).at("lastMessage").at("content"), "second");
        const QString path = QStringLiteral("/api/conversations/%1/bot").arg(ana.session);
        m_server->script(says(R"({"messages":["to the first"]})"));
        m_server->script(says(R"({"messages":["to the second"]})"));
        QCOMPARE(program().put(path, {{"on", false}}).status, 200);
        QCOMPARE(program().put(path, {{"on", true}}).status, 200);
        (void)m_server->release(says(R"({"messages":["thought before the switch"]})"));
        QTRY_COMPARE(ana.heard(), (std::vector<std::string>{"to the first", "to the second"}));
        QCOMPARE(asked(1).at("turnId"), asked(0).at("turnId"));
        const auto settled = [&] {
            const Json all = turns(ana.session);
            return all.size() == 2 && all[0].at("status") == "answered" && all[1].at("status") == "answered";
        };
        QTRY_VERIFY(settled());
        // Switched once more, also over a restart, there is nothing left to answer.
        QCOMPARE(program().put(path, {{"on", false}}).status, 200);
        m_desk->relay.kill();
        QVERIFY(m_desk->relay.start());
        QCOMPARE(program().put(path, {{"on", true}}).status, 200);
        m_server->script(says(R"({"messages":["to somebody else"]})"));
        Customer bo = customer();
        bo.say("third");
        QTRY_COMPARE(bo.heard().size(), std::size_t(1));
        QCOMPARE(m_server->asked.size(), std::size_t(4));
    }

    void offAndOnInAnAgentsTimeAnswersNothing()
    {
        m_server->script(hanging());
        Customer ana = customer();
        ana.say("a question");
        QTRY_COMPARE(m_server->asked.size(), std::size_t(1));
        const QString path = QStringLiteral("/api/conversations/%1/bot").arg(ana.session);
        QCOMPARE(program().put(path, {{"on", false}}).status, 200);
        QTRY_COMPARE(newestStatus(ana.session), std::string("dropped"));
        const HttpAnswer handoff =
            program().post(QStringLiteral("/api/handoff/initiate"),
                           {{"sessionId", ana.session.toStdString()}, {"triggerType", "manual"}});
        const QString id = QString::fromStdString(handoff.json.at("handoffId"));
        HttpCalls agent(m_desk->relay.url(), m_desk->tokens.front());
        QCOMPARE(agent.post(QStringLiteral("/api/handoff/%1/claim").arg(id), Json::object()).status, 200);
        QCOMPARE(agent.put(path, {{"on", true}}).status, 200);
        QCOMPARE(
            agent.post(QStringLiteral("/api/handoff/%1/resolve").arg(id), {{"handBackToBot", true}}).status,
            200);
        m_server->script(says(R"({"messages":["back again"]})"));
        ana.say("and now?");
        QTRY_COMPARE(ana.heard(), std::vector<std::string>{"back again"});
        QCOMPARE(asked(1).at("message"), "and now?");
        QCOMPARE(turns(ana.session).size(), std::size_t(2));
    }

    void aRestartInTheMiddleAsksAgain()
    {
        m_server->script(hanging());
        Customer ana = customer();
        ana.say("first");
        ana.say("second");
        QTRY_COMPARE(m_server->asked.size(), std::size_t(1));
        QTRY_COMPARE(conversation(ana.session).at("lastMessage").at("content"), "second");
        QTRY_COMPARE(newestStatus(ana.session), std::string("running"));
        const std::string turn = asked(0).at("turnId");
        m_desk->relay.kill();
        m_server->script(says(R"({"messages":["to the first"]})"));
        m_server->script(says(R"({"messages":["to the second"]})"));
        QVERIFY(m_desk->relay.start());
        QTRY_COMPARE_WITH_TIMEOUT(m_server->asked.size(), std::size_t(3), 10'000);
        QCOMPARE(asked(1).at("turnId"), turn);
        QTRY_COMPARE(turns(ana.session).size(), std::size_t(2));
        QTRY_COMPARE(newestStatus(ana.session), std::string("answered"));
        // Once more: nothing is answered twice.
        m_desk->relay.kill();
        QVERIFY(m_desk->relay.start());
        m_server->script(says(R"({"messages":["to somebody else"]})"));
        Customer bo = customer();
        bo.say("third");
        QTRY_COMPARE(bo.heard().size(), std::size_t(1));
        QCOMPARE(m_server->asked.size(), std::size_t(4));
        QCOMPARE(asked(3).at("message"), "third");
        QCOMPARE(conversation(ana.session).at("lastMessage").at("content"), "to the second");
    }

    void aLaterAnswerComesAfterARestart()
    {
        m_server->script({202, {}, {}});
        Customer ana = customer();
        ana.say("a question");
        QTRY_COMPARE(newestStatus(ana.session), std::string("waiting"));
        m_desk->relay.kill();
        QVERIFY(m_desk->relay.start());
        HttpAnswer answer;
        QTRY_VERIFY((answer = later(ana, asked(0).at("turnId"), {{"messages", {"still good"}}})).status !=
                    503);
        QCOMPARE(answer.status, 200);
        QCOMPARE(conversation(ana.session).at("lastMessage").at("content"), "still good");
        QCOMPARE(m_server->asked.size(), std::size_t(1));
    }

    void theBuiltInBotsShareAConversation()
    {
        QVERIFY(setUp({{"lanes", {{"info", "faq"}, {"commerce", "orders"}, {"support", "triage"}}}}));
        const QString orders = QStringLiteral("/api/projects/%1/orders").arg(m_desk->relay.projectId);
        QCOMPARE(
            program()
                .post(orders,
                      {{"items", {{{"number", "10022"}, {"status", "paid"}, {"email", "ana@shop.test"}}}}})
                .status,
            200);
        Customer ana = customer("es");
        const auto answers = [&ana](const char* text, const char* part) {
            const std::size_t before = ana.heard().size();
            ana.say(text);
            const bool came = QTest::qWaitFor([&] { return ana.heard().size() > before; }, 10'000);
            const bool fits = came && ana.heard().back().find(part) != std::string::npos;
            if (!fits)
                qWarning("%s -> %s", text, came ? ana.heard().back().c_str() : "nothing");
            return fits;
        };
        QVERIFY(answers("¿Cuál es el horario?", "a cualquier hora"));
        QVERIFY(answers("Quiero cancelar mi pedido 10022", "correo"));
        QVERIFY(answers("ana@shop.test", "¿Cancelo el pedido 10022?"));
        QVERIFY(answers("sí", "está cancelado"));
        QCOMPARE(program().get(orders + QStringLiteral("/10022")).json.at("status"), "cancelled");
        QVERIFY(answers("La lámpara del pedido 10021 llegó rota", "¿Cómo te llamas"));
        QVERIFY(answers("Me llamo Ana Torres, ana@shop.test", "Gracias"));
        QTRY_VERIFY(conversation(ana.session).value("handoff", Json()).is_object());
        QTRY_VERIFY(conversation(ana.session).at("handoff").contains("summary"));
        const Json handoff = conversation(ana.session).at("handoff");
        const std::string reason = handoff.at("trigger").at("reason");
        for (const char* fact : {"10021", "Ana Torres", "ana@shop.test", "rota"})
            QVERIFY2(reason.find(fact) != std::string::npos, reason.c_str());
        const std::string facts = handoff.at("summary").at("facts").dump();
        QVERIFY2(facts.find("10021") != std::string::npos, facts.c_str());
        QCOMPARE(handoff.at("summary").at("customer").at("email"), "ana@shop.test");
        std::vector<std::string> lanes;
        for (const Json& turn : turns(ana.session))
            lanes.insert(lanes.begin(),
                         turn.at("lane").get<std::string>() + " " + turn.at("decidedBy").get<std::string>());
        QCOMPARE(lanes, (std::vector<std::string>{"info rule", "commerce rule", "commerce question",
                                                  "commerce question", "support rule", "support question"}));
    }
};

RELEVO_TEST(TestRelayBots)
#include "tst_relaybots.moc"
