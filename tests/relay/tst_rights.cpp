#include "callers.h"
#include "http_calls.h"
#include "support/test_main.h"
#include "ws_client.h"

#include <relay/admin.h>
#include <relay/relay_server.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::relay;
using namespace relevo::test;
using Json = nlohmann::json;

/// Everything that can be asked of the running relay, asked by everybody, and compared with the one table.
class TestRights final : public QObject
{
    Q_OBJECT

    static constexpr const char* password = "correct horse";

    QTemporaryDir m_directory;
    const SystemClock m_clock;
    UuidV7Source m_ids{m_clock};
    std::unique_ptr<RelayServer> m_server;
    QString m_project;
    std::map<std::string, std::unique_ptr<HttpCalls>> m_callers; // by what they are

    QString address(domain::Role role)
    {
        return QStringLiteral("who%1@shop.test").arg(static_cast<int>(role));
    }

    static QString concrete(QString path)
    {
        for (const char* name :
             {"{id}", "{projectKey}", "{sessionId}", "{name}", "{number}", "{turnId}", "{report}"})
            path.replace(QLatin1String(name), QStringLiteral("01890000-0000-7000-8000-000000000000"));
        return path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        ServeOptions options;
        options.store.dataDirectory = m_directory.path();
        options.store.databasePath = m_directory.filePath(QStringLiteral("relay.db"));
        options.port = 0;
        {
            auto admin = Admin::open(options.store, m_clock, m_ids);
            QVERIFY(admin);
            const auto project = (*admin)->createProject(QStringLiteral("Shop"));
            QVERIFY(project);
            m_project = project->id.toString();
            for (const domain::Role role :
                 {domain::Role::Agent, domain::Role::Supervisor, domain::Role::Admin}) {
                domain::Agent agent;
                agent.name = address(role);
                agent.email = address(role);
                agent.role = role;
                QVERIFY((*admin)->createAgent(project->id, agent, password));
            }
        }
        m_server = std::make_unique<RelayServer>(m_clock, m_ids);
        QVERIFY(m_server->start(options));
        const QUrl url(m_server->url());
        m_callers["nobody"] = std::make_unique<HttpCalls>(url);
        m_callers["liar"] = std::make_unique<HttpCalls>(url, "ra_no-such-token");
        for (const auto& [who, role] : agentRoles) {
            m_callers[who] = std::make_unique<HttpCalls>(url);
            QVERIFY(m_callers[who]->login(address(role), QString::fromLatin1(password)));
        }
        for (const QString& scope : scopeNames()) {
            const HttpAnswer made =
                m_callers["admin"]->post(QStringLiteral("/api/keys"),
                                         {{"name", scope.toStdString()}, {"scopes", {scope.toStdString()}}});
            QCOMPARE(made.status, 201);
            m_callers[scope.toStdString() == "admin" ? "key admin" : scope.toStdString()] =
                std::make_unique<HttpCalls>(url, QByteArray::fromStdString(made.json.at("apiKey")));
        }
    }

    void everyRouteAsksWhoCalls()
    {
        for (const QString& route : m_server->routes()) {
            const QString verb = route.section(u' ', 0, 0);
            // Signing out is tried below: it would end what the others need. The metrics have a token of
            // their own, too (tst_relayops).
            if (verb == QLatin1String("WS") || route.endsWith(QLatin1String("/logout")) ||
                route == QLatin1String("GET /metrics"))
                continue;
            const Right* right = rightTo(route.toStdString());
            for (const auto& [who, calls] : m_callers) {
                const HttpAnswer answer = calls->raw(verb.toLatin1(), concrete(route.section(u' ', 1)), "{}");
                const std::string about = route.toStdString() + " by " + who + ": " +
                                          std::to_string(answer.status) + " " + answer.code();
                QVERIFY2(answer.status != 0 && answer.status < 500, about.c_str());
                const bool refused = answer.status == 401 || answer.status == 403;
                // The customers' own, by a token that none of these has.
                if (route.contains(QLatin1String("/api/visitor/"))) {
                    QVERIFY2(answer.status == 401, about.c_str());
                    continue;
                }
                if (right->open) {
                    QVERIFY2(!refused, about.c_str());
                } else if (who == "nobody" || who == "liar") {
                    QVERIFY2(answer.status == 401, about.c_str());
                } else {
                    Scope scope = scopeOf(who == "key admin" ? "none" : who);
                    if (who == "key admin")
                        scope.keyScopes = ScopeAdmin;
                    QVERIFY2(refused == !checkRight(*right, scope), about.c_str());
                    QVERIFY2(!refused || answer.status == 403, about.c_str());
                }
            }
        }
        QCOMPARE(m_callers["conversations"]->post(QStringLiteral("/api/auth/logout"), Json::object()).status,
                 403);
        QCOMPARE(m_callers["nobody"]->post(QStringLiteral("/api/auth/logout"), Json::object()).status, 401);
    }

    void everyMethodOfTheSocketHasItsRow()
    {
        QUrl url(m_server->url());
        url.setScheme(QStringLiteral("ws"));
        url.setPath(QStringLiteral("/ws/agent"));
        for (const char* who : {"agent", "supervisor", "admin"}) {
            WsClient client;
            client.connectAgent(url, m_callers[who]->token());
            QTRY_VERIFY(client.helloDone());
            for (const Right& right : rights()) {
                const std::string method(right.what);
                if (method.find(' ') != std::string::npos)
                    continue;
                const Json answer = client.callAndWait(method, Json::object());
                const Json error = answer.value("error", Json::object());
                QVERIFY2(error.value("code", 0) != -32601, method.c_str());
                const bool forbidden =
                    error.contains("data") && error["data"].value("code", "") == "forbidden";
                QVERIFY2(forbidden == !checkRight(right, scopeOf(who)), method.c_str());
            }
            QCOMPARE(client.callAndWait("agent.destroy", Json::object())["error"]["code"].get<int>(), -32601);
        }
        WsClient program;
        program.open(url);
        QTRY_VERIFY(program.isOpen());
        const Json hello =
            program.callAndWait("hello", {{"token", m_callers["handoffs"]->token().toStdString()}});
        QCOMPARE(hello["error"]["data"]["code"].get<std::string>(), "forbidden");
        QTRY_COMPARE(program.closeCode(), 4003);
    }

    void cleanupTestCase()
    {
        QSignalSpy stopped(m_server.get(), &RelayServer::stopped);
        m_server->drain();
        QVERIFY(!stopped.isEmpty() || stopped.wait(10'000));
    }
};

RELEVO_TEST(TestRights)

#include "tst_rights.moc"
