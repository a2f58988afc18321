#pragma once

#include "http_calls.h"
#include "relay_process.h"
#include "ws_client.h"

#include <QtTest/QtTest>

namespace relevo::test {

inline constexpr const char* goodPassword = "a window full of rain";

/// A relay with a project and an admin, Eva, and what tests about people do again and again.
class PeopleFixture : public QObject
{
protected:
    RelayProcess m_relay;
    std::unique_ptr<HttpCalls> m_bot;
    std::unique_ptr<HttpCalls> m_admin;
    std::string m_adminId;

    /// The items of a list, as they are now.
    static Json itemsOf(HttpCalls& calls, const QString& what) { return calls.get(what).json.at("items"); }
    static QString path(const char* text) { return QString::fromLatin1(text); }
    static QString agentPath(const std::string& id, const char* rest = "")
    {
        return QStringLiteral("/api/agents/%1%2").arg(QString::fromStdString(id), QString::fromLatin1(rest));
    }
    static QString handoffPath(const std::string& id, const char* rest = "")
    {
        return QStringLiteral("/api/handoff/%1%2").arg(QString::fromStdString(id), QString::fromLatin1(rest));
    }
    std::string addAgent(const char* name, const char* role = "agent")
    {
        const HttpAnswer made =
            m_admin->post(path("/api/agents"), {{"email", std::string(name) + "@shop.test"},
                                                {"name", name},
                                                {"role", role},
                                                {"password", goodPassword}});
        return made.status == 201 ? made.json.at("agentId").get<std::string>() : std::string();
    }
    HttpAnswer signIn(const char* name, const char* password = goodPassword,
                      const Json& more = Json::object())
    {
        Json body{{"email", std::string(name) + "@shop.test"}, {"password", password}};
        body.update(more);
        return HttpCalls(m_relay.url()).post(path("/api/auth/login"), body);
    }
    std::unique_ptr<HttpCalls> callsOf(const char* name, const char* password = goodPassword)
    {
        const HttpAnswer answer = signIn(name, password);
        return std::make_unique<HttpCalls>(
            m_relay.url(),
            answer.status == 200 ? QByteArray::fromStdString(answer.json.at("token")) : QByteArray());
    }
    std::string handoffOf(const char* session)
    {
        const QString messages =
            QStringLiteral("/api/conversations/%1/messages").arg(QString::fromLatin1(session));
        (void)m_bot->post(messages, {{"author", "customer"}, {"content", "hello"}});
        return m_bot->post(path("/api/handoff/initiate"), {{"sessionId", session}, {"triggerType", "manual"}})
            .json.at("handoffId")
            .get<std::string>();
    }
    void connectTo(WsClient& client, const HttpCalls& calls)
    {
        client.connectAgent(m_relay.socketUrl(QStringLiteral("/ws/agent")), calls.token());
        QTRY_VERIFY(client.helloDone());
    }

    void start()
    {
        QVERIFY2(m_relay.start(), m_relay.errors().constData());
        QVERIFY(m_relay.createProject());
        m_adminId =
            m_relay
                .createAgent(QStringLiteral("eva@shop.test"), QStringLiteral("Eva"), QStringLiteral("admin"))
                .toStdString();
        QVERIFY(!m_adminId.empty());
        m_bot = std::make_unique<HttpCalls>(m_relay.url(), m_relay.apiKey);
        m_admin = std::make_unique<HttpCalls>(m_relay.url());
        QVERIFY(m_admin->login(QStringLiteral("eva@shop.test"), QString::fromLatin1(RelayProcess::password)));
    }
};

} // namespace relevo::test
