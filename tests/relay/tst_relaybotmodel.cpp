#include "bots_fixture.h"
#include "support/test_main.h"

using namespace relevo;
using namespace relevo::test;
using assist::chat;

/// What bots leave to others, against the real relay: a language model that places messages, and a shop that
/// cancels orders.
class TestRelayBotModel final : public BotsFixture
{
    Q_OBJECT

private:
    std::unique_ptr<Server> m_model;

    /// The lanes as a shop has them; the built-in FAQ is off, so that "hm" fits no rule.
    bool threeLanes(const Json& more = Json::object())
    {
        Json bots{{"lanes", {{"info", "faq"}, {"commerce", "orders"}, {"support", "mine"}}},
                  {"builtInFaq", false}};
        bots.update(more);
        return setUp(bots);
    }
    [[nodiscard]] bool startWithModel()
    {
        m_desk->relay.options = {QStringLiteral("--model-url"),
                                 m_model->url().toString(),
                                 QStringLiteral("--model-name"),
                                 QStringLiteral("small-1"),
                                 QStringLiteral("--model-timeout-seconds"),
                                 QStringLiteral("4")};
        return m_desk->start(1);
    }
    Json newest(const QString& session)
    {
        const Json all = turns(session);
        return all.empty() ? Json::object() : all.front();
    }
    std::string reason(const QString& session) { return newest(session).value("reason", ""); }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<DeskFixture>();
        m_server = std::make_unique<Server>();
        m_model = std::make_unique<Server>();
        QVERIFY2(startWithModel(), m_desk->relay.errors().constData());
        QVERIFY(threeLanes());
    }
    void cleanup()
    {
        QByteArray why;
        QVERIFY2(m_desk->verified(why), why.constData());
        m_desk.reset();
        m_server.reset();
        m_model.reset();
    }

    void decidesWhatTheRulesDoNot()
    {
        m_model->script({200, chat(R"({"lane":"support"})"), {}});
        m_server->script(says(R"({"messages":["I see to it"]})"));
        Customer ana = customer();
        ana.say("it makes a strange hum, write to ana@home.test");
        QTRY_COMPARE(ana.heard(), std::vector<std::string>{"I see to it"});
        QCOMPARE(asked(0).at("lane"), "support");
        const Json turn = newest(ana.session);
        QCOMPARE(turn.at("decidedBy"), "model");
        QCOMPARE(turn.at("reason"), "model small-1: it is for support");
        QVERIFY(!m_model->asked.front().body.contains("ana@home.test"));
        // What a rule decides is not asked.
        ana.say("where is my order?");
        QTRY_COMPARE(ana.heard().size(), std::size_t(2));
        QCOMPARE(m_model->asked.size(), std::size_t(1));
        // Nor anything where the project does not want it.
        QVERIFY(threeLanes({{"askModel", false}}));
        Customer bo = customer();
        bo.say("hm");
        QTRY_COMPARE(bo.heard().size(), std::size_t(1));
        QCOMPARE(newest(bo.session).at("decidedBy"), "default");
        QCOMPARE(m_model->asked.size(), std::size_t(1));
    }

    void whateverItDoesTheRulesStand_data()
    {
        QTest::addColumn<QByteArray>("answer"); // empty: it hangs
        QTest::addColumn<int>("status");
        QTest::newRow("none") << chat(R"({"lane":"none"})") << 200;
        QTest::newRow("garbage") << QByteArray("<html>") << 200;
        QTest::newRow("a bot nobody has") << chat(R"({"lane":"refunds"})") << 200;
        QTest::newRow("refusal") << QByteArray("{}") << 401;
        QTest::newRow("silence") << QByteArray() << 0;
    }
    void whateverItDoesTheRulesStand()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const int, status);
        m_model->script(status > 0 ? Server::Scripted{status, answer, {}} : hanging());
        Customer ana = customer();
        ana.say("hm");
        QTRY_COMPARE_WITH_TIMEOUT(ana.heard().size(), std::size_t(1), 10'000);
        const Json turn = newest(ana.session);
        QCOMPARE(turn.at("decidedBy"), "default");
        QCOMPARE(turn.at("lane"), "info");
        QVERIFY(reason(ana.session).find("small-1") != std::string::npos);
        QCOMPARE(m_model->asked.size(), std::size_t(1));
    }

    void laterMessagesWaitForIt()
    {
        m_model->script(hanging());
        Customer ana = customer();
        ana.say("hm");
        QTRY_COMPARE(m_model->asked.size(), std::size_t(1));
        ana.say("where is my order?");
        QTRY_COMPARE(conversation(ana.session).at("lastMessage").at("content"), "where is my order?");
        QVERIFY(ana.heard().empty());
        m_server->script(says(R"({"messages":["the first"]})"));
        QVERIFY(m_model->release({200, chat(R"({"lane":"support"})"), {}}));
        QTRY_COMPARE(ana.heard().size(), std::size_t(2));
        QCOMPARE(ana.heard().front(), "the first");
    }

    void aClaimMeanwhileWins()
    {
        m_model->script(hanging());
        Customer ana = customer();
        ana.say("hm");
        QTRY_COMPARE(m_model->asked.size(), std::size_t(1));
        const HttpAnswer handoff =
            program().post(QStringLiteral("/api/handoff/initiate"),
                           {{"sessionId", ana.session.toStdString()}, {"triggerType", "manual"}});
        HttpCalls agent(m_desk->relay.url(), m_desk->tokens.front());
        QCOMPARE(agent
                     .post(QStringLiteral("/api/handoff/%1/claim")
                               .arg(QString::fromStdString(handoff.json.at("handoffId"))),
                           Json::object())
                     .status,
                 200);
        QTRY_COMPARE(newestStatus(ana.session), std::string("dropped"));
        QCOMPARE(newest(ana.session).at("decidedBy"), "default");
        (void)m_model->release({200, chat(R"({"lane":"support"})"), {}});
        // Whoever writes next is answered; of the first nothing came out.
        Customer bo = customer();
        m_model->script({200, chat(R"({"lane":"support"})"), {}});
        m_server->script(says(R"({"messages":["to bo"]})"));
        bo.say("hm");
        QTRY_COMPARE(bo.heard().size(), std::size_t(1));
        QVERIFY(ana.heard().empty());
        QCOMPARE(m_server->asked.size(), std::size_t(1));
        QCOMPARE(newestStatus(ana.session), std::string("dropped"));
    }

    void aRestartMeanwhileAsksItAgain()
    {
        m_model->script(hanging());
        Customer ana = customer();
        ana.say("hm");
        QTRY_COMPARE(m_model->asked.size(), std::size_t(1));
        m_desk->relay.kill();
        m_model->script({200, chat(R"({"lane":"support"})"), {}});
        m_server->script(says(R"({"messages":["after all"]})"));
        QVERIFY(m_desk->relay.start());
        QTRY_COMPARE_WITH_TIMEOUT(conversation(ana.session).at("lastMessage").at("content"), "after all",
                                  10'000);
        QCOMPARE(newest(ana.session).at("decidedBy"), "model");
    }
};

RELEVO_TEST(TestRelayBotModel)
#include "tst_relaybotmodel.moc"
