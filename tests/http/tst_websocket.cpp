#include "fixture.h"
#include "support/test_main.h"
#include "websocket_bytes.h"

#include <QtWebSockets/QWebSocket>

using namespace relevo;
using namespace relevo::http;

class tst_WebSocket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void echoes();
    void echoesLargeAndUnicode();
    void fragmentedByQt();
    void answersPings();
    void sharedFrameToMany();
    void oneWriteForOneTurn();
    void dataRightBehindTheHandshake();
    void handshakeRefused_data();
    void handshakeRefused();
    void upgradeWaitsForEarlierAnswers();
    void acceptKeyOfTheStandard();
    void routeParameters();

    void clientCloses();
    void serverCloses();
    void closeFromWithinTheCallback();
    void peerVanishes();
    void peerIgnoresOurClose();
    void protocolErrors_data();
    void protocolErrors();

    void slowReaderIsDropped();
    void slowReaderOfSharedFramesIsDropped();
    void burstToAReaderArrives();
    void deadPeerIsNoticed();
    void livePeerStays();
    void drainSaysGoodbye();
    void keptPointerOutlivesTheServer();
    void countsAgainstTheAddress();

private:
    std::unique_ptr<QWebSocket> connectQt(const QString& path = QStringLiteral("/ws/echo"));

    std::unique_ptr<ServerFixture> m_fixture;
    std::vector<std::shared_ptr<WebSocket>> m_sockets;
    QList<int> m_closed;
    std::vector<Responder> m_later;
};

void tst_WebSocket::init()
{
    m_closed.clear();
    m_fixture = std::make_unique<ServerFixture>();
    const auto take = [this](const std::shared_ptr<WebSocket>& socket) {
        m_sockets.push_back(socket);
        socket->onClosed([this](quint16 code) { m_closed.append(code); });
    };
    m_fixture->router.addWebSocket(QStringLiteral("/ws/echo"),
                                   [take](const Request&, const std::shared_ptr<WebSocket>& socket) {
                                       take(socket);
                                       socket->onText([weak = std::weak_ptr(socket)](const QByteArray& text) {
                                           const std::shared_ptr<WebSocket> self = weak.lock();
                                           if (text == "close") {
                                               self->close(4001, "as you wish");
                                           } else {
                                               self->send(text);
                                           }
                                       });
                                   });
    m_fixture->router.addWebSocket(QStringLiteral("/ws/{room}/in"),
                                   [take](const Request& request, const std::shared_ptr<WebSocket>& socket) {
                                       take(socket);
                                       socket->send(request.parameter(u"room").toUtf8());
                                   });
    m_fixture->router.add(
        "GET", QStringLiteral("/later"),
        [this](const Request&, const Responder& responder) { m_later.push_back(responder); });
    Limits& limits = m_fixture->limits;
    limits.closeTime = milliseconds(300);
    limits.slowCloseTime = milliseconds(100);
    limits.lingerTime = milliseconds(300);
    limits.drainTime = milliseconds(2'000);
}

void tst_WebSocket::cleanup()
{
    m_later.clear();
    m_sockets.clear();
    m_fixture.reset();
}

std::unique_ptr<QWebSocket> tst_WebSocket::connectQt(const QString& path)
{
    auto client = std::make_unique<QWebSocket>();
    QSignalSpy connected(client.get(), &QWebSocket::connected);
    client->open(QUrl(QStringLiteral("ws://127.0.0.1:%1%2").arg(m_fixture->server->port()).arg(path)));
    if (connected.isEmpty()) {
        connected.wait();
    }
    return client;
}

void tst_WebSocket::echoes()
{
    m_fixture->start();
    const auto client = connectQt();
    QSignalSpy texts(client.get(), &QWebSocket::textMessageReceived);
    for (int i = 0; i < 100; ++i) {
        client->sendTextMessage(QString::number(i));
    }
    QTRY_COMPARE(texts.count(), 100);
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(texts.at(i).at(0).toString(), QString::number(i));
    }
    QCOMPARE(m_fixture->server->webSocketCount(), 1);
}

void tst_WebSocket::echoesLargeAndUnicode()
{
    m_fixture->start();
    const auto client = connectQt();
    QSignalSpy texts(client.get(), &QWebSocket::textMessageReceived);
    for (const QString& text : {QString(200'000, u'x'), QString(60'000, u'漢'), QStringLiteral("héllo 😀"),
                                QString(QLatin1String(""))}) {
        texts.clear();
        client->sendTextMessage(text);
        QTRY_COMPARE(texts.count(), 1);
        QCOMPARE(texts.at(0).at(0).toString(), text);
    }
}

void tst_WebSocket::fragmentedByQt()
{
    m_fixture->start();
    const auto client = connectQt();
    client->setOutgoingFrameSize(7);
    QSignalSpy texts(client.get(), &QWebSocket::textMessageReceived);
    const QString text = QStringLiteral("漢字 and more 😀 in many fragments").repeated(50);
    client->sendTextMessage(text);
    QTRY_COMPARE(texts.count(), 1);
    QCOMPARE(texts.at(0).at(0).toString(), text);
}

void tst_WebSocket::answersPings()
{
    m_fixture->start();
    const auto client = connectQt();
    QSignalSpy pongs(client.get(), &QWebSocket::pong);
    client->ping("are you there");
    QTRY_COMPARE(pongs.count(), 1);
    QCOMPARE(pongs.at(0).at(1).toByteArray(), QByteArray("are you there"));
}

void tst_WebSocket::sharedFrameToMany()
{
    m_fixture->start();
    std::vector<std::unique_ptr<QWebSocket>> clients;
    int received = 0;
    for (int i = 0; i < 20; ++i) {
        clients.push_back(connectQt());
        connect(clients.back().get(), &QWebSocket::textMessageReceived, this, [&](const QString& text) {
            QCOMPARE(text, QStringLiteral("to all"));
            ++received;
        });
    }
    QTRY_COMPARE(m_sockets.size(), size_t(20));
    const SharedFrame frame = SharedFrame::text("to all");
    for (const auto& socket : m_sockets) {
        socket->sendFrame(frame);
        socket->sendFrame(frame);
    }
    QTRY_COMPARE(received, 40);
}

void tst_WebSocket::oneWriteForOneTurn()
{
    m_fixture->start();
    RawClient client(*m_fixture, handshake());
    QTRY_COMPARE(m_sockets.size(), size_t(1));
    QTRY_VERIFY(client.received.endsWith("\r\n\r\n"));
    client.received.clear();
    for (int i = 0; i < 1000; ++i) {
        m_sockets[0]->send("0123456789");
    }
    QCOMPARE(m_sockets[0]->bytesPending(), 12'000);
    QVERIFY(client.received.isEmpty());
    QTRY_COMPARE(client.received.size(), 12'000);
    QCOMPARE(m_sockets[0]->bytesPending(), 0);
}

void tst_WebSocket::dataRightBehindTheHandshake()
{
    m_fixture->start();
    RawClient client(*m_fixture, handshake() + clientFrame(0x81, "early"));
    QTRY_VERIFY(client.received.endsWith("\x81\x05"
                                         "early"));
}

void tst_WebSocket::handshakeRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("no upgrade") << QByteArray("GET /ws/echo HTTP/1.1\r\nHost: r\r\n\r\n") << 426;
    QTest::newRow("old version") << handshake({}, "8") << 426;
    QTest::newRow("short key") << handshake({}, "13", "dGhl") << 400;
    QTest::newRow("key not base64") << handshake({}, "13", "!!!!!!!!!!!!!!!!!!!!!!!!") << 400;
    QTest::newRow("two keys") << handshake("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n") << 400;
    QTest::newRow("with body") << handshake("Content-Length: 2\r\n") + "hi" << 400;
    QTest::newRow("no connection field")
        << QByteArray(
               "GET /ws/echo HTTP/1.1\r\nHost: r\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
        << 400;
    QTest::newRow("post") << "POST" + handshake().mid(3) << 405;
    QTest::newRow("unknown path") << handshake().replace("/ws/echo", "/ws/else") << 404;
}

void tst_WebSocket::handshakeRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    m_fixture->start();
    RawClient client(*m_fixture, bytes);
    QTRY_COMPARE(client.statuses(), QList<int>{status});
    if (status == 426) {
        QVERIFY(client.received.contains("Sec-WebSocket-Version: 13\r\n"));
    }
    QVERIFY(m_sockets.empty());
}

void tst_WebSocket::upgradeWaitsForEarlierAnswers()
{
    m_fixture->start();
    RawClient client(*m_fixture,
                     "GET /later HTTP/1.1\r\nHost: r\r\n\r\n" + handshake() + clientFrame(0x81, "behind"));
    QTRY_COMPARE(m_later.size(), size_t(1));
    m_later[0].send(Response::text(200, "first"));
    QTRY_VERIFY(client.received.endsWith("\x81\x06"
                                         "behind"));
    QCOMPARE(client.statuses(), (QList<int>{200, 101}));
}

void tst_WebSocket::acceptKeyOfTheStandard()
{
    m_fixture->start();
    RawClient client(*m_fixture, handshake());
    QTRY_VERIFY(client.received.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
}

void tst_WebSocket::routeParameters()
{
    m_fixture->start();
    RawClient client(*m_fixture, handshake().replace("/ws/echo", "/ws/blue/in"));
    QTRY_VERIFY(client.received.endsWith("blue"));
}

void tst_WebSocket::clientCloses()
{
    m_fixture->start();
    const auto client = connectQt();
    QSignalSpy disconnected(client.get(), &QWebSocket::disconnected);
    client->close(static_cast<QWebSocketProtocol::CloseCode>(4321), QStringLiteral("bye"));
    QTRY_COMPARE(disconnected.count(), 1);
    QTRY_COMPARE(m_closed, QList<int>{4321});
    QCOMPARE(m_fixture->server->connectionCount(), 0);
    QVERIFY(!m_sockets[0]->isOpen());
    m_sockets[0]->send("nobody hears this");
    QCOMPARE(m_sockets[0]->bytesPending(), 0);
}

void tst_WebSocket::serverCloses()
{
    m_fixture->start();
    const auto client = connectQt();
    QSignalSpy disconnected(client.get(), &QWebSocket::disconnected);
    QSignalSpy texts(client.get(), &QWebSocket::textMessageReceived);
    QTRY_COMPARE(m_sockets.size(), size_t(1));
    m_sockets[0]->send("last words");
    m_sockets[0]->close(4003, "forbidden");
    m_sockets[0]->close(4004);
    QTRY_COMPARE(disconnected.count(), 1);
    QCOMPARE(int(client->closeCode()), 4003);
    QCOMPARE(client->closeReason(), QStringLiteral("forbidden"));
    QCOMPARE(texts.count(), 1);
    QTRY_COMPARE(m_closed, QList<int>{4003});
}

void tst_WebSocket::closeFromWithinTheCallback()
{
    m_fixture->start();
    const auto client = connectQt();
    QSignalSpy disconnected(client.get(), &QWebSocket::disconnected);
    QSignalSpy texts(client.get(), &QWebSocket::textMessageReceived);
    client->sendTextMessage(QStringLiteral("one"));
    client->sendTextMessage(QStringLiteral("close"));
    client->sendTextMessage(QStringLiteral("two"));
    QTRY_COMPARE(disconnected.count(), 1);
    QCOMPARE(int(client->closeCode()), 4001);
    QCOMPARE(texts.count(), 1);
    QTRY_COMPARE(m_closed, QList<int>{4001});
}

void tst_WebSocket::peerVanishes()
{
    m_fixture->start();
    {
        RawClient client(*m_fixture, handshake());
        QTRY_COMPARE(m_sockets.size(), size_t(1));
        client.socket.abort();
    }
    QTRY_COMPARE(m_closed, QList<int>{1006});
}

void tst_WebSocket::peerIgnoresOurClose()
{
    m_fixture->start();
    RawClient client(*m_fixture, handshake());
    QTRY_COMPARE(m_sockets.size(), size_t(1));
    m_sockets[0]->close(1000);
    QTRY_COMPARE(closeCodeIn(client.received), 1000);
    QTRY_COMPARE(m_closed, QList<int>{1000});
    QTRY_VERIFY(client.closed);
}

void tst_WebSocket::protocolErrors_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::newRow("not masked") << QByteArray("\x81\x02hi") << 1002;
    QTest::newRow("binary") << clientFrame(0x82, "bin") << 1003;
    QTest::newRow("bad utf-8") << clientFrame(0x81, "\xff") << 1007;
    QTest::newRow("too big") << QByteArray("\x81\xff\x00\x00\x00\x00\x00\x04\x00\x01", 10) +
                                    QByteArray(4, '\0')
                             << 1009;
    QTest::newRow("reserved bit") << clientFrame(0xc1, "x") << 1002;
}

void tst_WebSocket::protocolErrors()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);
    m_fixture->start();
    RawClient client(*m_fixture, handshake());
    QTRY_COMPARE(m_sockets.size(), size_t(1));
    client.send(bytes);
    QTRY_COMPARE(closeCodeIn(client.received), code);
    QTRY_COMPARE(m_closed, QList<int>{code});
    QTRY_VERIFY(client.closed);
}

void tst_WebSocket::slowReaderIsDropped()
{
    m_fixture->start();
    RawClient client(*m_fixture);
    client.socket.setReadBufferSize(1024);
    disconnect(&client.socket, &QTcpSocket::readyRead, nullptr, nullptr);
    client.send(handshake());
    QTRY_COMPARE(m_sockets.size(), size_t(1));
    const qint64 before = residentBytes();
    const QByteArray message(10'000, 'm');
    qint64 worst = 0;
    for (int i = 0; i < 20'000 && m_closed.isEmpty(); ++i) {
        m_sockets[0]->send(message);
        worst = qMax(worst, m_sockets[0]->bytesPending());
        if (i % 20 == 0) {
            QCoreApplication::processEvents();
        }
    }
    QCOMPARE(m_closed, QList<int>{4008});
    QVERIFY(!m_sockets[0]->isOpen());
    QVERIFY(worst <= m_fixture->limits.writeBytes);
    QVERIFY(m_sockets[0]->bytesPending() < mebibyte);
    QTRY_COMPARE(m_fixture->server->connectionCount(), 0);
    if (memoryIsMeasurable()) {
        QVERIFY2(residentBytes() - before < 16 * mebibyte,
                 qPrintable(QString::number(residentBytes() - before)));
    }
    m_sockets[0]->send("ignored");
    QCOMPARE(m_closed.size(), 1);
}

void tst_WebSocket::slowReaderOfSharedFramesIsDropped()
{
    // Within one turn: nobody gets the chance to look at what waits but send itself.
    m_fixture->start();
    RawClient client(*m_fixture);
    client.socket.setReadBufferSize(1024);
    client.send(handshake());
    QTRY_COMPARE(m_sockets.size(), size_t(1));
    const SharedFrame frame = SharedFrame::text(QByteArray(100'000, 's'));
    for (int i = 0; i < 1'000; ++i) {
        m_sockets[0]->sendFrame(frame);
        QVERIFY(m_sockets[0]->bytesPending() <= m_fixture->limits.writeBytes);
    }
    QVERIFY(!m_sockets[0]->isOpen());
    QVERIFY(m_closed.isEmpty()); // not from within our own calls
    QTRY_COMPARE(m_closed, QList<int>{4008});
    QTRY_COMPARE(m_fixture->server->connectionCount(), 0);
}

void tst_WebSocket::burstToAReaderArrives()
{
    m_fixture->start();
    RawClient client(*m_fixture, handshake());
    QTRY_COMPARE(m_sockets.size(), size_t(1));
    QTRY_VERIFY(client.received.endsWith("\r\n\r\n"));
    client.received.clear();
    const SharedFrame frame = SharedFrame::text(QByteArray(1000, 's'));
    for (int i = 0; i < 7'000; ++i) {
        m_sockets[0]->sendFrame(frame);
    }
    QTRY_COMPARE(client.received.size(), 7'000 * frame.bytes.size());
    for (int i = 0; i < 7'000; ++i) {
        QCOMPARE(client.received.mid(i * frame.bytes.size(), frame.bytes.size()), frame.bytes);
    }
    QVERIFY(m_sockets[0]->isOpen());
}

void tst_WebSocket::deadPeerIsNoticed()
{
    m_fixture->limits.pingEvery = milliseconds(100);
    m_fixture->start();
    RawClient client(*m_fixture, handshake()); // never answers a ping
    QTRY_COMPARE(m_sockets.size(), size_t(1));
    QTRY_COMPARE(m_closed, QList<int>{1006});
    QCOMPARE(client.received.count(QByteArray("\x89\x00", 2)), 2);
}

void tst_WebSocket::livePeerStays()
{
    m_fixture->limits.pingEvery = milliseconds(50);
    m_fixture->start();
    const auto client = connectQt(); // answers them by itself
    QTRY_COMPARE(m_sockets.size(), size_t(1));
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY(clock.elapsed() > 600);
    QVERIFY(m_closed.isEmpty());
    QVERIFY(m_sockets[0]->isOpen());
}

void tst_WebSocket::drainSaysGoodbye()
{
    m_fixture->start();
    const auto client = connectQt();
    QTRY_COMPARE(m_sockets.size(), size_t(1));
    QSignalSpy disconnected(client.get(), &QWebSocket::disconnected);
    QSignalSpy drained(m_fixture->server.get(), &Server::drained);
    m_fixture->server->drain();
    QTRY_COMPARE(disconnected.count(), 1);
    QCOMPARE(int(client->closeCode()), 1001);
    QTRY_COMPARE(drained.count(), 1);
    QCOMPARE(m_closed, QList<int>{1001});
}

void tst_WebSocket::keptPointerOutlivesTheServer()
{
    m_fixture->start();
    RawClient client(*m_fixture, handshake());
    QTRY_COMPARE(m_sockets.size(), size_t(1));
    m_fixture->server.reset();
    m_sockets[0]->send("into the void");
    m_sockets[0]->close();
    QVERIFY(!m_sockets[0]->isOpen());
    QCOMPARE(m_sockets[0]->bytesPending(), 0);
    QTRY_VERIFY(client.closed);
}

void tst_WebSocket::countsAgainstTheAddress()
{
    m_fixture->limits.connectionsPerAddress = 2;
    m_fixture->start();
    const auto first = connectQt();
    const auto second = connectQt();
    QTRY_COMPARE(m_fixture->server->webSocketCount(), 2);
    RawClient third(*m_fixture, handshake());
    QTRY_COMPARE(third.statuses(), QList<int>{429});
    first->abort();
    QTRY_COMPARE(m_fixture->server->connectionCount(), 1);
    RawClient fourth(*m_fixture, handshake());
    QTRY_COMPARE(fourth.statuses(), QList<int>{101});
}

RELEVO_TEST(tst_WebSocket)
#include "tst_websocket.moc"
