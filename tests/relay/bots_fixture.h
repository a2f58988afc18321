#pragma once

#include "../assist/model_server.h"
#include "desk_fixture.h"

#include <QtTest/QtTest>

namespace relevo::test {

/// A project's bots against the real relay: customers on the web chat, a webhook of the project's own.
class BotsFixture : public QObject
{
protected:
    using Server = assist::ModelServer;
    struct Customer
    {
        std::unique_ptr<WsClient> socket;
        QString session;
        std::string conversation;
        QByteArray token;
        int said = 0;

        void say(const std::string& text)
        {
            socket->call("message.send", {{"clientId", std::to_string(++said)}, {"content", text}});
        }
        /// What came from bots, in order.
        [[nodiscard]] std::vector<std::string> heard() const
        {
            std::vector<std::string> texts;
            for (const auto& [method, params] : socket->notifications()) {
                if (method == "event" && params.at("type") == "message.sent" &&
                    params.at("data").at("message").at("author") == "bot")
                    texts.push_back(params.at("data").at("message").at("content"));
            }
            return texts;
        }
    };

    std::unique_ptr<DeskFixture> m_desk;
    std::unique_ptr<Server> m_server;
    QByteArray m_secret;

    HttpCalls& program() { return m_desk->bot(); }
    Customer customer(const char* language = "en")
    {
        Customer customer;
        customer.socket = std::make_unique<WsClient>();
        customer.socket->keepNotifications(true);
        customer.socket->open(m_desk->relay.socketUrl(QStringLiteral("/ws/visitor")));
        if (!QTest::qWaitFor([&] { return customer.socket->isOpen(); }))
            return customer;
        const Json hello = customer.socket->callAndWait(
            "hello", {{"projectKey", m_desk->relay.projectId.toStdString()}, {"language", language}});
        customer.conversation = hello.at("result").at("conversationId");
        customer.token = QByteArray::fromStdString(hello.at("result").at("visitorToken").get<std::string>());
        customer.session = QStringLiteral("web:") + QString::fromStdString(customer.conversation);
        return customer;
    }
    /// The project's bots, with a webhook `mine` for everything.
    bool setUp(const Json& more = Json::object())
    {
        Json bots{{"bots",
                   {{{"name", "faq"}, {"type", "faq"}},
                    {{"name", "orders"}, {"type", "orders"}},
                    {{"name", "triage"}, {"type", "triage"}},
                    {{"name", "mine"},
                     {"type", "webhook"},
                     {"url", m_server->url(QStringLiteral("/turn")).toString().toStdString()},
                     {"answerSeconds", 5}}}},
                  {"lanes", {{"info", "mine"}}}};
        bots.update(more);
        const HttpAnswer answer =
            program().put(QStringLiteral("/api/projects/%1/bots").arg(m_desk->relay.projectId), bots);
        if (const Json made = answer.json.value("secrets", Json::object()); made.contains("mine"))
            m_secret = QByteArray::fromStdString(made.at("mine"));
        return answer.status == 200;
    }
    Json turns(const QString& session)
    {
        return program()
            .get(QStringLiteral("/api/conversations/%1/turns").arg(session))
            .json.value("items", Json::array());
    }
    std::string newestStatus(const QString& session)
    {
        const Json all = turns(session);
        return all.empty() ? "" : all.front().value("status", "");
    }
    Json asked(std::size_t number) const
    {
        return Json::parse(m_server->asked.at(number).body.toStdString(), nullptr, false);
    }
    Json conversation(const QString& session)
    {
        return program().get(QStringLiteral("/api/conversations/") + session).json;
    }
    HttpAnswer later(const Customer& customer, const std::string& turn, const Json& answer)
    {
        return program().post(QStringLiteral("/api/conversations/%1/turns/%2")
                                  .arg(customer.session, QString::fromStdString(turn)),
                              answer);
    }
    static Server::Scripted says(const QByteArray& json) { return {200, json, {}}; }
    static Server::Scripted hanging()
    {
        Server::Scripted answer;
        answer.hangs = true;
        return answer;
    }
};

} // namespace relevo::test
