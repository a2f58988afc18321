#include "support/test_main.h"

#include <http/request_target.h>
#include <http/response_writer.h>
#include <http/router.h>

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::http;

class tst_Router : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void finds_data();
    void finds();
    void listsRoutes();
    void methodsOfAPath();
    void problemDocument();
    void noHeaderInjection();
    void responseBytes();
    void dates();

private:
    Router m_router;
};

namespace {

std::vector<QString> segmentsOf(const char* target)
{
    Request request;
    request.method = "GET";
    request.target = target;
    return parseTarget(request) ? request.segments : std::vector<QString>();
}

} // namespace

void tst_Router::initTestCase()
{
    const Handler none = [](const Request&, const Responder&) {
    };
    m_router.add("GET", QStringLiteral("/"), none);
    m_router.add("GET", QStringLiteral("/api/handoff/{id}"), none);
    m_router.add("GET", QStringLiteral("/api/handoff/pending"), none);
    m_router.add("POST", QStringLiteral("/api/handoff/{id}/claim"), none);
    m_router.add("PUT", QStringLiteral("/api/{kind}/{id}/claim"), none);
    m_router.add("GET", QStringLiteral("/static/{path...}"), none, {.cors = true, .bodyBytes = 0});
    m_router.addWebSocket(QStringLiteral("/ws/agent"),
                          [](const Request&, const std::shared_ptr<WebSocket>&) {});
}

void tst_Router::finds_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("parameter");
    const auto row = [](const char* method, const char* target, const QString& pattern,
                        const QString& parameter = {}) {
        QTest::addRow("%s %s", method, target)
            << QByteArray(method) << QByteArray(target) << pattern << parameter;
    };
    row("GET", "/", QStringLiteral("/"));
    row("HEAD", "/", QStringLiteral("/"));
    row("POST", "/", {});
    row("GET", "/api/handoff/pending", QStringLiteral("/api/handoff/pending"));
    row("GET", "/api/handoff/42", QStringLiteral("/api/handoff/{id}"), QStringLiteral("id=42"));
    row("GET", "/api/handoff/a%2Fb", QStringLiteral("/api/handoff/{id}"), QStringLiteral("id=a/b"));
    row("GET", "/api/handoff/", {});
    row("GET", "/api/handoff/42/", {});
    row("POST", "/api/handoff/42/claim", QStringLiteral("/api/handoff/{id}/claim"), QStringLiteral("id=42"));
    row("PUT", "/api/x/42/claim", QStringLiteral("/api/{kind}/{id}/claim"), QStringLiteral("kind=x,id=42"));
    row("get", "/", {});
    row("GET", "/static/a/b/c.js", QStringLiteral("/static/{path...}"), QStringLiteral("path=a/b/c.js"));
    row("GET", "/static", {});
    row("GET", "/API/handoff/pending", {});
}

void tst_Router::finds()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, target);
    QFETCH(const QString, pattern);
    QFETCH(const QString, parameter);
    const std::vector<QString> segments = segmentsOf(target.constData());
    const Router::Route* const route = m_router.find(method, segments);
    QCOMPARE(route ? route->info.pattern : QString(), pattern);
    if (route) {
        QStringList parameters;
        for (const auto& [name, value] : Router::parametersOf(*route, segments)) {
            parameters.append(name + u'=' + value);
        }
        QCOMPARE(parameters.join(u','), parameter);
    }
}

void tst_Router::listsRoutes()
{
    const std::vector<Router::RouteInfo> routes = m_router.routes();
    QCOMPARE(routes.size(), size_t(7));
    QCOMPARE(routes[3].method, QByteArray("POST"));
    QCOMPARE(routes[3].pattern, QStringLiteral("/api/handoff/{id}/claim"));
    QVERIFY(!routes[3].webSocket);
    QVERIFY(routes[6].webSocket);
}

void tst_Router::methodsOfAPath()
{
    QCOMPARE(joined(m_router.methodsOf(segmentsOf("/api/handoff/42/claim"))),
             QByteArray("POST, PUT, OPTIONS"));
    QCOMPARE(joined(m_router.methodsOf(segmentsOf("/"))), QByteArray("GET, HEAD, OPTIONS"));
    QVERIFY(m_router.methodsOf(segmentsOf("/nowhere")).empty());
    QVERIFY(m_router.isCors(segmentsOf("/static/x")));
    QVERIFY(!m_router.isCors(segmentsOf("/")));
}

void tst_Router::problemDocument()
{
    const Error error{ErrorCode::AlreadyClaimed,
                      QStringLiteral("Somebody was faster"),
                      QStringLiteral("Pick another"),
                      {{QStringLiteral("holder"), QStringLiteral("ana")}}};
    const Response response = Response::problem(error);
    QCOMPARE(response.status, 409);
    QCOMPARE(response.headers[0].value, QByteArray("application/problem+json"));
    const QJsonObject object = QJsonDocument::fromJson(response.body).object();
    QCOMPARE(object.value(u"code").toString(), QStringLiteral("already_claimed"));
    QCOMPARE(object.value(u"title").toString(), QStringLiteral("Somebody was faster"));
    QCOMPARE(object.value(u"detail").toString(), QStringLiteral("Pick another"));
    QCOMPARE(object.value(u"status").toInt(), 409);
    QCOMPARE(object.value(u"type").toString(), QStringLiteral("about:blank"));
    QCOMPARE(object.value(u"holder").toString(), QStringLiteral("ana"));
}

void tst_Router::noHeaderInjection()
{
    Response response = Response::noContent();
    response.with("Location", "/x\r\nSet-Cookie: a=b");
    const QByteArray bytes = serialized(response, {});
    QVERIFY(!bytes.contains("\r\nSet-Cookie"));
    QVERIFY(bytes.contains("Location: /x  Set-Cookie: a=b\r\n"));
}

void tst_Router::responseBytes()
{
    ResponseFrame frame;
    frame.date = "now";
    frame.correlationId = "c-1";
    QByteArray bytes = serialized(Response::json(200, "{}"), frame);
    QVERIFY(bytes.startsWith(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nDate: now\r\n"));
    QVERIFY(bytes.endsWith("\r\n\r\n{}"));
    QVERIFY(bytes.contains("X-Request-Id: c-1\r\n"));
    QVERIFY(!bytes.contains("Connection:"));

    frame.head = true;
    frame.keepAlive = false;
    bytes = serialized(Response::json(200, "{}"), frame);
    QVERIFY(bytes.contains("Content-Length: 2\r\n"));
    QVERIFY(bytes.contains("Connection: close\r\n"));
    QVERIFY(bytes.endsWith("\r\n\r\n"));
    QVERIFY(!serialized(Response::noContent(), frame).contains("Content-Length"));
}

void tst_Router::dates()
{
    QCOMPARE(httpDate(Timestamp(std::chrono::seconds(784'111'777))),
             QByteArray("Sun, 06 Nov 1994 08:49:37 GMT"));
}

RELEVO_TEST(tst_Router)
#include "tst_router.moc"
