#include "../assist/model_server.h"
#include "http_calls.h"
#include "relay_process.h"
#include "support/test_main.h"
#include "ws_client.h"

#include <QtCore/QElapsedTimer>
#include <QtTest/QtTest>

#include <algorithm>

using namespace relevo;
using namespace relevo::test;
using assist::chat;
using assist::ModelServer;

namespace {

const QByteArray key = "sk-very-secret";

QByteArray streamed(const QByteArray& content, bool whole = true)
{
    const auto chunk = [](const QByteArray& piece) {
        return "data: " +
               QByteArray::fromStdString(
                   Json{{"choices", Json::array({Json{{"delta", {{"content", piece.toStdString()}}}}})}}
                       .dump()) +
               "\n\n";
    };
    const qsizetype half = content.size() / 2;
    return chunk(content.left(half)) + (whole ? chunk(content.mid(half)) + "data: [DONE]\n\n" : QByteArray());
}

/// What a model says about the conversation below: three true facts, and two of its own.
QByteArray goodSummary()
{
    return R"({"mainIssue":"The lamp of order LX-4711 arrived broken.","botTried":["asked for a photo"],
        "suggestedAction":"Send a new lamp.","openQuestion":"When does the new one come?","facts":[
        {"kind":"order","value":"LX-4711","message":1},{"kind":"amount","value":"$9,999","message":1},
        {"kind":"email","value":"<EMAIL_1>","message":1},{"kind":"order","value":"AB-0000","message":1}]})";
}

/// Answers each kind of question well.
ModelServer::Scripted wellAnswered(const ModelServer::Asked& asked)
{
    if (asked.body.contains("\"name\":\"replies\""))
        return {200, chat(R"({"replies":["First.","Second.","Third."]})"), {}};
    if (asked.body.contains("\"name\":\"summary\""))
        return {200, chat(goodSummary()), {}};
    return {200, chat(R"({"text":"In other words."})"), {}};
}

} // namespace

/// A real relay with a language model beside it, which does whatever such servers do.
class TestRelayModel final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ModelServer> m_model;
    std::unique_ptr<RelayProcess> m_relay;
    std::unique_ptr<HttpCalls> m_bot;

    [[nodiscard]] bool start(const QStringList& more = {})
    {
        m_relay = std::make_unique<RelayProcess>();
        m_relay->options = QStringList{QStringLiteral("--model-url"), m_model->url().toString(),
                                       QStringLiteral("--model-name"), QStringLiteral("small-1")} +
                           more;
        m_relay->environment = {QStringLiteral("RELEVO_MODEL_KEY=") + QString::fromLatin1(key)};
        if (!m_relay->start() || !m_relay->createProject())
            return false;
        m_bot = std::make_unique<HttpCalls>(m_relay->url(), m_relay->apiKey);
        return true;
    }
    int say(const QString& session, const char* author, const char* content)
    {
        return m_bot
            ->post(QStringLiteral("/api/conversations/%1/messages").arg(session),
                   {{"author", author}, {"content", content}, {"contact", {{"name", "Eva Ruiz"}}}})
            .status;
    }
    /// A conversation that ends in a handoff; its id.
    QString handedOff(const QString& session)
    {
        (void)say(session, "customer",
                  "My lamp from order LX-4711 arrived broken, write to eva@home.example or +34 600 123 456");
        (void)say(session, "bot", "I am sorry! Could you send a photo?");
        (void)say(session, "customer", "I am Eva. When does the new one come?");
        const HttpAnswer answer =
            m_bot->post(QStringLiteral("/api/handoff/initiate"),
                        {{"sessionId", session.toStdString()}, {"triggerType", "manual"}});
        return answer.json.is_object() ? QString::fromStdString(answer.json.value("handoffId", ""))
                                       : QString();
    }
    Json summaryOf(const QString& handoff)
    {
        const HttpAnswer answer = m_bot->get(QStringLiteral("/api/handoff/") + handoff);
        return answer.json.is_object() && answer.json.contains("summary") ? answer.json.at("summary")
                                                                          : Json::object();
    }
    std::string engineOf(const QString& handoff) { return summaryOf(handoff).value("engine", ""); }
    static QString act(const QString& handoff, const char* what)
    {
        return QStringLiteral("/api/handoff/%1/%2").arg(handoff, QString::fromLatin1(what));
    }
    [[nodiscard]] bool asked(const char* text) const
    {
        return std::ranges::any_of(m_model->asked,
                                   [text](const auto& one) { return one.body.contains(text); });
    }
    [[nodiscard]] bool verified() const { return m_relay->run({QStringLiteral("verify")}).exitCode == 0; }

private Q_SLOTS:
    void init() { m_model = std::make_unique<ModelServer>(); }
    void cleanup()
    {
        m_bot.reset();
        m_relay.reset();
        m_model.reset();
    }

    void itsSummaryReplacesTheRules_data()
    {
        QTest::addColumn<bool>("stream");
        QTest::newRow("whole") << false;
        QTest::newRow("streamed") << true;
    }
    void itsSummaryReplacesTheRules()
    {
        QFETCH(const bool, stream);
        const ModelServer::Scripted streaming{200, streamed(goodSummary()),
                                              "Content-Type: text/event-stream\r\n"};
        m_model->otherwise = [stream, streaming](const ModelServer::Asked& one) {
            return stream ? streaming : wellAnswered(one);
        };
        QVERIFY(start(
            {QStringLiteral("--model-stream"), stream ? QStringLiteral("true") : QStringLiteral("false")}));
        QVERIFY(!m_relay->createAgent(QStringLiteral("ana@shop.test"), QStringLiteral("Ana")).isEmpty());
        HttpCalls ana(m_relay->url());
        QVERIFY(ana.login(QStringLiteral("ana@shop.test"), QString::fromLatin1(RelayProcess::password)));
        WsClient desk;
        std::vector<domain::Summary> told;
        desk.onEvent = [&told](const domain::Event& event) {
            if (event.type == domain::EventType::SummaryReady)
                told.push_back(std::get<domain::Summary>(event.data));
        };
        desk.connectAgent(m_relay->socketUrl(QStringLiteral("/ws/agent")), ana.token());
        QTRY_VERIFY(desk.helloDone());

        const QString handoff = handedOff(QStringLiteral("lamp"));
        QTRY_COMPARE(told.size(), std::size_t(2));
        QCOMPARE(told[0].engine, QStringLiteral("offline"));
        QCOMPARE(told[1].engine, QStringLiteral("small-1"));
        QCOMPARE(told[1].mainIssue, QStringLiteral("The lamp of order LX-4711 arrived broken."));
        QCOMPARE(told[1].basedOnSeq, told[0].basedOnSeq);
        const Json summary = summaryOf(handoff);
        const std::string facts = summary.at("facts").dump();
        QVERIFY2(facts.find("LX-4711") != std::string::npos &&
                     facts.find("eva@home.example") != std::string::npos &&
                     facts.find("600 123 456") != std::string::npos,
                 facts.c_str());
        // Not in the conversation, whoever says it.
        QVERIFY2(facts.find("9,999") == std::string::npos && facts.find("AB-0000") == std::string::npos,
                 facts.c_str());
        QCOMPARE(summary.at("sentiment").size(), 2U);
        // What left the machine.
        QVERIFY(!m_model->asked.empty());
        for (const auto& one : m_model->asked) {
            QVERIFY(one.head.contains("Bearer " + key));
            QVERIFY(!one.body.contains(key));
            for (const char* personal : {"Eva", "Ruiz", "eva@", "600 123", "123456"})
                QVERIFY2(!one.body.contains(personal), one.body.constData());
        }
        QVERIFY(asked("arrived broken"));
        QVERIFY(verified());
        QVERIFY(!m_relay->log().contains(key) && !m_relay->log().contains("broken"));
    }

    void whateverItDoesNobodyWaits_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QByteArray>("reason"); // in the log
        const auto row = [](const char* what, const char* reason) {
            QTest::newRow(what) << QString::fromLatin1(what) << QByteArray(reason);
        };
        row("500", "cannot be reached or failed");
        row("401", "refused the key");
        row("hangs", "did not answer in time");
        row("refused connection", "cannot be reached or failed");
        row("broken JSON", "did not answer in JSON");
        row("half a stream", "broke off");
        row("other shape", "another shape");
        row("refusal", "refused to answer");
        row("429 for long", "fewer questions");
        row("closed in the middle", "cannot be reached or failed");
    }
    void whateverItDoesNobodyWaits()
    {
        QFETCH(const QString, what);
        QFETCH(const QByteArray, reason);
        ModelServer::Scripted answer{200, {}, {}};
        if (what == QLatin1String("500"))
            answer.status = 500;
        else if (what == QLatin1String("401"))
            answer.status = 401;
        else if (what == QLatin1String("hangs"))
            answer.hangs = true;
        else if (what == QLatin1String("broken JSON"))
            answer.body = chat("{\"mainIssue\":\"The lamp");
        else if (what == QLatin1String("half a stream"))
            answer = {200, streamed(goodSummary(), false), "Content-Type: text/event-stream\r\n"};
        else if (what == QLatin1String("other shape"))
            answer.body = chat(R"({"summary":"A lamp broke","replies":["one"]})");
        else if (what == QLatin1String("refusal"))
            answer.body = R"({"choices":[{"message":{"refusal":"I cannot help with the broken lamp"}}]})";
        else if (what == QLatin1String("429 for long"))
            answer = {429, {}, "Retry-After: 3600\r\n"};
        else if (what == QLatin1String("closed in the middle"))
            answer = {200, chat(goodSummary()).left(100), {}, false, true};
        m_model->otherwise = [answer](const ModelServer::Asked&) {
            return answer;
        };
        QVERIFY(start({QStringLiteral("--model-timeout-seconds"), QStringLiteral("3")}));
        if (what == QLatin1String("refused connection"))
            m_model->close();

        const QString handoff = handedOff(QStringLiteral("lamp"));
        QTRY_COMPARE(engineOf(handoff), std::string("offline"));
        // Also what an agent asks for comes, by rule.
        const HttpAnswer suggestions = m_bot->post(act(handoff, "suggestions"), Json::object());
        QCOMPARE(suggestions.status, 200);
        QCOMPARE(suggestions.json.at("engine").get<std::string>(), "offline");
        QCOMPARE(suggestions.json.at("suggestions").size(), 3U);
        const HttpAnswer rewritten =
            m_bot->post(QStringLiteral("/api/assist/rewrite"),
                        {{"text", "your lamp is on its way"}, {"style", "friendlier"}});
        QCOMPARE(rewritten.json.at("engine").get<std::string>(), "offline");
        QCOMPARE(
            m_bot->post(QStringLiteral("/api/assist/rewrite"), {{"text", "x"}, {"style", "formal"}}).code(),
            "unavailable");
        QTRY_VERIFY2(m_relay->log().contains("gave no summary") && m_relay->log().contains(reason),
                     m_relay->log().constData());
        QCOMPARE(engineOf(handoff), std::string("offline"));
        // The reason, and nothing of what was said.
        for (const char* content : {"lamp", "LX-4711", "eva@", "sk-very"})
            QVERIFY2(!m_relay->log().contains(content), content);
        QVERIFY(verified());
    }

    void aShortRetryAfterIsWaitedFor()
    {
        m_model->script({429, {}, "Retry-After: 1\r\n"});
        m_model->otherwise = wellAnswered;
        QVERIFY(start());
        QElapsedTimer timer;
        timer.start();
        const QString handoff = handedOff(QStringLiteral("lamp"));
        QTRY_COMPARE(engineOf(handoff), std::string("small-1"));
        QVERIFY(timer.elapsed() >= 1'000);
        QCOMPARE(m_model->asked.size(), std::size_t(2));
    }

    void agentsAskForDrafts()
    {
        m_model->otherwise = wellAnswered;
        QVERIFY(start());
        QVERIFY(!m_relay->createAgent(QStringLiteral("ana@shop.test"), QStringLiteral("Ana")).isEmpty());
        HttpCalls ana(m_relay->url());
        QVERIFY(ana.login(QStringLiteral("ana@shop.test"), QString::fromLatin1(RelayProcess::password)));
        WsClient desk;
        desk.connectAgent(m_relay->socketUrl(QStringLiteral("/ws/agent")), ana.token());
        QTRY_VERIFY(desk.helloDone());
        const QString handoff = handedOff(QStringLiteral("lamp"));
        QTRY_COMPARE(engineOf(handoff), std::string("small-1"));
        const Json before = m_bot->get(QStringLiteral("/api/handoff/") + handoff).json;

        const Json suggested = desk.callAndWait("assist.suggest", {{"handoffId", handoff.toStdString()}});
        QCOMPARE(suggested.at("result").at("suggestions"), (Json{"First.", "Second.", "Third."}));
        QCOMPARE(suggested.at("result").at("engine").get<std::string>(), "small-1");
        QCOMPARE(suggested.at("result").at("generated").get<bool>(), true);
        QCOMPARE(ana.post(act(handoff, "suggestions"), Json::object()).json, suggested.at("result"));
        const Json note = desk.callAndWait("assist.closingNote", {{"handoffId", handoff.toStdString()},
                                                                  {"done", "Sent a new lamp to Eva."}});
        QCOMPARE(note.at("result").at("note").get<std::string>(), "In other words.");
        QCOMPARE(ana.post(act(handoff, "closing-note"), {{"done", "Sent it."}})
                     .json.at("engine")
                     .get<std::string>(),
                 "small-1");
        const Json rewritten =
            desk.callAndWait("assist.rewrite", {{"text", "Dear Eva Ruiz, it is on its way."},
                                                {"style", "translate"},
                                                {"language", "pt"},
                                                {"handoffId", handoff.toStdString()}});
        QCOMPARE(rewritten.at("result").at("text").get<std::string>(), "In other words.");
        QVERIFY(asked("Portuguese") && asked("Sent a new lamp") && !asked("Eva"));
        // Nothing of it was sent or written down.
        const Json after = m_bot->get(QStringLiteral("/api/handoff/") + handoff).json;
        QCOMPARE(after, before);

        const auto code = [&desk](const char* method, const Json& params) {
            const Json answer = desk.callAndWait(method, params);
            return answer.contains("error") ? answer.at("error").at("data").value("code", "") : std::string();
        };
        QCOMPARE(code("assist.rewrite", {{"text", "x"}, {"style", "rude"}}), "invalid");
        QCOMPARE(code("assist.rewrite", {{"text", "x"}, {"style", "translate"}}), "invalid");
        QCOMPARE(code("assist.rewrite", {{"text", "  "}, {"style", "shorter"}}), "invalid");
        QCOMPARE(code("assist.suggest", {{"handoffId", "nonsense"}}), "invalid");
        QCOMPARE(code("assist.suggest", {{"handoffId", "01890000-0000-7000-8000-000000000000"}}),
                 "not_found");
        QCOMPARE(HttpCalls(m_relay->url()).post(act(handoff, "suggestions"), Json::object()).code(),
                 "unauthorized");
        QCOMPARE(ana.post(act(QStringLiteral("x"), "suggestions"), Json::object()).code(), "not_found");
        QCOMPARE(ana.post(QStringLiteral("/api/assist/rewrite"),
                          {{"text", std::string(9'000, 'x')}, {"style", "shorter"}})
                     .code(),
                 "invalid");
    }

    void oneCallerCannotAskForEverything()
    {
        m_model->otherwise = [](const ModelServer::Asked&) {
            return ModelServer::Scripted{200, {}, {}, true};
        };
        QVERIFY(start({QStringLiteral("--model-timeout-seconds"), QStringLiteral("2")}));
        const QString handoff = handedOff(QStringLiteral("lamp"));
        int limited = 0;
        int drafted = 0;
        for (int i = 0; i < 10; ++i) {
            m_bot->postAsync(act(handoff, "suggestions"), Json::object(), {}, [&](const HttpAnswer& answer) {
                limited += answer.status == 429 && answer.headers.contains("retry-after") ? 1 : 0;
                drafted += answer.status == 200 ? 1 : 0;
            });
        }
        QTRY_COMPARE_WITH_TIMEOUT(limited + drafted, 10, 20'000);
        QVERIFY2(drafted >= 4 && limited >= 1, qPrintable(QString::number(drafted)));
        QCOMPARE(m_bot->post(act(handoff, "suggestions"), Json::object()).status, 200);
    }

    void aStaleSummaryIsMadeAnew_data()
    {
        QTest::addColumn<bool>("withModel");
        QTest::newRow("rules") << false;
        QTest::newRow("model") << true;
    }
    void aStaleSummaryIsMadeAnew()
    {
        QFETCH(const bool, withModel);
        m_model->otherwise = wellAnswered;
        QVERIFY(start());
        if (!withModel) {
            QCOMPARE(m_relay->terminate(), 0);
            m_relay->options.clear();
            QVERIFY(m_relay->start());
        }
        const std::string engine = withModel ? "small-1" : "offline";
        const QString handoff = handedOff(QStringLiteral("lamp"));
        QTRY_COMPARE(engineOf(handoff), engine);
        const Json first = summaryOf(handoff);
        // Nothing new was said: nothing is written.
        HttpAnswer refreshed = m_bot->post(act(handoff, "summary"), Json::object());
        QCOMPARE(refreshed.status, 200);
        QCOMPARE(refreshed.json.at("summary"), first);
        QCOMPARE(refreshed.json.at("pending").get<bool>(), false);

        QCOMPARE(say(QStringLiteral("lamp"), "customer", "The invoice number is INV-2026-0815 by the way"),
                 201);
        refreshed = m_bot->post(act(handoff, "summary"), Json::object(), "refresh-1");
        QCOMPARE(refreshed.status, 200);
        QCOMPARE(refreshed.json.at("pending").get<bool>(), withModel);
        QCOMPARE(refreshed.json.at("summary").at("engine").get<std::string>(), "offline");
        QVERIFY(refreshed.json.at("summary").at("basedOnSeq") > first.at("basedOnSeq"));
        QVERIFY(refreshed.json.at("summary").at("facts").dump().find("INV-2026-0815") != std::string::npos);
        QTRY_COMPARE(engineOf(handoff), engine);
        QCOMPARE(summaryOf(handoff).at("basedOnSeq"), refreshed.json.at("summary").at("basedOnSeq"));
        QVERIFY(verified());

        QCOMPARE(m_bot->post(act(handoff, "claim"), {{"agentName", "Ana"}}).status, 200);
        QCOMPARE(m_bot->post(act(handoff, "resolve"), Json::object()).status, 200);
        const std::string over = m_bot->post(act(handoff, "summary"), Json::object()).code();
        QVERIFY2(over == "conflict" || over == "not_found", over.c_str());
        QCOMPARE(
            m_bot
                ->post(act(QStringLiteral("01890000-0000-7000-8000-000000000000"), "summary"), Json::object())
                .code(),
            "not_found");
        // A note is still wanted when it is over.
        QCOMPARE(
            m_bot->post(act(handoff, "closing-note"), Json::object()).json.at("engine").get<std::string>(),
            engine);
    }

    void withoutAModelTheRulesSayWhatTheyCannot()
    {
        QVERIFY(start());
        QCOMPARE(m_relay->terminate(), 0);
        m_relay->options.clear();
        QVERIFY(m_relay->start());
        const QString path = QStringLiteral("/api/assist/rewrite");
        const HttpAnswer translated =
            m_bot->post(path, {{"text", "Hello"}, {"style", "translate"}, {"language", "es"}});
        QCOMPARE(translated.status, 503);
        QCOMPARE(translated.code(), "unavailable");
        QVERIFY(translated.json.at("detail").get<std::string>().find("--model-url") != std::string::npos);
        const HttpAnswer brief =
            m_bot->post(path, {{"text", "Thank you for contacting us. Your lamp comes on Friday."},
                               {"style", "shorter"}});
        QCOMPARE(brief.json.at("text").get<std::string>(), "Your lamp comes on Friday.");
        QCOMPARE(brief.json.at("engine").get<std::string>(), "offline");
        QVERIFY(m_model->asked.empty());
    }

    void projectsAreKeptApart()
    {
        m_model->otherwise = wellAnswered;
        QVERIFY(start());
        const RelayProcess::Ran other = m_relay->run({QStringLiteral("project"), QStringLiteral("create"),
                                                      QStringLiteral("--name"), QStringLiteral("Other")});
        const QString handoff = handedOff(QStringLiteral("same-session"));
        QTRY_COMPARE(engineOf(handoff), std::string("small-1"));
        m_model->asked.clear();
        HttpCalls stranger(m_relay->url(), QByteArray::fromStdString(other.json.at("apiKey")));
        for (const char* what : {"suggestions", "closing-note", "summary"})
            QCOMPARE(stranger.post(act(handoff, what), Json::object()).code(), "not_found");
        QVERIFY(m_model->asked.empty());
        m_bot =
            std::make_unique<HttpCalls>(m_relay->url(), QByteArray::fromStdString(other.json.at("apiKey")));
        (void)say(QStringLiteral("same-session"), "customer", "The violin has no strings");
        const std::string theirs = m_bot
                                       ->post(QStringLiteral("/api/handoff/initiate"),
                                              {{"sessionId", "same-session"}, {"triggerType", "manual"}})
                                       .json.at("handoffId");
        QTRY_COMPARE(engineOf(QString::fromStdString(theirs)), std::string("small-1"));
        QVERIFY(asked("violin") && !asked("broken"));
        // What it said of order LX-4711 is true only over there.
        QVERIFY(summaryOf(QString::fromStdString(theirs)).dump().find("LX-4711") == std::string::npos);
        QVERIFY(verified());
    }

    void whoStillWaitsIsSummedUpAfterARestart()
    {
        m_model->otherwise = [](const ModelServer::Asked&) {
            return ModelServer::Scripted{200, {}, {}, true};
        };
        QVERIFY(start());
        const QString handoff = handedOff(QStringLiteral("lamp"));
        QTRY_COMPARE(engineOf(handoff), std::string("offline"));
        QTRY_VERIFY(!m_model->asked.empty());
        m_relay->kill(); // in the middle of the question
        m_model->otherwise = wellAnswered;
        QVERIFY(m_relay->start());
        QTRY_COMPARE(engineOf(handoff), std::string("small-1"));
        QVERIFY(verified());
    }
};

RELEVO_TEST(TestRelayModel)

#include "tst_relaymodel.moc"
