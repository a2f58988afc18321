#include "desk_fixture.h"
#include "support/test_main.h"

#include <base/clock.h>
#include <domain/decide.h>
#include <protocol/limits.h>
#include <store/reader.h>

#include <QtCore/QCryptographicHash>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;
using Json = nlohmann::json;

/// The web chat's door against the real relay: what a hostile or unlucky browser does must cost nobody else
/// anything, and nothing a customer said may be left unanswered.
class TestRelayVisitors final : public QObject
{
    Q_OBJECT

private:
    DeskFixture m_desk;

    WsClient& agent() { return *m_desk.clients.front(); }
    std::unique_ptr<WsClient> opened(const char* path = "/ws/visitor")
    {
        auto client = std::make_unique<WsClient>();
        client->keepNotifications(true);
        client->open(m_desk.relay.socketUrl(QString::fromLatin1(path)));
        return QTest::qWaitFor([&] { return client->isOpen(); }) ? std::move(client) : nullptr;
    }
    Json helloParams(const std::string& token = {}, qint64 since = 0) const
    {
        Json params{{"projectKey", m_desk.relay.projectId.toStdString()}, {"language", "en"}};
        if (!token.empty())
            params["visitorToken"] = token;
        if (since > 0)
            params["since"] = since;
        return params;
    }
    std::unique_ptr<WsClient> visitor(Json& hello, const std::string& token = {}, qint64 since = 0)
    {
        auto client = opened();
        hello =
            client ? client->callAndWait("hello", helloParams(token, since)).value("result", Json()) : Json();
        return hello.is_object() ? std::move(client) : nullptr;
    }
    static Json say(WsClient& browser, const std::string& clientId, const std::string& content)
    {
        return browser.callAndWait("message.send", {{"clientId", clientId}, {"content", content}});
    }
    /// Messages of the bot at the HTTP door, as many and as long as wanted: visitors are slowed down.
    bool fill(const std::string& conversation, int count, std::size_t length)
    {
        const QString path =
            QStringLiteral("/api/conversations/web:%1/messages").arg(QString::fromStdString(conversation));
        for (int i = 0; i < count; ++i) {
            if (m_desk.bot()
                    .post(path,
                          {{"author", "bot"}, {"content", std::to_string(i) + std::string(length, '.')}})
                    .status != 201)
                return false;
        }
        return true;
    }
    static int typings(const WsClient& client, const std::string& conversation)
    {
        int found = 0;
        for (const auto& [method, params] : client.notifications())
            found += method == "typing" && params.at("conversationId") == conversation;
        return found;
    }
    /// As the agent's desktop has it; an empty one until it has any.
    domain::Message lastMessage(const std::string& conversation)
    {
        const auto found = agent().state().conversations.find(
            *domain::ConversationId::parse(std::string_view(conversation)));
        return found == agent().state().conversations.end()
                   ? domain::Message()
                   : found->second.lastMessage.value_or(domain::Message());
    }
    store::StoreOptions storeOptions() const
    {
        store::StoreOptions options;
        options.dataDirectory = m_desk.relay.directory();
        options.databasePath = options.dataDirectory + QStringLiteral("/relay.db");
        return options;
    }
    bool isWritten(const std::string& token) const
    {
        auto reader = store::Reader::open(storeOptions());
        const auto hash =
            QCryptographicHash::hash(QByteArray::fromStdString(token), QCryptographicHash::Sha256);
        const auto found = (*reader)->credentials().visitorOf(
            *domain::ProjectId::parse(QStringView(m_desk.relay.projectId)), hash);
        return found && *found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_desk.startWithAdmin(1), m_desk.relay.errors().constData());
        QVERIFY(m_desk.connectClients(1));
        agent().keepNotifications(true);
    }

    void agentsSeeWhereTheyWriteFrom()
    {
        auto browser = opened();
        QVERIFY(browser);
        Json params = helloParams();
        params["page"] = "https://shop.test/lamps?token=secret#x";
        params["timezone"] = "America/Sao_Paulo";
        const Json hello = browser->callAndWait("hello", params).at("result");
        QCOMPARE(hello.at("limits"), (Json{{"files", 10}, {"fileBytes", 25 * 1024 * 1024}}));
        QVERIFY(say(*browser, "1", "good day").contains("result"));
        const auto id = *domain::ConversationId::parse(hello.at("conversationId").get<std::string>());
        QTRY_VERIFY(agent().state().conversations.contains(id));
        const auto attributes = [&] {
            return agent().state().conversations.at(id).conversation.contact.attributes;
        };
        using Attributes = std::map<QString, QString>;
        QTRY_COMPARE(attributes(),
                     (Attributes{{QStringLiteral("page"), QStringLiteral("https://shop.test/lamps")},
                                 {QStringLiteral("timezone"), QStringLiteral("America/Sao_Paulo")}}));
        // From another page of the shop, in a time zone nobody knows.
        auto next = opened();
        QVERIFY(next);
        params["visitorToken"] = hello.at("visitorToken");
        params["page"] = "https://shop.test/pay";
        params["timezone"] = "Moon/Tranquility";
        QVERIFY(next->callAndWait("hello", params).contains("result"));
        QVERIFY(say(*next, "2", "one more thing").contains("result"));
        QTRY_COMPARE(attributes().at(QStringLiteral("page")), QStringLiteral("https://shop.test/pay"));
        QCOMPARE(attributes().at(QStringLiteral("timezone")), QStringLiteral("America/Sao_Paulo"));
    }

    void aBrowserThatLeavesBeforeItsWelcomeIsForgotten()
    {
        Json hello;
        auto browser = visitor(hello);
        QVERIFY(browser);
        QVERIFY(say(*browser, "first", "hello").contains("result"));
        for (int i = 0; i < 20; ++i) {
            std::vector<std::unique_ptr<WsClient>> reloads;
            for (int k = 0; k < 10; ++k) {
                reloads.push_back(opened());
                QVERIFY2(reloads.back(), m_desk.relay.isRunning() ? "no answer" : "the relay has crashed");
            }
            for (const auto& reload : reloads) {
                reload->call("hello", helloParams(hello.at("visitorToken")));
                reload->close();
            }
            // Told to everybody who is listed for this conversation.
            QVERIFY(fill(hello.at("conversationId"), 3, 10));
        }
        QVERIFY(m_desk.relay.isRunning());
        QVERIFY(browser->callAndWait("ping", Json::object()).contains("result"));
    }

    void aVisitorIsWrittenDownWithTheFirstMessage()
    {
        Json hello;
        auto browser = visitor(hello);
        QVERIFY(browser);
        const std::string token = hello.at("visitorToken");
        const std::string conversation = hello.at("conversationId");
        QCOMPARE(conversation.at(14), '7'); // a UUID of version 7, in order of time
        QVERIFY(!isWritten(token));
        // Known all the same for as long as the relay runs: two tabs opened at once are one visitor.
        Json second;
        auto tab = visitor(second, token);
        QVERIFY(tab);
        QCOMPARE(second.at("visitorToken").get<std::string>(), token);
        QCOMPARE(second.at("conversationId").get<std::string>(), conversation);
        QVERIFY(say(*browser, "a", "hello").contains("result"));
        QVERIFY(isWritten(token));
        QVERIFY(say(*tab, "b", "hello again").contains("result"));
        Json third;
        auto reload = visitor(third, token);
        QCOMPARE(third.at("conversationId").get<std::string>(), conversation);
        QVERIFY(third.at("messages").size() >= 2);
    }

    void aNewConnectionDoesNotResetTheRate()
    {
        Json hello;
        std::string token;
        Json refused;
        for (int i = 0; i < 40 && refused.is_null(); ++i) {
            auto browser = visitor(hello, token);
            QVERIFY(browser);
            token = hello.at("visitorToken");
            const Json answer = say(*browser, "rate-" + std::to_string(i), "hello");
            if (answer.contains("error"))
                refused = answer.at("error").at("data");
        }
        QVERIFY(refused.is_object());
        QCOMPARE(refused.at("code").get<std::string>(), "rate_limited");
        const Json wait = refused.at("retryAfter");
        QVERIFY(wait.is_number_integer());
        QVERIFY(wait.get<int>() >= 1 && wait.get<int>() <= 10);
    }

    void typingIsToldWhenItChanges()
    {
        Json hello;
        auto browser = visitor(hello);
        QVERIFY(browser);
        const std::string conversation = hello.at("conversationId");
        // Nobody knows of a conversation in which nothing was said.
        QVERIFY(browser->callAndWait("typing.set", {{"on", true}}).contains("result"));
        QVERIFY(browser->callAndWait("typing.set", {{"on", false}}).contains("result"));
        QVERIFY(say(*browser, "first", "hello").contains("result"));
        QTRY_VERIFY(agent().state().conversations.contains(
            *domain::ConversationId::parse(std::string_view(conversation))));
        QCOMPARE(typings(agent(), conversation), 0);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 200; ++i)
            browser->call("typing.set", {{"on", true}});
        for (int i = 0; i < 200; ++i)
            browser->call("typing.set", {{"on", i % 2 == 1}});
        QVERIFY(browser->callAndWait("ping", Json::object()).contains("result"));
        QVERIFY(agent().callAndWait("ping", Json::object()).contains("result"));
        const int told = typings(agent(), conversation);
        QVERIFY(told >= 2);
        QVERIFY2(told <= 2 * (1 + timer.elapsed() / 1'000), qPrintable(QString::number(told)));
    }

    void whatTheyWriteIsSeenWhereItIsWantedAndByWhomItConcerns()
    {
        Json hello;
        auto browser = visitor(hello);
        QVERIFY(browser);
        QCOMPARE(hello.at("typingPreview"), Json(false));
        const std::string conversation = hello.at("conversationId");
        QVERIFY(say(*browser, "first", "hello").contains("result"));
        QTRY_VERIFY(agent().state().conversations.contains(
            *domain::ConversationId::parse(std::string_view(conversation))));
        const auto type = [&browser](const std::string& text) {
            return browser->callAndWait("typing.set", {{"on", true}, {"text", text}}).contains("result");
        };
        const auto told = [&](bool on) {
            std::vector<std::string> texts;
            for (const auto& [method, params] : agent().notifications()) {
                if (method == "typing" && params.at("conversationId") == conversation &&
                    params.at("on") == on)
                    texts.push_back(params.value("text", std::string()));
            }
            return texts;
        };
        QVERIFY(agent().callAndWait("viewing.set", {{"conversationId", conversation}}).contains("result"));
        QVERIFY(type("nobody wants this")); // the setting is off
        QTRY_COMPARE(told(true), std::vector<std::string>{""});
        const QString settings = m_desk.settingsPath();
        QCOMPARE(m_desk.admin().put(settings, {{"typingPreview", true}}).status, 200);
        QTRY_VERIFY(std::any_of(
            browser->notifications().begin(), browser->notifications().end(), [](const auto& news) {
                return news.first == "settings" && news.second.at("typingPreview") == true;
            }));
        // Whoever does not look at it learns that they write and no more.
        QVERIFY(agent().callAndWait("viewing.set", Json::object()).contains("result"));
        QVERIFY(type("not for passers-by"));
        QTRY_COMPARE(told(true).size(), 2U);
        QCOMPARE(told(true).back(), "");
        QVERIFY(agent().callAndWait("viewing.set", {{"conversationId", conversation}}).contains("result"));
        // What comes faster than it is told on is not lost: the last of it is told.
        for (const char* text : {"wh", "whe", "where is my order"})
            QVERIFY(type(text));
        QTRY_COMPARE(told(true).back(), "where is my order");
        QCOMPARE(told(false).size(), 0U);
        // Sent, it is over, also where the browser did not say so.
        QVERIFY(say(*browser, "second", "where is my order").contains("result"));
        QTRY_COMPARE(told(false).size(), 1U);
        QTRY_VERIFY(type("and the") && told(true).back() == "and the");
        browser.reset();
        QTRY_COMPARE(told(false).size(), 2U);
        auto longer = visitor(hello, hello.at("visitorToken").get<std::string>());
        QVERIFY(longer);
        QCOMPARE(hello.at("typingPreview"), Json(true));
        const Json refused = longer->callAndWait(
            "typing.set", {{"on", true}, {"text", std::string(protocol::maxPreviewBytes + 1, 'x')}});
        QCOMPARE(refused.at("error").at("code"), Json(-32602));
        QCOMPARE(m_desk.admin().put(settings, {{"typingPreview", false}}).status, 200);
    }

    void aPersonIsOfferedWhereOneComes()
    {
        Json hello;
        const auto browser = visitor(hello);
        QVERIFY(browser);
        QCOMPARE(hello.at("people"), Json(true));
        const auto told = [&browser](bool people) {
            const auto& all = browser->notifications();
            return !all.empty() && all.back().first == "settings" && all.back().second.at("people") == people;
        };
        const QString settings = m_desk.settingsPath();
        QCOMPARE(m_desk.admin().put(settings, {{"enabled", false}}).status, 200);
        QTRY_VERIFY(told(false));
        QVERIFY(visitor(hello));
        QCOMPARE(hello.at("people"), Json(false));
        QCOMPARE(m_desk.admin().put(settings, {{"enabled", true}, {"triggers", {{"wish", false}}}}).status,
                 200);
        QVERIFY(visitor(hello));
        QCOMPARE(hello.at("people"), Json(false));
        QCOMPARE(m_desk.admin().put(settings, {{"triggers", {{"wish", true}}}}).status, 200);
        QTRY_VERIFY(told(true));
    }

    void receiptsOfOneVisitorLeaveRoomForOthers()
    {
        Json hello;
        auto browser = visitor(hello);
        QVERIFY(browser);
        QVERIFY(say(*browser, "first", "hello").contains("result"));
        QVERIFY(fill(hello.at("conversationId"), 40, 30'000));
        for (int i = 0; i < 5'000; ++i)
            browser->call(i % 2 ? "delivered.mark" : "read.mark", {{"seq", 1'000'000 + i}});
        // Once all of them have been taken in, somebody else asks.
        QVERIFY(browser->callAndWait("ping", Json::object()).contains("result"));
        const Json page = agent().callAndWait("conversation.history",
                                              {{"conversationId", hello.at("conversationId")}, {"limit", 1}});
        QVERIFY2(page.contains("result"), page.dump().c_str());
        QTRY_VERIFY(std::any_of(agent().notifications().begin(), agent().notifications().end(),
                                [](const auto& notification) {
                                    return notification.first == "event" &&
                                           notification.second.at("type") == "message.delivery" &&
                                           notification.second.at("data").at("delivery") == "read";
                                }));
        // What was marked beyond the newest message does not cover what comes later.
        QVERIFY(fill(hello.at("conversationId"), 1, 10));
        const auto newest = [&] {
            return lastMessage(hello.at("conversationId"));
        };
        QTRY_COMPARE(newest().content, QStringLiteral("0.........."));
        QVERIFY(browser->callAndWait("read.mark", {{"seq", newest().seq}}).contains("result"));
        QTRY_COMPARE(newest().delivery, domain::Delivery::Read);
    }

    void whoWasAwayLongGetsTheNewestAndIsToldSo()
    {
        Json hello;
        auto browser = visitor(hello);
        QVERIFY(browser);
        const Json first = say(*browser, "first", "hello").at("result").at("message");
        const std::string token = hello.at("visitorToken");
        QVERIFY(fill(hello.at("conversationId"), 230, 5));
        Json again;
        auto reload = visitor(again, token, first.at("seq"));
        QVERIFY(reload);
        QCOMPARE(again.at("messages").size(), 200U);
        QCOMPARE(again.at("messages").back().at("content").get<std::string>(), "229.....");
        QVERIFY(again.at("more").get<bool>());
        // From the middle everything is there.
        const qint64 middle = again.at("messages").at(100).at("seq");
        Json rest;
        auto resumed = visitor(rest, token, middle);
        QCOMPARE(rest.at("messages").size(), 99U);
        QVERIFY(!rest.at("more").get<bool>());
        // Where it was in the same journal counts, and in another one means nothing.
        Json asked = helloParams(token, middle);
        asked["epoch"] = hello.at("epoch");
        auto same = opened();
        QVERIFY(same);
        QCOMPARE(same->callAndWait("hello", asked).at("result").at("messages").size(), 99U);
        asked["epoch"] = "another journal";
        auto other = opened();
        QVERIFY(other);
        QCOMPARE(other->callAndWait("hello", asked).at("result").at("messages").size(), 200U);
        // Long messages: as many as one frame holds, the newest ones.
        QVERIFY(fill(hello.at("conversationId"), 40, 30'000));
        for (const qint64 since : {qint64(0), middle}) {
            Json full;
            auto late = visitor(full, token, since);
            QVERIFY(late);
            QVERIFY(full.dump().size() <= protocol::maxFrameBytes);
            QVERIFY(full.at("messages").size() >= 5);
            QVERIFY(full.at("more").get<bool>());
            QVERIFY(full.at("messages").back().at("content").get<std::string>().starts_with("39."));
        }
    }

    void whatWasNotAnsweredBeforeTheEndIsAnsweredAfterTheStart()
    {
        Json hello;
        auto browser = visitor(hello);
        QVERIFY(browser);
        QVERIFY(say(*browser, "first", "hello").contains("result"));
        const std::string token = hello.at("visitorToken");
        const auto project = *domain::ProjectId::parse(QStringView(m_desk.relay.projectId));
        const QString session =
            QStringLiteral("web:") + QString::fromStdString(hello.at("conversationId").get<std::string>());
        m_desk.clients.clear();
        m_desk.relay.kill();
        {
            // As it is when the relay is ended between a message and its answer.
            auto journal = store::Journal::open(storeOptions());
            auto reader = store::Reader::open(storeOptions());
            QVERIFY(journal && reader);
            const SystemClock clock;
            UuidV7Source ids(clock);
            const auto state = (*reader)->liveState(project);
            const auto conversation = (*reader)->conversationBySession(project, session);
            QVERIFY(state && conversation && *conversation);
            domain::ReceiveMessage message;
            message.sessionId = session;
            message.channel = QStringLiteral("web");
            message.content = QStringLiteral("What are your opening hours?");
            const domain::DecisionContext context{clock.now(), {domain::ActorType::Customer, {}, {}}, ids};
            auto events = domain::decide(*state, &**conversation, message, context);
            QVERIFY(events);
            QVERIFY((*journal)->begin());
            QVERIFY((*journal)->append(project, std::move(*events)));
            QVERIFY((*journal)->commit());
        }
        for (int restart = 0; restart < 2; ++restart) {
            QVERIFY2(m_desk.relay.start(), m_desk.relay.errors().constData());
            QVERIFY(m_desk.connectClients(1));
            QTRY_COMPARE(lastMessage(hello.at("conversationId")).author, domain::Author::Bot);
            Json again;
            auto reload = visitor(again, token);
            QCOMPARE(again.at("messages").size(), 4U); // asked and answered twice, once each
            m_desk.clients.clear();
            m_desk.relay.kill();
        }
        QVERIFY2(m_desk.relay.start(), m_desk.relay.errors().constData());
    }

    void whoDoesNotSayHelloIsShownOut()
    {
        auto agentSocket = opened("/ws/agent");
        auto visitorSocket = opened();
        QVERIFY(agentSocket && visitorSocket);
        QTRY_COMPARE_WITH_TIMEOUT(visitorSocket->closeCode(), 4001, 15'000);
        QTRY_COMPARE_WITH_TIMEOUT(agentSocket->closeCode(), 4001, 15'000);
    }

    void cleanupTestCase()
    {
        m_desk.clients.clear();
        QCOMPARE(m_desk.relay.terminate(), 0);
        QByteArray why;
        QVERIFY2(m_desk.verified(why), why.constData());
    }
};

RELEVO_TEST(TestRelayVisitors)

#include "tst_relayvisitors.moc"
