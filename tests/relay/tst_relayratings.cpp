#include "desk_fixture.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;
using Json = nlohmann::json;

/// How customers rate what was resolved, on every way to the real relay: by a message, by a program, in the
/// web chat; over a relay that is killed; and what the reports make of it.
class TestRelayRatings final : public QObject
{
    Q_OBJECT

private:
    DeskFixture m_desk;
    std::unique_ptr<HttpCalls> m_admin;

    HttpAnswer say(const QString& session, const char* text, const QByteArray& id = {})
    {
        Json body{{"author", "customer"}, {"content", text}};
        if (!id.isEmpty())
            body["externalId"] = id.toStdString();
        return m_desk.bot().post(QStringLiteral("/api/conversations/%1/messages").arg(session), body);
    }
    Json messages(const QString& session)
    {
        return m_desk.bot()
            .get(QStringLiteral("/api/conversations/%1/messages?limit=200").arg(session))
            .json.at("items");
    }
    static QString path(const std::string& handoff, const char* verb)
    {
        return QStringLiteral("/api/handoff/%1/%2").arg(QString::fromStdString(handoff), QLatin1String(verb));
    }
    std::string ask(const QString& session)
    {
        const HttpAnswer asked =
            m_desk.bot().post(QStringLiteral("/api/handoff/initiate"),
                              {{"sessionId", session.toStdString()}, {"triggerType", "manual"}});
        const std::string handoff = asked.json.value("handoffId", "");
        (void)m_desk.bot().post(path(handoff, "claim"), {{"agentName", "Bo"}});
        (void)m_desk.bot().post(path(handoff, "message"), {{"content", "hello"}});
        return handoff;
    }
    int resolve(const std::string& handoff, const Json& body = Json::object())
    {
        return m_desk.bot().post(path(handoff, "resolve"), body).status;
    }
    Json handoff(const std::string& id)
    {
        return m_desk.bot().get(QStringLiteral("/api/handoff/") + QString::fromStdString(id)).json;
    }
    Json report(const char* name)
    {
        return m_desk.bot().get(QStringLiteral("/api/reports/") + QLatin1String(name)).json;
    }
    bool settings(const Json& fields)
    {
        return m_admin
                   ->put(QStringLiteral("/api/projects/%1/handoff-settings").arg(m_desk.relay.projectId),
                         fields)
                   .status == 200;
    }
    /// A browser that has said hello.
    std::unique_ptr<WsClient> browser(Json& hello, const std::string& token = {})
    {
        auto client = std::make_unique<WsClient>();
        client->keepNotifications(true);
        client->open(m_desk.relay.socketUrl(QStringLiteral("/ws/visitor")));
        if (!QTest::qWaitFor([&] { return client->isOpen(); }))
            return nullptr;
        Json params{{"projectKey", m_desk.relay.projectId.toStdString()}, {"language", "en"}};
        if (!token.empty())
            params["visitorToken"] = token;
        hello = client->callAndWait("hello", params).value("result", Json());
        return hello.is_object() ? std::move(client) : nullptr;
    }
    static std::string errorOf(const Json& answer)
    {
        return answer.contains("error") ? answer.at("error").at("data").value("code", "") : std::string();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_desk.start(1), m_desk.relay.errors().constData());
        QVERIFY(
            !m_desk.relay
                 .createAgent(QStringLiteral("eva@shop.test"), QStringLiteral("Eva"), QStringLiteral("admin"))
                 .isEmpty());
        m_admin = std::make_unique<HttpCalls>(m_desk.relay.url());
        QVERIFY(m_admin->login(QStringLiteral("eva@shop.test"), QString::fromLatin1(RelayProcess::password)));
        QVERIFY(m_desk.connectClients(2));
        QVERIFY(settings({{"csatEnabled", true},
                          {"sla",
                           {{"policies",
                             {{{"name", "all"},
                               {"firstResponseMinutes", 5},
                               {"nextResponseMinutes", 5},
                               {"resolutionMinutes", 60},
                               {"businessTime", false}}}}}}}));
    }

    void aMessageRatesAndOpensNothing()
    {
        const QString session = QStringLiteral("by message");
        QCOMPARE(say(session, "where is it").status, 201);
        const std::string id = ask(session);
        QCOMPARE(resolve(id), 200);
        QCOMPARE(messages(session).back().at("kind"), "csat");
        const HttpAnswer rated = say(session, "4/5", "m-1");
        QCOMPARE(rated.status, 201);
        QCOMPARE(rated.json.at("rating"), (Json{{"handoffId", id}, {"score", 4}}));
        QVERIFY(rated.json.at("handoff").is_null());
        QCOMPARE(say(session, "4/5", "m-1").body, rated.body);
        const Json all = messages(session);
        QCOMPARE(all.back().at("kind"), "csat_thanks");
        QCOMPARE(all.at(all.size() - 2).at("kind"), "rating");
        QCOMPARE(handoff(id).at("rating").at("score"), 4);
        const Json conversation = m_desk.bot().get(QStringLiteral("/api/conversations/%1").arg(session)).json;
        QCOMPARE(conversation.at("status"), "closed");
        // What comes then is said to the bot again.
        const HttpAnswer next = say(session, "I have another question");
        QVERIFY(!next.json.contains("rating"));
        QVERIFY(!say(session, "3").json.contains("rating"));
        QCOMPARE(handoff(id).at("rating").at("score"), 4);
        // A program may still correct it, although the conversation has gone on.
        QCOMPARE(
            m_desk.bot().post(path(id, "rating"), {{"score", 2}, {"comment", "on second thoughts"}}).status,
            200);
        QCOMPARE(handoff(id).at("rating").at("comment"), "on second thoughts");
    }

    void badRatingsAreRefused()
    {
        const QString session = QStringLiteral("bad");
        (void)say(session, "hi");
        const std::string id = ask(session);
        QCOMPARE(m_desk.bot().post(path(id, "rating"), {{"score", 5}}).code(), "conflict");
        QCOMPARE(resolve(id, {{"csat", false}}), 200);
        QCOMPARE(messages(session).back().at("kind"), "text");
        for (const Json& body :
             {Json{{"score", 0}}, Json{{"score", 6}}, Json{{"score", 4.5}}, Json{{"score", "5"}},
              Json::object(), Json{{"score", 5}, {"comment", std::string(5'000, 'x')}},
              Json{{"score", 5}, {"comment", 5}}}) {
            const HttpAnswer refused = m_desk.bot().post(path(id, "rating"), body);
            QCOMPARE(refused.status, 422);
            QVERIFY(!refused.json.value("field", "").empty());
        }
        QCOMPARE(m_admin->post(path(id, "rating"), {{"score", 5}}).code(), "forbidden");
        QCOMPARE(
            m_desk.bot().post(path("01890000-0000-7000-8000-000000000000", "rating"), {{"score", 5}}).status,
            404);
        for (const char* kind : {"csat", "rating", "csat_thanks"})
            QCOMPARE(m_desk.bot()
                         .post(QStringLiteral("/api/conversations/bad/messages"),
                               {{"author", "customer"}, {"content", "5"}, {"kind", kind}})
                         .status,
                     422);
        QVERIFY(!handoff(id).contains("rating"));
        QCOMPARE(m_desk.bot()
                     .post(QStringLiteral("/api/handoff/%1/resolve").arg(QString::fromStdString(id)),
                           {{"csat", "no"}})
                     .status,
                 422);
    }

    void anotherProjectsHandoffIsNotThere()
    {
        const QString session = QStringLiteral("mine");
        (void)say(session, "hi");
        const std::string id = ask(session);
        QCOMPARE(resolve(id), 200);
        const auto other = m_desk.relay.run({QStringLiteral("project"), QStringLiteral("create"),
                                             QStringLiteral("--name"), QStringLiteral("Other")});
        QCOMPARE(other.exitCode, 0);
        HttpCalls stranger(m_desk.relay.url(),
                           QByteArray::fromStdString(other.json.at("apiKey").get<std::string>()));
        QCOMPARE(stranger.post(path(id, "rating"), {{"score", 1}}).status, 404);
        QVERIFY(!handoff(id).contains("rating"));
    }

    void theBotIsNotWokenByARating()
    {
        Json hello;
        auto visitor = browser(hello);
        QVERIFY(visitor);
        const auto write = [&visitor](const char* id, const char* text) {
            return visitor->callAndWait("message.send", {{"clientId", id}, {"content", text}});
        };
        QVERIFY(write("1", "hello").contains("result"));
        const QString session =
            QStringLiteral("web:") + QString::fromStdString(hello.at("conversationId").get<std::string>());
        const std::string id = ask(session);
        QCOMPARE(resolve(id, {{"handBackToBot", true}}), 200);
        const Json rated = write("2", "five");
        QCOMPARE(rated.at("result").at("message").at("kind"), "rating");
        QVERIFY(write("3", "What are your opening hours?").contains("result"));
        QTRY_COMPARE(messages(session).back().at("author"), "bot");
        const Json turns =
            m_admin->get(QStringLiteral("/api/conversations/%1/turns").arg(session)).json.at("items");
        for (const Json& turn : turns)
            QVERIFY(turn.at("turnId") != rated.at("result").at("message").at("id"));
        QCOMPARE(handoff(id).at("rating").at("score"), 5);
    }

    void aVisitorRatesOverARelayThatWasKilled()
    {
        Json hello;
        auto visitor = browser(hello);
        QVERIFY(visitor);
        QVERIFY(hello.at("rating").is_null());
        const std::string token = hello.at("visitorToken");
        QVERIFY(visitor->callAndWait("message.send", {{"clientId", "1"}, {"content", "hello"}})
                    .contains("result"));
        const QString session =
            QStringLiteral("web:") + QString::fromStdString(hello.at("conversationId").get<std::string>());
        const std::string id = ask(session);
        const auto rate = [&visitor](const std::string& handoff, const Json& score) {
            return visitor->callAndWait("handoff.rate", {{"handoffId", handoff}, {"score", score}});
        };
        QCOMPARE(errorOf(rate(id, 5)), "conflict");
        QCOMPARE(resolve(id), 200);
        const auto told = [&visitor](const char* type) {
            for (const auto& [method, params] : visitor->notifications()) {
                if (method == "event" && params.at("type") == type)
                    return params.at("data").value("rating", Json());
            }
            return Json();
        };
        QTRY_COMPARE(told("handoff.resolved").value("handoffId", ""), id);
        QCOMPARE(errorOf(rate(id, 9)), "invalid");
        QCOMPARE(errorOf(rate("x", 5)), "invalid");

        Json other;
        auto stranger = browser(other);
        QVERIFY(stranger);
        QCOMPARE(errorOf(stranger->callAndWait("handoff.rate", {{"handoffId", id}, {"score", 1}})),
                 "not_found");

        m_desk.relay.kill();
        QVERIFY2(m_desk.relay.start(), m_desk.relay.errors().constData());
        visitor = browser(hello, token);
        QVERIFY(visitor);
        QCOMPARE(hello.at("rating").at("handoffId"), id);
        QVERIFY(!hello.at("rating").contains("score"));
        QVERIFY(rate(id, 3).contains("result"));
        QTRY_COMPARE(told("handoff.rated").value("score", 0), 3);
        // The customer goes on, somebody comes again, and the first one may still be rated.
        QVERIFY(visitor->callAndWait("message.send", {{"clientId", "2"}, {"content", "one more thing"}})
                    .contains("result"));
        const std::string next = ask(session);
        QVERIFY(next != id);
        QVERIFY(visitor
                    ->callAndWait("handoff.rate",
                                  {{"handoffId", id}, {"score", 4}, {"comment", "  kind \u2764 "}})
                    .contains("result"));
        QCOMPARE(handoff(id).at("rating").at("comment"), "kind \u2764");
        QVERIFY(!handoff(next).contains("rating"));
        QCOMPARE(handoff(next).at("status"), "active");
        visitor = browser(hello, token);
        QVERIFY(visitor);
        QCOMPARE(hello.at("rating").at("score"), 4);
        QCOMPARE(hello.at("handoff").at("status"), "active");
    }

    void reportsCountThem()
    {
        const Json summary = report("summary");
        const Json& csat = summary.at("csat");
        QCOMPARE(csat.at("asked"), 4);
        QCOMPARE(csat.at("answered"), 3);
        QCOMPARE(csat.at("satisfied"), 2);
        QCOMPARE(csat.at("distribution"), (Json{{"1", 0}, {"2", 1}, {"3", 0}, {"4", 1}, {"5", 1}}));
        QVERIFY(qAbs(csat.at("average").get<double>() - 11.0 / 3.0) < 1e-9);
        const Json& sla = summary.at("sla");
        QCOMPARE(sla.at("firstResponse"), (Json{{"met", 6}, {"breached", 0}}));
        QCOMPARE(sla.at("resolution"), (Json{{"met", 5}, {"breached", 0}}));
        QCOMPARE(sla.at("met"), 11);
        qint64 answered = 0;
        const Json channels = report("channels").at("items");
        for (const Json& item : channels)
            answered += item.at("csat").at("answered").get<qint64>();
        QCOMPARE(answered, 3);
        QCOMPARE(report("timeline").at("items").back().at("csat").at("answered"), 3);
        QCOMPARE(report("agents").at("items").at(0).at("csat").at("answered"), 3);
        const QByteArrayList csv =
            m_desk.bot().get(QStringLiteral("/api/reports/summary?format=csv")).body.split('\n');
        const QByteArrayList heads = csv.at(0).trimmed().split(',');
        const QByteArrayList cells = csv.at(1).trimmed().split(',');
        QCOMPARE(heads.size(), cells.size());
        QCOMPARE(cells.at(heads.indexOf("csatAnswered")), QByteArray("3"));
        QCOMPARE(cells.at(heads.indexOf("csat2")), QByteArray("1"));
        QCOMPARE(cells.at(heads.indexOf("slaFirstResponseMet")), QByteArray("6"));
        const QByteArray metrics = m_desk.bot().get(QStringLiteral("/metrics")).body;
        QVERIFY(metrics.contains("relevo_ratings_total{score=\"3\"} 1\n"));
        QVERIFY(metrics.contains("relevo_ratings_total{score=\"1\"} 0\n"));
    }

    void everybodyAgreesAndTheJournalIsSound()
    {
        m_desk.clients.clear();
        QVERIFY(m_desk.connectClients(2));
        QVERIFY(m_desk.everybodyAgrees());
        QCOMPARE(m_desk.faults(), 0);
        QByteArray why;
        QVERIFY2(m_desk.verified(why), why.constData());
    }
};

RELEVO_TEST(TestRelayRatings)
#include "tst_relayratings.moc"
