#include "fixture.h"
#include "support/test_main.h"

#include <http/proxy_trust.h>

#include <QtWebSockets/QWebSocket>

using namespace relevo;
using namespace relevo::http;

/// Whom a request counts as, when it comes through proxies.
class tst_ProxyTrust : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void client_data();
    void client();
    void refusesWhatIsNoNetwork_data();
    void refusesWhatIsNoNetwork();
    void nobodyIsBelievedByDefault();
    void requestsOfOneProxyAreManyClients();
    void eachClientBehindAProxyHasItsOwnLimit();
};

void tst_ProxyTrust::client_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* peer, const char* header, const char* expected) {
        QTest::newRow(name) << QString::fromLatin1(peer) << QByteArray(header)
                            << QString::fromLatin1(expected);
    };
    row("no proxy", "198.51.100.7", "203.0.113.9", "198.51.100.7");
    row("one proxy", "10.0.0.1", "203.0.113.9", "203.0.113.9");
    row("nothing said", "10.0.0.1", "", "10.0.0.1");
    row("two proxies", "10.0.0.1", "203.0.113.9, 10.0.0.2", "203.0.113.9");
    row("what the client wrote itself does not count", "10.0.0.1", "1.1.1.1, 203.0.113.9", "203.0.113.9");
    row("nor does nonsense", "10.0.0.1", "1.1.1.1, unknown", "10.0.0.1");
    row("nonsense behind a second proxy", "10.0.0.1", "<script>, 10.0.0.2", "10.0.0.2");
    row("only proxies", "10.0.0.1", "10.0.0.3,10.0.0.2", "10.0.0.3");
    row("with a port", "10.0.0.1", "203.0.113.9:4711", "203.0.113.9");
    row("sixth version", "fd00::1", "2001:db8::5", "2001:db8::5");
    row("sixth version with a port", "fd00::1", "[2001:db8::5]:4711", "2001:db8::5");
    row("fourth in the sixth", "10.0.0.1", "::ffff:203.0.113.9", "203.0.113.9");
    row("no scopes", "fd00::1", "fe80::1%eth0", "fd00::1");
    row("empty places", "10.0.0.1", "203.0.113.9,,", "10.0.0.1");
    row("half a bracket", "10.0.0.1", "[2001:db8::5", "10.0.0.1");
}

void tst_ProxyTrust::client()
{
    QFETCH(const QString, peer);
    QFETCH(const QByteArray, header);
    QFETCH(const QString, expected);
    const auto trust = ProxyTrust::parse({QStringLiteral("10.0.0.0/8"), QStringLiteral("fd00::/8")});
    QVERIFY(trust);
    QCOMPARE(trust->clientOf(QHostAddress(peer), header).toString(), expected);
}

void tst_ProxyTrust::refusesWhatIsNoNetwork_data()
{
    QTest::addColumn<QString>("text");
    for (const char* text :
         {"", "localhost", "10", "10.0.0.0/33", "10.0.0.0/x", "fd00::/129", "10.0.0.1 10.0.0.2"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void tst_ProxyTrust::refusesWhatIsNoNetwork()
{
    QFETCH(const QString, text);
    const auto trust = ProxyTrust::parse({QStringLiteral("127.0.0.1"), text});
    QVERIFY(!trust);
    QCOMPARE(trust.error().code, ErrorCode::Invalid);
    QVERIFY(trust.error().message.contains(u'"' + text + u'"'));
}

void tst_ProxyTrust::nobodyIsBelievedByDefault()
{
    const QHostAddress peer(QHostAddress::LocalHost);
    QCOMPARE(ProxyTrust().clientOf(peer, "203.0.113.9"), peer);
}

void tst_ProxyTrust::requestsOfOneProxyAreManyClients()
{
    ServerFixture fixture;
    fixture.router.add("GET", QStringLiteral("/who"), [](const Request& request, const Responder& responder) {
        responder.send(Response::text(200, "[" + request.peer.toString().toLatin1() + "]"));
    });
    fixture.limits.connectionsPerAddress = 2;
    fixture.start();
    const QByteArray request = "GET /who HTTP/1.1\r\nHost: relay\r\nX-Forwarded-For: 203.0.113.9\r\n\r\n";
    RawClient before(fixture, request);
    QTRY_VERIFY(before.received.endsWith("[127.0.0.1]")); // not trusted yet
    fixture.server->setProxies(*ProxyTrust::parse({QStringLiteral("127.0.0.0/8")}));
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 6; ++i) // more than one address may have
        clients.push_back(std::make_unique<RawClient>(fixture, request));
    for (const auto& client : clients)
        QTRY_VERIFY2(client->received.endsWith("[203.0.113.9]"), client->received.constData());
}

void tst_ProxyTrust::eachClientBehindAProxyHasItsOwnLimit()
{
    ServerFixture fixture;
    std::vector<std::shared_ptr<WebSocket>> sockets;
    fixture.router.addWebSocket(
        QStringLiteral("/ws"),
        [&](const Request&, const std::shared_ptr<WebSocket>& socket) { sockets.push_back(socket); });
    fixture.limits.connectionsPerAddress = 2;
    fixture.start();
    fixture.server->setProxies(*ProxyTrust::parse({QStringLiteral("127.0.0.1")}));
    const auto open = [&](const QByteArray& client) {
        return std::make_unique<RawClient>(
            fixture, "GET /ws HTTP/1.1\r\nHost: relay\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                     "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                     "X-Forwarded-For: " +
                         client + "\r\n\r\n");
    };
    auto first = open("203.0.113.1");
    auto second = open("203.0.113.1");
    QTRY_COMPARE(first->statuses(), QList<int>{101});
    QTRY_COMPARE(second->statuses(), QList<int>{101});
    const auto third = open("203.0.113.1");
    const auto other = open("203.0.113.2");
    QTRY_COMPARE(third->statuses(), QList<int>{429});
    QVERIFY(third->received.contains("Retry-After: "));
    QTRY_COMPARE(other->statuses(), QList<int>{101});
    first.reset(); // a place becomes free
    QTRY_COMPARE(fixture.server->webSocketCount(), 2);
    const auto again = open("203.0.113.1");
    QTRY_COMPARE(again->statuses(), QList<int>{101});
    sockets.clear();
}

RELEVO_TEST(tst_ProxyTrust)

#include "tst_proxytrust.moc"
