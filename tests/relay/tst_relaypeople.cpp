#include "people_fixture.h"
#include "support/test_main.h"

using namespace relevo::test;

/// What an admin does with people, teams and keys, and how it is told: on the real relay, from outside.
class TestRelayPeople final : public PeopleFixture
{
    Q_OBJECT

    std::vector<std::string> auditTypes(const QString& query)
    {
        std::vector<std::string> types;
        const HttpAnswer answer = m_admin->get(path("/api/audit") + query);
        for (const Json& item : answer.json.at("items"))
            types.push_back(item.at("type"));
        return types;
    }

private Q_SLOTS:
    void initTestCase() { start(); }

    void peopleChange()
    {
        const std::string ana = addAgent("ana");
        const HttpAnswer changed = m_admin->raw(
            "PATCH", agentPath(ana),
            R"({"name":"Ana Torres","role":"supervisor","languages":["es","es","pt"],"capacity":2})");
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json.at("agent").at("role").get<std::string>(), "supervisor");
        QCOMPARE(changed.json.at("agent").at("languages").size(), std::size_t{2});
        for (const char* bad :
             {R"({"role":"king"})", R"({"capacity":-1})", R"({"capacity":1001})", R"({"name":" "})",
              R"({"skills":"billing"})", R"({"skills":[1]})", R"({"disabled":"yes"})"})
            QVERIFY2(m_admin->raw("PATCH", agentPath(ana), bad).status == 422, bad);
        QCOMPARE(m_admin->raw("PATCH", agentPath("01890000-0000-7000-8000-000000000000"), "{}").status, 404);
        QCOMPARE(m_admin->raw("PATCH", agentPath(m_adminId), R"({"role":"agent"})").code(), "conflict");
        QCOMPARE(m_admin->raw("PATCH", agentPath(m_adminId), R"({"disabled":true})").code(), "conflict");
        for (const char* address :
             {"nobody", "@shop.test", "a@b@c", "a b@shop.test", "ana@shop", "<a@shop.test>"})
            QVERIFY2(m_admin->post(path("/api/agents"), {{"email", address}, {"name", "X"}}).status == 422,
                     address);
        QCOMPARE(
            m_admin
                ->post(path("/api/agents"), {{"email", "weak@shop.test"}, {"name", "W"}, {"password", "123"}})
                .status,
            422);
        // What a role allows holds at once, on the socket too.
        const auto calls = callsOf("ana");
        WsClient desk;
        desk.keepNotifications(true);
        connectTo(desk, *calls);
        QCOMPARE(calls->get(path("/api/audit")).status, 403);
        QCOMPARE(m_admin->raw("PATCH", agentPath(ana), R"({"role":"admin"})").status, 200);
        QCOMPARE(calls->get(path("/api/audit")).status, 200);
        QCOMPARE(m_admin->raw("PATCH", agentPath(ana), R"({"role":"agent"})").status, 200);
        QCOMPARE(calls->get(path("/api/audit")).status, 403);
    }

    void whoIsMadeWithoutAPasswordIsInvited()
    {
        const Json kai{{"email", "kai@shop.test"}, {"name", "Kai"}};
        const HttpAnswer made = m_admin->post(path("/api/agents"), kai, "kai-once");
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json.at("agent").value("invited", false), true);
        QVERIFY(!made.json.at("expiresAt").get<std::string>().empty());
        const std::string token = made.json.at("token");
        const HttpAnswer again = m_admin->post(path("/api/agents"), kai, "kai-once");
        QCOMPARE(again.json.at("agentId"), made.json.at("agentId"));
        QVERIFY(!again.json.contains("token"));
        const HttpAnswer joined =
            m_admin->post(path("/api/auth/accept-invite"), {{"token", token}, {"password", goodPassword}});
        QCOMPARE(joined.status, 200);
        const Json agents = m_admin->get(path("/api/agents")).json.at("items");
        QVERIFY(std::ranges::any_of(agents, [](const Json& agent) {
            return agent.at("name") == "Kai" && !agent.value("invited", false);
        }));
    }

    /// A key never touches an admin.
    void programsLookAfterPeopleButNotAfterAdmins()
    {
        const HttpAnswer made = m_bot->post(
            path("/api/agents"), {{"email", "cai@shop.test"}, {"name", "Cai"}, {"password", goodPassword}});
        QCOMPARE(made.status, 201);
        const std::string cai = made.json.at("agentId");
        QCOMPARE(m_bot->raw("PATCH", agentPath(cai), R"({"capacity":4})").status, 200);
        QCOMPARE(m_bot->raw("PATCH", agentPath(cai), R"({"role":"admin"})").status, 403);
        QCOMPARE(m_bot->raw("PATCH", agentPath(m_adminId), R"({"name":"Mallory"})").status, 403);
        QCOMPARE(
            m_bot->post(path("/api/agents/invite"), {{"email", "m@x.test"}, {"name", "M"}, {"role", "admin"}})
                .status,
            403);
    }

    void whoIsDisabledIsOutAtOnce()
    {
        const std::string dee = addAgent("dee");
        auto calls = callsOf("dee");
        WsClient desk;
        connectTo(desk, *calls);
        WsClient other;
        connectTo(other, *m_admin);
        const std::string handoff = handoffOf("with-dee");
        QCOMPARE(calls->post(handoffPath(handoff, "/claim"), Json::object()).status, 200);
        QCOMPARE(m_admin->raw("PATCH", agentPath(dee), R"({"disabled":true})").status, 200);
        QTRY_COMPARE(desk.closeCode(), 4003);
        QCOMPARE(calls->get(path("/api/auth/me")).status, 401);
        QCOMPARE(signIn("dee").code(), "forbidden");
        QTRY_COMPARE(m_admin->get(handoffPath(handoff)).json.value("assignedTo", Json()), Json());
        QVERIFY(m_admin->get(handoffPath(handoff)).json.at("status") != "claimed");
        QCOMPARE(m_bot->post(handoffPath(handoff, "/claim"), {{"agentId", dee}}).status, 403);
        QCOMPARE(m_admin->post(agentPath(dee, "/reset-password"), Json::object()).code(), "conflict");

        QCOMPARE(m_admin->raw("PATCH", agentPath(dee), R"({"disabled":false})").status, 200);
        QCOMPARE(calls->get(path("/api/auth/me")).status, 401); // the old session stays ended
        QCOMPARE(signIn("dee").status, 200);
        // Everybody has followed.
        const Json hash = other.callAndWait("state.hash", Json::object()).at("result");
        QTRY_COMPARE(other.seq(), hash.at("seq").get<qint64>());
        QCOMPARE(relevo::domain::stateHash(other.state()).toStdString(), hash.at("hash").get<std::string>());
        QCOMPARE(other.faults(), 0);
    }

    void whoIsSignedOutIsOutEverywhere()
    {
        const std::string fay = addAgent("fay");
        auto calls = callsOf("fay");
        WsClient desk;
        connectTo(desk, *calls);
        QCOMPARE(calls->raw("DELETE", agentPath(m_adminId, "/sessions"), {}).status, 403);
        QCOMPARE(m_admin->raw("DELETE", agentPath("nobody", "/sessions"), {}).status, 404);
        QCOMPARE(m_admin->raw("DELETE", agentPath(fay, "/sessions"), {}).status, 200);
        QTRY_COMPARE(desk.closeCode(), 4001);
        QCOMPARE(calls->get(path("/api/auth/me")).status, 401);
        QCOMPARE(signIn("fay").status, 200); // the password holds
    }

    void keysDoWhatTheyAreFor()
    {
        const HttpAnswer made =
            m_admin->post(path("/api/keys"), {{"name", "Dashboard"}, {"scopes", {"read"}}}, "make-key");
        QCOMPARE(made.status, 201);
        QVERIFY(!m_admin->post(path("/api/keys"), {{"name", "Dashboard"}, {"scopes", {"read"}}}, "make-key")
                     .json.contains("apiKey"));
        HttpCalls dashboard(m_relay.url(), QByteArray::fromStdString(made.json.at("apiKey")));
        QCOMPARE(dashboard.get(path("/api/handoff/pending")).status, 200);
        QCOMPARE(
            dashboard.post(path("/api/conversations/k/messages"), {{"author", "customer"}, {"content", "x"}})
                .status,
            403);
        for (const Json& bad : {Json{{"name", "x"}}, Json{{"name", "x"}, {"scopes", Json::array()}},
                                Json{{"name", "x"}, {"scopes", {"everything"}}}, Json{{"scopes", {"read"}}}})
            QCOMPARE(m_admin->post(path("/api/keys"), bad).status, 422);
        Json listed;
        QTRY_VERIFY([&] {
            for (const Json& key : itemsOf(*m_admin, path("/api/keys"))) {
                if (key.at("id") == made.json.at("id"))
                    listed = key;
            }
            return listed.contains("lastUsedAt");
        }());
        QVERIFY(listed.dump().find(made.json.at("apiKey").get<std::string>()) == std::string::npos);
        const QString one = path("/api/keys/") + QString::fromStdString(made.json.at("id"));
        QCOMPARE(m_admin->raw("DELETE", one, {}).status, 200);
        QCOMPARE(dashboard.get(path("/api/handoff/pending")).status, 401);
        QCOMPARE(m_admin->raw("DELETE", one, {}).status, 404);
    }

    void aTeamIsAsked()
    {
        const std::string kim = addAgent("kim");
        const std::string lea = addAgent("lea");
        const HttpAnswer team = m_admin->post(path("/api/teams"), {{"name", "Returns"}, {"members", {lea}}});
        QCOMPARE(team.status, 201);
        const std::string id = team.json.at("team").at("id");
        QCOMPARE(m_admin->post(path("/api/teams"), {{"name", "returns"}}).code(), "conflict");
        QCOMPARE(m_admin->post(path("/api/teams"), {{"name", "X"}, {"members", {"nobody"}}}).status, 422);
        const std::string handoff = handoffOf("for-the-team");
        auto calls = callsOf("kim");
        QCOMPARE(calls->post(handoffPath(handoff, "/claim"), Json::object()).status, 200);
        QCOMPARE(calls->post(handoffPath(handoff, "/transfer"), {{"teamId", id}, {"bot", true}}).status, 422);
        QCOMPARE(
            calls->post(handoffPath(handoff, "/transfer"), {{"teamId", id}, {"note", "a return"}}).status,
            200);
        const Json waits = calls->get(handoffPath(handoff)).json;
        QCOMPARE(waits.at("teamId").get<std::string>(), id);
        QVERIFY(waits.at("assignedTo").is_null());
        std::map<std::string, std::string> fits;
        for (const Json& item : itemsOf(*calls, handoffPath(handoff, "/routing")))
            fits[item.at("agentId")] = item.at("fit");
        QCOMPARE(fits.at(lea), "not_available"); // in the team, but away
        QVERIFY(callsOf("kim")->put(path("/api/agents/me/availability"), {{"state", "available"}}).status ==
                200);
        for (const Json& item : itemsOf(*calls, handoffPath(handoff, "/routing")))
            fits[item.at("agentId")] = item.at("fit");
        QCOMPARE(fits.at(kim), "team");
        const QString one = path("/api/teams/") + QString::fromStdString(id);
        QCOMPARE(m_admin->raw("PATCH", one, Json{{"members", {kim, lea}}}.dump().c_str()).status, 200);
        for (const Json& item : itemsOf(*calls, handoffPath(handoff, "/routing")))
            fits[item.at("agentId")] = item.at("fit");
        QVERIFY(fits.at(kim) != "team");
        QCOMPARE(m_admin->raw("DELETE", one, {}).status, 200);
        QCOMPARE(m_admin->raw("DELETE", one, {}).status, 404);
        QCOMPARE(calls->get(path("/api/teams")).json.at("items").size(), std::size_t{0});
    }

    void theAuditTellsWhoDidWhat()
    {
        const HttpAnswer all = m_admin->get(path("/api/audit?limit=200"));
        QCOMPARE(all.status, 200);
        const std::string text = all.json.dump();
        for (const char* secret : {goodPassword, "rk_", "ri_", "ra_", "$argon2"})
            QVERIFY2(text.find(secret) == std::string::npos, secret);
        qint64 last = std::numeric_limits<qint64>::max();
        for (const Json& item : all.json.at("items")) {
            QVERIFY(item.at("seq").get<qint64>() < last);
            last = item.at("seq");
            QVERIFY2(item.at("text").get<std::string>().find('%') == std::string::npos, item.dump().c_str());
            QVERIFY(!item.at("actor").at("name").get<std::string>().empty());
        }
        // Page by page it is the same list.
        std::vector<Json> paged;
        QString cursor;
        do {
            const HttpAnswer page = m_admin->get(path("/api/audit?limit=7") + cursor);
            for (const Json& item : page.json.at("items"))
                paged.push_back(item);
            const Json next = page.json.at("next");
            cursor = next.is_null() ? QString() : QStringLiteral("&cursor=") + QString::fromStdString(next);
        } while (!cursor.isEmpty() && paged.size() < 500);
        QVERIFY(paged.size() >= all.json.at("items").size());
        for (std::size_t i = 0; i < all.json.at("items").size(); ++i)
            QCOMPARE(paged[i], all.json.at("items")[i]);

        const HttpAnswer roles = m_admin->get(path("/api/audit?type=agent.updated&limit=200"));
        bool promoted = false;
        for (const Json& item : roles.json.at("items")) {
            QCOMPARE(item.at("type").get<std::string>(), "agent.updated");
            for (const Json& change : item.at("changes"))
                promoted = promoted || (change.at("field") == "role" && change.at("from") == "agent" &&
                                        change.at("to") == "supervisor");
        }
        QVERIFY(promoted);
        for (const std::string& type : auditTypes(QStringLiteral("?type=access")))
            QCOMPARE(type, "access.changed");
        QVERIFY(auditTypes(QStringLiteral("?type=team")).size() >= 3);
        QVERIFY(auditTypes(QStringLiteral("?actor=") + QString::fromStdString(m_adminId)).size() > 10);
        QCOMPARE(auditTypes(QStringLiteral("?to=2020-01-01T00:00:00Z")).size(), std::size_t{0});
        QCOMPARE(m_admin->get(path("/api/audit?from=yesterday")).status, 422);
        QCOMPARE(m_admin->get(path("/api/audit?cursor=x")).status, 422);
    }

    /// Who comes in is told each time; who does not, when the account is made to wait, and once.
    void theAuditTellsOfSignIns()
    {
        const std::string tim = addAgent("tim");
        const auto aboutTim = [this, &tim] {
            std::vector<Json> found;
            const Json audit = m_admin->get(path("/api/audit?type=access&limit=200")).json;
            for (const Json& item : audit.at("items")) {
                if (item.at("subject").at("id") == tim)
                    found.push_back(item.at("access"));
            }
            return found; // the newest first
        };
        QCOMPARE(signIn("tim").status, 200);
        QCOMPARE(aboutTim().size(), std::size_t{1});
        QCOMPARE(aboutTim().front(), (Json{{"kind", "signed_in"}, {"agentId", tim}}));
        QCOMPARE(signIn("tim", "wrong").status, 401);
        QCOMPARE(signIn("tim", "wrong").status, 401);
        QCOMPARE(aboutTim().size(), std::size_t{1});
        QCOMPARE(signIn("tim").status, 200);
        QCOMPARE(aboutTim().front(), (Json{{"kind", "signed_in"}, {"agentId", tim}, {"count", 2}}));
        for (int i = 0; i < 8; ++i)
            QVERIFY(signIn("tim", "wrong").status == (i < 5 ? 401 : 429));
        for (int i = 0; i < 8; ++i) // nobody's account is nobody's news
            (void)signIn("nobody", "wrong");
        QTRY_COMPARE(aboutTim().size(), std::size_t{3});
        QCOMPARE(aboutTim().front(), (Json{{"kind", "sign_ins_refused"}, {"agentId", tim}, {"count", 5}}));
        QCOMPARE(m_admin->get(path("/api/audit?type=access&limit=1")).json.at("items").front().at("text"),
                 "The relay refused sign-ins of tim; the account has to wait.");
        QCOMPARE(signIn("tim").status, 429);
        QCOMPARE(aboutTim().size(), std::size_t{3});
    }

    /// Only admins are told whose way in was changed; for everybody else something fills its place.
    void credentialsAreAdminsNews()
    {
        auto calls = callsOf("kim");
        WsClient agent;
        WsClient admin;
        std::vector<relevo::domain::EventType> agentHeard;
        std::vector<relevo::domain::EventType> adminHeard;
        connectTo(agent, *calls);
        connectTo(admin, *m_admin);
        agent.onEvent = [&](const relevo::domain::Event& event) {
            agentHeard.push_back(event.type);
        };
        admin.onEvent = [&](const relevo::domain::Event& event) {
            adminHeard.push_back(event.type);
        };
        QCOMPARE(m_admin->post(path("/api/keys"), {{"name", "News"}, {"scopes", {"read"}}}).status, 201);
        using relevo::domain::EventType;
        QTRY_VERIFY(!adminHeard.empty() && !agentHeard.empty());
        QVERIFY(adminHeard.back() == EventType::AccessChanged);
        QVERIFY(agentHeard.back() == EventType::Hidden);
        QTRY_COMPARE(agent.seq(), admin.seq());
        QCOMPARE(agent.faults(), 0);
        // So it is for who catches up, from memory and from the journal.
        WsClient late;
        late.open(m_relay.socketUrl(QStringLiteral("/ws/agent")));
        QTRY_VERIFY(late.isOpen());
        late.keepNotifications(true);
        (void)late.callAndWait("hello", {{"token", calls->token().toStdString()}, {"since", 1}});
        QTRY_VERIFY(!late.notifications().empty() &&
                    late.notifications().back().second.value("seq", 0) == admin.seq());
        for (const auto& [method, params] : late.notifications())
            QVERIFY(params.value("type", "") != "access.changed");
    }

    void otherProjectsAreOutOfReach()
    {
        const RelayProcess::Ran other = m_relay.run({QStringLiteral("project"), QStringLiteral("create"),
                                                     QStringLiteral("--name"), QStringLiteral("Other")});
        HttpCalls stranger(m_relay.url(), QByteArray::fromStdString(other.json.at("apiKey")));
        const std::string max = addAgent("max");
        QTRY_COMPARE(stranger.raw("PATCH", agentPath(max), R"({"disabled":true})").status, 404);
        QCOMPARE(stranger.get(path("/api/agents")).json.at("items").size(), std::size_t{0});
        QCOMPARE(stranger.get(path("/api/audit")).json.at("items").size(), std::size_t{2});
        QCOMPARE(stranger.post(path("/api/teams"), {{"name", "T"}, {"members", {max}}}).status, 404);
    }

    void allOfItOutlivesARestart()
    {
        m_relay.kill();
        QVERIFY(m_relay.start());
        QCOMPARE(m_admin->get(path("/api/auth/me")).status, 200);
        QCOMPARE(signIn("lea").status, 200);
        QCOMPARE(m_relay.terminate(), 0);
        const RelayProcess::Ran verified = m_relay.run({QStringLiteral("verify")});
        QVERIFY2(verified.exitCode == 0, verified.errors.constData());
    }
};

RELEVO_TEST(TestRelayPeople)

#include "tst_relaypeople.moc"
