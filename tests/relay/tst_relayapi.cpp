#include "http_calls.h"
#include "relay_process.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

using namespace relevo::test;

class TestRelayApi final : public QObject
{
    Q_OBJECT

private:
    RelayProcess m_relay;
    std::unique_ptr<HttpCalls> m_bot;
    std::unique_ptr<HttpCalls> m_ana;
    std::unique_ptr<HttpCalls> m_luis;

    static QString messages(const QString& session)
    {
        return QStringLiteral("/api/conversations/%1/messages").arg(session);
    }
    HttpAnswer say(const QString& session, const char* author, const char* content)
    {
        return m_bot->post(messages(session), {{"author", author}, {"content", content}});
    }
    QString handoffOf(const QString& session)
    {
        const HttpAnswer answer =
            m_bot->post(QStringLiteral("/api/handoff/initiate"),
                        {{"sessionId", session.toStdString()}, {"triggerType", "manual"}});
        return answer.json.is_object() ? QString::fromStdString(answer.json.value("handoffId", ""))
                                       : QString();
    }
    static QString act(const QString& handoff, const char* what)
    {
        return QStringLiteral("/api/handoff/%1/%2").arg(handoff, QString::fromLatin1(what));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_relay.start(), m_relay.errors().constData());
        // Made while the relay serves: it must notice by itself.
        QVERIFY(m_relay.createProject());
        QVERIFY(!m_relay.createAgent(QStringLiteral("ana@shop.test"), QStringLiteral("Ana")).isEmpty());
        QVERIFY(!m_relay.createAgent(QStringLiteral("luis@shop.test"), QStringLiteral("Luis")).isEmpty());
        QVERIFY(
            !m_relay
                 .createAgent(QStringLiteral("eva@shop.test"), QStringLiteral("Eva"), QStringLiteral("admin"))
                 .isEmpty());
        m_bot = std::make_unique<HttpCalls>(m_relay.url(), m_relay.apiKey);
        m_ana = std::make_unique<HttpCalls>(m_relay.url());
        m_luis = std::make_unique<HttpCalls>(m_relay.url());
        QVERIFY(m_ana->login(QStringLiteral("ana@shop.test"), QString::fromLatin1(RelayProcess::password)));
        QVERIFY(m_luis->login(QStringLiteral("luis@shop.test"), QString::fromLatin1(RelayProcess::password)));
    }

    void settingsAreAnAdminsMatter()
    {
        const QString path = QStringLiteral("/api/projects/%1/handoff-settings").arg(m_relay.projectId);
        QCOMPARE(m_bot->get(path).code(), "forbidden");
        QCOMPARE(m_ana->get(path).code(), "forbidden");
        QCOMPARE(m_ana->put(path, {{"enabled", false}}).code(), "forbidden");
        QCOMPARE(HttpCalls(m_relay.url()).get(path).code(), "unauthorized");
        HttpCalls admin(m_relay.url());
        QVERIFY(admin.login(QStringLiteral("eva@shop.test"), QString::fromLatin1(RelayProcess::password)));
        QCOMPARE(
            admin.get(QStringLiteral("/api/projects/01890000-0000-7000-8000-000000000000/handoff-settings"))
                .code(),
            "not_found");
        HttpAnswer settings = admin.get(path);
        QCOMPARE(settings.status, 200);
        QCOMPARE(settings.json.at("acceptSeconds").get<int>(), 30);
        QVERIFY(settings.json.at("businessHours").is_null());

        const HttpAnswer refused =
            admin.put(path, {{"acceptSeconds", 1}, {"routing", "any"}, {"graceMinutes", 7}});
        QCOMPARE(refused.status, 422);
        QCOMPARE(refused.code(), "invalid");
        QCOMPARE(refused.json.at("errors").size(), std::size_t{2});
        QCOMPARE(refused.json.at("errors").at(0).at("field").get<std::string>(), "routing");
        QCOMPARE(admin.get(path).json, settings.json);

        const HttpAnswer changed =
            admin.put(path, {{"escalationKeywords", {"gerente"}}, {"graceMinutes", 7}});
        QCOMPARE(changed.status, 200);
        settings.json["escalationKeywords"] = {"gerente"};
        settings.json["graceMinutes"] = 7;
        QCOMPARE(changed.json, settings.json);
        QCOMPARE(admin.get(path).json, settings.json);
        // What it changes holds at once.
        const HttpAnswer keyword = say(QStringLiteral("keyword"), "customer", "el Gérente por favor");
        QVERIFY(keyword.json.at("handoff").is_object());
        QCOMPARE(
            admin.put(path, {{"escalationKeywords", {"human", "agent", "person", "support", "help"}}}).status,
            200);
    }

    void aConversationIsHandedOverAndBack()
    {
        const QString session = QStringLiteral("main-job");
        const HttpAnswer first = say(session, "customer", "Hello, my parcel 4711 has not come");
        QCOMPARE(first.status, 201);
        QCOMPARE(first.json.at("control").get<std::string>(), "bot");
        QVERIFY(first.json.at("handoff").is_null());
        QCOMPARE(say(session, "bot", "Let me look that up.").status, 201);
        const HttpAnswer wish = say(session, "customer", "I want to talk to a human");
        QCOMPARE(wish.status, 201);
        QVERIFY(wish.json.at("handoff").is_object());
        QCOMPARE(wish.json.at("handoff").at("trigger").at("type").get<std::string>(), "keyword");
        const QString handoff = QString::fromStdString(wish.json.at("handoff").at("id").get<std::string>());

        const HttpAnswer pending = m_ana->get(QStringLiteral("/api/handoff/pending"));
        QCOMPARE(pending.status, 200);
        QVERIFY(!pending.json.at("items").empty());
        QCOMPARE(pending.json.at("items").at(0).at("priority").get<std::string>(), "urgent");

        QCOMPARE(m_ana->post(act(handoff, "message"), {{"content", "too early"}}).code(), "stale_control");
        const HttpAnswer claim = m_ana->post(act(handoff, "claim"), Json::object());
        QCOMPARE(claim.status, 200);
        QCOMPARE(claim.json.at("success").get<bool>(), true);
        QVERIFY(claim.json.at("epoch").get<int>() > 1);
        const HttpAnswer lost = m_luis->post(act(handoff, "claim"), Json::object());
        QCOMPARE(lost.status, 409);
        QCOMPARE(lost.code(), "already_claimed");
        QCOMPARE(lost.json.at("holder").at("name").get<std::string>(), "Ana");

        const HttpAnswer silenced = say(session, "bot", "I could also …");
        QCOMPARE(silenced.status, 409);
        QCOMPARE(silenced.code(), "stale_control");
        QCOMPARE(m_luis->post(act(handoff, "message"), {{"content", "me too"}}).code(), "stale_control");
        QCOMPARE(m_ana->post(act(handoff, "message"), {{"content", "old"}, {"epoch", 1}}).code(),
                 "stale_control");
        QCOMPARE(m_ana->post(act(handoff, "message"), {{"content", "Hi, I am Ana."}}).status, 200);
        QCOMPARE(say(session, "customer", "Great").json.at("control").get<std::string>(), "human");

        const HttpAnswer one = m_ana->get(QStringLiteral("/api/handoff/%1").arg(handoff));
        QCOMPARE(one.json.at("status").get<std::string>(), "active");
        // It is made beside the conversation and may come a moment later.
        QTRY_VERIFY(m_ana->get(QStringLiteral("/api/handoff/") + handoff).json.contains("summary"));
        QVERIFY(one.json.at("messages").size() >= 6);
        QCOMPARE(m_luis->post(act(handoff, "resolve"), Json::object()).code(), "forbidden");
        QCOMPARE(
            m_ana->post(act(handoff, "resolve"), {{"notes", "Sent again"}, {"handBackToBot", true}}).status,
            200);
        QCOMPARE(m_ana->post(act(handoff, "resolve"), Json::object()).code(), "conflict");
        QCOMPARE(say(session, "bot", "I am back.").status, 201);

        const HttpAnswer all = m_bot->get(messages(session));
        QCOMPARE(all.status, 200);
        qint64 last = 0;
        for (const Json& message : all.json.at("items")) {
            QVERIFY(message.at("seq").get<qint64>() > last);
            last = message.at("seq").get<qint64>();
        }
        QCOMPARE(
            m_bot->get(messages(session) + QStringLiteral("?after=%1").arg(last)).json.at("items").size(),
            0U);
        QCOMPARE(
            m_bot->get(QStringLiteral("/api/conversations/") + session).json.at("control").get<std::string>(),
            "bot");
    }

    void aRepeatGetsTheFirstAnswer()
    {
        const QString session = QStringLiteral("repeat");
        const Json body{{"author", "customer"}, {"content", "once"}};
        const HttpAnswer first = m_bot->post(messages(session), body, "key-1");
        const HttpAnswer again = m_bot->post(messages(session), body, "key-1");
        QCOMPARE(first.status, 201);
        QCOMPARE(again.status, 201);
        QVERIFY(first.json == again.json);
        const Json external{{"author", "customer"}, {"content", "twice"}, {"externalId", "ext-1"}};
        QVERIFY(m_bot->post(messages(session), external).json ==
                m_bot->post(messages(session), external).json);
        QCOMPARE(m_bot->get(messages(session)).json.at("items").size(), 2U);
        const QString handoff = handoffOf(session);
        QCOMPARE(handoffOf(session), handoff);
        const HttpAnswer claim = m_ana->post(act(handoff, "claim"), Json::object(), "claim-1");
        QVERIFY(m_ana->post(act(handoff, "claim"), Json::object(), "claim-1").json == claim.json);
        QCOMPARE(m_ana->post(act(handoff, "claim"), Json::object()).code(), "already_claimed");
    }

    void threeFailuresHandOff()
    {
        const QString session = QStringLiteral("failures");
        QCOMPARE(say(session, "customer", "blargh").status, 201);
        const Json failed{{"author", "bot"}, {"content", "I did not get that."}, {"botFailed", true}};
        QVERIFY(m_bot->post(messages(session), failed).json.at("handoff").is_null());
        QVERIFY(m_bot->post(messages(session), failed).json.at("handoff").is_null());
        const HttpAnswer third = m_bot->post(messages(session), failed);
        QCOMPARE(third.json.at("handoff").at("trigger").at("type").get<std::string>(), "failure");
    }

    void aBotThatSaysItIsLostHasFailed()
    {
        const QString session = QStringLiteral("lost");
        QCOMPARE(say(session, "customer", "blargh").status, 201);
        QVERIFY(say(session, "bot", "Sorry, I don't understand.").json.at("handoff").is_null());
        QVERIFY(say(session, "bot", "I'm sorry, I did not get that.").json.at("handoff").is_null());
        const HttpAnswer third = say(session, "bot", "I don't have an answer to that.");
        QCOMPARE(third.json.at("handoff").at("trigger").at("type").get<std::string>(), "failure");
    }

    void aClosedConversationOpensAgain()
    {
        const QString session = QStringLiteral("again");
        const std::string conversation = say(session, "customer", "hi").json.at("conversationId");
        const QString handoff = handoffOf(session);
        QCOMPARE(m_ana->post(act(handoff, "claim"), Json::object()).status, 200);
        QCOMPARE(m_ana->post(act(handoff, "resolve"), Json::object()).status, 200);
        QCOMPARE(
            m_bot->get(QStringLiteral("/api/conversations/") + session).json.at("status").get<std::string>(),
            "closed");
        QCOMPARE(say(session, "bot", "still there?").code(), "stale_control");
        const HttpAnswer back = say(session, "customer", "one more thing");
        QCOMPARE(back.status, 201);
        QCOMPARE(back.json.at("conversationId").get<std::string>(), conversation);
        QCOMPARE(back.json.at("control").get<std::string>(), "bot");
    }

    void aProgramMayActForItsOwnAgents()
    {
        const QString session = QStringLiteral("external");
        (void)say(session, "customer", "hi");
        const QString handoff = handoffOf(session);
        QCOMPARE(m_bot->post(act(handoff, "claim"), {{"agentName", "Outside Ola"}}).status, 200);
        const HttpAnswer lost = m_bot->post(act(handoff, "claim"), {{"agentName", "Outside Otto"}});
        QCOMPARE(lost.status, 409);
        QCOMPARE(lost.json.at("holder").at("name").get<std::string>(), "Outside Ola");
        QCOMPARE(m_bot->post(act(handoff, "message"), {{"content", "Hello"}, {"senderName", "Outside Ola"}})
                     .status,
                 200);
        QCOMPARE(m_bot->post(act(handoff, "resolve"), {{"handBackToBot", true}}).status, 200);
    }

    void badInputIsRefusedWithAReason_data()
    {
        QTest::addColumn<QByteArray>("verb");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QString post = messages(QStringLiteral("bad"));
        QTest::newRow("broken JSON") << QByteArray("POST") << post << QByteArray("{\"author\":") << 400;
        QTest::newRow("bad UTF-8") << QByteArray("POST") << post
                                   << QByteArray("{\"author\":\"customer\",\"content\":\"\xff\xfe\"}") << 400;
        QTest::newRow("deep") << QByteArray("POST") << post << QByteArray(5000, '[') << 400;
        QTest::newRow("an array") << QByteArray("POST") << post << QByteArray("[]") << 400;
        QTest::newRow("no author") << QByteArray("POST") << post << QByteArray("{\"content\":\"x\"}") << 422;
        QTest::newRow("bad author") << QByteArray("POST") << post
                                    << QByteArray("{\"author\":\"agent\",\"content\":\"x\"}") << 422;
        QTest::newRow("empty content")
            << QByteArray("POST") << post << QByteArray("{\"author\":\"bot\",\"content\":\"\"}") << 422;
        QTest::newRow("long content")
            << QByteArray("POST") << post
            << "{\"author\":\"bot\",\"content\":\"" + QByteArray(40'000, 'x') + "\"}" << 422;
        QTest::newRow("no such handoff")
            << QByteArray("POST") << QStringLiteral("/api/handoff/nonsense/claim") << QByteArray("{}") << 404;
        QTest::newRow("unknown handoff")
            << QByteArray("GET") << QStringLiteral("/api/handoff/01890000-0000-7000-8000-000000000000")
            << QByteArray() << 404;
        QTest::newRow("unknown session")
            << QByteArray("GET") << QStringLiteral("/api/conversations/nobody") << QByteArray() << 404;
        QTest::newRow("initiate for nobody")
            << QByteArray("POST") << QStringLiteral("/api/handoff/initiate")
            << QByteArray("{\"sessionId\":\"nobody\",\"triggerType\":\"manual\"}") << 404;
        QTest::newRow("bad trigger") << QByteArray("POST") << QStringLiteral("/api/handoff/initiate")
                                     << QByteArray("{\"sessionId\":\"main-job\",\"triggerType\":\"whim\"}")
                                     << 422;
        QTest::newRow("bad after") << QByteArray("GET")
                                   << messages(QStringLiteral("main-job")) + QStringLiteral("?after=x")
                                   << QByteArray() << 422;
        QTest::newRow("no route") << QByteArray("GET") << QStringLiteral("/api/nothing") << QByteArray()
                                  << 404;
        QTest::newRow("no method") << QByteArray("DELETE") << QStringLiteral("/api/handoff/pending")
                                   << QByteArray() << 405;
        QTest::newRow("me without an agent")
            << QByteArray("GET") << QStringLiteral("/api/auth/me") << QByteArray() << 403;
        QTest::newRow("too large") << QByteArray("POST") << post << QByteArray(1'100'000, 'x') << 413;
    }
    void badInputIsRefusedWithAReason()
    {
        QFETCH(QByteArray, verb);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        const HttpAnswer answer = m_bot->raw(verb, path, body);
        QCOMPARE(answer.status, status);
        QVERIFY2(answer.headers.value("content-type").startsWith("application/problem+json"),
                 answer.body.constData());
        QVERIFY(!answer.code().empty());
        QVERIFY(!answer.json.value("title", "").empty());
        QCOMPARE(answer.json.value("status", 0), status);
    }

    void whoAsksIsChecked()
    {
        HttpCalls nobody(m_relay.url());
        QCOMPARE(nobody.get(QStringLiteral("/api/handoff/pending")).status, 401);
        HttpCalls wrong(m_relay.url(), "rk_nonsense");
        QCOMPARE(wrong.get(QStringLiteral("/api/handoff/pending")).code(), "unauthorized");
        QCOMPARE(m_ana->post(messages(QStringLiteral("x")), {{"author", "bot"}, {"content", "x"}}).status,
                 403);
        QCOMPARE(m_ana->get(QStringLiteral("/api/auth/me")).json.at("agent").at("name").get<std::string>(),
                 "Ana");
        QCOMPARE(m_ana->put(QStringLiteral("/api/agents/me/availability"), {{"state", "available"}}).status,
                 200);
        QCOMPARE(m_ana->put(QStringLiteral("/api/agents/me/availability"), {{"state", "asleep"}}).status,
                 422);
        const HttpAnswer agents = m_ana->get(QStringLiteral("/api/agents"));
        QCOMPARE(agents.json.at("items").size(), 3U);

        HttpCalls brief(m_relay.url());
        QVERIFY(brief.login(QStringLiteral("luis@shop.test"), QString::fromLatin1(RelayProcess::password)));
        QCOMPARE(brief.get(QStringLiteral("/api/auth/me")).status, 200);
        QCOMPARE(brief.post(QStringLiteral("/api/auth/logout"), Json::object()).status, 200);
        QCOMPARE(brief.get(QStringLiteral("/api/auth/me")).status, 401);
    }

    void projectsAreKeptApart()
    {
        const RelayProcess::Ran other = m_relay.run({QStringLiteral("project"), QStringLiteral("create"),
                                                     QStringLiteral("--name"), QStringLiteral("Other")});
        HttpCalls stranger(m_relay.url(), QByteArray::fromStdString(other.json.at("apiKey")));
        QCOMPARE(stranger.get(QStringLiteral("/api/conversations/main-job")).status, 404);
        QCOMPARE(stranger.get(QStringLiteral("/api/handoff/pending")).json.at("items").size(), 0U);
        const QString handoff = handoffOf(QStringLiteral("failures"));
        QCOMPARE(stranger.get(QStringLiteral("/api/handoff/") + handoff).status, 404);
        QCOMPARE(stranger.post(act(handoff, "claim"), {{"agentName", "Thief"}}).status, 404);
    }

    void aKeyIsForOneRequest()
    {
        const QString path = QStringLiteral("/api/conversations/key-reuse/messages");
        const Json body{{"author", "customer"}, {"content", "first"}};
        const HttpAnswer first = m_bot->post(path, body, "reused-key");
        QCOMPARE(first.status, 201);
        QCOMPARE(m_bot->post(path, body, "reused-key").json, first.json);
        // Not the first one's answer: that would be a message lost without a word.
        const HttpAnswer other =
            m_bot->post(path, {{"author", "customer"}, {"content", "second"}}, "reused-key");
        QCOMPARE(other.status, 422);
        QCOMPARE(other.code(), "invalid");
        const Json stored = m_bot->get(QStringLiteral("/api/conversations/key-reuse/messages")).json;
        QCOMPARE(stored.at("items").size(), 1U);
    }

    void anEarlierHandoffIsOver()
    {
        const QString session = QStringLiteral("earlier-handoff");
        (void)say(session, "customer", "I want to talk to a human");
        const QString earlier = handoffOf(session);
        QCOMPARE(m_ana->post(act(earlier, "claim"), Json::object()).status, 200);
        QCOMPARE(m_ana->post(act(earlier, "resolve"), {{"handBackToBot", true}}).status, 200);
        (void)say(session, "customer", "I want to talk to a human again");
        QVERIFY(handoffOf(session) != earlier);
        QCOMPARE(m_ana->post(act(earlier, "message"), {{"content", "late"}}).code(), "stale_control");
        QCOMPARE(m_ana->post(act(earlier, "claim"), Json::object()).code(), "conflict");
        QCOMPARE(m_ana->post(act(earlier, "resolve"), Json::object()).code(), "conflict");
    }

    void everyProblemHasADetail()
    {
        const HttpAnswer wrong = m_bot->raw("POST", QStringLiteral("/api/handoff/initiate"), "[]");
        QCOMPARE(wrong.status, 400);
        for (const char* field : {"type", "title", "status", "detail", "code"})
            QVERIFY2(wrong.json.contains(field), field);
    }

    void guessingPasswordsIsSlowedDown()
    {
        const Json wrong{{"email", "nobody@shop.test"}, {"password", "guess guess"}};
        HttpCalls guesser(m_relay.url());
        for (int i = 0; i < 5; ++i)
            QCOMPARE(guesser.post(QStringLiteral("/api/auth/login"), wrong).status, 401);
        const HttpAnswer slowed = guesser.post(QStringLiteral("/api/auth/login"), wrong);
        QCOMPARE(slowed.status, 429);
        QVERIFY(slowed.headers.value("retry-after").toInt() > 0);
    }

    void theDescriptionNamesEveryRoute()
    {
        HttpCalls anybody(m_relay.url());
        QCOMPARE(anybody.get(QStringLiteral("/healthz")).status, 200);
        QCOMPARE(anybody.get(QStringLiteral("/readyz")).status, 200);
        const HttpAnswer api = anybody.get(QStringLiteral("/api/openapi.json"));
        QCOMPARE(api.status, 200);
        QCOMPARE(api.json.at("openapi").get<std::string>(), "3.1.0");
        for (const auto& [path, verbs] : api.json.at("paths").items()) {
            QString concrete = QString::fromStdString(path);
            concrete.replace(QStringLiteral("{sessionId}"), QStringLiteral("main-job"));
            concrete.replace(QStringLiteral("{projectKey}"), m_relay.projectId);
            concrete.replace(QStringLiteral("{id}"), QStringLiteral("01890000-0000-7000-8000-000000000000"));
            for (const auto& [verb, description] : verbs.items()) {
                const HttpAnswer answer =
                    anybody.raw(QByteArray::fromStdString(verb).toUpper(), concrete, "{}");
                const bool open = description.at("security").empty();
                QVERIFY2(answer.status != 404 && answer.status != 405, qPrintable(concrete));
                QVERIFY2(open || answer.status == 401, qPrintable(concrete + QString::number(answer.status)));
            }
        }
        QCOMPARE(anybody.get(QStringLiteral("/chat/") + m_relay.projectId)
                     .headers.contains("content-security-policy"),
                 true);
        QCOMPARE(anybody.get(QStringLiteral("/chat/nothing")).status, 404);
        // The page for the invited runs its own script and nothing else.
        const HttpAnswer join = anybody.get(QStringLiteral("/join"));
        QCOMPARE(join.status, 200);
        const qsizetype from = join.body.indexOf("<script>") + 8;
        const QByteArray script = join.body.mid(from, join.body.indexOf("</script>") - from);
        QVERIFY(script.size() > 100);
        const QByteArray hash = QCryptographicHash::hash(script, QCryptographicHash::Sha256).toBase64();
        QVERIFY(join.headers.value("content-security-policy").contains("'sha256-" + hash + '\''));
    }

    void cleanupTestCase()
    {
        QCOMPARE(m_relay.terminate(), 0);
        const RelayProcess::Ran verified = m_relay.run({QStringLiteral("verify")});
        QVERIFY2(verified.exitCode == 0, verified.errors.constData());
    }
};

RELEVO_TEST(TestRelayApi)

#include "tst_relayapi.moc"
