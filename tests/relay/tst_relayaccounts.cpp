#include "authenticator_app.h"
#include "people_fixture.h"
#include "support/test_main.h"

using namespace relevo::test;

/// How people get in: invitations, passwords, second factors, devices. On the real relay, from outside.
class TestRelayAccounts final : public PeopleFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { start(); }

    void somebodyIsInvitedAndJoins()
    {
        const Json body{{"email", "bo@shop.test"}, {"name", "Bo"}, {"skills", {"billing"}}, {"capacity", 3}};
        const HttpAnswer invited = m_admin->post(path("/api/agents/invite"), body, "invite-bo");
        QCOMPARE(invited.status, 201);
        const std::string token = invited.json.at("token");
        QCOMPARE(invited.json.at("agent").at("invited").get<bool>(), true);
        // The same request again: the same agent, and no token, for nobody knows it any more.
        const HttpAnswer again = m_admin->post(path("/api/agents/invite"), body, "invite-bo");
        QCOMPARE(again.json.at("agentId"), invited.json.at("agentId"));
        QVERIFY(!again.json.contains("token"));
        QCOMPARE(m_admin->post(path("/api/agents/invite"), body).code(), "conflict");

        QCOMPARE(signIn("bo").status, 401);
        HttpCalls bo(m_relay.url());
        const auto accept = [&bo](const std::string& token, const char* password) {
            return bo.post(path("/api/auth/accept-invite"), {{"token", token}, {"password", password}});
        };
        QCOMPARE(accept(token, "too short").status, 422);
        QCOMPARE(accept(token, "bo@shop.test").status, 422);
        QCOMPARE(accept(token, "password1234").status, 422);
        QCOMPARE(accept("ri_nonsense", goodPassword).status, 401);
        const HttpAnswer joined = accept(token, goodPassword);
        QCOMPARE(joined.status, 200);
        QCOMPARE(joined.json.at("email").get<std::string>(), "bo@shop.test");
        QCOMPARE(accept(token, "another good password").status, 401);
        const HttpAnswer in = signIn("bo");
        QCOMPARE(in.status, 200);
        QVERIFY(!in.json.at("agent").contains("invited"));
        QCOMPARE(in.json.at("agent").at("capacity").get<int>(), 3);
    }

    void aPasswordIsChanged()
    {
        (void)addAgent("finn");
        auto here = callsOf("finn");
        auto there = callsOf("finn");
        WsClient desk;
        connectTo(desk, *there);
        const auto change = [&here](const char* before, const char* after) {
            return here->post(path("/api/auth/password"), {{"oldPassword", before}, {"newPassword", after}});
        };
        QCOMPARE(change("not it at all", "a better password").status, 403);
        QCOMPARE(change(goodPassword, "short").status, 422);
        QCOMPARE(change(goodPassword, "a better password").status, 200);
        QTRY_COMPARE(desk.closeCode(), 4001);
        QCOMPARE(there->get(path("/api/auth/me")).status, 401);
        QCOMPARE(here->get(path("/api/auth/me")).status, 200);
        QCOMPARE(signIn("finn").status, 401);
        QCOMPARE(signIn("finn", "a better password").status, 200);
        // Guessing it here is slowed down as guessing at the door is.
        for (int i = 0; i < 5; ++i)
            QCOMPARE(change("a guess of mine", "yet another one").status, 403);
        QCOMPARE(change("a better password", "yet another one").status, 429);
    }

    void anAdminResetsAPassword()
    {
        const std::string gus = addAgent("gus");
        auto calls = callsOf("gus");
        const HttpAnswer reset = m_admin->post(agentPath(gus, "/reset-password"), Json::object());
        QCOMPARE(reset.status, 200);
        QCOMPARE(calls->get(path("/api/auth/me")).status, 401);
        QCOMPARE(signIn("gus").status, 401);
        QCOMPARE(HttpCalls(m_relay.url())
                     .post(path("/api/auth/accept-invite"),
                           {{"token", reset.json.at("token")}, {"password", "my next password"}})
                     .status,
                 200);
        QCOMPARE(signIn("gus", "my next password").status, 200);
    }

    void aSecondFactor()
    {
        const std::string hal = addAgent("hal");
        auto calls = callsOf("hal");
        QCOMPARE(calls->post(path("/api/auth/totp/enrol"), {{"password", "wrong password"}}).status, 403);
        QCOMPARE(calls->post(path("/api/auth/totp/confirm"), {{"code", "123456"}}).code(), "conflict");
        const HttpAnswer enrol = calls->post(path("/api/auth/totp/enrol"), {{"password", goodPassword}});
        QCOMPARE(enrol.status, 200);
        const std::string secret = enrol.json.at("secret");
        QVERIFY(enrol.json.at("uri").get<std::string>().find(secret) != std::string::npos);
        QCOMPARE(signIn("hal").status, 200); // not asked for before it is confirmed
        QCOMPARE(calls->post(path("/api/auth/totp/confirm"), {{"code", "12345"}}).status, 422);
        const HttpAnswer confirmed =
            calls->post(path("/api/auth/totp/confirm"), {{"code", appCode(secret, -1)}});
        QCOMPARE(confirmed.status, 200);
        const Json codes = confirmed.json.at("recoveryCodes");
        QCOMPARE(codes.size(), std::size_t{10});
        QCOMPARE(calls->post(path("/api/auth/totp/enrol"), {{"password", goodPassword}}).code(), "conflict");

        const HttpAnswer without = signIn("hal");
        QCOMPARE(without.status, 401);
        QCOMPARE(without.json.at("totp").get<std::string>(), "required");
        const std::string code = appCode(secret, 1);
        QCOMPARE(signIn("hal", "not the password", {{"totp", code}}).json.contains("totp"), false);
        QCOMPARE(signIn("hal", goodPassword, {{"totp", code}}).status, 200);
        const HttpAnswer replay = signIn("hal", goodPassword, {{"totp", code}});
        QCOMPARE(replay.status, 401);
        QCOMPARE(replay.json.at("totp").get<std::string>(), "wrong");
        QCOMPARE(signIn("hal", goodPassword, {{"totp", codes[0]}}).status, 200);
        QCOMPARE(signIn("hal", goodPassword, {{"totp", codes[0]}}).status, 401);
        // Asking without a code is no guess and clears none: three more wrong ones and the door is slow.
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(signIn("hal").status, 401);
            QCOMPARE(signIn("hal", goodPassword, {{"totp", "000000"}}).status, 401);
        }
        QCOMPARE(signIn("hal", goodPassword, {{"totp", codes[1]}}).status, 429);
        QCOMPARE(m_admin->post(agentPath(hal, "/reset-totp"), Json::object()).status, 200);
    }

    void anAdminRequiresIt()
    {
        const std::string ida = addAgent("ida");
        QCOMPARE(m_admin->raw("PATCH", agentPath(ida), R"({"totpRequired":true})").status, 200);
        const HttpAnswer in = signIn("ida");
        QCOMPARE(in.json.at("totp").get<std::string>(), "enrol");
        HttpCalls calls(m_relay.url(), QByteArray::fromStdString(in.json.at("token")));
        QCOMPARE(calls.get(path("/api/handoff/pending")).json.at("totp").get<std::string>(), "enrol");
        WsClient desk;
        desk.connectAgent(m_relay.socketUrl(QStringLiteral("/ws/agent")), calls.token());
        desk.setReconnecting(false);
        QTRY_COMPARE(desk.closeCode(), 4003);
        const HttpAnswer enrol = calls.post(path("/api/auth/totp/enrol"), {{"password", goodPassword}});
        QCOMPARE(
            calls.post(path("/api/auth/totp/confirm"), {{"code", appCode(enrol.json.at("secret"))}}).status,
            200);
        QCOMPARE(calls.get(path("/api/handoff/pending")).status, 200);
        QCOMPARE(calls.post(path("/api/auth/totp/disable"), {{"password", goodPassword}}).status, 403);
    }

    void devicesAreListedAndSignedOut()
    {
        (void)addAgent("jo");
        const HttpAnswer first = signIn("jo", goodPassword, {{"device", "Laptop"}});
        const HttpAnswer second = signIn("jo", goodPassword, {{"device", "Old phone"}});
        HttpCalls laptop(m_relay.url(), QByteArray::fromStdString(first.json.at("token")));
        HttpCalls phone(m_relay.url(), QByteArray::fromStdString(second.json.at("token")));
        const Json sessions = laptop.get(path("/api/auth/sessions")).json.at("items");
        QCOMPARE(sessions.size(), std::size_t{2});
        std::string phoneId;
        for (const Json& session : sessions) {
            QCOMPARE(session.at("address").get<std::string>(), "loopback");
            QCOMPARE(session.at("current").get<bool>(), session.at("device") == "Laptop");
            if (session.at("device") == "Old phone")
                phoneId = session.at("id");
        }
        WsClient desk;
        connectTo(desk, phone);
        auto bo = callsOf("bo");
        const QString one = path("/api/auth/sessions/") + QString::fromStdString(phoneId);
        QCOMPARE(bo->raw("DELETE", one, {}).status, 404); // somebody else's
        QCOMPARE(laptop.raw("DELETE", one, {}).status, 200);
        QTRY_COMPARE(desk.closeCode(), 4001);
        QCOMPARE(phone.get(path("/api/auth/me")).status, 401);
        QCOMPARE(laptop.raw("DELETE", one, {}).status, 404);
        const auto third = callsOf("jo");
        QCOMPARE(laptop.raw("DELETE", path("/api/auth/sessions"), {}).status, 200);
        QCOMPARE(third->get(path("/api/auth/me")).status, 401);
        QCOMPARE(laptop.get(path("/api/auth/me")).status, 200);
    }

    /// From the command line, while it serves.
    void theOperatorHelps()
    {
        (void)addAgent("ned");
        auto calls = callsOf("ned");
        WsClient desk;
        connectTo(desk, *calls);
        const auto agent = [this](const char* what, const char* address, const QStringList& more = {}) {
            return m_relay.run(QStringList{QStringLiteral("agent"), QString::fromLatin1(what),
                                           QStringLiteral("--project"), m_relay.projectId,
                                           QStringLiteral("--email"), QString::fromLatin1(address)} +
                               more);
        };
        QCOMPARE(agent("disable", "ned@shop.test").exitCode, 0);
        QTRY_COMPARE(desk.closeCode(), 4003);
        QCOMPARE(agent("enable", "ned@shop.test").exitCode, 0);
        QTRY_COMPARE(signIn("ned").status, 200);
        const RelayProcess::Ran reset = agent("reset-password", "NED@shop.test");
        QCOMPARE(reset.exitCode, 0);
        QCOMPARE(HttpCalls(m_relay.url())
                     .post(path("/api/auth/accept-invite"),
                           {{"token", reset.json.at("token")}, {"password", "by the operator"}})
                     .status,
                 200);
        QCOMPARE(signIn("ned", "by the operator").status, 200);
        QCOMPARE(agent("reset-totp", "ned@shop.test").exitCode, 0);
        QVERIFY(agent("disable", "nobody@shop.test").exitCode != 0);
        QVERIFY(agent("disable", "eva@shop.test").exitCode != 0); // the last admin
    }

    void cleanupTestCase()
    {
        QCOMPARE(m_relay.terminate(), 0);
        const RelayProcess::Ran verified = m_relay.run({QStringLiteral("verify")});
        QVERIFY2(verified.exitCode == 0, verified.errors.constData());
    }
};

RELEVO_TEST(TestRelayAccounts)

#include "tst_relayaccounts.moc"
