#include "desk_fixture.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

#include <set>

using namespace relevo;
using namespace relevo::test;

/// Contacts and the search of a real relay.
class TestRelayContacts final : public QObject
{
    Q_OBJECT

private:
    DeskFixture m_desk;
    std::unique_ptr<HttpCalls> m_agent;

    static QString path(const char* text) { return QString::fromUtf8(text); }
    std::string say(const char* session, const char* text, const Json& contact)
    {
        const HttpAnswer answer =
            m_desk.bot().post(QStringLiteral("/api/conversations/%1/messages").arg(QLatin1String(session)),
                              {{"author", "customer"}, {"content", text}, {"contact", contact}});
        return answer.json.value("conversationId", "");
    }
    std::string contactOf(const char* session)
    {
        for (const Json& item : items(path("/api/contacts?limit=200"))) {
            if (item.at("sessionId") == session)
                return item.at("id");
        }
        return {};
    }
    static QString at(const std::string& contact, const char* what = "")
    {
        return path("/api/contacts/") + QString::fromStdString(contact) + path(what);
    }
    Json items(const QString& target) { return m_agent->get(target).json.at("items"); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_desk.startWithAdmin(1), m_desk.relay.errors().constData());
        m_agent = std::make_unique<HttpCalls>(m_desk.relay.url(), m_desk.tokens[0]);
        QVERIFY(m_desk.connectClients(1));
        for (int i = 0; i < 5; ++i)
            QVERIFY(!say(("s" + std::to_string(i)).c_str(), "where is my parcel",
                         {{"name", "Zoë " + std::to_string(i)}, {"attributes", {{"plan", "gold"}}}})
                         .empty());
    }

    void areListedInPages()
    {
        std::vector<std::string> names;
        QString target = path("/api/contacts?limit=2");
        for (int page = 0; page < 3; ++page) {
            const Json json = m_agent->get(target).json;
            for (const Json& item : json.at("items"))
                names.push_back(item.at("name"));
            if (!json.at("next").is_null())
                target = path("/api/contacts?limit=2&cursor=") +
                         QString::fromStdString(json.at("next").get<std::string>());
        }
        QVERIFY((names == std::vector<std::string>{"Zoë 4", "Zoë 3", "Zoë 2", "Zoë 1", "Zoë 0"}));
    }

    void areCorrected()
    {
        const Json contact = items(path("/api/contacts?limit=1")).at(0);
        const QString target = path("/api/contacts/") + QString::fromStdString(contact.at("id"));
        const HttpAnswer changed = m_agent->raw(
            "PATCH", target,
            R"({"email":"zoe@example.com","name":null,"attributes":{"plan":null,"orders":12}})", "patch-1");
        QCOMPARE(changed.status, 200);
        QCOMPARE(changed.json.at("email"), "zoe@example.com");
        QVERIFY(!changed.json.contains("name"));
        QCOMPARE(changed.json.at("attributes"), (Json{{"orders", "12"}}));
        const Json one = m_agent->get(target).json;
        QCOMPARE(one.at("email"), "zoe@example.com");
        QCOMPARE(one.at("conversations").at(0).at("contact").at("email"), "zoe@example.com");
        QVERIFY(m_desk.everybodyAgrees());
        // Whose hand it was, and what it changed.
        const Json told = m_desk.admin().get(path("/api/audit?type=contact&limit=1")).json.at("items").at(0);
        QCOMPARE(told.at("actor").at("type"), "agent");
        QVERIFY(told.at("text").get<std::string>().find("changed what is known of a contact") !=
                std::string::npos);
        std::set<std::string> fields;
        for (const Json& change : told.at("changes"))
            fields.insert(change.at("field"));
        QCOMPARE(fields, (std::set<std::string>{"name", "email", "attributes"}));
        QCOMPARE(m_agent->raw("PATCH", target, R"({"name":7})").status, 422);
        QCOMPARE(m_agent->raw("PATCH", target, R"({"email":"nope"})").status, 422);
        QCOMPARE(m_agent->raw("PATCH", target, R"({"phone":"abc"})").status, 422);
        QCOMPARE(m_agent->raw("PATCH", target, R"({"attributes":[]})").status, 422);
        QCOMPARE(m_agent->get(path("/api/contacts/nobody")).status, 404);
        QCOMPARE(m_agent->get(path("/api/contacts/01890000-0000-7000-8000-000000000000")).status, 404);
        QCOMPARE(HttpCalls(m_desk.relay.url()).get(target).status, 401);
    }

    void areFound()
    {
        QTRY_COMPARE(items(path("/api/contacts?q=zoe")).size(), std::size_t{5}); // four names, one address
        QTRY_COMPARE(items(path("/api/contacts?q=gold")).size(), std::size_t{4});
        QTRY_COMPARE(items(path("/api/search?q=parcel")).size(), std::size_t{5});
        const Json hit = items(path("/api/search?q=parcel&limit=1")).at(0);
        QVERIFY(hit.contains("contactName") && hit.contains("channel"));
        const QString channel = QString::fromStdString(hit.at("channel").get<std::string>());
        QCOMPARE(items(path("/api/search?q=parcel&channel=") + channel).size(), std::size_t{5});
        QCOMPARE(items(path("/api/search?q=parcel&channel=nowhere")).size(), std::size_t{0});
        QCOMPARE(items(path("/api/search?q=parcel&after=2020-01-01T00:00:00Z")).size(), std::size_t{5});
        QCOMPARE(items(path("/api/search?q=parcel&before=2020-01-01T00:00:00Z")).size(), std::size_t{0});
        QCOMPARE(items(path("/api/search?q=parcel&tag=none")).size(), std::size_t{0});
        QCOMPARE(items(path("/api/search?q=parcel&agent=nobody")).size(), std::size_t{0});
        QVERIFY(items(path("/api/search?q=parcel&from=zo")).size() > 0);
        QCOMPARE(items(path("/api/search?q=parcel&from=xavier")).size(), std::size_t{0});
        QCOMPARE(m_agent->get(path("/api/search?q=parcel&after=tomorrow")).status, 422);
        QCOMPARE(m_agent->get(path("/api/search?q=%20")).status, 422);
        QCOMPARE(m_agent->get(path("/api/search?q=x&cursor=y")).status, 422);
        QCOMPARE(m_agent->get(path("/api/handoff/pending?cursor=y")).status, 422);
        const QString handoff =
            path("/api/handoff/") +
            QString::fromStdString(
                m_desk.bot()
                    .post(path("/api/handoff/initiate"), {{"sessionId", "s0"}, {"triggerType", "manual"}})
                    .json.at("handoffId"));
        QCOMPARE(m_agent->post(handoff + path("/note"), {{"content", "suspicious parcel"}}).status, 200);
        QTRY_COMPARE(items(path("/api/search?q=suspicious")).size(), std::size_t{1});
        QCOMPARE(m_desk.bot().get(path("/api/search?q=suspicious")).json.at("items").size(), std::size_t{0});
    }

    void areOnePerson()
    {
        for (const char* session : {"twin-1", "twin-2", "twin-3"})
            say(session, "good day", {{"name", session}});
        const std::string one = contactOf("twin-1");
        const std::string two = contactOf("twin-2");
        const std::string three = contactOf("twin-3");
        QCOMPARE(m_agent->post(at(two, "/merge"), {{"into", one}}).json.at("mergedInto"), one);
        QCOMPARE(m_agent->post(at(two, "/merge"), {{"into", three}}).json.at("mergedInto"), three);
        for (const std::string& any : {one, two, three}) {
            const Json whole = m_agent->get(at(any)).json;
            QCOMPARE(whole.at("id"), any);
            QCOMPARE(whole.at("merged").size(), std::size_t{2});
            QCOMPARE(whole.at("conversations").size(), std::size_t{3});
            QCOMPARE(whole.at("conversations").at(0).at("sessionId"), "twin-3"); // the newest first
        }
        QCOMPARE(m_agent->post(at(three, "/split"), Json::object()).status, 409);
        QCOMPARE(m_agent->post(at(one, "/merge"), {{"into", "nobody"}}).status, 422);
        QCOMPARE(m_agent->raw("PATCH", at(one), R"({"blocked":true,"tags":["b","A","a"]})").status, 200);
        for (const std::string& any : {one, two, three})
            QCOMPARE(m_agent->get(at(any)).json.value("blocked", false), true); // the person is
        QCOMPARE(items(path("/api/contacts?tag=A")).size(), std::size_t{1});
        QCOMPARE(m_agent->post(at(one, "/split"), Json::object()).status, 200);
        QCOMPARE(m_agent->get(at(two)).json.at("merged").size(), std::size_t{1});
        QVERIFY(m_desk.everybodyAgrees());
        std::vector<std::string> told;
        const Json audit = m_desk.admin().get(path("/api/audit?type=contact")).json.at("items");
        for (const Json& item : audit) {
            const std::string text = item.at("text");
            if (text.find("changed what is known") == std::string::npos)
                told.push_back(text);
        }
        QCOMPARE(told.size(), std::size_t{7}); // 1 + 2 moved, 3 blocked, 1 split
        QCOMPARE(told.back().find("made a contact one person with another") != std::string::npos, true);
    }

    void theBlockedGetNothing()
    {
        const HttpAnswer heard = m_desk.bot().post(
            m_desk.messagesOf(path("twin-1")), {{"author", "customer"}, {"content", "a human please, now"}});
        QCOMPARE(heard.status, 201);
        QVERIFY(heard.json.at("handoff").is_null());
        QCOMPARE(m_desk.bot()
                     .post(m_desk.messagesOf(path("twin-1")), {{"author", "bot"}, {"content", "hello"}})
                     .status,
                 409);
        QCOMPARE(m_agent->raw("PATCH", at(contactOf("twin-1")), R"({"blocked":false})").status, 200);
        QVERIFY(!m_desk.ask(path("twin-1"), {{"content", "good day"}}).isEmpty());
    }

    void spamIsEndedAndBlocked()
    {
        const QString handoff = m_desk.ask(path("spammer"), {{"content", "good day"}});
        QCOMPARE(m_agent->post(path("/api/handoff/") + handoff + path("/spam"), {{"block", true}}).status,
                 200);
        QCOMPARE(m_agent->get(path("/api/handoff/") + handoff).json.at("disposition"), "spam");
        QCOMPARE(m_agent->get(at(contactOf("spammer"))).json.at("blocked"), true);
        const QString ticket = m_desk.ask(path("patient"), {{"content", "good day"}});
        QCOMPARE(m_agent->post(path("/api/handoff/") + ticket + path("/convert"), Json::object()).status,
                 200);
        QCOMPARE(m_agent->get(path("/api/handoff/") + ticket).json.at("status"), "converted_to_ticket");
        QVERIFY(m_desk.everybodyAgrees());
    }

    void notesAreKept()
    {
        const std::string id = contactOf("patient");
        const std::string note =
            m_agent->post(at(id, "/notes"), {{"text", "Waits, and says so"}}).json.at("noteId");
        QCOMPARE(m_agent->get(at(id)).json.at("notes").at(0).at("authorName"), "Agent 0");
        QCOMPARE(m_agent->raw("DELETE", at(id, "/notes/") + QString::fromStdString(note), "").status, 200);
        QVERIFY(!m_agent->get(at(id)).json.contains("notes"));
    }

    void theWholePersonIsErased()
    {
        const std::string three = contactOf("twin-3");
        const std::string two = contactOf("twin-2");
        QCOMPARE(m_desk.admin().get(at(two, "/export")).json.at("conversations").size(), std::size_t{2});
        QCOMPARE(m_desk.admin().raw("DELETE", at(two), "").status, 200);
        QCOMPARE(m_agent->get(at(two)).status, 404);
        QCOMPARE(m_agent->get(at(three)).status, 404);
        QCOMPARE(m_agent->get(at(contactOf("twin-1"))).status, 200); // was split from them
        QVERIFY(m_desk.everybodyAgrees());
        QByteArray why;
        QVERIFY2(m_desk.verified(why), why.constData());
    }

    void areFoundAfterARestart()
    {
        m_desk.relay.kill();
        QVERIFY(QFile::remove(m_desk.relay.directory() + path("/relay-search.db")));
        QVERIFY(m_desk.relay.start());
        m_agent = std::make_unique<HttpCalls>(m_desk.relay.url(), m_desk.tokens[0]);
        QTRY_COMPARE(items(path("/api/search?q=parcel")).size(), std::size_t{6});
    }

    void theJournalIsSound()
    {
        QByteArray why;
        QVERIFY2(m_desk.verified(why), why.constData());
    }
};

RELEVO_TEST(TestRelayContacts)
#include "tst_relaycontacts.moc"
