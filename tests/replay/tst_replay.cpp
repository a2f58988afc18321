#include "replay.h"
#include "support/test_main.h"

#include <QtCore/QBuffer>
#include <QtCore/QFile>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>

#include <nlohmann/json.hpp>

#include <set>

using namespace relevo;
using namespace relevo::replay;

namespace {

struct Seen
{
    QByteArray path;
    QByteArray key;
    nlohmann::json body;
};

/// What the fake relay does with a request: a status, or none to hang up without an answer.
struct Behaviour
{
    int status = 201;
    QByteArray body = "{\"messageId\":\"m\"}";
    QByteArray headers;
};

/// Reads requests off sockets and answers each as `decide` says. It counts how many connections speak at
/// once.
class FakeRelay : public QTcpServer
{
    Q_OBJECT
public:
    FakeRelay()
    {
        connect(this, &QTcpServer::newConnection, this, &FakeRelay::accept);
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

    std::function<Behaviour(const Seen&)> decide = [](const Seen&) {
        return Behaviour();
    };
    std::vector<Seen> seen;
    int connections = 0;

private:
    void accept()
    {
        while (QTcpSocket* socket = nextPendingConnection()) {
            ++connections;
            auto buffer = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer] {
                *buffer += socket->readAll();
                answerWhole(socket, *buffer);
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    void answerWhole(QTcpSocket* socket, QByteArray& buffer)
    {
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Seen request;
        qsizetype length = 0;
        const QList<QByteArray> lines = buffer.left(end).split('\n');
        request.path = lines.front().split(' ').value(1);
        for (const QByteArray& line : lines) {
            if (line.startsWith("Idempotency-Key: "))
                request.key = line.mid(17).trimmed();
            if (line.startsWith("Content-Length: "))
                length = line.mid(16).trimmed().toLongLong();
        }
        if (buffer.size() < end + 4 + length)
            return;
        const QByteArray body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        request.body = nlohmann::json::parse(body.begin(), body.end(), nullptr, false);
        seen.push_back(request);
        const Behaviour behaviour = decide(request);
        if (behaviour.status == 0) {
            socket->abort();
            return;
        }
        socket->write("HTTP/1.1 " + QByteArray::number(behaviour.status) + " x\r\n" + behaviour.headers +
                      "Content-Length: " + QByteArray::number(behaviour.body.size()) + "\r\n\r\n" +
                      behaviour.body);
    }
};

std::vector<Conversation> conversations(int count, int turns)
{
    std::vector<Conversation> all;
    for (int index = 0; index < count; ++index) {
        Conversation conversation{QStringLiteral("c%1").arg(index), {}, {}};
        for (int turn = 0; turn < turns; ++turn)
            conversation.turns.push_back(
                {turn % 2 ? Role::Bot : Role::Customer, QStringLiteral("turn %1").arg(turn)});
        all.push_back(conversation);
    }
    return all;
}

Options quick(const FakeRelay& relay)
{
    Options options;
    options.relay = relay.url();
    options.apiKey = "key";
    options.prefix = QStringLiteral("p-");
    options.retry = {milliseconds(1), 2.0, milliseconds(5), 0.5};
    options.patience = milliseconds(3'000);
    return options;
}

Report play(const Options& options, std::vector<Conversation> all)
{
    Replay player(options, std::move(all), [] { return 0.5; });
    QSignalSpy done(&player, &Replay::finished);
    player.start();
    if (done.isEmpty() && !done.wait(10'000))
        qWarning("the replay did not finish");
    return player.report();
}

} // namespace

class tst_replay : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTheConversationsOfTheRepository();
    void refusesWhatIsNoConversation_data();
    void refusesWhatIsNoConversation();
    void readsAnswers_data();
    void readsAnswers();
    void playsEveryTurnInOrderAndHandsOff();
    void saysWhoTheCustomerIs();
    void keepsToTheConcurrency();
    void repeatsWithTheSameKey_data();
    void repeatsWithTheSameKey();
    void waitsAsLongAsTheRelayAsks();
    void countsRefusedBotMessages();
    void tellsWhatWasNotAnswered();
    void givesUpWhenNobodyIsThere();
    void keepsToTheRate();
};

void tst_replay::readsTheConversationsOfTheRepository()
{
    QFile file(QStringLiteral(RELEVO_REPLAY_FILE));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto read = readConversations(file);
    QVERIFY(read);
    QCOMPARE(read->size(), 12U);
    for (const Conversation& conversation : *read) {
        QVERIFY(conversation.turns.size() >= 5);
        QVERIFY(conversation.turns.back().role == Role::Customer);
    }
}

void tst_replay::refusesWhatIsNoConversation_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("no json") << QByteArray("{\"id\":");
    QTest::newRow("no id") << QByteArray("{\"turns\":[]}");
    QTest::newRow("no turns") << QByteArray("{\"id\":\"a\"}");
    QTest::newRow("unknown role") << QByteArray(
        "{\"id\":\"a\",\"turns\":[{\"role\":\"agent\",\"content\":\"x\"}]}");
    QTest::newRow("no content") << QByteArray("{\"id\":\"a\",\"turns\":[{\"role\":\"bot\"}]}");
    QTest::newRow("twice") << QByteArray("{\"id\":\"a\",\"turns\":[]}\n\n{\"id\":\"a\",\"turns\":[]}");
}

void tst_replay::refusesWhatIsNoConversation()
{
    QFETCH(QByteArray, line);
    QBuffer buffer(&line);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    const auto read = readConversations(buffer);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Invalid);
}

void tst_replay::readsAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("length") << QByteArray("HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nhello") << 201
                            << QByteArray("hello");
    QTest::newRow("empty") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n") << 204 << QByteArray();
    QTest::newRow("chunked")
        << QByteArray(
               "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\n\r\n")
        << 200 << QByteArray("hello");
    QTest::newRow("continue")
        << QByteArray("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok") << 200
        << QByteArray("ok");
}

void tst_replay::readsAnswers()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    AnswerReader whole;
    QVERIFY(whole.feed(bytes));
    QCOMPARE(whole.answer().status, status);
    QCOMPARE(whole.answer().body, body);
    AnswerReader slow;
    for (qsizetype index = 0; index < bytes.size(); ++index)
        QCOMPARE(slow.feed(bytes.mid(index, 1)), index == bytes.size() - 1);
    QCOMPARE(slow.answer().body, body);
}

void tst_replay::playsEveryTurnInOrderAndHandsOff()
{
    FakeRelay relay;
    const Report report = play(quick(relay), conversations(3, 4));
    QCOMPARE(report.conversations, 3);
    QCOMPARE(report.messages, 12);
    QCOMPARE(report.handoffs, 3);
    QCOMPARE(report.unanswered, 0);
    QVERIFY(report.p50ms > 0 && report.p99ms >= report.p50ms);

    std::map<QByteArray, int> turns;
    std::set<QByteArray> keys;
    for (const Seen& request : relay.seen) {
        QVERIFY(keys.insert(request.key).second);
        if (request.path == "/api/handoff/initiate") {
            const QByteArray session = QByteArray::fromStdString(request.body["sessionId"]);
            QCOMPARE(turns["/api/conversations/" + session + "/messages"], 4);
            continue;
        }
        const int turn = turns[request.path]++;
        QCOMPARE(request.body["content"].get<std::string>(), "turn " + std::to_string(turn));
        QCOMPARE(request.body["author"].get<std::string>(), std::string(turn % 2 ? "bot" : "customer"));
        QCOMPARE(QByteArray::fromStdString(request.body["externalId"]), request.key);
    }
    QCOMPARE(turns.size(), 3U);
}

void tst_replay::saysWhoTheCustomerIs()
{
    QByteArray line(
        R"({"id":"a","contact":{"name":"Mia"},"turns":[{"role":"customer","content":"x"},{"role":"bot","content":"y"}]})");
    QBuffer buffer(&line);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    auto read = readConversations(buffer);
    QVERIFY(read);
    FakeRelay relay;
    QCOMPARE(play(quick(relay), std::move(*read)).messages, 2);
    QCOMPARE(relay.seen[0].body["contact"]["name"].get<std::string>(), std::string("Mia"));
    QVERIFY(!relay.seen[1].body.contains("contact"));
}

void tst_replay::keepsToTheConcurrency()
{
    FakeRelay relay;
    Options options = quick(relay);
    options.concurrency = 10;
    options.handOff = false;
    const Report report = play(options, conversations(40, 6));
    QCOMPARE(report.messages, 240);
    QCOMPARE(report.handoffs, 0);
    QCOMPARE(relay.connections, 10);
}

void tst_replay::repeatsWithTheSameKey_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("hung up") << 0;
    QTest::newRow("too many") << 429;
    QTest::newRow("unavailable") << 503;
}

void tst_replay::repeatsWithTheSameKey()
{
    QFETCH(int, status);
    FakeRelay relay;
    std::map<QByteArray, int> attempts;
    relay.decide = [&](const Seen& request) {
        return ++attempts[request.key] < 3 ? Behaviour{status, "{}", {}} : Behaviour();
    };
    const Report report = play(quick(relay), conversations(2, 3));
    QCOMPARE(report.messages, 6);
    QCOMPARE(report.handoffs, 2);
    QCOMPARE(report.retries, 16);
    QCOMPARE(attempts.size(), 8U);
    QCOMPARE(report.unanswered, 0);
}

void tst_replay::waitsAsLongAsTheRelayAsks()
{
    FakeRelay relay;
    bool told = false;
    relay.decide = [&](const Seen&) {
        return std::exchange(told, true) ? Behaviour() : Behaviour{429, "{}", "Retry-After: 1\r\n"};
    };
    const Report report = play(quick(relay), conversations(1, 1));
    QCOMPARE(report.retries, 1);
    QVERIFY2(report.seconds >= 0.99, qPrintable(QString::number(report.seconds)));
}

void tst_replay::countsRefusedBotMessages()
{
    FakeRelay relay;
    relay.decide = [](const Seen& request) {
        return request.body.value("author", "") == "bot" ? Behaviour{409, "{\"code\":\"stale_control\"}", {}}
                                                         : Behaviour();
    };
    const Report report = play(quick(relay), conversations(2, 4));
    QCOMPARE(report.refusedBotMessages, 4);
    QCOMPARE(report.messages, 4);
    QCOMPARE(report.unanswered, 0);
    QCOMPARE(report.conversations, 2);
}

void tst_replay::tellsWhatWasNotAnswered()
{
    FakeRelay relay;
    relay.decide = [](const Seen& request) {
        return request.key == "p-c0-1" ? Behaviour{422, "{\"code\":\"invalid\"}", {}} : Behaviour();
    };
    Replay player(quick(relay), conversations(1, 3), [] { return 0.5; });
    QSignalSpy done(&player, &Replay::finished);
    QSignalSpy refused(&player, &Replay::refused);
    player.start();
    QVERIFY(done.wait(10'000));
    QCOMPARE(player.report().unanswered, 1);
    QCOMPARE(player.report().messages, 2);
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused[0][1].toInt(), 1);
    QCOMPARE(refused[0][2].toString(), QStringLiteral("HTTP 422 invalid"));
}

void tst_replay::givesUpWhenNobodyIsThere()
{
    FakeRelay relay;
    Options options = quick(relay);
    options.patience = milliseconds(40);
    relay.close();
    const Report report = play(options, conversations(1, 3));
    QCOMPARE(report.unanswered, 1);
    QCOMPARE(report.conversations, 0);
    QCOMPARE(report.messages, 0);
    QVERIFY(report.retries > 0);
}

void tst_replay::keepsToTheRate()
{
    FakeRelay relay;
    Options options = quick(relay);
    options.rate = 100;
    options.handOff = false;
    const Report report = play(options, conversations(4, 5));
    QCOMPARE(report.messages, 20);
    // 20 messages have 19 distances of 10 ms; rounding down to whole milliseconds may take one off each.
    QVERIFY2(report.seconds >= 0.17, qPrintable(QString::number(report.seconds)));
}

RELEVO_TEST(tst_replay)

#include "tst_replay.moc"
