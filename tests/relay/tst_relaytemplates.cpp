#include "desk_fixture.h"
#include "support/test_main.h"

#include <domain/reply_window.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;
using Json = nlohmann::json;

/// A channel with a reply window at a real relay: message templates over HTTP, how desktops hear of them, and
/// what goes through a closed window and what does not.
class TestRelayTemplates final : public QObject
{
    Q_OBJECT

private:
    DeskFixture m_desk;
    QString m_handoff;
    std::string m_conversation;
    qint64 m_epoch = 0;

    [[nodiscard]] static QString path(const char* id)
    {
        return QStringLiteral("/api/message-templates/01890000-0000-7000-8000-0000000000") +
               QString::fromLatin1(id);
    }
    [[nodiscard]] static Json update()
    {
        return {{"name", "order_update"}, {"language", "en"}, {"body", "Hi {{1}}, order {{2}} is here."}};
    }
    [[nodiscard]] static Json use(const Json& values)
    {
        return {{"name", "order_update"}, {"language", "en"}, {"values", values}};
    }
    [[nodiscard]] Json send(Json more)
    {
        static int number = 0;
        const std::string id = "m" + std::to_string(++number);
        more.update(Json{{"commandId", id},
                         {"clientId", id},
                         {"conversationId", m_conversation},
                         {"handoffId", m_handoff.toStdString()},
                         {"epoch", m_epoch}});
        return m_desk.clients[0]->callAndWait("message.send", more);
    }
    [[nodiscard]] static std::string codeOf(const Json& answer)
    {
        return answer.contains("error") ? answer["error"]["data"].value("code", "") : "";
    }
    [[nodiscard]] HttpAnswer say(const Json& body)
    {
        return m_desk.bot().post(DeskFixture::messagesOf(QStringLiteral("wa")), body);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_desk.startWithAdmin(1), m_desk.relay.errors().constData());
        QVERIFY(m_desk.connectClients(1));
        m_desk.clients[0]->keepNotifications(true);
    }

    void adminsWriteThem()
    {
        HttpCalls agent(m_desk.relay.url(), m_desk.tokens[0]);
        QCOMPARE(agent.put(path("01"), update()).status, 403);
        const HttpAnswer made = m_desk.admin().put(path("01"), update());
        QCOMPARE(made.status, 200);
        QCOMPARE(made.json.at("category"), "utility");
        QCOMPARE(m_desk.admin().put(path("02"), update()).status, 409);
        QCOMPARE(m_desk.admin().put(path("01"), update()).status, 200); // itself
        const HttpAnswer list = agent.get(QStringLiteral("/api/message-templates"));
        QCOMPARE(list.json.at("items").size(), std::size_t(1));
        QCOMPARE(list.json.at("items")[0].at("name"), "order_update");
        const auto told = [this] {
            const auto& news = m_desk.clients[0]->notifications();
            return std::count_if(news.begin(), news.end(),
                                 [](const auto& one) { return one.first == "messageTemplates.changed"; });
        };
        QTRY_COMPARE_WITH_TIMEOUT(told(), 2, 30'000);
        QCOMPARE(m_desk.admin()
                     .put(path("03"), Json{{"name", "gone"}, {"language", "es"}, {"body", "Adiós"}})
                     .status,
                 200);
        QCOMPARE(m_desk.admin().raw("DELETE", path("03"), {}).status, 200);
        QCOMPARE(m_desk.admin().raw("DELETE", path("03"), {}).status, 404);
        const Json audit = m_desk.admin().get(QStringLiteral("/api/audit?limit=20")).json;
        QStringList done;
        for (const Json& item : audit.at("items"))
            done << QString::fromStdString(item.value("text", ""));
        QVERIFY2(done.contains(QStringLiteral("Eva deleted the message template gone (es).")),
                 qPrintable(done.join(u'\n')));
        QVERIFY(done.contains(QStringLiteral("Eva wrote the message template order_update (en).")));
    }

    void badOnesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("name") << QByteArray("name") << QByteArray("\"Order Update\"");
        QTest::newRow("language") << QByteArray("language") << QByteArray("\"pt-br\"");
        QTest::newRow("no body") << QByteArray("body") << QByteArray("\" \"");
        QTest::newRow("a gap") << QByteArray("body") << QByteArray("\"{{1}} {{3}}\"");
        QTest::newRow("long") << QByteArray("body") << '"' + QByteArray(1025, 'x') + '"';
        QTest::newRow("category") << QByteArray("category") << QByteArray("\"spam\"");
    }

    void badOnesAreRefused()
    {
        QFETCH(const QByteArray, field);
        QFETCH(const QByteArray, value);
        Json body = update();
        body[field.toStdString()] = Json::parse(value.toStdString());
        const HttpAnswer answer = m_desk.admin().put(path("04"), body);
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.json.value("field", ""), field.toStdString());
    }

    void nothingButATemplateBeginsIt()
    {
        QCOMPARE(say({{"author", "bot"}, {"content", "Hello"}, {"channel", "fax"}}).status, 422);
        const HttpAnswer refused = say({{"author", "bot"}, {"content", "Hello"}, {"channel", "whatsapp"}});
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.json.at("code"), "window_closed");
        for (const Json& bad : {use({"Ana"}), use({"Ana", ""}), Json{{"name", "other"}, {"language", "en"}}})
            QCOMPARE(say({{"author", "bot"}, {"template", bad}, {"channel", "whatsapp"}}).status, 422);
        QCOMPARE(say({{"author", "bot"}, {"template", use({"Ana", "7"})}, {"content", "x"}}).status, 422);
        const HttpAnswer sent =
            say({{"author", "bot"}, {"template", use({"Ana", "7"})}, {"channel", "whatsapp"}});
        QCOMPARE(sent.status, 201);
        m_conversation = sent.json.at("conversationId");
        const Json messages = m_desk.bot().get(DeskFixture::messagesOf(QStringLiteral("wa"))).json;
        QCOMPARE(messages.at("items")[0].at("content"), "Hi Ana, order 7 is here.");
        QVERIFY(messages.at("items")[0].at("template") == use({"Ana", "7"}));
    }

    void anAgentIsHeldToItToo()
    {
        const HttpAnswer asked = m_desk.bot().post(QStringLiteral("/api/handoff/initiate"),
                                                   {{"sessionId", "wa"}, {"triggerType", "manual"}});
        m_handoff = QString::fromStdString(asked.json.at("handoffId"));
        const Json claimed = m_desk.clients[0]->callAndWait(
            "handoff.claim", {{"commandId", "c1"}, {"handoffId", m_handoff.toStdString()}});
        m_epoch = claimed.at("result").at("epoch");
        QCOMPARE(codeOf(send({{"content", "Hello"}})), std::string("window_closed"));
        QCOMPARE(codeOf(send({{"template", use({"Ana"})}})), std::string("invalid"));
        const Json sent = send({{"template", use({"Ana", "8"})}});
        QVERIFY2(sent.contains("result"), sent.dump().c_str());
        QCOMPARE(sent["result"]["content"], "Hi Ana, order 8 is here.");
        QVERIFY(sent["result"]["template"] == use({"Ana", "8"}));
        // What the relay would have said is with the agents, and not with the bot.
        const auto* state = &m_desk.clients[0]->state();
        QTRY_VERIFY(
            state->conversations.contains(*domain::ConversationId::parse(std::string_view(m_conversation))));
        HttpCalls agent(m_desk.relay.url(), m_desk.tokens[0]);
        const QString messages = DeskFixture::messagesOf(QStringLiteral("wa"));
        const Json theirs = agent.get(messages).json.at("items");
        int unsent = 0;
        for (const Json& item : theirs)
            unsent += item.contains("deliveryError") && item["deliveryError"]["code"] == "window_closed" &&
                      item["note"] == true;
        QVERIFY(unsent > 0);
        const Json bots = m_desk.bot().get(messages).json.at("items");
        for (const Json& item : bots)
            QVERIFY(item.at("author") != "system");
    }

    void theCustomerOpensIt()
    {
        QCOMPARE(say({{"author", "customer"}, {"content", "Thank you"}}).status, 201);
        const Json shown = m_desk.bot().get(QStringLiteral("/api/conversations/wa")).json;
        const auto closes = fromRfc3339(std::string(shown.at("replyWindow").at("closesAt")));
        const auto wrote = fromRfc3339(std::string(shown.at("lastMessage").at("at")));
        QVERIFY(closes && wrote && *closes == *wrote + std::chrono::hours(24));
        const QString handoff = QString::fromStdString(shown.at("handoff").at("id"));
        QCOMPARE(m_desk.bot().get(QStringLiteral("/api/handoff/") + handoff).json.at("replyWindow"),
                 shown.at("replyWindow"));
        QVERIFY(send({{"content", "You are welcome"}}).contains("result"));
        QTRY_VERIFY(m_desk.everybodyAgrees());
        const auto id = *domain::ConversationId::parse(std::string_view(m_conversation));
        QCOMPARE(domain::replyWindow(m_desk.clients[0]->state().conversations.at(id))->closesAt, *closes);
    }

    void theyOutliveARestart()
    {
        QCOMPARE(m_desk.relay.terminate(), 0);
        QVERIFY(m_desk.relay.start());
        HttpCalls agent(m_desk.relay.url(), m_desk.tokens[0]);
        QCOMPARE(agent.get(QStringLiteral("/api/message-templates")).json.at("items").size(), std::size_t(1));
        QByteArray why;
        QVERIFY2(m_desk.verified(why), why.constData());
    }
};

RELEVO_TEST(TestRelayTemplates)

#include "tst_relaytemplates.moc"
