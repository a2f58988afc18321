#include "desk_fixture.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

#include <QtCore/QElapsedTimer>

#include <algorithm>

using namespace relevo;
using namespace relevo::test;
using Json = nlohmann::json;

/// Offers against the real relay: to one agent at a time, on to the next when they decline, leave or let it
/// run out, also when the relay was killed meanwhile; transfers, notes and snoozing.
class TestRelayRouting final : public QObject
{
    Q_OBJECT

private:
    DeskFixture m_desk;

    Json handoff(const QString& id) { return m_desk.bot().get(QStringLiteral("/api/handoff/") + id).json; }
    /// The name of whom it is offered to; empty: to nobody.
    std::string offeredTo(const QString& id)
    {
        const Json json = handoff(id);
        return json.contains("offer") ? json.at("offer").at("agent").at("name").get<std::string>()
                                      : std::string();
    }
    Json act(std::size_t client, const char* method, Json params)
    {
        static int number = 0;
        params["commandId"] = "act-" + std::to_string(++number);
        return m_desk.clients[client]->callAndWait(method, params);
    }
    bool setAvailable(std::size_t client, const char* state)
    {
        return act(client, "availability.set", {{"state", state}}).contains("result");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_desk.startWithAdmin(2), m_desk.relay.errors().constData());
        QVERIFY(m_desk.connectClients(2));
        QCOMPARE(m_desk.admin()
                     .put(m_desk.settingsPath(), {{"routing", "round_robin"}, {"acceptSeconds", 300}})
                     .status,
                 200);
    }

    void init()
    {
        QVERIFY(setAvailable(0, "available"));
        QVERIFY(setAvailable(1, "available"));
    }

    void anOfferGoesOn()
    {
        const QString id = m_desk.ask(QStringLiteral("declined"));
        QCOMPARE(offeredTo(id), "Agent 0");
        const Json other = act(1, "handoff.decline", {{"handoffId", id.toStdString()}});
        QCOMPARE(other.at("error").at("data").at("code"), "conflict");
        QVERIFY(act(0, "handoff.decline", {{"handoffId", id.toStdString()}, {"reason", "at lunch"}})
                    .contains("result"));
        QCOMPARE(offeredTo(id), "Agent 1");
        const Json routing = m_desk.admin().get(QStringLiteral("/api/handoff/%1/routing").arg(id)).json;
        QCOMPARE(routing.at("routing"), "round_robin");
        std::map<std::string, std::string> fits;
        for (const Json& item : routing.at("items"))
            fits[item.at("name").get<std::string>()] = item.at("fit").get<std::string>();
        QCOMPARE(fits.at("Agent 0"), "passed");
        QCOMPARE(fits.at("Agent 1"), "fits");
        QCOMPARE(fits.at("Eva"), "not_available");
        QVERIFY(act(1, "handoff.claim", {{"handoffId", id.toStdString()}}).contains("result"));
        QVERIFY(act(1, "handoff.resolve", {{"handoffId", id.toStdString()}}).contains("result"));
    }

    /// Whoever had this customer last is asked first, though they wrote from somewhere else then and it is
    /// not that agent's turn.
    void whoKnowsThePersonIsAskedFirst()
    {
        const auto contactOf = [this](const char* session) {
            const Json said =
                m_desk.bot().get(QStringLiteral("/api/conversations/%1").arg(QLatin1String(session))).json;
            return QString::fromStdString(said.at("contact").at("id"));
        };
        const auto end = [this](const QString& id, std::size_t client) {
            return act(client, "handoff.claim", {{"handoffId", id.toStdString()}}).contains("result") &&
                   act(client, "handoff.resolve", {{"handoffId", id.toStdString()}}).contains("result");
        };
        const QString first = m_desk.ask(QStringLiteral("known-by-mail"));
        const std::string known = offeredTo(first);
        const std::size_t who = known == "Agent 0" ? 0 : 1;
        QVERIFY(end(first, who));
        // The other one is next now, and for strangers so it is.
        const QString stranger = m_desk.ask(QStringLiteral("a-stranger"));
        QVERIFY(offeredTo(stranger) != known && !offeredTo(stranger).empty());
        QVERIFY(end(stranger, 1 - who));
        // This one turns again; the same person by another way is for whom they know, whoever's turn it is.
        const QString again = m_desk.ask(QStringLiteral("another-stranger"));
        QVERIFY(end(again, offeredTo(again) == "Agent 0" ? 0 : 1));
        QCOMPARE(m_desk.bot()
                     .post(DeskFixture::messagesOf(QStringLiteral("known-by-phone")),
                           {{"author", "customer"}, {"content", "good day"}})
                     .status,
                 201);
        QCOMPARE(m_desk.admin()
                     .post(QStringLiteral("/api/contacts/%1/merge").arg(contactOf("known-by-phone")),
                           {{"into", contactOf("known-by-mail").toStdString()}})
                     .status,
                 200);
        const QString merged = m_desk.ask(QStringLiteral("known-by-phone"));
        QCOMPARE(offeredTo(merged), known);
        const Json routing = m_desk.admin().get(QStringLiteral("/api/handoff/%1/routing").arg(merged)).json;
        QCOMPARE(routing.at("items").at(0).at("name"), known);
        QVERIFY(end(merged, who));
    }

    void anOfferRunsOut()
    {
        QCOMPARE(m_desk.admin().put(m_desk.settingsPath(), {{"acceptSeconds", 5}}).status, 200);
        const QString id = m_desk.ask(QStringLiteral("lapsed"));
        const std::string first = offeredTo(id);
        const Timestamp expires =
            fromRfc3339(handoff(id).at("offer").at("expiresAt").get<std::string>()).value();
        QTRY_VERIFY_WITH_TIMEOUT(offeredTo(id) != first, 9'000);
        const milliseconds late = Timestamp(milliseconds(QDateTime::currentMSecsSinceEpoch())) - expires;
        QVERIFY2(late.count() >= 0 && late.count() < 1'000, qPrintable(QString::number(late.count())));
        QCOMPARE(m_desk.admin().put(m_desk.settingsPath(), {{"acceptSeconds", 300}}).status, 200);
        QVERIFY(act(0, "handoff.claim", {{"handoffId", id.toStdString()}}).contains("result"));
        QVERIFY(act(0, "handoff.resolve", {{"handoffId", id.toStdString()}}).contains("result"));
    }

    void anOfferThatNoDesktopShowsGoesOnAtOnce()
    {
        const QUrl url = m_desk.relay.socketUrl(QStringLiteral("/ws/agent"));
        const auto audited = [this](const char* words) {
            const Json found = m_desk.admin().get(QStringLiteral("/api/audit?limit=200")).json;
            return QByteArray::fromStdString(found.dump()).count(words);
        };
        const auto declined = audited("passed the conversation on");
        const auto lapsed = audited("An offer was not taken");
        const Json nothing{{"offers", false}, {"requests", false}};
        QVERIFY(m_desk.clients[0]->callAndWait("alerts.set", {{"offers", 1}}).contains("error"));
        QVERIFY(m_desk.clients[0]->callAndWait("alerts.set", nothing).contains("result"));
        QVERIFY(setAvailable(1, "busy"));
        const QString id = m_desk.ask(QStringLiteral("unshown"));
        QTRY_COMPARE(offeredTo(id), "");
        QVERIFY(setAvailable(1, "available"));
        QTRY_COMPARE(offeredTo(id), "Agent 1");
        // It ran out; nobody says that the agent did not want them.
        QCOMPARE(audited("passed the conversation on"), declined);
        QCOMPARE(audited("An offer was not taken"), lapsed + 1);
        QVERIFY(act(1, "handoff.claim", {{"handoffId", id.toStdString()}}).contains("result"));
        QVERIFY(act(1, "handoff.resolve", {{"handoffId", id.toStdString()}}).contains("result"));
        // Another desktop of theirs shows it: it is theirs for its time.
        QVERIFY(setAvailable(1, "busy"));
        WsClient second;
        second.connectAgent(url, m_desk.tokens[0]);
        QTRY_VERIFY(second.helloDone());
        const QString shown = m_desk.ask(QStringLiteral("shown elsewhere"));
        QCOMPARE(offeredTo(shown), "Agent 0");
        QVERIFY(act(0, "handoff.claim", {{"handoffId", shown.toStdString()}}).contains("result"));
        QVERIFY(act(0, "handoff.resolve", {{"handoffId", shown.toStdString()}}).contains("result"));
        second.close();
        QVERIFY(m_desk.clients[0]->callAndWait("alerts.set", Json::object()).contains("result"));
    }

    void whoeverNobodyWasToldOfIsNotNotified()
    {
        const Json nobody{{"offers", false}, {"requests", false}};
        for (const std::size_t one : {0, 1}) {
            QVERIFY(setAvailable(one, "busy"));
            QVERIFY(m_desk.clients[one]->callAndWait("alerts.set", nobody).contains("result"));
        }
        const QString id = m_desk.ask(QStringLiteral("untold"));
        QCOMPARE(handoff(id).at("status"), "pending");
        QVERIFY(m_desk.clients[1]->callAndWait("alerts.set", Json::object()).contains("result"));
        QTRY_COMPARE(handoff(id).at("status"), "notified");
        QVERIFY(m_desk.clients[0]->callAndWait("alerts.set", Json::object()).contains("result"));
        QVERIFY(act(1, "handoff.claim", {{"handoffId", id.toStdString()}}).contains("result"));
        QVERIFY(act(1, "handoff.resolve", {{"handoffId", id.toStdString()}}).contains("result"));
    }

    void anOfferLeavesWithItsDesktopAndFreeHandsGetIt()
    {
        QVERIFY(setAvailable(1, "busy"));
        const QString id = m_desk.ask(QStringLiteral("left"));
        QCOMPARE(offeredTo(id), "Agent 0");
        m_desk.clients[0]->close();
        QTRY_COMPARE(offeredTo(id), "");
        QVERIFY(setAvailable(1, "available"));
        QTRY_COMPARE(offeredTo(id), "Agent 1");
        m_desk.clients[0]->connectAgent(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")),
                                        m_desk.tokens[0]);
        QTRY_VERIFY(m_desk.clients[0]->helloDone());
        QVERIFY(act(1, "handoff.claim", {{"handoffId", id.toStdString()}}).contains("result"));
        QVERIFY(act(1, "handoff.resolve", {{"handoffId", id.toStdString()}}).contains("result"));
    }

    void aKilledRelayLosesNoOffer()
    {
        const QString id = m_desk.ask(QStringLiteral("killed"));
        const std::string first = offeredTo(id);
        QVERIFY(!first.empty());
        for (const auto& client : m_desk.clients)
            client->setReconnecting(false);
        m_desk.relay.kill();
        QVERIFY2(m_desk.relay.start(), m_desk.relay.errors().constData());
        // Nobody comes back in their time, so it is offered to nobody; whoever comes gets it.
        QTRY_COMPARE_WITH_TIMEOUT(offeredTo(id), "", 30'000);
        const std::size_t other = first == "Agent 0" ? 1 : 0;
        m_desk.clients[other]->connectAgent(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")),
                                            m_desk.tokens[other]);
        QTRY_VERIFY(m_desk.clients[other]->helloDone());
        QTRY_COMPARE(offeredTo(id), other == 0 ? "Agent 0" : "Agent 1");
        const std::size_t one = 1 - other;
        m_desk.clients[one]->connectAgent(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")),
                                          m_desk.tokens[one]);
        QTRY_VERIFY(m_desk.clients[one]->helloDone());
        QVERIFY(act(other, "handoff.claim", {{"handoffId", id.toStdString()}}).contains("result"));
    }

    // Sockets that are cut off while they catch up trouble nobody, and leave nobody counted as here.
    void comingAndGoingAtOnce()
    {
        const QUrl url = m_desk.relay.socketUrl(QStringLiteral("/ws/agent"));
        for (int i = 0; i < 150; ++i) {
            WsClient brief;
            brief.connectAgent(url, m_desk.tokens[0]);
            QTRY_VERIFY(brief.isOpen());
            if (i % 3 > 0)
                (void)QTest::qWaitFor([&] { return brief.helloDone(); }, i % 3);
            brief.close();
        }
        QVERIFY(m_desk.relay.isRunning());
        const auto online = [this] {
            const Json agents = m_desk.admin().get(QStringLiteral("/api/agents")).json.at("items");
            return std::ranges::any_of(agents, [](const Json& agent) {
                return agent.at("name") == "Agent 0" && agent.value("online", false);
            });
        };
        QVERIFY(online());
        m_desk.clients[0]->close();
        QTRY_VERIFY(!online());
        m_desk.clients[0]->connectAgent(url, m_desk.tokens[0]);
        QTRY_VERIFY(m_desk.clients[0]->helloDone());
        QTRY_VERIFY(online());
    }

    // No socket, no notice of their leaving: their silence is all there is.
    void whoWorksOverHttpAndVanishesGivesBack()
    {
        m_desk.clients[0]->close();
        m_desk.clients[1]->close();
        const auto gone = [this](const char* name) {
            const Json agents = m_desk.admin().get(QStringLiteral("/api/agents")).json.at("items");
            return std::ranges::any_of(agents, [name](const Json& agent) {
                return agent.at("name") == name && agent.contains("goneAt");
            });
        };
        QTRY_VERIFY(gone("Agent 0") && gone("Agent 1"));
        QCOMPARE(
            m_desk.admin().put(m_desk.settingsPath(), {{"graceMinutes", 0}, {"routing", "manual"}}).status,
            200);
        HttpCalls agent(m_desk.relay.url(), m_desk.tokens[0]);
        QCOMPARE(agent.put(QStringLiteral("/api/agents/me/availability"), {{"state", "available"}}).status,
                 200);
        QVERIFY(!gone("Agent 0"));
        const QString held = m_desk.ask(QStringLiteral("vanished"));
        const QString act = QStringLiteral("/api/handoff/%1/").arg(held);
        QCOMPARE(agent.post(act + QStringLiteral("claim"), Json::object()).status, 200);
        QCOMPARE(agent.post(act + QStringLiteral("message"), {{"content", "one moment"}}).status, 200);
        const QString byProgram = m_desk.ask(QStringLiteral("programs"));
        QCOMPARE(m_desk.bot()
                     .post(QStringLiteral("/api/handoff/%1/claim").arg(byProgram), {{"agentName", "Crm"}})
                     .status,
                 200);
        // As long as they are heard of they keep it, well past the patience there is for silence.
        QElapsedTimer watch;
        watch.start();
        const auto stillTheirs = [&] {
            return agent.get(QStringLiteral("/api/handoff/") + held).json.at("status") == "active";
        };
        QVERIFY(QTest::qWaitFor([&] { return !stillTheirs() || watch.hasExpired(8'000); }, 20'000));
        QVERIFY(stillTheirs());
        QTRY_COMPARE_WITH_TIMEOUT(handoff(held).at("status"), "pending", 20'000);
        QVERIFY(gone("Agent 0"));
        QCOMPARE(handoff(byProgram).at("status"), "claimed"); // a program does not go away
        // They are back by acting, and a kill in between does not make them stay for ever.
        QCOMPARE(agent.post(act + QStringLiteral("claim"), Json::object()).status, 200);
        QVERIFY(!gone("Agent 0"));
        m_desk.relay.kill();
        QVERIFY2(m_desk.relay.start(), m_desk.relay.errors().constData());
        QVERIFY(m_desk.signInAdmin());
        QTRY_COMPARE_WITH_TIMEOUT(handoff(held).at("status"), "pending", 20'000);
        for (std::size_t i = 0; i < 2; ++i) {
            m_desk.clients[i]->connectAgent(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")),
                                            m_desk.tokens[i]);
            QTRY_VERIFY(m_desk.clients[i]->helloDone());
        }
        QCOMPARE(m_desk.admin().put(m_desk.settingsPath(), {{"graceMinutes", 5}}).status, 200);
    }

    void transferNoteSnoozeReopen()
    {
        QCOMPARE(m_desk.admin().put(m_desk.settingsPath(), {{"routing", "manual"}}).status, 200);
        const QString id = m_desk.ask(QStringLiteral("moved"));
        const Json named{{"handoffId", id.toStdString()}};
        const Json claimed = act(0, "handoff.claim", named);
        QVERIFY(claimed.contains("result"));
        Json params = named;
        params["content"] = "she is angry, go easy";
        QVERIFY(act(0, "note.add", params).contains("result"));
        const Json agents = m_desk.admin().get(QStringLiteral("/api/agents")).json.at("items");
        std::string second;
        for (const Json& agent : agents) {
            if (agent.at("name") == "Agent 1")
                second = agent.at("id").get<std::string>();
        }
        params = named;
        params["agentId"] = second;
        params["note"] = "you know her";
        QVERIFY(act(0, "handoff.transfer", params).contains("result"));
        QCOMPARE(handoff(id).at("assignedTo").at("name"), "Agent 1");
        params = named;
        params["content"] = "too late";
        params["epoch"] = claimed.at("result").at("epoch");
        QCOMPARE(act(0, "message.send", params).at("error").at("data").at("code"), "stale_control");
        params = named;
        params["minutes"] = 5;
        QVERIFY(act(1, "handoff.snooze", params).contains("result"));
        QVERIFY(handoff(id).contains("snoozedUntil"));
        (void)m_desk.bot().post(QStringLiteral("/api/conversations/moved/messages"),
                                {{"author", "customer"}, {"content", "are you there?"}});
        QVERIFY(!handoff(id).contains("snoozedUntil"));
        QVERIFY(act(1, "handoff.resolve", named).contains("result"));
        QVERIFY(act(0, "handoff.reopen", named).contains("result"));
        QCOMPARE(handoff(id).at("status"), "claimed");
        // What agents tell each other never reaches the customer's side.
        const Json messages =
            m_desk.bot().get(QStringLiteral("/api/conversations/moved/messages?limit=200")).json.at("items");
        QVERIFY(!messages.empty());
        for (const Json& message : messages)
            QVERIFY(!message.at("note").get<bool>());
        QVERIFY(act(0, "handoff.resolve", named).contains("result"));
    }

    void aNoteTellsWhomItNames()
    {
        const QString id = m_desk.ask(QStringLiteral("mentioned"));
        const Json agents = m_desk.admin().get(QStringLiteral("/api/agents")).json.at("items");
        const auto second =
            std::ranges::find_if(agents, [](const Json& agent) { return agent.at("name") == "Agent 1"; });
        Json params{{"handoffId", id.toStdString()},
                    {"content", "ask @Agent 1, not @Agent 0"},
                    {"mentions", Json::array({second->at("id")})},
                    {"commandId", "mention"}};
        // However often it is said.
        for (int i = 0; i < 2; ++i)
            QVERIFY(m_desk.clients[0]->callAndWait("note.add", params).contains("result"));
        const auto told = [this](std::size_t client) {
            Json mentions = Json::array();
            const Json all =
                m_desk.clients[client]->callAndWait("notification.list", Json::object()).at("result");
            for (const Json& item : all.at("items")) {
                if (item.value("kind", "") == "note.mention")
                    mentions.push_back(item);
            }
            return mentions;
        };
        QCOMPARE(told(0).size(), std::size_t{0});
        QCOMPARE(told(1).size(), std::size_t{1});
        QCOMPARE(told(1).front().at("url"), "handoff://" + id.toStdString());
        QVERIFY(told(1).front().at("title").get<std::string>().starts_with("Agent 0 mentioned you"));
        params["mentions"] = Json::array({"nobody"});
        params["commandId"] = "mention-2";
        const Json refused = m_desk.clients[0]->callAndWait("note.add", params);
        QCOMPARE(refused.at("error").at("data").at("code"), "invalid");
    }

    void everybodyAgreesAndTheJournalIsSound()
    {
        QVERIFY(m_desk.everybodyAgrees());
        QCOMPARE(m_desk.faults(), 0);
        QByteArray why;
        QVERIFY2(m_desk.verified(why), why.constData());
    }
};

RELEVO_TEST(TestRelayRouting)
#include "tst_relayrouting.moc"
