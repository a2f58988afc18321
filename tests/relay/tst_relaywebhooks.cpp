#include "desk_fixture.h"
#include "hook_receiver.h"
#include "support/test_main.h"

#include <bot/webhook_bot.h>

#include <QtTest/QtTest>

#include <algorithm>
#include <set>

using namespace relevo;
using namespace relevo::test;

/// Outgoing webhooks of a real relay.
class TestRelayWebhooks final : public QObject
{
    Q_OBJECT

private:
    DeskFixture m_desk;

    static QString path() { return QStringLiteral("/api/webhooks"); }
    Json add(const HookReceiver& receiver, const Json& events)
    {
        return m_desk.admin().post(path(), {{"url", receiver.url()}, {"events", events}}).json;
    }
    Json listed(const std::string& id)
    {
        const Json list = m_desk.admin().get(path()).json;
        for (const Json& hook : list.at("items")) {
            if (hook.at("id") == id)
                return hook;
        }
        return nullptr;
    }
    void remove(const Json& hook)
    {
        QCOMPARE(
            m_desk.admin().raw("DELETE", path() + u'/' + QString::fromStdString(hook.at("id")), {}).status,
            204);
    }
    void say(const char* session, const char* text)
    {
        HttpCalls bot(m_desk.relay.url(), m_desk.relay.apiKey);
        QCOMPARE(bot.post(QStringLiteral("/api/conversations/%1/messages").arg(QLatin1String(session)),
                          {{"author", "customer"}, {"content", text}})
                     .status,
                 201);
    }
    int told(const char* kind)
    {
        const Json list = m_desk.admin().get(QStringLiteral("/api/notifications")).json;
        return static_cast<int>(std::ranges::count_if(
            list.at("items"), [kind](const Json& one) { return one.value("kind", "") == kind; }));
    }
    /// What the relay says of channels to a desktop that comes now.
    Json failingAsGreeted()
    {
        WsClient desk;
        desk.open(m_desk.relay.socketUrl(QStringLiteral("/ws/agent")));
        if (!QTest::qWaitFor([&desk] { return desk.isOpen(); }))
            return nullptr;
        return desk.callAndWait("hello", {{"token", m_desk.tokens[0].toStdString()}})
            .at("result")
            .at("failingChannels");
    }
    static std::string contentOf(const HookReceiver::Came& came)
    {
        return came.json.at("data").at("message").at("content").get<std::string>();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_desk.startWithAdmin(1), m_desk.relay.errors().constData()); }

    void sendsWhatWasAskedForSigned()
    {
        HookReceiver receiver;
        const Json hook = add(receiver, {"message.received", "handoff.*"});
        const QByteArray secret = QByteArray::fromStdString(hook.at("secret"));
        QVERIFY(secret.startsWith("whsec_"));
        QVERIFY(!listed(hook.at("id")).contains("secret"));
        say("signed", "where is my parcel");
        QTRY_COMPARE(receiver.came.size(), std::size_t{1});
        const HookReceiver::Came& came = receiver.came[0];
        QCOMPARE(came.json.at("type"), "message.received");
        QCOMPARE(came.json.at("specversion"), "1.0");
        QCOMPARE(came.json.at("id"), came.headers.value("webhook-id").toStdString());
        QVERIFY(came.headers.value("content-type").startsWith("application/cloudevents+json"));
        QCOMPARE(bot::webhookSignature(secret, came.headers.value("webhook-id"),
                                       came.headers.value("webhook-timestamp").toLongLong(), came.body),
                 came.headers.value("webhook-signature"));
        QVERIFY(!came.headers.contains("cookie"));
        say("signed", "I want to talk to a human");
        QTRY_COMPARE(receiver.came.size(), std::size_t{3});
        QCOMPARE(receiver.came[2].json.at("type"), "handoff.requested");
        QVERIFY(receiver.came[2].json.contains("handoffid"));
        remove(hook);
        say("signed", "more");
        QCOMPARE(listed(hook.at("id")), Json());
    }

    void theAuditHasThem()
    {
        HookReceiver receiver;
        receiver.answers = {410};
        const Json made = m_desk.admin()
                              .post(path(),
                                    {{"url", receiver.url("/services/T0/very-secret?key=k")},
                                     {"events", {"message.received"}}},
                                    "the-same-wish")
                              .json;
        const HttpAnswer again = m_desk.admin().post(
            path(),
            {{"url", receiver.url("/services/T0/very-secret?key=k")}, {"events", {"message.received"}}},
            "the-same-wish");
        QCOMPARE(again.status, 201);
        QCOMPARE(again.json.at("id"), made.at("id"));
        QVERIFY(made.contains("secret") && !again.json.contains("secret"));
        const std::string id = made.at("id");
        say("audit", "anybody?");
        QTRY_COMPARE(listed(id).value("enabled", true), false);
        const QString enable = path() + u'/' + QString::fromStdString(id) + QStringLiteral("/enable");
        QCOMPARE(m_desk.admin().post(enable, Json::object()).json.at("enabled"), true);
        QCOMPARE(m_desk.admin().post(enable, Json::object()).json.at("enabled"), true);
        QTRY_COMPARE(receiver.came.size(), std::size_t{2});
        remove(made);
        QCOMPARE(m_desk.admin().raw("DELETE", path() + u'/' + QString::fromStdString(id), {}).status, 404);
        const HttpAnswer audit = m_desk.admin().get(QStringLiteral("/api/audit?type=access"));
        QVERIFY(audit.body.indexOf("very-secret") < 0 && audit.body.indexOf("whsec_") < 0);
        std::vector<std::string> kinds;
        for (const Json& item : audit.json.at("items")) {
            if (item.at("subject").at("id") != id)
                continue;
            QCOMPARE(item.at("subject").at("type"), "webhook");
            QCOMPARE(item.at("subject").at("name"), receiver.url(""));
            kinds.insert(kinds.begin(), item.at("access").at("kind").get<std::string>() + " by " +
                                            item.at("actor").at("name").get<std::string>());
        }
        QCOMPARE(kinds, (std::vector<std::string>{"webhook_created by Eva", "webhook_disabled by The relay",
                                                  "webhook_enabled by Eva", "webhook_deleted by Eva"}));
    }

    void triesAgainInOrder()
    {
        HookReceiver receiver;
        receiver.answers = {503, 302};
        const Json hook = add(receiver, {"message.received"});
        say("order", "one");
        say("order", "two");
        QTRY_COMPARE_WITH_TIMEOUT(receiver.came.size(), std::size_t{4}, 20'000);
        for (const auto& came : receiver.came)
            QCOMPARE(came.path, QByteArray("/hook")); // the redirection was not followed
        QCOMPARE(contentOf(receiver.came[2]), "one");
        QCOMPARE(contentOf(receiver.came[3]), "two");
        QCOMPARE(receiver.came[0].headers.value("webhook-id"), receiver.came[2].headers.value("webhook-id"));
        QTRY_VERIFY(!listed(hook.at("id")).contains("failingSince"));
        remove(hook);
    }

    void failingAndWorkingAgainAreToldOnce()
    {
        HookReceiver watcher;
        const Json watch = add(watcher, {"channel.*"});
        HookReceiver receiver;
        receiver.answers = {503, 503, 503};
        const Json hook = m_desk.admin()
                              .post(path(), {{"url", receiver.url("/services/very-secret")},
                                             {"events", {"message.received"}}})
                              .json;
        say("health", "one");
        QTRY_COMPARE_WITH_TIMEOUT(watcher.came.size(), std::size_t{2}, 40'000);
        QCOMPARE(receiver.came.size(), std::size_t{4}); // told at the third failure, and at what got through
        const Json failing = watcher.came[0].json.at("data").at("channel");
        QCOMPARE(failing.at("kind"), "webhook");
        QCOMPARE(failing.at("id"), hook.at("id"));
        QCOMPARE(failing.at("name"), receiver.url(""));
        QCOMPARE(failing.at("state"), "failing");
        QCOMPARE(failing.at("reason"), "answered 503");
        QVERIFY(failing.at("since") < watcher.came[0].json.at("time"));
        const Json works = watcher.came[1].json.at("data").at("channel");
        QCOMPARE(works.at("state"), "ok");
        QVERIFY(!works.contains("reason"));
        say("health", "two");
        QTRY_COMPARE(receiver.came.size(), std::size_t{5});
        QCOMPARE(watcher.came.size(), std::size_t{2});
        QCOMPARE(told("webhook.failing"), 1);
        remove(hook);
        remove(watch);
    }

    void whoConnectsLaterIsToldWhatFailsAndWhatWasDeletedDoesNot()
    {
        HookReceiver watcher;
        const Json watch = add(watcher, {"channel.*"});
        HookReceiver receiver;
        receiver.answers = std::deque<int>(1'000, 503);
        const Json hook = add(receiver, {"message.received"});
        QCOMPARE(failingAsGreeted(), Json::array());
        say("greeted", "one");
        QTRY_COMPARE_WITH_TIMEOUT(watcher.came.size(), std::size_t{1}, 40'000);
        Json told = watcher.came[0].json.at("data").at("channel");
        QCOMPARE(failingAsGreeted(), Json::array({told}));
        remove(hook);
        QTRY_COMPARE(watcher.came.size(), std::size_t{2});
        told = watcher.came[1].json.at("data").at("channel");
        QCOMPARE(told.at("id"), hook.at("id"));
        QCOMPARE(told.at("state"), "ok");
        QCOMPARE(failingAsGreeted(), Json::array());
        remove(watch);
    }

    void anEndlessAnswerIsNotReadToItsEnd()
    {
        HookReceiver receiver;
        receiver.answerBody = QByteArray(4 * 1024 * 1024, 'x');
        const Json hook = add(receiver, {"message.received"});
        say("long", "one");
        say("long", "two");
        QTRY_COMPARE_WITH_TIMEOUT(receiver.came.size(), std::size_t{2}, 10'000);
        remove(hook);
    }

    void goesOnAfterAKill()
    {
        HookReceiver receiver;
        const Json hook = add(receiver, {"message.received"});
        say("kill", "before");
        QTRY_COMPARE(receiver.came.size(), std::size_t{1});
        receiver.answers = {0};
        say("kill", "unanswered");
        QTRY_COMPARE(receiver.came.size(), std::size_t{2});
        m_desk.relay.kill();
        QVERIFY(m_desk.relay.start());
        QVERIFY(m_desk.signInAdmin());
        say("kill", "after");
        // Whether it was noted in time that the first had been received is chance: it may come again.
        std::vector<std::string> firstTimes;
        const auto collect = [&] {
            std::set<QByteArray> seen;
            firstTimes.clear();
            for (const auto& came : receiver.came) {
                if (seen.insert(came.headers.value("webhook-id")).second)
                    firstTimes.push_back(contentOf(came));
            }
            return firstTimes.size();
        };
        QTRY_COMPARE_WITH_TIMEOUT(collect(), std::size_t{3}, 20'000);
        QVERIFY((firstTimes == std::vector<std::string>{"before", "unanswered", "after"}));
        QVERIFY(receiver.came.size() >= 4); // what was not answered came again
        remove(hook);
    }

    void whoWantsNoMoreIsSwitchedOffAndOnAgain()
    {
        HookReceiver receiver;
        receiver.answers = {410};
        const Json hook = add(receiver, {"message.received"});
        const std::string id = hook.at("id");
        say("gone", "one");
        QTRY_COMPARE(listed(id).at("enabled"), false);
        say("gone", "two");
        const int before = told("webhook.failing");
        QTRY_VERIFY(told("webhook.disabled") > 0);
        QCOMPARE(told("webhook.failing"), before); // one sentence about one thing
        QCOMPARE(receiver.came.size(), std::size_t{1});
        const QString enable = path() + u'/' + QString::fromStdString(id) + QStringLiteral("/enable");
        QCOMPARE(m_desk.admin().post(enable, Json::object()).status, 200);
        QTRY_COMPARE(receiver.came.size(), std::size_t{3});
        QCOMPARE(contentOf(receiver.came[1]), "one");
        QCOMPARE(contentOf(receiver.came[2]), "two");
        remove(hook);
    }

    void onlyAdminsMay()
    {
        HttpCalls agent(m_desk.relay.url(), m_desk.tokens[0]);
        HttpCalls bot(m_desk.relay.url(), m_desk.relay.apiKey);
        for (HttpCalls* who : {&agent, &bot}) {
            QCOMPARE(who->get(path()).status, 403);
            QCOMPARE(who->post(path(), {{"url", "https://x.test"}, {"events", {"*"}}}).status, 403);
        }
    }

    void refusesWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* body, const char* field) {
            QTest::newRow(body) << QByteArray(body) << QString::fromLatin1(field);
        };
        row(R"({"events":["*"]})", "url");
        row("{\"url\":\"file:///etc/passwd\",\"events\":[\"*\"]}", "url");
        row("{\"url\":\"https://\",\"events\":[\"*\"]}", "url");
        row("{\"url\":\"https://user:secret@x.test\",\"events\":[\"*\"]}", "url");
        row("{\"url\":\"https://x.test\"}", "events");
        row("{\"url\":\"https://x.test\",\"events\":[]}", "events");
        row("{\"url\":\"https://x.test\",\"events\":[\"handoff\"]}", "events");
        row("{\"url\":\"https://x.test\",\"events\":[\"hand.*\"]}", "events");
        row("{\"url\":\"https://x.test\",\"events\":[\"hidden\"]}", "events");
        row("{\"url\":\"https://x.test\",\"events\":[7]}", "events");
    }
    void refusesWhatIsWrong()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QString, field);
        const HttpAnswer answer = m_desk.admin().raw("POST", path(), body);
        QCOMPARE(answer.status, 422);
        QCOMPARE(QString::fromStdString(answer.json.value("field", "")), field);
    }

    void theJournalIsSound()
    {
        QByteArray why;
        QVERIFY2(m_desk.verified(why), why.constData());
    }
};

RELEVO_TEST(TestRelayWebhooks)
#include "tst_relaywebhooks.moc"
