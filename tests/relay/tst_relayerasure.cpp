#include "desk_fixture.h"
#include "support/test_main.h"

#include <relay/admin.h>
#include <relay/relay_server.h>
#include <store/verify.h>

#include <QtCore/QDir>
#include <QtSql/QSqlDatabase>
#include <QtSql/QSqlError>
#include <QtSql/QSqlQuery>
#include <QtTest/QtTest>

#include <algorithm>
#include <array>
#include <atomic>

using namespace relevo;
using namespace relevo::test;

/// What a real relay knows of a contact can be had, and is forgotten everywhere when that is asked for.
class TestRelayErasure final : public QObject
{
    Q_OBJECT

private:
    DeskFixture m_desk;
    std::unique_ptr<HttpCalls> m_admin;

    struct Customer
    {
        QString contact;
        std::string conversation;
        QString handoff;
    };

    static QString path(const char* text) { return QString::fromUtf8(text); }
    static QString of(const Customer& customer, const char* more = "")
    {
        return QStringLiteral("/api/contacts/") + customer.contact + QString::fromLatin1(more);
    }
    /// Somebody with a claimed handoff, about whom everything has been written that can be.
    Customer customer(const char* session);
    /// Straight at the relay's database: its first number, or -1.
    [[nodiscard]] qint64 inDatabase(const QString& statement) const;
    /// In any file of the relay's, logs and what SQLite has deleted among it.
    bool isInDatabase(const QByteArray& text) const;

private Q_SLOTS:
    void initTestCase();
    void isForAdminsOnly();
    void givesAllThatIsKnown();
    void forgetsWhileServing();
    void aWholePersonGoesAtOnceOrNotAtAll();
    void forgetsFromTheCommandLine();
    void browsersBeginAnew();
    void whoWasAwayIsTold();
    void happensByItself();
    void theJournalIsSound();
};

void TestRelayErasure::initTestCase()
{
    QVERIFY2(m_desk.start(2), m_desk.relay.errors().constData());
    QVERIFY(!m_desk.relay.createAgent(path("root@example.com"), path("Root"), path("admin")).isEmpty());
    m_admin = std::make_unique<HttpCalls>(m_desk.relay.url());
    QVERIFY(m_admin->login(path("root@example.com"), QString::fromLatin1(RelayProcess::password)));
    QVERIFY(m_desk.connectClients(2));
}

TestRelayErasure::Customer TestRelayErasure::customer(const char* session)
{
    const QString sessionPath = QStringLiteral("/api/conversations/%1/messages").arg(QLatin1String(session));
    Customer made;
    const HttpAnswer said = m_desk.bot().post(
        sessionPath, {{"author", "customer"},
                      {"content", "my zebrafinch order 4711-99 is lost, I am Xanthippe"},
                      {"contact", {{"name", "Xanthippe"}, {"email", "x@zebrafinch.example"}}}});
    made.conversation = said.json.at("conversationId");
    made.handoff = QString::fromStdString(
        m_desk.bot()
            .post(path("/api/handoff/initiate"),
                  {{"sessionId", session}, {"triggerType", "manual"}, {"triggerReason", "zebrafinch"}})
            .json.at("handoffId"));
    HttpCalls agent(m_desk.relay.url(), m_desk.tokens[0]);
    const QString handoff = path("/api/handoff/") + made.handoff;
    if (agent.post(handoff + path("/claim"), Json::object()).status != 200 ||
        agent.post(handoff + path("/note"), {{"content", "zebrafinch, again"}}).status != 200 ||
        agent.post(handoff + path("/message"), {{"content", "Dear Xanthippe"}}).status != 200)
        qFatal("an agent could not answer");
    // The summary of what was said comes by itself, and the search follows.
    (void)QTest::qWaitFor([&] {
        return m_admin->get(handoff).json.contains("summary") &&
               m_admin->get(path("/api/contacts?q=Xanthippe")).json.at("items").size() > 0;
    });
    const Json listed = m_admin->get(path("/api/contacts?limit=200")).json;
    for (const Json& one : listed.at("items")) {
        if (one.at("conversationId") == made.conversation)
            made.contact = QString::fromStdString(one.at("id"));
    }
    if (made.contact.isEmpty())
        qFatal("a contact is not listed");
    return made;
}

qint64 TestRelayErasure::inDatabase(const QString& statement) const
{
    qint64 number = -1;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(path("QSQLITE"), path("beside"));
        database.setDatabaseName(m_desk.relay.directory() + path("/relay.db"));
        QSqlQuery query(database);
        if (!database.open() || !query.exec(statement))
            qWarning() << query.lastError().text();
        else if (query.next())
            number = query.value(0).toLongLong();
    }
    QSqlDatabase::removeDatabase(path("beside"));
    return number;
}

bool TestRelayErasure::isInDatabase(const QByteArray& text) const
{
    const QDir directory(m_desk.relay.directory());
    for (const QFileInfo& one : directory.entryInfoList({path("*.db*")}, QDir::Files)) {
        QFile file(one.filePath());
        if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(text)) {
            qInfo() << one.fileName();
            return true;
        }
    }
    return false;
}

void TestRelayErasure::isForAdminsOnly()
{
    const Customer one = customer("rights");
    HttpCalls agent(m_desk.relay.url(), m_desk.tokens[0]);
    QCOMPARE(agent.raw("DELETE", of(one), {}).status, 403);
    QCOMPARE(agent.get(of(one, "/export")).status, 403);
    QCOMPARE(HttpCalls(m_desk.relay.url()).raw("DELETE", of(one), {}).status, 401);
    QCOMPARE(m_admin->raw("DELETE", path("/api/contacts/01890000-0000-7000-8000-000000000000"), {}).status,
             404);
    QCOMPARE(m_admin->raw("DELETE", path("/api/contacts/nobody"), {}).status, 404);
    QCOMPARE(m_admin->get(path("/api/contacts/nobody/export")).status, 404);
}

void TestRelayErasure::givesAllThatIsKnown()
{
    const Customer one = customer("export");
    const Json record = m_admin->get(of(one, "/export")).json;
    QCOMPARE(record.at("contact").at("email"), "x@zebrafinch.example");
    const Json& conversation = record.at("conversations").at(0);
    QCOMPARE(conversation.at("id"), one.conversation);
    QVERIFY(conversation.at("messages").size() >= 3);
    QCOMPARE(conversation.at("handoffs").at(0).at("id"), one.handoff.toStdString());
    QVERIFY(conversation.at("handoffs").at(0).contains("summary"));
    QVERIFY(conversation.at("events").size() > conversation.at("messages").size());
    const RelayProcess::Ran printed = m_desk.relay.run({path("export"), path("--contact"), one.contact});
    QCOMPARE(printed.exitCode, 0);
    QVERIFY(printed.json.at("conversations") == record.at("conversations"));
    // Each of them stands in the audit: who, and whom.
    const auto exports = [this] {
        Json found = Json::array();
        const Json audit = m_admin->get(path("/api/audit?type=access.changed&limit=200")).json;
        for (const Json& item : audit.at("items")) {
            if (item.at("access").at("kind") == "contact_exported")
                found.push_back(item);
        }
        return found;
    };
    QTRY_COMPARE(exports().size(), std::size_t{2}); // the relay hears of the command line's soon
    const Json noted = exports();
    for (const Json& item : noted)
        QCOMPARE(item.at("subject").at("id"), one.contact.toStdString());
    QCOMPARE(noted.at(0).at("actor").at("type"), "system");
    QCOMPARE(noted.at(1).at("actor").at("name"), "Root");
    const QString file = m_desk.relay.directory() + path("/record.json");
    const QStringList toFile{path("export"), path("--contact"), one.contact, path("--out"), file};
    QCOMPARE(m_desk.relay.run(toFile).exitCode, 0);
    QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(m_desk.relay.run(toFile).errors.contains("cannot be written")); // never over what is there
    QVERIFY(QFile::remove(file));
    QVERIFY(m_desk.relay.run({path("export")}).errors.contains("--contact must be"));
}

void TestRelayErasure::forgetsWhileServing()
{
    const Customer one = customer("serving");
    const QString orders = path("/api/projects/") + m_desk.relay.projectId + path("/orders");
    const Json theirs{{"number", "4711-99"},      {"status", "shipped"},
                      {"items", "2 x lamp"},      {"email", "X@Zebrafinch.example"},
                      {"tracking", "zebrafinch"}, {"total", "9 EUR"}};
    const Json another{{"number", "4711-98"},
                       {"status", "paid"},
                       {"items", "a lamp for x@other.example"},
                       {"email", "xx@other.example"}};
    QCOMPARE(m_admin->post(orders, {{"items", {theirs, another}}}).status, 200);
    const HttpAnswer erased = m_admin->raw("DELETE", of(one), {});
    QCOMPARE(erased.status, 200);
    QVERIFY(erased.json.at("events") > 8);
    // The order stays for the books, and nobody is told of it who names its number.
    QCOMPARE(erased.json.at("orders"), 1);
    Json left = m_admin->get(orders + path("/4711-99")).json;
    QVERIFY(left.at("email").get<std::string>().ends_with("@erased.invalid"));
    left.erase("email");
    QCOMPARE(left,
             (Json{{"number", "4711-99"}, {"status", "shipped"}, {"items", "2 x lamp"}, {"total", "9 EUR"}}));
    QCOMPARE(m_admin->get(orders + path("/4711-98")).json, another);
    QCOMPARE(m_admin->raw("DELETE", of(one), {}).status, 404);
    QCOMPARE(m_admin->get(of(one)).status, 404);
    QCOMPARE(m_admin->get(of(one, "/export")).status, 404);
    QVERIFY(m_desk.everybodyAgrees());
    QVERIFY(!m_desk.clients[0]->state().conversations.contains(
        *domain::ConversationId::parse(QString::fromStdString(one.conversation))));
    // Who comes again on the same session is somebody new.
    const HttpAnswer again = m_desk.bot().post(path("/api/conversations/serving/messages"),
                                               {{"author", "customer"}, {"content", "hello again"}});
    QVERIFY(again.json.at("conversationId") != one.conversation);
    // The audit says who did it.
    const Json audit = m_admin->get(path("/api/audit?limit=20")).json.at("items");
    QVERIFY(std::ranges::any_of(audit, [&one](const Json& item) {
        return item.at("type") == "contact.erased" && item.dump().contains(one.contact.toStdString());
    }));
}

void TestRelayErasure::aWholePersonGoesAtOnceOrNotAtAll()
{
    const std::array person{customer("twin one"), customer("twin two"), customer("twin three")};
    for (const Customer& other : {person[1], person[2]})
        QCOMPARE(m_admin->post(of(other, "/merge"), {{"into", person[0].contact.toStdString()}}).status, 200);
    // A store that takes the first of the three and not the second.
    const qint64 before = inDatabase(path("SELECT count(*) FROM erasures"));
    QVERIFY(before >= 0);
    (void)inDatabase(path("CREATE TRIGGER refuses BEFORE INSERT ON erasures WHEN (SELECT count(*) FROM "
                          "erasures) > %1 BEGIN SELECT RAISE(ABORT, 'full'); END")
                         .arg(before));
    const HttpAnswer failed = m_admin->raw("DELETE", of(person[0]), {});
    QVERIFY2(failed.status >= 500, failed.body.constData());
    for (const Customer& one : person)
        QCOMPARE(m_admin->get(of(one)).json.value("merged", Json::array()).size(), std::size_t{2});
    (void)inDatabase(path("DROP TRIGGER refuses"));
    QCOMPARE(m_admin->raw("DELETE", of(person[1]), {}).status, 200);
    for (const Customer& one : person)
        QCOMPARE(m_admin->get(of(one)).status, 404);
    QCOMPARE(inDatabase(path("SELECT count(*) FROM erasures")), before + 3);
    QVERIFY(m_desk.everybodyAgrees());
}

void TestRelayErasure::forgetsFromTheCommandLine()
{
    // The two of the tests before are the last that have the words.
    const Json listed = m_admin->get(path("/api/contacts?limit=200")).json;
    QCOMPARE(m_admin
                 ->put(path("/api/projects/") + m_desk.relay.projectId + path("/orders/5000"),
                       {{"status", "paid"}, {"email", "x@zebrafinch.example"}})
                 .status,
             200);
    int orders = 0;
    for (const Json& item : listed.at("items")) {
        const QString id = QString::fromStdString(item.at("id"));
        const RelayProcess::Ran erased = m_desk.relay.run({path("erase"), path("--contact"), id});
        QCOMPARE(erased.exitCode, 0);
        QVERIFY(erased.json.at("events") > 0);
        orders += erased.json.value("orders", -1);
        QVERIFY(m_desk.relay.run({path("erase"), path("--contact"), id}).errors.contains("no such contact"));
    }
    QCOMPARE(orders, 1); // with the first who has that address
    // The relay that serves notices, and tells the desktops.
    QTRY_COMPARE(m_admin->get(path("/api/contacts")).json.at("items").size(), std::size_t{0});
    QTRY_COMPARE(m_admin->get(path("/api/search?q=zebrafinch")).json.at("items").size(), std::size_t{0});
    QTRY_VERIFY(m_desk.clients[0]->state().conversations.empty());
    QVERIFY(m_desk.everybodyAgrees());
    // When the relay ends nothing of it is in its files.
    QCOMPARE(m_desk.relay.terminate(), 0);
    QVERIFY(!isInDatabase("zebrafinch"));
    QVERIFY(!isInDatabase("Xanthippe"));
    QVERIFY(m_desk.relay.start());
    QVERIFY(m_admin->get(path("/api/contacts")).status == 200);
}

void TestRelayErasure::browsersBeginAnew()
{
    WsClient browser;
    browser.open(m_desk.relay.socketUrl(path("/ws/visitor")));
    QTRY_VERIFY(browser.isOpen());
    const Json params{{"projectKey", m_desk.relay.projectId.toStdString()}, {"language", "en"}};
    const Json hello = browser.callAndWait("hello", params).at("result");
    QVERIFY(browser.callAndWait("message.send", {{"clientId", "1"}, {"content", "I am Xanthippe"}})
                .contains("result"));
    const Json contact = m_admin->get(path("/api/contacts?limit=1")).json.at("items").at(0);
    QCOMPARE(contact.at("conversationId"), hello.at("conversationId"));
    QCOMPARE(
        m_admin->raw("DELETE", path("/api/contacts/") + QString::fromStdString(contact.at("id")), {}).status,
        200);
    QTRY_VERIFY(!browser.isOpen());
    WsClient again;
    again.open(m_desk.relay.socketUrl(path("/ws/visitor")));
    QTRY_VERIFY(again.isOpen());
    Json known = params;
    known["visitorToken"] = hello.at("visitorToken");
    const Json anew = again.callAndWait("hello", known).at("result");
    QVERIFY(anew.at("visitorToken") != hello.at("visitorToken"));
    QVERIFY(anew.at("conversationId") != hello.at("conversationId"));
    QCOMPARE(anew.at("messages").size(), std::size_t{0});
    again.close();
}

void TestRelayErasure::whoWasAwayIsTold()
{
    const Customer one = customer("away");
    QCOMPARE(m_admin->raw("DELETE", of(one), {}).status, 200);
    // More than a desktop catches up with by events.
    for (int i = 0; i < 5'100; ++i)
        (void)m_desk.bot().post(path("/api/conversations/many/messages"),
                                {{"author", "customer"}, {"content", "."}});
    WsClient desk;
    desk.keepNotifications(true);
    desk.open(m_desk.relay.socketUrl(path("/ws/agent")));
    QTRY_VERIFY(desk.isOpen());
    Json hello{{"token", m_desk.tokens[0].toStdString()}, {"since", 2}};
    QCOMPARE(desk.callAndWait("hello", hello).at("result").at("mode"), "snapshot");
    QTRY_VERIFY(!desk.notifications().empty());
    const Json& erased = desk.notifications().front().second.at("erased");
    QVERIFY(std::ranges::find(erased, Json(one.conversation)) != erased.end());
}

void TestRelayErasure::happensByItself()
{
    // A relay in this process, whose clock can be set.
    class LaterClock final : public Clock
    {
    public:
        [[nodiscard]] Timestamp now() const override { return m_system.now() + later.load(); }
        [[nodiscard]] milliseconds monotonic() const override { return m_system.monotonic(); }
        std::atomic<milliseconds> later = milliseconds(0);

    private:
        SystemClock m_system;
    };
    const QTemporaryDir directory;
    LaterClock clock;
    UuidV7Source ids(clock);
    relay::ServeOptions options;
    options.store.databasePath = directory.filePath(path("relay.db"));
    options.port = 0;
    auto admin = relay::Admin::open(options.store, clock, ids);
    QVERIFY(admin);
    const auto project = (*admin)->createProject(path("Shop"));
    QVERIFY(project);
    domain::Agent root;
    root.name = path("Root");
    root.email = path("root@example.com");
    root.role = domain::Role::Admin;
    QVERIFY((*admin)->createAgent(project->id, root, RelayProcess::password));
    relay::RelayServer server(clock, ids);
    QVERIFY(server.start(options));
    HttpCalls desk(QUrl(server.url()));
    const auto signIn = [&] {
        return desk.login(root.email, QString::fromLatin1(RelayProcess::password));
    };
    QVERIFY(signIn());
    HttpCalls bot(QUrl(server.url()), project->apiKey);
    const auto contacts = [&bot] {
        return bot.get(path("/api/contacts?limit=200")).json.at("items").size();
    };
    const auto conversations = std::vector{path("kept"), path("old"), path("older")};
    for (const QString& session : conversations)
        QCOMPARE(bot.post(path("/api/conversations/") + session + path("/messages"),
                          {{"author", "customer"}, {"content", "hello"}})
                     .status,
                 201);
    const auto settings = path("/api/projects/") + project->id.toString() + path("/handoff-settings");
    QCOMPARE(desk.put(settings, {{"retentionDays", -1}}).status, 422);
    QCOMPARE(desk.put(settings, {{"retentionDays", 36'501}}).status, 422);
    // Two end, one goes on.
    for (int i = 1; i <= 2; ++i) {
        const QString handoff =
            path("/api/handoff/") +
            QString::fromStdString(
                bot.post(path("/api/handoff/initiate"),
                         {{"sessionId", conversations[static_cast<std::size_t>(i)].toStdString()},
                          {"triggerType", "manual"}})
                    .json.at("handoffId"));
        QCOMPARE(bot.post(handoff + path("/claim"), {{"agentName", "Crew"}}).status, 200);
        QCOMPARE(bot.post(handoff + path("/resolve"), Json::object()).status, 200);
    }
    QCOMPARE(desk.put(settings, {{"retentionDays", 30}}).status, 200);
    clock.later = std::chrono::days(29);
    QVERIFY(signIn()); // no session lives so long
    QCOMPARE(desk.put(settings, {{"retentionDays", 31}}).status, 200);
    QCOMPARE(contacts(), std::size_t{3});
    clock.later = std::chrono::days(32);
    QVERIFY(signIn());
    QCOMPARE(desk.put(settings, {{"retentionDays", 30}}).status, 200);
    QTRY_COMPARE(contacts(), std::size_t{1});
    QSignalSpy stopped(&server, &relay::RelayServer::stopped);
    server.drain();
    QVERIFY(stopped.wait());
    const auto report = store::verify(options.store);
    QVERIFY(report && report->ok);
    QCOMPARE(report->erasedContacts, 2);
}

void TestRelayErasure::theJournalIsSound()
{
    QByteArray why;
    QVERIFY2(m_desk.verified(why), why.constData());
}

RELEVO_TEST(TestRelayErasure)
#include "tst_relayerasure.moc"
