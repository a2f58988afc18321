#include "desk_fixture.h"
#include "support/test_main.h"

#include <protocol/snapshot.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;
using Json = nlohmann::json;

/// Both sockets against the real relay: hello, resume, snapshot, the visitor's side, typing, receipts,
/// refusals.
class TestRelaySockets final : public QObject
{
    Q_OBJECT

private:
    DeskFixture m_desk;

    WsClient& agent() { return *m_desk.clients.front(); }
    std::unique_ptr<WsClient> visitor(Json& hello, std::string token = {})
    {
        return m_desk.browser(token, hello);
    }
    static int count(const WsClient& client, const std::string& author)
    {
        int found = 0;
        for (const auto& [method, params] : client.notifications()) {
            if (method == "event" && params.at("data").contains("message") &&
                params.at("data").at("message").at("author") == author)
                ++found;
        }
        return found;
    }
    std::optional<domain::Handoff> waitingHandoff(const std::string& conversation)
    {
        const auto id = domain::ConversationId::parse(std::string_view(conversation));
        std::optional<domain::Handoff> handoff;
        (void)QTest::qWaitFor([&] {
            const auto found = agent().state().conversations.find(*id);
            if (found != agent().state().conversations.end())
                handoff = found->second.handoff;
            return handoff && handoff->status == domain::HandoffStatus::Notified && handoff->summary;
        });
        return handoff;
    }
    Json act(const char* method, Json params)
    {
        static int number = 0;
        params["commandId"] = "act-" + std::to_string(++number);
        return agent().callAndWait(method, params);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_desk.start(2), m_desk.relay.errors().constData());
        QVERIFY(m_desk.connectClients(2));
        agent().keepNotifications(true);
    }

    void aSocketEndsWithItsSession()
    {
        HttpCalls calls(m_desk.relay.url());
        QVERIFY(calls.login(QStringLiteral("agent1@shop.test"), QString::fromLatin1(RelayProcess::password)));
        WsClient desk;
        desk.connectAgent(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")), calls.token());
        QTRY_VERIFY(desk.helloDone());
        desk.setReconnecting(false);
        QCOMPARE(calls.post(QStringLiteral("/api/auth/logout"), Json::object()).status, 200);
        QTRY_COMPARE(desk.closeCode(), 4001);
    }

    void aProgramIsForbiddenTheAgentsSocket()
    {
        WsClient program;
        program.open(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")));
        QTRY_VERIFY(program.isOpen());
        program.call("hello", {{"token", m_desk.relay.apiKey.toStdString()}, {"protocol", 1}});
        QTRY_COMPARE(program.closeCode(), 4003);
    }

    void aVisitorTalksToTheBotThenToAnAgent()
    {
        Json hello;
        auto browser = visitor(hello);
        QVERIFY(browser && hello.is_object());
        QVERIFY(!hello.at("greeting").get<std::string>().empty());
        const std::string conversation = hello.at("conversationId");
        const auto send = [&](const char* id, const char* text) {
            return browser->callAndWait("message.send", {{"clientId", id}, {"content", text}});
        };
        const Json first = send("c1", "What are your opening hours?");
        QCOMPARE(first.at("result").at("message").at("content").get<std::string>(),
                 "What are your opening hours?");
        QTRY_COMPARE(count(*browser, "bot"), 1);
        QVERIFY(send("c1", "What are your opening hours?") == first);
        QCOMPARE(count(*browser, "customer"), 1);

        (void)send("c2", "I want to talk to a human");
        // Nobody is available: when somebody will be, and where to write to.
        QTRY_COMPARE(count(*browser, "system"), 2);
        const std::optional<domain::Handoff> handoff = waitingHandoff(conversation);
        QVERIFY(handoff);
        QCOMPARE(handoff->status, domain::HandoffStatus::Notified);

        // Whoever only looks on has not read it for the customer.
        const auto readByUs = [&browser] {
            const auto& news = browser->notifications();
            return std::count_if(news.begin(), news.end(), [](const auto& one) {
                return one.first == "event" && one.second.at("type") == "message.delivery" &&
                       one.second.at("data").at("delivery") == "read";
            });
        };
        const Json seen{{"conversationId", conversation}, {"seq", agent().seq()}};
        QVERIFY(agent().callAndWait("read.mark", seen).contains("result"));
        const Json claimed = act("handoff.claim", {{"handoffId", handoff->id.text()}});
        QVERIFY(claimed.contains("result"));
        QTRY_COMPARE(count(*browser, "system"), 3);
        QCOMPARE(readByUs(), 0);
        QVERIFY(agent().callAndWait("read.mark", seen).contains("result"));
        QTRY_COMPARE(readByUs(), 2);
        QVERIFY(agent().callAndWait("read.mark", {{"conversationId", conversation}}).contains("error"));
        QVERIFY(act("typing.set", {{"conversationId", conversation}, {"on", true}}).contains("result"));
        QTRY_VERIFY(std::any_of(browser->notifications().begin(), browser->notifications().end(),
                                [](const auto& notification) { return notification.first == "typing"; }));
        Json text{{"handoffId", handoff->id.text()},
                  {"conversationId", conversation},
                  {"content", "Hello, this is <b>me</b>."},
                  {"clientId", "a1"}};
        const Json unfenced = act("message.send", text);
        QCOMPARE(unfenced.at("error").at("data").at("field"), "epoch");
        text["epoch"] = claimed.at("result").at("epoch");
        const Json sent = act("message.send", text);
        QCOMPARE(sent.at("result").at("author").get<std::string>(), "agent");
        QTRY_COMPARE(count(*browser, "agent"), 1);
        const int botBefore = count(*browser, "bot");
        (void)send("c3", "What are your opening hours?");

        // Receipts only move forward and reach the agents.
        const qint64 seq = sent.at("result").at("seq");
        (void)browser->callAndWait("delivered.mark", {{"seq", seq}});
        (void)browser->callAndWait("read.mark", {{"seq", seq}});
        QTRY_VERIFY(std::any_of(
            agent().notifications().begin(), agent().notifications().end(), [&](const auto& notification) {
                return notification.first == "event" &&
                       notification.second.at("type") == "message.delivery" &&
                       notification.second.at("data").at("messageId") == sent.at("result").at("id") &&
                       notification.second.at("data").at("delivery") == "read";
            }));
        (void)browser->callAndWait("typing.set", {{"on", true}});
        QTRY_VERIFY(std::any_of(agent().notifications().begin(), agent().notifications().end(),
                                [](const auto& notification) { return notification.first == "typing"; }));

        QVERIFY(act("handoff.resolve", {{"handoffId", handoff->id.text()}, {"handBackToBot", true}})
                    .contains("result"));
        QTRY_COMPARE(count(*browser, "system"), 4);
        QCOMPARE(count(*browser, "bot"), botBefore);
        (void)send("c4", "What are your opening hours?");
        QTRY_COMPARE(count(*browser, "bot"), botBefore + 1);

        // Another page of the same visitor has it all; a stranger has none of it.
        Json again;
        auto reload = visitor(again, hello.at("visitorToken"));
        QCOMPARE(again.at("conversationId").get<std::string>(), conversation);
        QCOMPARE(again.at("messages").size(), 4U + 2U + 4U + 1U);
        Json other;
        auto stranger = visitor(other);
        QVERIFY(other.at("conversationId") != again.at("conversationId"));
        QCOMPARE(other.at("messages").size(), 0U);
        QVERIFY(!again.dump().contains("externalId"));
    }

    void aLateComerGetsASnapshotAndAResumerTheRest()
    {
        WsClient late;
        late.connectAgent(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")), m_desk.tokens.front());
        QTRY_VERIFY(late.helloDone());
        QCOMPARE(late.mode(), "snapshot");
        const qint64 before = late.seq();
        late.close();
        QTRY_VERIFY(!late.isOpen());
        for (int i = 0; i < 40; ++i)
            QCOMPARE(m_desk.bot()
                         .post(QStringLiteral("/api/conversations/late-%1/messages").arg(i),
                               {{"author", "customer"}, {"content", "hello"}})
                         .status,
                     201);
        late.connectAgent(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")), m_desk.tokens.front());
        QTRY_VERIFY(late.seq() >= before + 40);
        QCOMPARE(late.mode(), "resume");
        QCOMPARE(late.faults(), 0);
        m_desk.clients.push_back(std::make_unique<WsClient>());
        m_desk.clients.back()->connectAgent(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")),
                                            m_desk.tokens.back());
        QTRY_VERIFY(m_desk.clients.back()->helloDone());
        QVERIFY(m_desk.everybodyAgrees());
    }

    void aFreshDeskIsToldWhatWasResolvedToday()
    {
        const QString handoff = m_desk.ask(QStringLiteral("resolved-today"));
        const auto id = domain::HandoffId::parse(QStringView(handoff));
        QVERIFY(id);
        QVERIFY(act("handoff.claim", {{"handoffId", handoff.toStdString()}}).contains("result"));
        QVERIFY(act("handoff.resolve", {{"handoffId", handoff.toStdString()}}).contains("result"));
        WsClient fresh;
        fresh.keepNotifications(true);
        fresh.connectAgent(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")), m_desk.tokens.back());
        const auto lastPage = [&fresh]() -> Json {
            for (const auto& [method, params] : fresh.notifications()) {
                if (method == "snapshot" && params.at("last").get<bool>())
                    return params;
            }
            return {};
        };
        QTRY_VERIFY(!lastPage().is_null());
        QCOMPARE(fresh.faults(), 0);
        const auto page = protocol::snapshotPageFromJson(lastPage());
        QVERIFY(page && page->conversations.empty());
        QVERIFY(!page->resolved.empty()); // the newest first
        QVERIFY(page->resolved.front().handoff && page->resolved.front().handoff->id == *id);
        QVERIFY(!fresh.state().conversations.contains(page->resolved.front().conversation.id));
    }

    void olderMessagesComeOnDemand()
    {
        const auto id = agent().state().conversations.begin()->first;
        const Json page =
            agent().callAndWait("conversation.history", {{"conversationId", id.text()}, {"limit", 1}});
        QCOMPARE(page.at("result").at("messages").size(), 1U);
        QVERIFY(page.at("result").contains("control"));
        const Json none = agent().callAndWait("conversation.history",
                                              {{"conversationId", "01890000-0000-7000-8000-000000000000"}});
        QCOMPARE(none.at("error").at("data").at("code").get<std::string>(), "not_found");
    }

    void whatIsWrongIsRefused()
    {
        WsClient bad;
        bad.connectAgent(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")), "ra_nonsense");
        QTRY_COMPARE(bad.closeCode(), 4001);
        WsClient rude;
        rude.keepNotifications(true);
        rude.open(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")));
        QTRY_VERIFY(rude.isOpen());
        QVERIFY(rude.callAndWait("state.hash", Json::object()).contains("error"));
        QTRY_VERIFY(!rude.isOpen());
        QCOMPARE(agent().callAndWait("no.such", Json::object()).at("error").at("code").get<int>(), -32601);
        QCOMPARE(agent()
                     .callAndWait("handoff.claim", {{"commandId", "x"}})
                     .at("error")
                     .at("data")
                     .at("code")
                     .get<std::string>(),
                 "invalid");
        QVERIFY(agent()
                    .callAndWait("handoff.claim", {{"handoffId", "01890000-0000-7000-8000-000000000000"}})
                    .contains("error"));
        QVERIFY(agent().callAndWait("ping", Json::object()).contains("result"));
    }

    void theSameCommandHasEffectOnce()
    {
        const Json once = agent().callAndWait("availability.set", {{"commandId", "av-1"}, {"state", "busy"}});
        (void)agent().callAndWait("availability.set", {{"commandId", "av-2"}, {"state", "available"}});
        const qint64 seq = agent().seq();
        QVERIFY(agent().callAndWait("availability.set", {{"commandId", "av-1"}, {"state", "busy"}}) == once);
        QCOMPARE(agent().seq(), seq);
    }

    void agentsSeeWhoElseLooks()
    {
        const std::string id = m_desk.bot()
                                   .post(QStringLiteral("/api/conversations/looked-at/messages"),
                                         {{"author", "customer"}, {"content", "where is it"}})
                                   .json.at("conversationId");
        WsClient other;
        other.keepNotifications(true);
        other.connectAgent(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")), m_desk.tokens[1]);
        QTRY_VERIFY(other.helloDone());
        const auto viewersSeenBy = [&id](const WsClient& client) {
            std::vector<std::string> names;
            for (const auto& [method, params] : client.notifications()) {
                if (method != "viewers" || params.at("conversationId") != id)
                    continue;
                names.clear();
                for (const Json& viewer : params.at("viewers"))
                    names.push_back(viewer.at("name"));
            }
            return names;
        };
        const auto typing = [&id](const WsClient& client) {
            const auto& news = client.notifications();
            return std::count_if(news.begin(), news.end(), [&id](const auto& one) {
                return one.first == "typing" && one.second.at("conversationId") == id;
            });
        };
        QVERIFY(agent().callAndWait("viewing.set", {{"conversationId", id}}).contains("result"));
        QTRY_COMPARE(viewersSeenBy(agent()).size(), 1U);
        QVERIFY(viewersSeenBy(other).empty());
        QVERIFY(other.callAndWait("viewing.set", {{"conversationId", id}}).contains("result"));
        QTRY_COMPARE(viewersSeenBy(agent()).size(), 2U);
        QTRY_COMPARE(viewersSeenBy(other), viewersSeenBy(agent()));
        QVERIFY(other.callAndWait("typing.set", {{"conversationId", id}, {"on", true}}).contains("result"));
        QTRY_COMPARE(typing(agent()), 1);
        QCOMPARE(typing(other), 0);
        QVERIFY(agent().callAndWait("viewing.set", {{"conversationId", "x"}}).contains("error"));
        other.close();
        QTRY_COMPARE(viewersSeenBy(agent()).size(), 1U);
        QVERIFY(agent().callAndWait("viewing.set", Json::object()).contains("result"));
    }

    void theSearchIsThatOfTheHttpDoor()
    {
        (void)m_desk.ask(QStringLiteral("searched"), {{"content", "my zebrafinch is ill"}});
        Json found;
        QTRY_VERIFY_WITH_TIMEOUT(
            (found = agent().callAndWait("search", {{"q", "zebraf"}}).at("result")).at("items").size() == 1,
            10'000);
        HttpCalls calls(m_desk.relay.url(), m_desk.tokens.front());
        QVERIFY(found == calls.get(QStringLiteral("/api/search?q=zebraf")).json);
        const auto refused = [&](const Json& params) {
            return agent().callAndWait("search", params).at("error").at("data").at("code").get<std::string>();
        };
        QCOMPARE(refused({{"q", " "}}), "invalid");
        QCOMPARE(refused({{"q", "x"}, {"cursor", "y"}}), "invalid");
        QCOMPARE(refused(Json::object()), "invalid");
    }

    /// After a start the missed events come from the journal, which may be ahead of what the relay has told
    /// of, here by what the command line has written: nobody hears that part a second time.
    void whoeverResumesFromTheJournalHearsEachEventOnce()
    {
        WsClient late;
        late.connectAgent(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")), m_desk.tokens.front());
        QTRY_VERIFY(late.helloDone());
        late.close();
        for (int i = 0; i < 3; ++i) {
            QTRY_VERIFY(!late.isOpen());
            (void)m_desk.ask(QStringLiteral("meanwhile-%1").arg(i));
            QCOMPARE(m_desk.relay.terminate(), 0);
            QVERIFY2(m_desk.relay.start(), m_desk.relay.errors().constData());
            QVERIFY(!m_desk.relay.createAgent(QStringLiteral("new%1@shop.test").arg(i), QStringLiteral("New"))
                         .isEmpty());
            late.connectAgent(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")), m_desk.tokens.front());
            QTRY_VERIFY(late.helloDone());
            QCOMPARE(late.mode(), "resume");
            const Json told =
                late.callAndWait("availability.set", {{"commandId", "resumed-" + std::to_string(i)},
                                                      {"state", i % 2 == 0 ? "busy" : "away"}});
            QVERIFY(told.contains("result"));
            const qint64 seq =
                late.callAndWait("state.hash", Json::object()).at("result").at("seq").get<qint64>();
            QTRY_VERIFY(late.seq() >= seq);
            QCOMPARE(late.faults(), 0);
            late.close();
        }
    }

    void cleanupTestCase()
    {
        QCOMPARE(m_desk.faults(), 0);
        m_desk.clients.clear();
        QCOMPARE(m_desk.relay.terminate(), 0);
        QByteArray why;
        QVERIFY2(m_desk.verified(why), why.constData());
    }
};

RELEVO_TEST(TestRelaySockets)

#include "tst_relaysockets.moc"
