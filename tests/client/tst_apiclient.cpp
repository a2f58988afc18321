#include "http_answer.h"
#include "support/test_main.h"

#include <client/relay_api.h>

#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>

#include <memory>

using namespace relevo;
using namespace relevo::client;
using protocol::Json;
using test::http;

namespace {

/// Answers every request with the same bytes, or with none.
class Server final : public QTcpServer
{
public:
    Server()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket* socket = nextPendingConnection();
            connect(socket, &QTcpSocket::disconnected, this, [this] { ++hungUp; });
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                request += socket->readAll();
                if (answer.isEmpty() || !request.contains("\r\n\r\n"))
                    return;
                socket->write(answer);
                socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1/desk").arg(serverPort()));
    }

    QByteArray answer;
    QByteArray request;
    int hungUp = 0;
};

} // namespace

class tst_ApiClient final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<Server>();
        m_api = std::make_unique<RelayApi>();
        m_api->use(m_server->url(), QStringLiteral("secret"));
        m_answer.reset();
    }
    void cleanup()
    {
        m_api.reset();
        m_server.reset();
    }

    void asksWithTheToken()
    {
        m_server->answer = http("200 OK", R"({"items":[1]})");
        m_api->get(QStringLiteral("/api/audit?type=settings.changed&limit=1"), this, keep());
        QTRY_VERIFY(m_answer);
        QVERIFY(*m_answer);
        QCOMPARE((**m_answer)["items"][0].get<int>(), 1);
        QVERIFY(m_server->request.startsWith("GET /desk/api/audit?type=settings.changed&limit=1 HTTP/1.1"));
        QVERIFY(m_server->request.contains("Authorization: Bearer secret\r\n"));
    }

    void sendsJson()
    {
        m_server->answer = http("200 OK", "{}");
        m_api->put(QStringLiteral("/api/x"), Json{{"a", 1}}, this, keep());
        QTRY_VERIFY(m_answer);
        QVERIFY(*m_answer);
        QVERIFY(m_server->request.startsWith("PUT /desk/api/x HTTP/1.1"));
        QVERIFY(m_server->request.endsWith(R"({"a":1})"));
    }

    void aRefusalSaysWhatIsWrong()
    {
        m_server->answer = http("422 No", R"({"title":"Bad.","detail":"Look.","code":"invalid","field":"a",
            "errors":[{"field":"businessHours.days.mon[0]","detail":"must differ"},{"field":"a","detail":"is b"},7]})");
        m_api->get(QStringLiteral("/api/x"), this, keep());
        QTRY_VERIFY(m_answer);
        QVERIFY(!*m_answer);
        const Error& error = m_answer->error();
        QCOMPARE(error.code, ErrorCode::Invalid);
        QCOMPARE(error.message, QStringLiteral("Bad."));
        QCOMPARE(error.context.at(QStringLiteral("status")), QStringLiteral("422"));
        const std::map<QString, QString> wrong = wrongFields(error);
        QCOMPARE(wrong.size(), std::size_t{2});
        QCOMPARE(wrong.at(QStringLiteral("businessHours.days.mon[0]")), QStringLiteral("must differ"));
    }

    void oneFieldIsEnough()
    {
        m_server->answer = http("403 No", R"({"title":"No.","code":"forbidden","field":"oldPassword"})");
        m_api->post(QStringLiteral("/api/x"), Json::object(), this, keep());
        QTRY_VERIFY(m_answer);
        QVERIFY(wrongFields(m_answer->error()).contains(QStringLiteral("oldPassword")));
    }

    void nonsenseIsTold_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a page") << http("200 OK", "<html>hello</html>");
        QTest::newRow("a gateway's page") << http("502 Bad Gateway", "<html>no</html>");
        QTest::newRow("elsewhere") << http("302 Found", "{}", "Location: http://127.0.0.1:1/\r\n");
        QTest::newRow("cut off") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":1");
        QTest::newRow("too long") << http("200 OK", '"' + QByteArray(5 * 1024 * 1024, 'x') + '"');
        QTest::newRow("not HTTP") << QByteArray("SSH-2.0-OpenSSH\r\n");
    }
    void nonsenseIsTold()
    {
        QFETCH(QByteArray, bytes);
        m_server->answer = bytes;
        m_api->get(QStringLiteral("/api/x"), this, keep());
        QTRY_VERIFY_WITH_TIMEOUT(m_answer, 20'000);
        QVERIFY(!*m_answer);
        QCOMPARE(m_answer->error().code, ErrorCode::Unavailable);
        QVERIFY(!m_answer->error().message.isEmpty());
    }

    void nobodyAnswers()
    {
        m_server->close();
        m_api->get(QStringLiteral("/api/x"), this, keep());
        QTRY_VERIFY(m_answer);
        QCOMPARE(m_answer->error().context.at(QStringLiteral("reason")), QStringLiteral("unreachable"));
    }

    void endsWithItsOwner()
    {
        auto owner = std::make_unique<QObject>();
        m_api->get(QStringLiteral("/api/x"), owner.get(), keep());
        QTRY_VERIFY(!m_server->request.isEmpty());
        owner.reset();
        QTRY_COMPARE(m_server->hungUp, 1);
        QVERIFY(!m_answer);
    }

    void endsWithTheSession()
    {
        m_api->get(QStringLiteral("/api/x"), this, keep());
        QTRY_VERIFY(!m_server->request.isEmpty());
        m_api->forget();
        QTRY_VERIFY(m_answer);
        QCOMPARE(m_answer->error().code, ErrorCode::Unauthorized);
        QVERIFY(!m_api->isReady());
        // And who asks without one is told the same, later.
        m_answer.reset();
        m_api->get(QStringLiteral("/api/x"), this, keep());
        QVERIFY(!m_answer);
        QTRY_VERIFY(m_answer);
        QCOMPARE(m_answer->error().code, ErrorCode::Unauthorized);
    }

private:
    std::unique_ptr<Server> m_server;
    std::unique_ptr<RelayApi> m_api;
    std::optional<Result<Json>> m_answer;

    RelayApi::Answer keep()
    {
        return [this](const Result<Json>& answer) {
            m_answer.emplace(answer);
        };
    }
};

RELEVO_TEST(tst_ApiClient)
#include "tst_apiclient.moc"
