#include "fixture.h"
#include "support/test_main.h"

using namespace relevo;
using namespace relevo::http;

/// The server against peers that mean harm.
class tst_ServerLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void silentPeerIsClosed();
    void slowHeaderIsTimedOut();
    void slowBodyIsTimedOut();
    void idleConnectionIsClosed();
    void handlerTooSlow();
    void connectionsPerAddress();
    void connectionsAltogether();
    void hugeBodyCostsNothing();
    void endlessChunksCostNothing();
    void endlessHeaderCostsNothing();
    void endlessUploadAfterRefusalEnds();
    void readerThatNeverReads();
    void manyHalfOpenConnections();

private:
    std::unique_ptr<ServerFixture> m_fixture;
    std::vector<Responder> m_later;
};

void tst_ServerLimits::init()
{
    m_fixture = std::make_unique<ServerFixture>();
    Router& router = m_fixture->router;
    router.add("GET", QStringLiteral("/hello"), [](const Request&, const Responder& responder) {
        responder.send(Response::text(200, "hello"));
    });
    router.add("POST", QStringLiteral("/echo"), [](const Request& request, const Responder& responder) {
        responder.send(Response::text(200, request.body));
    });
    router.add("GET", QStringLiteral("/later"),
               [this](const Request&, const Responder& responder) { m_later.push_back(responder); });
    router.add("GET", QStringLiteral("/large"), [](const Request&, const Responder& responder) {
        responder.send(Response::text(200, QByteArray(mebibyte, 'L')));
    });
    Limits& limits = m_fixture->limits;
    limits.headerTime = milliseconds(200);
    limits.requestTime = milliseconds(400);
    limits.idleTime = milliseconds(600);
    limits.lingerTime = milliseconds(200);
}

void tst_ServerLimits::cleanup()
{
    m_later.clear();
    m_fixture.reset();
}

void tst_ServerLimits::silentPeerIsClosed()
{
    m_fixture->start();
    RawClient client(*m_fixture);
    QTRY_VERIFY(client.closed);
    QVERIFY(client.received.isEmpty());
}

void tst_ServerLimits::slowHeaderIsTimedOut()
{
    m_fixture->start();
    RawClient client(*m_fixture, "GET /hello HTTP/1.1\r\n");
    // A header line now and then must not prolong it.
    QTimer dripping;
    connect(&dripping, &QTimer::timeout, this, [&] { client.send("X-A: b\r\n"); });
    dripping.start(20);
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY(client.answered());
    QCOMPARE(client.statuses(), QList<int>{408});
    QVERIFY(clock.elapsed() >= 150);
    QTRY_VERIFY(client.closed);
    QTRY_COMPARE(m_fixture->server->connectionCount(), 0);
}

void tst_ServerLimits::slowBodyIsTimedOut()
{
    m_fixture->start();
    RawClient client(*m_fixture, "POST /echo HTTP/1.1\r\n" + host + "Content-Length: 1000\r\n\r\n");
    QTimer dripping;
    connect(&dripping, &QTimer::timeout, this, [&] { client.send("x"); });
    dripping.start(20);
    QTRY_VERIFY(client.answered());
    QCOMPARE(client.statuses(), QList<int>{408});
    QTRY_VERIFY(client.closed);
}

void tst_ServerLimits::idleConnectionIsClosed()
{
    m_fixture->start();
    RawClient client(*m_fixture, "GET /hello HTTP/1.1\r\n" + host + "\r\n");
    QTRY_VERIFY(client.received.endsWith("hello"));
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY(client.closed);
    QVERIFY(clock.elapsed() >= 400);
    QCOMPARE(client.statuses(), QList<int>{200});
}

void tst_ServerLimits::handlerTooSlow()
{
    m_fixture->start();
    RawClient client(*m_fixture,
                     "GET /later HTTP/1.1\r\n" + host + "\r\nGET /hello HTTP/1.1\r\n" + host + "\r\n");
    QTRY_COMPARE(client.statuses(), (QList<int>{503, 200}));
    QVERIFY(!m_later[0].isWaiting());
}

void tst_ServerLimits::connectionsPerAddress()
{
    m_fixture->limits.connectionsPerAddress = 3;
    m_fixture->limits.headerTime = milliseconds(5'000);
    m_fixture->limits.idleTime = milliseconds(5'000);
    m_fixture->start();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 3; ++i) {
        clients.push_back(std::make_unique<RawClient>(*m_fixture, "GET /hello HTTP/1.1\r\n" + host + "\r\n"));
        QTRY_VERIFY(clients.back()->answered());
    }
    {
        RawClient refused(*m_fixture, "GET /hello HTTP/1.1\r\n" + host + "\r\n");
        QTRY_VERIFY(refused.closed);
        QCOMPARE(refused.statuses(), QList<int>{429});
        QVERIFY(refused.received.contains("Retry-After: "));
        QVERIFY(refused.received.contains("\"code\":\"rate_limited\""));
    }
    QCOMPARE(m_fixture->server->connectionCount(), 3);
    clients.pop_back();
    QTRY_COMPARE(m_fixture->server->connectionCount(), 2);
    RawClient welcome(*m_fixture, "GET /hello HTTP/1.1\r\n" + host + "\r\n");
    QTRY_COMPARE(welcome.statuses(), QList<int>{200});
}

void tst_ServerLimits::connectionsAltogether()
{
    m_fixture->limits.connections = 2;
    m_fixture->limits.headerTime = milliseconds(5'000);
    m_fixture->start();
    RawClient first(*m_fixture);
    RawClient second(*m_fixture);
    QTRY_COMPARE(m_fixture->server->connectionCount(), 2);
    RawClient third(*m_fixture);
    QTRY_VERIFY(third.closed);
    QCOMPARE(third.statuses(), QList<int>{503});
}

void tst_ServerLimits::hugeBodyCostsNothing()
{
    m_fixture->start();
    const qint64 before = residentBytes();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(std::make_unique<RawClient>(*m_fixture, "POST /echo HTTP/1.1\r\n" + host +
                                                                      "Content-Length: 629145600\r\n\r\n"));
    }
    for (const auto& client : clients) {
        QTRY_VERIFY(client->answered());
        QCOMPARE(client->statuses(), QList<int>{413});
    }
    if (memoryIsMeasurable()) {
        QVERIFY(residentBytes() - before < 8 * mebibyte);
    }
}

void tst_ServerLimits::endlessChunksCostNothing()
{
    m_fixture->start();
    const qint64 before = residentBytes();
    RawClient client(*m_fixture, "POST /echo HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n");
    const QByteArray chunk = "10000\r\n" + QByteArray(65536, 'c') + "\r\n";
    qint64 sent = 0;
    while (!client.answered() && sent < 64 * mebibyte) {
        if (client.socket.bytesToWrite() < mebibyte) {
            client.send(chunk);
            sent += chunk.size();
        }
        QTest::qWait(0);
    }
    QCOMPARE(client.statuses(), QList<int>{413});
    if (memoryIsMeasurable()) {
        QVERIFY(residentBytes() - before < 16 * mebibyte);
    }
}

void tst_ServerLimits::endlessHeaderCostsNothing()
{
    m_fixture->start();
    RawClient client(*m_fixture, "GET /hello HTTP/1.1\r\n" + host + "X-A: ");
    client.send(QByteArray(100'000, 'h'));
    QTRY_VERIFY(client.answered());
    QCOMPARE(client.statuses(), QList<int>{431});
}

void tst_ServerLimits::endlessUploadAfterRefusalEnds()
{
    m_fixture->start();
    RawClient client(*m_fixture, "NONSENSE\r\n\r\n");
    const QByteArray piece(65536, 'u');
    QTimer pouring;
    connect(&pouring, &QTimer::timeout, this, [&] {
        if (client.isConnected() && client.socket.bytesToWrite() < mebibyte) {
            client.send(piece);
        }
    });
    pouring.start(0);
    QTRY_COMPARE(client.statuses(), QList<int>{400});
    QTRY_COMPARE(m_fixture->server->connectionCount(), 0);
}

void tst_ServerLimits::readerThatNeverReads()
{
    m_fixture->start();
    QTcpSocket client;
    client.setReadBufferSize(1);
    client.connectToHost(QHostAddress::LocalHost, m_fixture->server->port());
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    const qint64 before = residentBytes();
    for (int i = 0; i < 500; ++i) {
        client.write("GET /large HTTP/1.1\r\n" + host + "\r\n");
    }
    QTRY_COMPARE(m_fixture->server->connectionCount(), 1);
    QTRY_COMPARE(m_fixture->server->connectionCount(), 0); // no progress for idleTime
    if (memoryIsMeasurable()) {
        QVERIFY2(residentBytes() - before < 40 * mebibyte,
                 qPrintable(QString::number(residentBytes() - before)));
    }
}

void tst_ServerLimits::manyHalfOpenConnections()
{
    m_fixture->start();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 300; ++i) {
        clients.push_back(
            std::make_unique<RawClient>(*m_fixture, i % 2 == 0 ? QByteArray("GET /") : QByteArray()));
    }
    // Others are served meanwhile, and everybody is gone in the end.
    RawClient good(*m_fixture, "GET /hello HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");
    QTRY_VERIFY(good.received.endsWith("hello"));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->server->connectionCount(), 0, 10'000);
}

RELEVO_TEST(tst_ServerLimits)
#include "tst_serverlimits.moc"
