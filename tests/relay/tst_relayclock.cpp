#include "hook_receiver.h"
#include "moved_relay.h"
#include "support/test_main.h"
#include "ws_client.h"

using namespace relevo;
using namespace relevo::test;
using namespace std::chrono_literals;
using Json = nlohmann::json;

/// What the relay waits for falls due by the clock, also when that is put forward meanwhile: a clock that is
/// set, or a machine that slept. (Promises, offers and snoozes are the scheduler's, tested with it.)
class TestRelayClock final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<MovedRelay> m_relay;

    static constexpr int soon = 4'000; // ms; what is due is looked at every second

    void jump(milliseconds span) { m_relay->clock.later = m_relay->clock.later.load() + span; }
    HttpAnswer say(const char* session, const char* text)
    {
        return m_relay->bot().post(
            QStringLiteral("/api/conversations/%1/messages").arg(QLatin1String(session)),
            {{"author", "customer"}, {"content", text}});
    }

private Q_SLOTS:
    void init()
    {
        m_relay = std::make_unique<MovedRelay>();
        QVERIFY(m_relay->start());
    }
    void cleanup()
    {
        QVERIFY(m_relay->stop());
        m_relay.reset();
    }

    void whoWorksOverHttpIsMissedInTime()
    {
        QCOMPARE(m_relay->root().put(m_relay->settings(), {{"graceMinutes", 30}}).status, 200);
        QCOMPARE(m_relay->root()
                     .put(QStringLiteral("/api/agents/me/availability"), {{"state", "available"}})
                     .status,
                 200);
        // Asked for by the program, which is nobody's presence.
        const auto gone = [this] {
            const HttpAnswer agents = m_relay->bot().get(QStringLiteral("/api/agents"));
            return agents.json.at("items").at(0).contains("goneAt");
        };
        QVERIFY(!gone());
        jump(29min);
        QVERIFY(!gone());
        jump(2min);
        QTRY_VERIFY_WITH_TIMEOUT(gone(), soon);
    }

    void aBotsLaterAnswerIsMissedInTime()
    {
        HookReceiver bot;
        bot.answers = {202};
        const Json bots{
            {"bots",
             {{{"name", "mine"}, {"type", "webhook"}, {"url", bot.url("/turn")}, {"answerSeconds", 300}}}},
            {"lanes", {{"info", "mine"}}}};
        QCOMPARE(m_relay->bot()
                     .put(QStringLiteral("/api/projects/%1/bots").arg(m_relay->project.toString()), bots)
                     .status,
                 200);
        // Bots of the project answer on the web chat.
        WsClient browser;
        QUrl url(m_relay->server->url());
        url.setScheme(QStringLiteral("ws"));
        url.setPath(QStringLiteral("/ws/visitor"));
        browser.open(url);
        QTRY_VERIFY(browser.isOpen());
        const Json hello =
            browser.callAndWait("hello", {{"projectKey", m_relay->project.toString().toStdString()}});
        const std::string session = "web:" + hello.at("result").at("conversationId").get<std::string>();
        QVERIFY(browser.callAndWait("message.send", {{"clientId", "1"}, {"content", "a question"}})
                    .contains("result"));
        const auto status = [this, &session] {
            const Json turns =
                m_relay->bot()
                    .get(QStringLiteral("/api/conversations/%1/turns").arg(QString::fromStdString(session)))
                    .json.value("items", Json::array());
            return turns.empty() ? std::string() : turns.at(0).at("status").get<std::string>();
        };
        QTRY_COMPARE(status(), std::string("waiting"));
        jump(4min);
        QCOMPARE(status(), std::string("waiting"));
        jump(2min);
        QTRY_COMPARE_WITH_TIMEOUT(status(), std::string("failed"), soon);
    }

    void aWebhookIsTriedAgainInTime()
    {
        HookReceiver hook;
        hook.answers = {500, 500, 500, 500};
        QCOMPARE(m_relay->root()
                     .post(QStringLiteral("/api/webhooks"),
                           {{"url", hook.url()}, {"events", {"conversation.opened"}}})
                     .status,
                 201);
        QCOMPARE(say("hooked", "hello").status, 201);
        // About 1 s, then 3 s; before the fourth attempt at least 5, and before the fifth at least 16, if the
        // clock did not save them. It goes on as it is looked at: the wait begins when the answer is here.
        QTRY_COMPARE_WITH_TIMEOUT(hook.came.size(), std::size_t{3}, 15'000);
        const auto cameAgain = [&](std::size_t times) {
            jump(10min);
            return hook.came.size() >= times;
        };
        QTRY_VERIFY_WITH_TIMEOUT(cameAgain(4), soon);
        QTRY_VERIFY_WITH_TIMEOUT(cameAgain(5), soon);
        QCOMPARE(hook.came.front().json.at("type"), hook.came.back().json.at("type"));
    }
};

RELEVO_TEST(TestRelayClock)
#include "tst_relayclock.moc"
