#include "support/test_main.h"

#include <client/connection.h>
#include <client/relay_api.h>

#include <http/certificate.h>

#include <QtNetwork/QNetworkProxy>
#include <QtNetwork/QSslConfiguration>
#include <QtNetwork/QSslKey>
#include <QtNetwork/QSslServer>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>

#include <memory>

using namespace relevo;
using namespace relevo::client;
using protocol::Json;

namespace {

const QByteArray answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}";

/// Writes down what comes first, and answers like a relay when it is HTTP.
template <typename Server>
class Listener final : public Server
{
public:
    Listener()
    {
        if (!this->listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        QObject::connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket* socket = this->nextPendingConnection();
            const auto read = [this, socket] {
                seen += socket->readAll();
                if (!seen.contains("\r\n\r\n"))
                    return;
                socket->write(answer);
                socket->disconnectFromHost();
            };
            QObject::connect(socket, &QTcpSocket::readyRead, socket, read);
            read();
        });
    }
    QByteArray seen;
};

} // namespace

/// The way to the network that was chosen is the one that is taken.
class tst_Connection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        useProxy({});
        (void)trustAlso({});
        holdTo({});
    }

    void anHttpProxyIsUsed()
    {
        Listener<QTcpServer> proxy;
        useProxy({ProxyKind::Http, QStringLiteral("127.0.0.1"), proxy.serverPort(), QStringLiteral("ana"),
                  QStringLiteral("secret")});
        ask(QUrl(QStringLiteral("http://relay.example.test")));
        QTRY_VERIFY(m_done);
        QVERIFY(*m_done);
        QVERIFY(proxy.seen.startsWith("GET http://relay.example.test/api/x ") ||
                proxy.seen.startsWith("CONNECT"));
    }

    void aSocksProxyIsUsed()
    {
        Listener<QTcpServer> proxy;
        useProxy({ProxyKind::Socks, QStringLiteral("127.0.0.1"), proxy.serverPort(), {}, {}});
        ask(QUrl(QStringLiteral("http://relay.example.test")));
        QTRY_VERIFY(!proxy.seen.isEmpty());
        QCOMPARE(proxy.seen.front(), '\x05');
    }

    void thisComputerIsReachedDirectly()
    {
        Listener<QTcpServer> proxy;
        Listener<QTcpServer> relay;
        useProxy({ProxyKind::Http, QStringLiteral("127.0.0.1"), proxy.serverPort(), {}, {}});
        ask(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(relay.serverPort())));
        QTRY_VERIFY(m_done);
        QVERIFY(*m_done);
        QVERIFY(proxy.seen.isEmpty());
    }

    void withoutAProxyThereIsNone()
    {
        Listener<QTcpServer> proxy;
        useProxy({ProxyKind::Http, QStringLiteral("127.0.0.1"), proxy.serverPort(), {}, {}});
        useProxy({ProxyKind::None, {}, 0, {}, {}});
        const QNetworkProxyQuery query(QUrl(QStringLiteral("http://relay.example.test")));
        QCOMPARE(QNetworkProxyFactory::proxyForQuery(query).value(0).type(), QNetworkProxy::NoProxy);
    }

    void anAuthorityOfOnesOwn()
    {
        const Certificate certificate;
        const QByteArray pem = bytesOf(certificate.certificatePath);
        Listener<QSslServer> relay;
        relay.setSslConfiguration(shows(certificate));
        const QUrl url(QStringLiteral("https://127.0.0.1:%1").arg(relay.serverPort()));
        ask(url);
        QTRY_VERIFY(m_done);
        QVERIFY(!*m_done);
        QCOMPARE(m_done->error().context.at(QStringLiteral("reason")), QStringLiteral("tls"));

        QCOMPARE(trustAlso(pem).value_or(0), 1);
        ask(url);
        QTRY_VERIFY(m_done);
        QVERIFY2(*m_done, qPrintable(*m_done ? QString() : m_done->error().message));
        // A file without one changes nothing.
        QVERIFY(!trustAlso("-----BEGIN NOTHING-----"));
        ask(url);
        QTRY_VERIFY(m_done);
        QVERIFY(*m_done);
        QCOMPARE(trustAlso({}).value_or(-1), 0);
        ask(url);
        QTRY_VERIFY(m_done);
        QVERIFY(!*m_done);
    }

    void aRelayIsHeldToWhatWasAgreedTo()
    {
        const Certificate first;
        const Certificate authority("Known Authority");
        const Certificate signedByIt("relay.test", &authority);
        QVERIFY(trustAlso(bytesOf(authority.certificatePath)));
        Listener<QSslServer> relay;
        relay.setSslConfiguration(shows(first));
        const QUrl url(QStringLiteral("https://127.0.0.1:%1").arg(relay.serverPort()));
        const QSslCertificate agreed(bytesOf(first.certificatePath));
        ask(url);
        QTRY_VERIFY(m_done);
        QVERIFY(!*m_done);
        // Agreed to: the same program goes on at once.
        holdTo({{hostOf(url), agreed}});
        askAgain();
        QTRY_VERIFY(m_done);
        QVERIFY2(*m_done, qPrintable(*m_done ? QString() : m_done->error().message));
        // An authority vouches for another one: refused, and nothing is said to it.
        relay.setSslConfiguration(shows(signedByIt));
        relay.seen.clear();
        ask(url);
        QTRY_VERIFY(m_done);
        QVERIFY(!*m_done);
        QCOMPARE(m_done->error().context.at(QStringLiteral("reason")), QStringLiteral("tls"));
        QVERIFY(relay.seen.isEmpty());
        holdTo({});
        askAgain();
        QTRY_VERIFY(m_done);
        QVERIFY(*m_done);
    }

private:
    std::unique_ptr<RelayApi> m_api;
    std::optional<Result<Json>> m_done;

    static QByteArray bytesOf(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QSslConfiguration shows(const Certificate& certificate)
    {
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(bytesOf(certificate.certificatePath)));
        configuration.setPrivateKey(QSslKey(bytesOf(certificate.keyPath), QSsl::Ec));
        return configuration;
    }
    void ask(const QUrl& relay)
    {
        m_api = std::make_unique<RelayApi>();
        m_api->use(relay, QStringLiteral("token"));
        askAgain();
    }
    void askAgain()
    {
        m_done.reset();
        m_api->get(QStringLiteral("/api/x"), this,
                   [this](const Result<Json>& said) { m_done.emplace(said); });
    }
};

RELEVO_TEST(tst_Connection)
#include "tst_connection.moc"
