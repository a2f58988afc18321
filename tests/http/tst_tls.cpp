#include "certificate.h"
#include "fixture.h"
#include "support/test_main.h"

#include <QtNetwork/QSslCertificate>
#include <QtNetwork/QSslSocket>
#include <QtWebSockets/QWebSocket>

using namespace relevo;
using namespace relevo::http;

namespace {

/// A client that speaks TLS and believes any certificate.
class TlsClient : public QObject
{
public:
    explicit TlsClient(const ServerFixture& fixture, const QByteArray& bytes = {},
                       QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater)
    {
        connect(&socket, &QSslSocket::readyRead, this, [this] {
            if (reads)
                received += socket.readAll();
        });
        connect(&socket, &QSslSocket::disconnected, this, [this] { closed = true; });
        connect(&socket, &QSslSocket::encrypted, this, [this, bytes] { socket.write(bytes); });
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.setProtocol(protocol);
        socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), fixture.server->port());
    }

    QSslSocket socket;
    QByteArray received;
    bool reads = true;
    bool closed = false;
};

const QByteArray hello = "GET /hello HTTP/1.1\r\nHost: relay\r\n\r\n";

} // namespace

/// The server with a certificate: everything as without, and handshakes that never end.
class tst_Tls : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void requestsOnOneConnection();
    void oldVersionsAreRefused();
    void largeBodyComesAndGoes();
    void webSocketOnTheSamePort();
    void silenceHoldsNoPlace();
    void garbageHoldsNoPlace();
    void halfAHandshakeHoldsNoPlace();
    void whoHasTooManyIsTold();
    void readerThatNeverReads();
    void aNewCertificateIsShownToNewConnections();
    void drains();
    void identitiesThatAreNone();

private:
    void start();

    Certificate m_certificate;
    std::unique_ptr<ServerFixture> m_fixture;
    std::vector<std::shared_ptr<WebSocket>> m_sockets;
};

void tst_Tls::init()
{
    m_sockets.clear();
    m_fixture = std::make_unique<ServerFixture>();
    m_fixture->router.add("GET", QStringLiteral("/hello"), [](const Request&, const Responder& responder) {
        responder.send(Response::text(200, "hello"));
    });
    m_fixture->router.add("POST", QStringLiteral("/echo"),
                          [](const Request& request, const Responder& responder) {
                              responder.send(Response::text(200, request.body));
                          });
    m_fixture->router.addWebSocket(QStringLiteral("/ws"),
                                   [this](const Request&, const std::shared_ptr<WebSocket>& socket) {
                                       m_sockets.push_back(socket);
                                       socket->onText([weak = std::weak_ptr(socket)](const QByteArray& text) {
                                           if (const auto live = weak.lock())
                                               live->send(text);
                                       });
                                   });
}

void tst_Tls::start()
{
    m_fixture->server =
        std::make_unique<Server>(m_fixture->router, m_fixture->limits, m_fixture->clock, m_fixture->ids);
    const auto identity = TlsIdentity::load(m_certificate.certificatePath, m_certificate.keyPath);
    QVERIFY2(identity, identity ? "" : qPrintable(identity.error().message));
    QVERIFY(identity->expiresAt() > QDateTime::currentDateTimeUtc().addDays(300));
    m_fixture->server->setTls(*identity);
    QVERIFY(m_fixture->server->listen(QStringLiteral("127.0.0.1"), 0));
    QVERIFY(m_fixture->server->url().startsWith(QLatin1String("https://127.0.0.1:")));
}

void tst_Tls::requestsOnOneConnection()
{
    start();
    TlsClient client(*m_fixture, hello + hello);
    QTRY_COMPARE(client.received.count("\r\n\r\nhello"), 2);
    client.socket.write(hello);
    QTRY_COMPARE(client.received.count("\r\n\r\nhello"), 3);
    client.socket.write("GET /hello HTTP/1.1\r\nHost: relay\r\nConnection: close\r\n\r\n");
    QTRY_COMPARE(client.received.count("\r\n\r\nhello"), 4);
    QTRY_VERIFY(client.closed);
    QTRY_COMPARE(m_fixture->server->connectionCount(), 0);
}

void tst_Tls::oldVersionsAreRefused()
{
    start();
    for (const QSsl::SslProtocol protocol : {QSsl::TlsV1_2, QSsl::TlsV1_3}) {
        TlsClient client(*m_fixture, hello, protocol);
        QTRY_VERIFY(client.received.endsWith("hello"));
        QCOMPARE(client.socket.sessionProtocol(), protocol);
    }
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    TlsClient old(*m_fixture, hello, QSsl::TlsV1_1);
    QT_WARNING_POP
    QTRY_VERIFY(old.socket.state() == QAbstractSocket::UnconnectedState);
    QVERIFY(old.received.isEmpty());
}

void tst_Tls::largeBodyComesAndGoes()
{
    m_fixture->limits.bodyBytes = 4 * 1024 * 1024;
    start();
    QByteArray body(3 * 1024 * 1024, 'x');
    for (qsizetype i = 0; i < body.size(); i += 997)
        body[i] = static_cast<char>('a' + i % 26);
    TlsClient client(*m_fixture, "POST /echo HTTP/1.1\r\nHost: relay\r\nContent-Length: " +
                                     QByteArray::number(body.size()) + "\r\n\r\n" + body + hello);
    QTRY_VERIFY_WITH_TIMEOUT(client.received.endsWith("\r\n\r\nhello"), 20'000);
    QVERIFY(client.received.contains(body));
}

void tst_Tls::webSocketOnTheSamePort()
{
    start();
    QWebSocket socket;
    QSslConfiguration anybody = socket.sslConfiguration();
    anybody.setPeerVerifyMode(QSslSocket::VerifyNone);
    socket.setSslConfiguration(anybody);
    QStringList texts;
    connect(&socket, &QWebSocket::textMessageReceived, this,
            [&](const QString& text) { texts.push_back(text); });
    socket.open(QUrl(QStringLiteral("wss://127.0.0.1:%1/ws").arg(m_fixture->server->port())));
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    const QString large(200'000, u'ü');
    socket.sendTextMessage(QStringLiteral("one"));
    socket.sendTextMessage(large.left(100'000));
    QTRY_COMPARE(texts, QStringList({QStringLiteral("one"), large.left(100'000)}));
    socket.close();
    QTRY_COMPARE(m_fixture->server->connectionCount(), 0);
}

void tst_Tls::silenceHoldsNoPlace()
{
    m_fixture->limits.headerTime = milliseconds(200);
    start();
    const RawClient silent(*m_fixture);
    QTRY_VERIFY(silent.closed);
    QVERIFY(silent.received.isEmpty());
    QTRY_COMPARE(m_fixture->server->connectionCount(), 0);
}

void tst_Tls::garbageHoldsNoPlace()
{
    start();
    const RawClient plain(*m_fixture, hello);
    const RawClient noise(*m_fixture, QByteArray(5'000, '\x16'));
    QTRY_VERIFY(plain.closed && noise.closed);
    QTRY_COMPARE(m_fixture->server->connectionCount(), 0);
    TlsClient next(*m_fixture, hello);
    QTRY_VERIFY(next.received.endsWith("hello"));
}

void tst_Tls::halfAHandshakeHoldsNoPlace()
{
    m_fixture->limits.headerTime = milliseconds(300);
    start();
    // A TLS record that announces 512 bytes and drips them must not prolong its time.
    RawClient dripping(*m_fixture, QByteArray::fromHex("16030102000100"));
    QTimer drip;
    connect(&drip, &QTimer::timeout, this, [&] { dripping.send(QByteArray(1, '\0')); });
    drip.start(20);
    QTRY_VERIFY(dripping.closed);
    QTRY_COMPARE(m_fixture->server->connectionCount(), 0);
}

void tst_Tls::whoHasTooManyIsTold()
{
    m_fixture->limits.connectionsPerAddress = 1;
    m_fixture->limits.headerTime = milliseconds(400);
    start();
    TlsClient first(*m_fixture, hello);
    QTRY_VERIFY(first.received.endsWith("hello"));
    TlsClient second(*m_fixture, hello);
    QTRY_VERIFY2(second.received.startsWith("HTTP/1.1 429 "), second.received.constData());
    const RawClient refusedAndSilent(*m_fixture); // never takes its refusal
    QTRY_VERIFY(refusedAndSilent.closed);
    QCOMPARE(m_fixture->server->stats().refused.value(), 2U);
}

void tst_Tls::readerThatNeverReads()
{
    m_fixture->limits.writeBytes = 256 * 1024;
    start();
    TlsClient client(*m_fixture,
                     "GET /ws HTTP/1.1\r\nHost: relay\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    client.socket.setReadBufferSize(1024);
    client.reads = false;
    QTRY_COMPARE(m_sockets.size(), std::size_t{1});
    QTimer pushing;
    const QByteArray piece(32 * 1024, 'p');
    connect(&pushing, &QTimer::timeout, this, [&] { m_sockets.front()->send(piece); });
    pushing.start(0);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->server->stats().slowReaders.value(), 1U, 20'000);
    pushing.stop();
    QTRY_COMPARE(m_fixture->server->connectionCount(), 0);
}

void tst_Tls::aNewCertificateIsShownToNewConnections()
{
    start();
    TlsClient before(*m_fixture, hello);
    QTRY_VERIFY(before.received.endsWith("hello"));
    const Certificate renewed("renewed.test");
    m_fixture->server->setTls(*TlsIdentity::load(renewed.certificatePath, renewed.keyPath));
    TlsClient after(*m_fixture, hello);
    QTRY_VERIFY(after.received.endsWith("hello"));
    const auto nameOf = [](const TlsClient& client) {
        return client.socket.peerCertificate().subjectInfo(QSslCertificate::CommonName);
    };
    QCOMPARE(nameOf(before), QStringList{QStringLiteral("relay.test")});
    QCOMPARE(nameOf(after), QStringList{QStringLiteral("renewed.test")});
    before.socket.write(hello); // who was there goes on
    QTRY_COMPARE(before.received.count("\r\n\r\nhello"), 2);
}

void tst_Tls::drains()
{
    start();
    TlsClient client(*m_fixture, hello);
    QTRY_VERIFY(client.received.endsWith("hello"));
    QSignalSpy drained(m_fixture->server.get(), &Server::drained);
    m_fixture->server->drain();
    QTRY_COMPARE(drained.size(), 1);
    QTRY_VERIFY(client.closed);
}

void tst_Tls::identitiesThatAreNone()
{
    const Certificate other;
    const QString none = m_certificate.directory.filePath(QStringLiteral("none.pem"));
    const QString text = m_certificate.directory.filePath(QStringLiteral("text.pem"));
    QFile file(text);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("no certificate") > 0);
    file.close();
    const auto refused = [](const QString& certificate, const QString& key, const QString& named) {
        const auto identity = TlsIdentity::load(certificate, key);
        return !identity && identity.error().code == ErrorCode::Invalid &&
               identity.error().message.contains(named) && !identity.error().detail.isEmpty();
    };
    QVERIFY(refused(none, m_certificate.keyPath, none));
    QVERIFY(refused(m_certificate.certificatePath, none, none));
    QVERIFY(refused(text, m_certificate.keyPath, text));
    QVERIFY(refused(m_certificate.certificatePath, text, text));
    QVERIFY(
        refused(m_certificate.certificatePath, m_certificate.certificatePath, m_certificate.certificatePath));
    QVERIFY(refused(m_certificate.certificatePath, other.keyPath, other.keyPath)); // another's key
}

RELEVO_TEST(tst_Tls)

#include "tst_tls.moc"
