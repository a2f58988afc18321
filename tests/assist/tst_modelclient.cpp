#include "model_server.h"
#include "support/test_main.h"

#include <assist/model_client.h>

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkProxy>
#include <QtTest/QtTest>

#include <algorithm>
#include <memory>

using namespace relevo;
using namespace relevo::assist;

namespace {

QByteArray chunk(const QByteArray& piece)
{
    const QJsonObject delta{{QStringLiteral("content"), QString::fromUtf8(piece)}};
    const QJsonObject whole{
        {QStringLiteral("choices"), QJsonArray{QJsonObject{{QStringLiteral("delta"), delta}}}}};
    return "data: " + QJsonDocument(whole).toJson(QJsonDocument::Compact) + "\n\n";
}

} // namespace

class TestModelClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void asksAndAnswers();
    void theAddress_data();
    void theAddress();
    void streams();
    void aStreamThatBreaksOffIsAskedAgain();
    void aServerThatDoesNotStream();
    void triesAgain_data();
    void triesAgain();
    void retryAfterIsHonoured();
    void retryAfterPastTheTimeLimit();
    void attemptsAreBounded();
    void refusedKey();
    void redirectionsAreNotFollowed();
    void simplerFormats();
    void timesOut();
    void brokenAnswers_data();
    void brokenAnswers();
    void tooLarge();
    void tooMany();
    void aFailingServerIsLeftAlone();
    void aLongRetryAfterIsHeeded();
    void refusals();
    void nobodyIsCalledAfterTheEnd();
    void theKeyIsNowhereElse();

private:
    ModelOptions options(const QString& path = {}) const { return optionsFor(m_server->url(path)); }
    ModelClient& client(const ModelOptions& options)
    {
        m_client = std::make_unique<ModelClient>(*m_network, options, m_clock, [] { return 0.5; });
        return *m_client;
    }
    void ask(ModelClient& client)
    {
        client.ask({QStringLiteral("Say it."), QStringLiteral("text"), QStringLiteral("it"),
                    QJsonObject{{QStringLiteral("type"), QStringLiteral("object")}}},
                   this, [this](const Result<QJsonObject>& answer) { m_answers.push_back(answer); });
    }
    QJsonObject askedBody(std::size_t i) const
    {
        return QJsonDocument::fromJson(m_server->asked.at(i).body).object();
    }

    StoppedClock m_clock;
    std::unique_ptr<ModelServer> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<ModelClient> m_client;
    std::vector<Result<QJsonObject>> m_answers;
};

void TestModelClient::init()
{
    m_clock.at = milliseconds(0);
    m_server = std::make_unique<ModelServer>();
    m_network = std::make_unique<QNetworkAccessManager>();
    m_network->setProxy(QNetworkProxy::NoProxy);
}

void TestModelClient::cleanup()
{
    m_client.reset();
    m_network.reset();
    m_server.reset();
    m_answers.clear();
}

void TestModelClient::asksAndAnswers()
{
    m_server->script({200, chat("{\"a\":1}"), {}});
    ask(client(options()));
    QVERIFY(m_answers.empty());
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    QVERIFY(m_answers[0].has_value());
    QCOMPARE(m_answers[0]->value(QStringLiteral("a")).toInt(), 1);
    const QJsonObject body = askedBody(0);
    QCOMPARE(body[QStringLiteral("model")].toString(), QStringLiteral("small-1"));
    QCOMPARE(body[QStringLiteral("stream")].toBool(), false);
    const QJsonObject format = body[QStringLiteral("response_format")].toObject();
    QCOMPARE(format[QStringLiteral("type")].toString(), QStringLiteral("json_schema"));
    QCOMPARE(format[QStringLiteral("json_schema")].toObject()[QStringLiteral("name")].toString(),
             QStringLiteral("it"));
    QCOMPARE(body[QStringLiteral("messages")].toArray().size(), 2);
}

void TestModelClient::theAddress_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("line");
    const QByteArray plain("POST /v1/chat/completions ");
    QTest::newRow("none") << QString() << plain;
    QTest::newRow("slash") << QStringLiteral("/") << plain;
    QTest::newRow("v1") << QStringLiteral("/v1") << plain;
    QTest::newRow("v1 slash") << QStringLiteral("/v1/") << plain;
    QTest::newRow("below") << QStringLiteral("/api") << QByteArray("POST /api/v1/chat/completions ");
}

void TestModelClient::theAddress()
{
    QFETCH(const QString, path);
    QFETCH(const QByteArray, line);
    m_server->script({200, chat("{}"), {}});
    ask(client(options(path)));
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    QVERIFY2(m_server->asked[0].head.startsWith(line), m_server->asked[0].head.constData());
}

void TestModelClient::streams()
{
    ModelOptions streaming = options();
    streaming.stream = true;
    m_server->script({200, ": hello\r\n\r\n" + chunk("{\"a\":") + chunk("\"\u00e9\"}") + "data: [DONE]\n\n",
                      "Content-Type: text/event-stream\r\n"});
    ask(client(streaming));
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    QVERIFY(m_answers[0].has_value());
    QCOMPARE(m_answers[0]->value(QStringLiteral("a")).toString(), QStringLiteral("\u00e9"));
    QCOMPARE(askedBody(0)[QStringLiteral("stream")].toBool(), true);
}

void TestModelClient::aStreamThatBreaksOffIsAskedAgain()
{
    ModelOptions streaming = options();
    streaming.stream = true;
    const QByteArray type("Content-Type: text/event-stream\r\n");
    m_server->script({200, chunk("{\"a\":"), type});
    m_server->script({200, chunk("{\"a\":"), type, false, true});
    m_server->script({200, chunk("{\"a\":2}") + "data: [DONE]\n\n", type});
    ask(client(streaming));
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    QCOMPARE(m_server->asked.size(), std::size_t(3));
    QVERIFY(m_answers[0].has_value());
    QCOMPARE(m_answers[0]->value(QStringLiteral("a")).toInt(), 2);
}

void TestModelClient::aServerThatDoesNotStream()
{
    ModelOptions streaming = options();
    streaming.stream = true;
    m_server->script({200, chat("{\"a\":3}"), {}});
    ask(client(streaming));
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    QVERIFY(m_answers[0].has_value());
}

void TestModelClient::triesAgain_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {500, 502, 503, 408, 429})
        QTest::newRow(qPrintable(QString::number(status))) << status;
}

void TestModelClient::triesAgain()
{
    QFETCH(const int, status);
    m_server->script({status, "oops", {}});
    m_server->script({200, chat("{\"a\":1}"), {}});
    ask(client(options()));
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    QVERIFY(m_answers[0].has_value());
    QCOMPARE(m_server->asked.size(), std::size_t(2));
}

void TestModelClient::retryAfterIsHonoured()
{
    // 100 ms after the standing clock, in the form of a date.
    m_server->script({429, {}, "Retry-After: Sat, 21 Nov 2026 09:30:01 +0000\r\n"});
    m_server->script({200, chat("{}"), {}});
    ModelOptions patient = options();
    QElapsedTimer timer;
    timer.start();
    ask(client(patient));
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    QVERIFY(m_answers[0].has_value());
    QVERIFY2(timer.elapsed() >= 95, qPrintable(QString::number(timer.elapsed())));
}

void TestModelClient::retryAfterPastTheTimeLimit()
{
    m_server->script({429, {}, "Retry-After: 3600\r\n"});
    ask(client(options()));
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    QVERIFY(!m_answers[0]);
    QVERIFY(m_answers[0].error().code == ErrorCode::RateLimited);
    QCOMPARE(m_server->asked.size(), std::size_t(1));
}

void TestModelClient::attemptsAreBounded()
{
    ask(client(options())); // nothing scripted: 500 for ever
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    QVERIFY(!m_answers[0]);
    QVERIFY(m_answers[0].error().code == ErrorCode::Unavailable);
    QCOMPARE(m_server->asked.size(), std::size_t(3));
    // And nobody there at all.
    m_server->close();
    ask(client(options()));
    QTRY_COMPARE(m_answers.size(), std::size_t(2));
    QVERIFY(m_answers[1].error().code == ErrorCode::Unavailable);
}

void TestModelClient::refusedKey()
{
    m_server->script({401, "{\"error\":\"bad key sk-very-secret\"}", {}});
    ask(client(options()));
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    const Error& error = m_answers[0].error();
    QVERIFY(error.code == ErrorCode::Unauthorized);
    QVERIFY(!error.message.contains(QLatin1String("secret")) &&
            !error.detail.contains(QLatin1String("secret")));
    QCOMPARE(m_server->asked.size(), std::size_t(1));
}

void TestModelClient::redirectionsAreNotFollowed()
{
    m_server->script(
        {307, {}, "Location: " + m_server->url(QStringLiteral("/elsewhere")).toEncoded() + "\r\n"});
    ask(client(options()));
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    QVERIFY(!m_answers[0]);
    QCOMPARE(m_server->asked.size(), std::size_t(1));
}

void TestModelClient::simplerFormats()
{
    ModelClient& asking = client(options());
    m_server->script({400, "no json_schema here", {}});
    m_server->script({400, "no json_object here", {}});
    m_server->script({200, chat("```json\n{\"a\":4}\n```"), {}});
    ask(asking);
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    QVERIFY(m_answers[0].has_value());
    const QString format = QStringLiteral("response_format");
    QCOMPARE(askedBody(1)[format].toObject()[QStringLiteral("type")].toString(),
             QStringLiteral("json_object"));
    QVERIFY(!askedBody(2).contains(format));
    // What the server refused is not tried on it again.
    m_server->script({200, chat("{}"), {}});
    ask(asking);
    QTRY_COMPARE(m_answers.size(), std::size_t(2));
    QCOMPARE(m_server->asked.size(), std::size_t(4));
    QVERIFY(!askedBody(3).contains(format));
    // And a 400 to that is an error.
    m_server->script({400, {}, {}});
    ask(asking);
    QTRY_COMPARE(m_answers.size(), std::size_t(3));
    QVERIFY(m_answers[2].error().code == ErrorCode::Invalid);
}

void TestModelClient::timesOut()
{
    ModelOptions hasty = options();
    hasty.timeout = milliseconds(50);
    m_server->script({200, {}, {}, true, false});
    ask(client(hasty));
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    QVERIFY(m_answers[0].error().code == ErrorCode::Unavailable);
    QCOMPARE(m_server->asked.size(), std::size_t(1));
}

void TestModelClient::brokenAnswers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html>");
    QTest::newRow("no chat") << QByteArray("{\"a\":1}");
    QTest::newRow("no choices") << QByteArray("{\"choices\":[]}");
    QTest::newRow("words") << chat("Sure, here you are!");
    QTest::newRow("cut") << chat("{\"a\":1");
    QTest::newRow("list") << chat("[1]");
    QTest::newRow("null") << QByteArray(
        "{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"no\"}}]}");
}

void TestModelClient::brokenAnswers()
{
    QFETCH(const QByteArray, body);
    m_server->script({200, body, {}});
    ask(client(options()));
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    QVERIFY(!m_answers[0]);
    QVERIFY(m_answers[0].error().code == ErrorCode::Invalid);
    QCOMPARE(m_server->asked.size(), std::size_t(1));
}

void TestModelClient::tooLarge()
{
    ModelOptions small = options();
    small.mostBytes = 10'000;
    m_server->script({200, chat(QByteArray(200'000, 'x')), {}});
    ask(client(small));
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    QVERIFY(m_answers[0].error().code == ErrorCode::TooLarge);
}

void TestModelClient::tooMany()
{
    ModelOptions one = options();
    one.mostCalls = 1;
    m_server->script({200, chat("{}"), {}});
    ModelClient& asking = client(one);
    ask(asking);
    ask(asking);
    QTRY_COMPARE(m_answers.size(), std::size_t(2));
    QVERIFY(m_answers[0].error().code == ErrorCode::RateLimited);
    QVERIFY(m_answers[1].has_value());
}

void TestModelClient::aFailingServerIsLeftAlone()
{
    ModelOptions options = this->options();
    options.maxAttempts = 1;
    options.failuresToRest = 2;
    options.rest = milliseconds(30'000);
    ModelClient& asking = client(options);
    for (std::size_t i = 1; i <= 4; ++i) {
        ask(asking); // 500
        QTRY_COMPARE(m_answers.size(), i);
        QVERIFY(m_answers.back().error().code == ErrorCode::Unavailable);
    }
    QCOMPARE(m_server->asked.size(), std::size_t(2));
    // After the rest one question tries it, and only its answer lets the others through.
    m_clock.at = milliseconds(30'000);
    m_server->script({200, chat("{}"), {}});
    ask(asking);
    ask(asking);
    QTRY_COMPARE(m_answers.size(), std::size_t(6));
    QCOMPARE(m_server->asked.size(), std::size_t(3));
    m_server->script({200, chat("no JSON"), {}}); // bad, and yet an answer
    m_server->script({200, chat("{}"), {}});
    ask(asking);
    ask(asking);
    QTRY_COMPARE(m_answers.size(), std::size_t(8));
    QCOMPARE(m_server->asked.size(), std::size_t(5));
}

void TestModelClient::aLongRetryAfterIsHeeded()
{
    ModelClient& asking = client(options());
    m_server->script({429, {}, "Retry-After: 60\r\n"});
    ask(asking);
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    m_clock.at = milliseconds(59'000);
    ask(asking);
    QTRY_COMPARE(m_answers.size(), std::size_t(2));
    QCOMPARE(m_server->asked.size(), std::size_t(1));
    m_clock.at = milliseconds(60'000);
    m_server->script({200, chat("{}"), {}});
    ask(asking);
    QTRY_COMPARE(m_answers.size(), std::size_t(3));
    QVERIFY(m_answers[2].has_value());
}

void TestModelClient::refusals()
{
    m_server->script({200, R"({"choices":[{"message":{"content":null,"refusal":"I cannot help"}}]})", {}});
    ask(client(options()));
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    QVERIFY(m_answers[0].error().code == ErrorCode::Invalid);
    ModelOptions streaming = options();
    streaming.stream = true;
    m_server->script({200,
                      "data: {\"choices\":[{\"delta\":{\"refusal\":\"I cannot\"}}]}\n\n" + chunk("{}") +
                          "data: [DONE]\n\n",
                      "Content-Type: text/event-stream\r\n"});
    ask(client(streaming));
    QTRY_COMPARE(m_answers.size(), std::size_t(2));
    QVERIFY(!m_answers[1]);
    QCOMPARE(m_server->asked.size(), std::size_t(2));
}

void TestModelClient::nobodyIsCalledAfterTheEnd()
{
    const ModelQuestion question{QStringLiteral("t"), QStringLiteral("m"), QStringLiteral("s"), {}};
    int called = 0;
    const auto count = [&called](const Result<QJsonObject>&) {
        ++called;
    };
    for (int i = 0; i < 2; ++i)
        m_server->script({200, {}, {}, true, false});
    m_server->script({200, chat("{}"), {}});
    auto context = std::make_unique<QObject>();
    ModelClient& asking = client(options());
    asking.ask(question, context.get(), count);
    QTRY_COMPARE(m_server->asked.size(), std::size_t(1));
    context.reset();
    // The client itself, while it asks and before it begins.
    asking.ask(question, this, count);
    QTRY_COMPARE(m_server->asked.size(), std::size_t(2));
    asking.ask(question, this, count);
    m_client.reset();
    ask(client(options()));
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    QCOMPARE(called, 0);
    // An answer may take its own client down.
    m_server->script({200, chat("{}"), {}});
    bool done = false;
    m_client->ask(question, this, [this, &done](const Result<QJsonObject>&) {
        m_client.reset();
        done = true;
    });
    QTRY_VERIFY(done);
}

void TestModelClient::theKeyIsNowhereElse()
{
    m_server->script({500, {}, {}});
    m_server->script({200, chat("{}"), {}});
    ask(client(options()));
    QTRY_COMPARE(m_answers.size(), std::size_t(1));
    for (const ModelServer::Asked& asked : m_server->asked) {
        QCOMPARE(asked.head.count("sk-very-secret"), 1);
        QVERIFY(asked.head.contains("\r\nAuthorization: Bearer sk-very-secret"));
        QVERIFY(!asked.body.contains("sk-very-secret"));
    }
    // A local server that wants none gets none.
    ModelOptions keyless = options();
    keyless.apiKey.clear();
    m_server->script({200, chat("{}"), {}});
    ask(client(keyless));
    QTRY_COMPARE(m_answers.size(), std::size_t(2));
    QVERIFY(!m_server->asked.back().head.contains("Authorization"));
}

RELEVO_TEST(TestModelClient)
#include "tst_modelclient.moc"
