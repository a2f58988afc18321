#include "desk_fixture.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;
using Json = nlohmann::json;

/// Answers kept ready, over HTTP, and how desktops hear of them.
class TestRelayCanned final : public QObject
{
    Q_OBJECT

private:
    DeskFixture m_desk;

    [[nodiscard]] static QString path(const char* id)
    {
        return QStringLiteral("/api/canned-responses/01890000-0000-7000-8000-0000000000") +
               QString::fromLatin1(id);
    }
    [[nodiscard]] static std::vector<std::string> shortcutsOf(HttpCalls& calls)
    {
        const HttpAnswer answer = calls.get(QStringLiteral("/api/canned-responses"));
        std::vector<std::string> shortcuts;
        for (const Json& item : answer.json.at("items"))
            shortcuts.push_back(item.at("shortcut"));
        return shortcuts;
    }
    [[nodiscard]] static auto told(const WsClient& client)
    {
        const auto& news = client.notifications();
        return std::count_if(news.begin(), news.end(),
                             [](const auto& one) { return one.first == "cannedResponses.changed"; });
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_desk.startWithAdmin(2), m_desk.relay.errors().constData());
        QVERIFY(m_desk.connectClients(2));
        for (const auto& client : m_desk.clients)
            client->keepNotifications(true);
    }

    void theProjectsAreWrittenByTheAdmin()
    {
        HttpCalls agent(m_desk.relay.url(), m_desk.tokens[0]);
        const Json hello{
            {"shortcut", "Hello"}, {"content", "Hello {{contact.first_name}}"}, {"title", "Greeting"}};
        QCOMPARE(agent.put(path("01"), hello).status, 403);
        const HttpAnswer made = m_desk.admin().put(path("01"), hello);
        QCOMPARE(made.status, 200);
        QCOMPARE(made.json.at("shortcut"), "hello");
        QCOMPARE(made.json.at("personal"), false);
        QCOMPARE(m_desk.admin().put(path("01"), hello).status, 200);
        QCOMPARE(m_desk.admin().put(path("02"), hello).status, 409);
        QCOMPARE(shortcutsOf(agent), std::vector<std::string>{"hello"});
        QCOMPARE(shortcutsOf(m_desk.bot()), std::vector<std::string>{"hello"});
        QTRY_COMPARE(told(*m_desk.clients[0]), 2);
        QTRY_COMPARE(told(*m_desk.clients[1]), 2);
        QCOMPARE(agent.raw("DELETE", path("01"), {}).status, 403);
    }

    void anAgentsOwnAreTheirs()
    {
        HttpCalls ana(m_desk.relay.url(), m_desk.tokens[0]);
        HttpCalls luis(m_desk.relay.url(), m_desk.tokens[1]);
        const Json own{{"shortcut", "mine"}, {"content", "Mine"}, {"personal", true}};
        QCOMPARE(ana.put(path("03"), own).status, 200);
        QCOMPARE(shortcutsOf(ana), (std::vector<std::string>{"hello", "mine"}));
        QCOMPARE(shortcutsOf(luis), std::vector<std::string>{"hello"});
        QCOMPARE(luis.put(path("03"), own).status, 404);
        QCOMPARE(luis.raw("DELETE", path("03"), {}).status, 404);
        QCOMPARE(m_desk.admin().raw("DELETE", path("03"), {}).status, 404);
        QCOMPARE(luis.put(path("04"), own).status, 200); // the same shortcut, but not the same person's
        QTRY_COMPARE(told(*m_desk.clients[0]), 3);
        QTRY_COMPARE(told(*m_desk.clients[1]), 3);
        QCOMPARE(ana.raw("DELETE", path("03"), {}).status, 200);
        QCOMPARE(ana.raw("DELETE", path("03"), {}).status, 404);
        QCOMPARE(shortcutsOf(ana), std::vector<std::string>{"hello"});
    }

    void theAuditTellsWhoWroteThem()
    {
        HttpCalls ana(m_desk.relay.url(), m_desk.tokens[0]);
        const auto lines = [this] {
            std::vector<std::string> found;
            const HttpAnswer audit = m_desk.admin().get(QStringLiteral("/api/audit?type=access&limit=200"));
            for (const Json& item : audit.json.at("items")) {
                if (item.at("subject").at("type") == "canned_response")
                    found.insert(found.begin(), item.at("access").at("kind").get<std::string>() + ' ' +
                                                    item.at("subject").at("name").get<std::string>());
            }
            return found;
        };
        const std::size_t before = lines().size();
        QCOMPARE(m_desk.admin().put(path("21"), {{"shortcut", "audited"}, {"content", "one"}}).status, 200);
        QCOMPARE(ana.put(path("21"), {{"shortcut", "audited"}, {"content", "two"}}).status, 403);
        QCOMPARE(m_desk.admin().raw("DELETE", path("21"), {}).status, 200);
        // An agent's own are nobody else's business.
        QCOMPARE(ana.put(path("22"), {{"shortcut", "own"}, {"content", "one"}, {"personal", true}}).status,
                 200);
        QCOMPARE(ana.raw("DELETE", path("22"), {}).status, 200);
        std::vector<std::string> all = lines();
        all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(before));
        QCOMPARE(all, (std::vector<std::string>{"canned_changed audited", "canned_deleted audited"}));
    }

    void theListComesInPages()
    {
        HttpCalls ana(m_desk.relay.url(), m_desk.tokens[0]);
        const auto put = [](HttpCalls& calls, const char* id, const std::string& shortcut, bool own,
                            std::size_t size = 1) {
            return calls
                .put(path(id),
                     {{"shortcut", shortcut}, {"content", std::string(size, 'x')}, {"personal", own}})
                .status;
        };
        QCOMPARE(put(m_desk.admin(), "11", "same", false), 200);
        QCOMPARE(put(ana, "12", "same", true), 200);
        QCOMPARE(put(ana, "13", "über", true), 200);
        const auto pages = [&ana](const QString& limit) {
            std::vector<std::string> all;
            QString cursor;
            for (int page = 0; page < 300; ++page) {
                const HttpAnswer answer = ana.get(QStringLiteral("/api/canned-responses?") + limit + cursor);
                for (const Json& item : answer.json.at("items"))
                    all.push_back(item.at("shortcut").get<std::string>() +
                                  (item.at("personal") ? " own" : ""));
                if (answer.json.at("next").is_null())
                    return all;
                const QString next = QString::fromStdString(answer.json.at("next"));
                cursor = QStringLiteral("&cursor=") + QString::fromLatin1(QUrl::toPercentEncoding(next));
            }
            return all;
        };
        const std::vector<std::string> whole{"hello", "same", "same own", "über own"};
        for (const char* limit : {"", "limit=1", "limit=2", "limit=3", "limit=4"})
            QCOMPARE(pages(QString::fromLatin1(limit)), whole);
        for (const char* cursor : {"same", "own:a%20b", "2"})
            QCOMPARE(ana.get(QStringLiteral("/api/canned-responses?cursor=") + QLatin1String(cursor)).status,
                     422);
        for (const char* id : {"12", "13"})
            QCOMPARE(ana.raw("DELETE", path(id), {}).status, 200);
        QCOMPARE(m_desk.admin().raw("DELETE", path("11"), {}).status, 200);
    }

    void badOnesAreRefused_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("field");
        QTest::newRow("no shortcut") << R"({"content":"x"})"
                                     << "shortcut";
        QTest::newRow("with a space") << R"({"shortcut":"a b","content":"x"})"
                                      << "shortcut";
        QTest::newRow("too long a shortcut")
            << QStringLiteral(R"({"shortcut":"%1","content":"x"})").arg(QString(41, u'a')) << "shortcut";
        QTest::newRow("no content") << R"({"shortcut":"a"})"
                                    << "content";
        QTest::newRow("too long")
            << QStringLiteral(R"({"shortcut":"a","content":"%1"})").arg(QString(8'193, u'a')) << "content";
        QTest::newRow("language") << R"({"shortcut":"a","content":"x","language":"p"})"
                                  << "language";
        QTest::newRow("personal") << R"({"shortcut":"a","content":"x","personal":1})"
                                  << "personal";
    }

    void badOnesAreRefused()
    {
        QFETCH(QString, body);
        const HttpAnswer answer = m_desk.admin().raw("PUT", path("05"), body.toUtf8());
        QCOMPARE(answer.status, 422);
        QTEST(QString::fromStdString(answer.json.value("field", "")), "field");
    }

    void theyOutliveARestart()
    {
        QCOMPARE(m_desk.relay.terminate(), 0);
        QVERIFY(m_desk.relay.start());
        HttpCalls agent(m_desk.relay.url(), m_desk.tokens[0]);
        QCOMPARE(shortcutsOf(agent), std::vector<std::string>{"hello"});
        QByteArray why;
        QVERIFY2(m_desk.verified(why), why.constData());
    }
};

RELEVO_TEST(TestRelayCanned)

#include "tst_relaycanned.moc"
