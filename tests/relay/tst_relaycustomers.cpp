#include "desk_fixture.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

#include <algorithm>

using namespace relevo;
using namespace relevo::test;
using Json = nlohmann::json;

/// The customer's side of the handoff against the real relay: through the bot's door and on the web chat,
/// also when the relay is killed in between.
class TestRelayCustomers final : public QObject
{
    Q_OBJECT

private:
    DeskFixture m_desk;

    HttpAnswer say(const QString& session, const char* content, const char* author = "customer")
    {
        return m_desk.bot().post(DeskFixture::messagesOf(session),
                                 {{"author", author}, {"content", content}});
    }
    Json conversation(const QString& session)
    {
        return m_desk.bot().get(QStringLiteral("/api/conversations/") + session).json;
    }
    std::vector<std::string> notices(const QString& session)
    {
        const Json items = m_desk.bot()
                               .get(DeskFixture::messagesOf(session) + QStringLiteral("?limit=200"))
                               .json.at("items");
        std::vector<std::string> said;
        for (const Json& message : items) {
            if (message.at("author") == "system")
                said.push_back(message.at("content"));
        }
        return said;
    }
    std::string lastNotice(const QString& session)
    {
        const std::vector<std::string> said = notices(session);
        return said.empty() ? std::string() : said.back();
    }
    std::size_t waiting()
    {
        return m_desk.bot().get(QStringLiteral("/api/handoff/pending?limit=200")).json.at("items").size();
    }
    bool setAvailable(const char* state)
    {
        static int number = 0;
        return m_desk.clients[0]
            ->callAndWait("availability.set",
                          {{"state", state}, {"commandId", "state-" + std::to_string(++number)}})
            .contains("result");
    }
    bool restart()
    {
        m_desk.clients.clear();
        m_desk.relay.kill();
        return m_desk.relay.start() && m_desk.connectClients(1);
    }
    static Json write(WsClient& browser, const char* content)
    {
        static int number = 0;
        return browser.callAndWait("message.send",
                                   {{"clientId", "c" + std::to_string(++number)}, {"content", content}});
    }
    static QString sessionOf(const Json& hello)
    {
        return QStringLiteral("web:") + QString::fromStdString(hello.at("conversationId").get<std::string>());
    }
    bool isGone(const QString& session) { return conversation(session).contains("customerGoneAt"); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_desk.startWithAdmin(1), m_desk.relay.errors().constData());
        QVERIFY(m_desk.connectClients(1));
        QVERIFY(setAvailable("available"));
    }

    void oneFuriousMessageHandsOffAndItIsSeen()
    {
        const HttpAnswer answer =
            say(QStringLiteral("angry"), "This is RIDICULOUS, absolutely terrible, worst company ever!!!");
        QCOMPARE(answer.json.at("handoff").at("trigger").at("type"), "sentiment");
        const Json shown = conversation(QStringLiteral("angry")).at("sentiment");
        QCOMPARE(shown.at("label"), "frustrated");
        QVERIFY(shown.at("score").get<double>() >= 0.5);
        const QString id = QString::fromStdString(answer.json.at("handoff").at("id").get<std::string>());
        const Json handoff = m_desk.bot().get(QStringLiteral("/api/handoff/") + id).json;
        QCOMPARE(handoff.at("sentiment"), shown);
        QVERIFY(handoff.at("messages").at(0).at("frustration").get<double>() >= 0.7);
    }

    void sayingItAgainAndAgainHandsOffAlsoAcrossARestart()
    {
        const QString session = QStringLiteral("again");
        QVERIFY(say(session, "Where is my parcel 4711?").json.at("handoff").is_null());
        for (const char* again : {"where is parcel 4711", "My parcel 4711, where is it?"}) {
            (void)say(session, "Parcels are shipped on weekdays.", "bot");
            QVERIFY(say(session, again).json.at("handoff").is_null());
        }
        (void)say(session, "Parcels are shipped on weekdays.", "bot");
        QVERIFY2(restart(), m_desk.relay.errors().constData());
        const HttpAnswer last = say(session, "WHERE is my parcel 4711");
        QCOMPARE(last.json.at("handoff").at("trigger").at("type"), "failure");
        // Other things, asked one after the other, are no repetition.
        const QString calm = QStringLiteral("calm");
        for (const char* question : {"What are your opening hours?", "Do you ship to Portugal?",
                                     "How can I change my password?", "Which sizes do the shoes have?"}) {
            QVERIFY(say(calm, question).json.at("handoff").is_null());
            (void)say(calm, "Yes, of course.", "bot");
        }
    }

    void switchedOffNothingHandsOffButARequest()
    {
        QCOMPARE(m_desk.admin().put(m_desk.settingsPath(), {{"enabled", false}}).status, 200);
        const QString session = QStringLiteral("off");
        for (int i = 0; i < 5; ++i) {
            QVERIFY(say(session, "I want to talk to a human NOW, this is ridiculous!!!")
                        .json.at("handoff")
                        .is_null());
            (void)say(session, "I did not understand that.", "bot");
        }
        QCOMPARE(m_desk.bot()
                     .post(QStringLiteral("/api/handoff/initiate"),
                           {{"sessionId", "off"}, {"triggerType", "manual"}})
                     .status,
                 200);
        QCOMPARE(m_desk.admin().put(m_desk.settingsPath(), {{"enabled", true}}).status, 200);
    }

    void outsideHoursAnAddressIsAskedAndKept()
    {
        // Open a week from now only, for a few minutes.
        const QDateTime opening = QDateTime::currentDateTimeUtc().addDays(5);
        static constexpr std::array days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
        const auto day = static_cast<std::size_t>(opening.date().dayOfWeek() - 1);
        const Json hours{{"timezone", "UTC"},
                         {"days", {{days.at(day), Json::array({Json::array({"09:00", "09:30"})})}}},
                         {"holidays", Json::array()}};
        QCOMPARE(m_desk.admin().put(m_desk.settingsPath(), {{"businessHours", hours}}).status, 200);
        std::string token;
        Json hello;
        auto page = m_desk.browser(token, hello);
        QVERIFY(page);
        QVERIFY(write(*page, "I want to talk to a human").contains("result"));
        const QString session = sessionOf(hello);
        const std::vector<std::string> told = notices(session);
        QCOMPARE(told.size(), 2U);
        QVERIFY2(told[0].find("at 09:00 (UTC)") != std::string::npos, told[0].c_str());
        QVERIFY2(told[1].find("e-mail") != std::string::npos, told[1].c_str());
        QTRY_VERIFY(std::ranges::any_of(page->notifications(), [](const auto& news) {
            return news.second.value("type", "") == "handoff.requested" &&
                   news.second.at("data").at("handoff").value("emailWanted", false);
        }));
        QVERIFY(write(*page, "hm, let me think").contains("result"));
        QCOMPARE(notices(session).size(), 2U);
        QVERIFY(restart());
        page = m_desk.browser(token, hello);
        QVERIFY(page);
        QCOMPARE(hello.at("handoff").at("mode"), "async");
        QCOMPARE(hello.at("handoff").at("emailWanted"), true);
        QVERIFY(write(*page, "it is eva@example.com").contains("result"));
        QVERIFY(write(*page, "eva@example.com, as I said").contains("result"));
        QTRY_VERIFY(std::ranges::any_of(page->notifications(), [](const auto& news) {
            return news.second.value("type", "") == "contact.updated" &&
                   !news.second.at("data").at("handoff").at("emailWanted").template get<bool>();
        }));
        const std::vector<std::string> after = notices(session);
        QCOMPARE(after.size(), 3U);
        QVERIFY(after[2].find("eva@example.com") != std::string::npos);
        QCOMPARE(conversation(session).at("contact").at("email"), "eva@example.com");
        QCOMPARE(m_desk.admin().put(m_desk.settingsPath(), {{"businessHours", nullptr}}).status, 200);
    }

    void neverMind()
    {
        const std::size_t before = waiting();
        const QString session = QStringLiteral("nevermind");
        QVERIFY(!say(session, "Quiero hablar con una persona").json.at("handoff").is_null());
        QCOMPARE(waiting(), before + 1);
        const HttpAnswer answer = say(session, "no importa, prefiero seguir con el bot");
        QVERIFY(answer.json.at("handoff").is_null());
        QCOMPARE(answer.json.at("control"), "bot");
        QCOMPARE(waiting(), before);
        const Json after = conversation(session);
        QCOMPARE(after.at("epoch"), 2);
        QCOMPARE(after.at("handoff").at("status"), "abandoned");
        QVERIFY(lastNotice(session).find("asistente") != std::string::npos);
        // And whoever changes their mind once more is heard.
        QVERIFY(!say(session, "mejor quiero hablar con un humano").json.at("handoff").is_null());
    }

    void aProgramAbandonsOnlyWhatWaits()
    {
        const QString session = QStringLiteral("door");
        const auto begin = [&] {
            const Json handoff = say(session, "I want to talk to a human").json.at("handoff");
            return QStringLiteral("/api/handoff/") +
                   QString::fromStdString(handoff.at("id").get<std::string>());
        };
        QString path = begin();
        const QString abandon = QStringLiteral("/abandon");
        QCOMPARE(m_desk.bot().post(path + abandon, {{"reason", "bored"}}).status, 422);
        QCOMPARE(m_desk.admin().post(path + abandon, Json::object()).code(), "forbidden");
        QCOMPARE(m_desk.bot().post(path + abandon, {{"reason", "left"}}).status, 200);
        QCOMPARE(m_desk.bot().get(path).json.at("disposition"), "left");
        QCOMPARE(m_desk.bot().post(path + abandon, Json::object()).code(), "conflict");
        path = begin();
        QCOMPARE(m_desk.bot().post(path + QStringLiteral("/claim"), {{"agentName", "Ana"}}).status, 200);
        const HttpAnswer refused = m_desk.bot().post(path + abandon, Json::object());
        QCOMPARE(refused.code(), "already_claimed");
        QCOMPARE(refused.json.at("holder").at("name"), "Ana");
        QVERIFY(say(session, "never mind, the bot is fine").json.at("control") == "human");
        // Another project's key does not reach it.
        const RelayProcess::Ran other = m_desk.relay.run({QStringLiteral("project"), QStringLiteral("create"),
                                                          QStringLiteral("--name"), QStringLiteral("Other")});
        HttpCalls stranger(m_desk.relay.url(),
                           QByteArray::fromStdString(other.json.at("apiKey").get<std::string>()));
        QCOMPARE(stranger.post(path + abandon, Json::object()).status, 404);
    }

    void backToTheAssistantFromTheWebChat()
    {
        std::string token;
        Json hello;
        auto page = m_desk.browser(token, hello);
        QVERIFY(page);
        QVERIFY(page->callAndWait("handoff.cancel", Json::object()).contains("result")); // nothing waits
        QVERIFY(write(*page, "I want to talk to a human").contains("result"));
        const std::size_t before = waiting();
        QVERIFY(page->callAndWait("handoff.cancel", Json::object()).contains("result"));
        QCOMPARE(waiting(), before - 1);
        QTRY_VERIFY(std::ranges::any_of(page->notifications(), [](const auto& news) {
            return news.second.value("type", "") == "handoff.abandoned";
        }));
        const QString session = sessionOf(hello);
        QCOMPARE(conversation(session).at("handoff").at("disposition"), "back_to_bot");
        QVERIFY(page->callAndWait("handoff.cancel", Json::object()).contains("result"));
        // Not behind the back of an agent who is there.
        QVERIFY(write(*page, "I want to talk to a human").contains("result"));
        const std::string id = conversation(session).at("handoff").at("id");
        QCOMPARE(m_desk.bot()
                     .post(QStringLiteral("/api/handoff/%1/claim").arg(QString::fromStdString(id)),
                           {{"agentName", "Ana"}})
                     .status,
                 200);
        const Json refused = page->callAndWait("handoff.cancel", Json::object());
        QCOMPARE(refused.at("error").at("data").at("code"), "already_claimed");
    }

    void whoClosesThePageWhileWaitingIsGoneUntilTheyComeBack()
    {
        std::string token;
        Json hello;
        auto page = m_desk.browser(token, hello);
        auto second = m_desk.browser(token, hello);
        QVERIFY(page && second);
        const QString session = sessionOf(hello);
        QVERIFY(write(*page, "hello there").contains("result"));
        page->close();
        second->close();
        page = m_desk.browser(token, hello);
        second = m_desk.browser(token, hello);
        QVERIFY(page && second);
        QVERIFY(!isGone(session)); // talking with the bot, nobody cares
        QVERIFY(write(*page, "I want to talk to a human").contains("result"));
        page->close();
        QVERIFY(second->callAndWait("ping", Json::object()).contains("result"));
        QVERIFY(!isGone(session)); // the other tab is still there
        second->close();
        QTRY_VERIFY(isGone(session));
        page = m_desk.browser(token, hello);
        QTRY_VERIFY(!isGone(session));
        // A relay that was killed has seen nobody leave; whoever does not come back has left.
        page.reset();
        QTRY_VERIFY(isGone(session));
        page = m_desk.browser(token, hello);
        QTRY_VERIFY(!isGone(session));
        page->setReconnecting(false);
        QVERIFY(restart());
        QTRY_VERIFY(isGone(session));
        page = m_desk.browser(token, hello);
        QVERIFY(page);
        QTRY_VERIFY(!isGone(session));
        QCOMPARE(conversation(session).at("handoff").at("status"), "notified");
    }

    // The grace is a minute at least; the due time is the state's own (tst_customer), so here only the end is
    // seen.
    void whoStaysAwayIsAbandoned()
    {
        QCOMPARE(m_desk.admin().put(m_desk.settingsPath(), {{"graceMinutes", 1}}).status, 200);
        std::string token;
        Json hello;
        auto page = m_desk.browser(token, hello);
        QVERIFY(page);
        const QString session = sessionOf(hello);
        QVERIFY(write(*page, "I want to talk to a human").contains("result"));
        page->close();
        QTRY_VERIFY(isGone(session));
        const Timestamp due =
            fromRfc3339(conversation(session).at("customerGoneAt").get<std::string>()).value() +
            std::chrono::minutes(1);
        QVERIFY(restart());
        QTRY_COMPARE_WITH_TIMEOUT(conversation(session).at("handoff").at("status"), "abandoned", 70'000);
        const milliseconds late = Timestamp(milliseconds(QDateTime::currentMSecsSinceEpoch())) - due;
        QVERIFY2(late.count() >= 0 && late.count() < 2'000, qPrintable(QString::number(late.count())));
        QVERIFY(lastNotice(session).find("assistant") != std::string::npos);
        page = m_desk.browser(token, hello);
        QVERIFY(page);
        QVERIFY(hello.at("handoff").is_null());
    }

    void everybodyAgreesAndTheJournalIsSound()
    {
        QVERIFY(m_desk.everybodyAgrees());
        QCOMPARE(m_desk.faults(), 0);
        QByteArray why;
        QVERIFY2(m_desk.verified(why), why.constData());
    }
};

RELEVO_TEST(TestRelayCustomers)
#include "tst_relaycustomers.moc"
