#include "commander.h"
#include "support/test_main.h"

#include <store/data_rights.h>

#include <QtCore/QDir>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;

/// A contact is forgotten in every table and file of the store, and the journal still proves itself.
class TestErasure final : public QObject
{
    Q_OBJECT

private:
    static constexpr const char* name = "Xanthippe";
    static constexpr const char* words = "zebrafinch";

    struct Shop
    {
        explicit Shop(const QString& dialect) : fixture(dialect), commander(fixture, 7) {}
        StoreFixture fixture;
        Commander commander;
        domain::ConversationState state;
    };

    /// A conversation in which everything says who it is with; and one beside it.
    static std::unique_ptr<Shop> shop(const QString& dialect);
    static void erase(Shop& shop);
    /// The files of the store that still hold the text.
    static QStringList filesWith(const Shop& shop, const QByteArray& text);
    static QString fault(const Shop& shop) { return must(store::verify(shop.fixture.options)).fault; }

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void nothingIsLeft();
    void theRecordIsWhole();
    void whoComesAgainIsSomebodyNew();
    void anErasureIsNotRepeated();
    void desktopsAreToldWhomToForget();
    void closedOnesAreFoundInPages();
    void olderStoresAreIndexed();
    void tamperingIsFound_data();
    void tamperingIsFound();
};

std::unique_ptr<TestErasure::Shop> TestErasure::shop(const QString& dialect)
{
    auto shop = std::make_unique<Shop>(dialect);
    Commander& commander = shop->commander;
    const auto journal = shop->fixture.journal();
    must(journal->begin());
    commander.create(*journal);
    const QString session = QStringLiteral("whatsapp:+4915112345678");
    commander.say(*journal, QStringLiteral("other"), QStringLiteral("I am somebody else"));
    domain::ReceiveMessage first;
    first.conversationId = shop->fixture.ids.make<domain::ConversationId>();
    first.sessionId = session;
    first.channel = QStringLiteral("web");
    first.content = QString::fromLatin1(words);
    first.contact.name = QString::fromLatin1(name);
    first.contact.email = QStringLiteral("zebrafinch@example.org");
    first.contact.attributes = {{QStringLiteral("zebrafinch"), QStringLiteral("zebrafinch")}};
    first.tags = {QStringLiteral("zebrafinch")};
    first.clientId = QStringLiteral("zebrafinch");
    const auto state = [&] {
        return *must(journal->conversationBySession(commander.project(), session));
    };
    commander.run(*journal, first, nullptr);
    commander.run(*journal,
                  domain::InitiateHandoff{{domain::TriggerType::Manual, QString::fromLatin1(words), 1.0}, {}},
                  &(shop->state = state()));
    const domain::HandoffId handoff = state().handoff->id;
    domain::Summary summary;
    summary.customerName = QString::fromLatin1(name);
    summary.mainIssue = QString::fromLatin1(words);
    summary.facts = {
        {QStringLiteral("email"), QStringLiteral("zebrafinch@example.org"), state().lastMessage->id}};
    const domain::Agent agent = commander.model().live.agents.begin()->second;
    commander.run(*journal, domain::RecordSummary{handoff, summary}, &(shop->state = state()));
    commander.run(*journal, domain::ClaimHandoff{handoff, {agent.id, agent.name}}, &(shop->state = state()));
    commander.run(*journal, domain::AddNote{handoff, {agent.id, agent.name}, QString::fromLatin1(words)},
                  &(shop->state = state()));
    domain::SendMessage reply;
    reply.handoffId = handoff;
    reply.speaker = {agent.id, agent.name};
    reply.content = QStringLiteral("Dear Xanthippe, about your zebrafinch");
    const auto sent = commander.run(*journal, reply, &(shop->state = state()));
    domain::RecordDelivery failed;
    failed.update = {std::get<domain::Message>(sent.front().event.data).id, domain::Delivery::Failed,
                     domain::DeliveryError{QStringLiteral("63016"), QStringLiteral("no zebrafinch there")}};
    commander.run(*journal, failed, &(shop->state = state()));
    domain::Notification notification;
    notification.id = shop->fixture.ids.make<domain::NotificationId>();
    notification.title = QStringLiteral("Xanthippe waits");
    notification.body = QString::fromLatin1(words);
    notification.url = QStringLiteral("handoff://") + handoff.toString();
    commander.run(*journal, domain::PostNotification{notification}, nullptr);
    reply.content = QStringLiteral("zebrafinch, still on its way");
    commander.run(*journal, reply, &(shop->state = state()));
    must(journal->remember(commander.project(), {QStringLiteral("visitor:1"),
                                                 R"({"zebrafinch":1})",
                                                 shop->fixture.clock.now(),
                                                 {},
                                                 shop->state.conversation.id}));
    must(journal->bots().saveSession(commander.project(), shop->state.conversation.id, 0,
                                     R"({"zebrafinch":1})", shop->fixture.clock.now()));
    must(journal->credentials().addVisitor(QByteArray(32, 'v'), commander.project(), session,
                                           shop->state.conversation.id, shop->fixture.clock.now()));
    must(journal->commit());
    shop->state = *must(journal->conversationBySession(commander.project(), session));
    return shop;
}

void TestErasure::erase(Shop& shop)
{
    const auto journal = shop.fixture.journal();
    must(journal->begin());
    const auto events =
        shop.commander.run(*journal, domain::EraseContact{shop.state.conversation.contact.id}, &shop.state);
    QVERIFY(!events.empty());
    must(journal->commit());
    must(shop.fixture.database()->checkpoint(sql::Checkpoint::Truncate));
}

QStringList TestErasure::filesWith(const Shop& shop, const QByteArray& text)
{
    QStringList found;
    const QFileInfo database(shop.fixture.options.databasePath);
    for (const QFileInfo& one : database.dir().entryInfoList({database.fileName() + u'*'}, QDir::Files)) {
        QFile file(one.filePath());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
            found << one.fileName();
    }
    return found;
}

void TestErasure::nothingIsLeft()
{
    QFETCH_GLOBAL(QString, dialect);
    const auto shop = TestErasure::shop(dialect);
    QCOMPARE(fault(*shop), QString());
    if (dialect == QLatin1String("sqlite"))
        QVERIFY(!filesWith(*shop, words).isEmpty());
    erase(*shop);
    const store::VerifyReport report = must(store::verify(shop->fixture.options));
    QVERIFY2(report.ok, qPrintable(report.fault));
    QCOMPARE(report.erasedContacts, 1);
    QVERIFY(report.emptiedEvents > 10);
    const auto reader = shop->fixture.reader();
    const domain::ProjectId project = shop->commander.project();
    for (const store::StoredEvent& event : must(reader->eventsAfter(project, 0, 1'000))) {
        const QByteArray body = QByteArray::fromStdString(event.body);
        QVERIFY2(!body.contains(words) && !body.contains(name) && !body.contains("+4915112345678"),
                 body.constData());
    }
    const auto state = *must(reader->conversationById(project, shop->state.conversation.id));
    QVERIFY(state.conversation.erased);
    QCOMPARE(state.conversation.status, domain::ConversationStatus::Closed);
    QCOMPARE(state.handoff->status, domain::HandoffStatus::Resolved);
    QVERIFY(!must(reader->contact(project, shop->state.conversation.contact.id)));
    QVERIFY(must(reader->personRecord(project, shop->state.conversation.contact.id)).empty());
    QVERIFY(!must(reader->credentials().visitorOf(project, QByteArray(32, 'v'))));
    QCOMPARE(must(reader->bots().session(project, shop->state.conversation.id)).version, 0);
    if (dialect == QLatin1String("sqlite")) {
        // Not even in pages that are free, and in the log only until it begins anew.
        const auto journal = shop->fixture.journal();
        must(journal->begin());
        shop->commander.say(*journal, QStringLiteral("other"), QStringLiteral("something else"));
        must(journal->commit());
        must(shop->fixture.database()->checkpoint(sql::Checkpoint::Truncate));
        QFile file(shop->fixture.options.databasePath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const char* text : {words, name, "+4915112345678"})
            QVERIFY2(!bytes.contains(text), text);
    }
}

void TestErasure::theRecordIsWhole()
{
    QFETCH_GLOBAL(QString, dialect);
    const auto shop = TestErasure::shop(dialect);
    const auto person = must(
        shop->fixture.reader()->personRecord(shop->commander.project(), shop->state.conversation.contact.id));
    QCOMPARE(person.size(), std::size_t{1});
    const store::ContactRecord* record = &person.front();
    QCOMPARE(record->conversation, shop->state.conversation);
    QVERIFY(std::ranges::any_of(record->messages, &domain::Message::note));
    QCOMPARE(record->handoffs.size(), std::size_t{1});
    QVERIFY(record->handoffs[0].summary);
    QVERIFY(record->events.size() > record->messages.size());
    QCOMPARE(record->botMemory, QByteArray(R"({"zebrafinch":1})"));
}

void TestErasure::whoComesAgainIsSomebodyNew()
{
    QFETCH_GLOBAL(QString, dialect);
    const auto shop = TestErasure::shop(dialect);
    erase(*shop);
    const auto journal = shop->fixture.journal();
    must(journal->begin());
    const domain::Message said =
        shop->commander.say(*journal, QStringLiteral("whatsapp:+4915112345678"), QStringLiteral("Hello"));
    must(journal->commit());
    QVERIFY(said.conversationId != shop->state.conversation.id);
    QCOMPARE(fault(*shop), QString());
}

void TestErasure::anErasureIsNotRepeated()
{
    QFETCH_GLOBAL(QString, dialect);
    const auto shop = TestErasure::shop(dialect);
    erase(*shop);
    const auto journal = shop->fixture.journal();
    const auto state =
        *must(journal->conversationById(shop->commander.project(), shop->state.conversation.id));
    must(journal->begin());
    const auto run = [&](const domain::Command& command) {
        return shop->commander.run(*journal, command, &state).size();
    };
    QCOMPARE(run(domain::EraseContact{state.conversation.contact.id}), std::size_t{0});
    // What was on its way when it happened comes too late.
    domain::Summary late;
    late.mainIssue = QString::fromLatin1(words);
    QCOMPARE(run(domain::RecordSummary{state.handoff->id, late}), std::size_t{0});
    QCOMPARE(run(domain::ReopenHandoff{state.handoff->id, {}}), std::size_t{0});
    QCOMPARE(
        run(domain::CorrectContact{state.conversation.contact.id, QString::fromLatin1(name), {}, {}, {}}),
        std::size_t{0});
    must(journal->commit());
    QCOMPARE(fault(*shop), QString());
}

void TestErasure::desktopsAreToldWhomToForget()
{
    QFETCH_GLOBAL(QString, dialect);
    const auto shop = TestErasure::shop(dialect);
    const qint64 before = shop->commander.model().appended;
    erase(*shop);
    const auto reader = shop->fixture.reader();
    const domain::ProjectId project = shop->commander.project();
    QCOMPARE(must(reader->dataRights().erasedAfter(project, before)),
             std::vector{shop->state.conversation.id});
    QVERIFY(must(reader->dataRights().erasedAfter(project, shop->commander.model().appended)).empty());
}

void TestErasure::closedOnesAreFoundInPages()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    Commander commander(fixture, 23);
    const auto journal = fixture.journal();
    must(journal->begin());
    commander.create(*journal);
    const domain::Agent agent = commander.model().live.agents.begin()->second;
    for (int i = 0; i < 9; ++i) {
        const QString session = QStringLiteral("s%1").arg(i);
        const auto state = [&] {
            return *must(journal->conversationBySession(commander.project(), session));
        };
        commander.say(*journal, session, QStringLiteral("hello"));
        auto now = state();
        if (i % 3 == 0)
            continue; // goes on
        commander.run(*journal, domain::InitiateHandoff{{}, {}}, &now);
        const domain::HandoffId handoff = (now = state()).handoff->id;
        commander.run(*journal, domain::ClaimHandoff{handoff, {agent.id, agent.name}}, &now);
        now = state();
        commander.run(*journal, domain::ResolveHandoff{handoff, agent.id, false, {}, {}, false}, &now);
        now = state();
        if (i == 4)
            commander.run(*journal, domain::EraseContact{now.conversation.contact.id}, &now);
    }
    must(journal->commit());
    std::set<domain::ConversationId> expected, found;
    for (const auto& [id, state] : commander.model().conversations) {
        if (state.conversation.status == domain::ConversationStatus::Closed && !state.conversation.erased)
            expected.insert(id);
    }
    QCOMPARE(expected.size(), std::size_t{5});
    const auto reader = fixture.reader();
    qint64 after = 0;
    do {
        const auto page = must(reader->dataRights().closed(commander.project(), after, 2));
        for (const store::ClosedConversation& one : page.conversations)
            QVERIFY(found.insert(one.conversation.id).second);
        after = page.last;
    } while (after > 0);
    QVERIFY(found == expected);
}

// What an erasure goes by is made of the journal that a program without it has left behind.
void TestErasure::olderStoresAreIndexed()
{
    QFETCH_GLOBAL(QString, dialect);
    if (dialect != QLatin1String("sqlite"))
        QSKIP("the older store is made in SQLite's words");
    const auto shop = TestErasure::shop(dialect);
    (void)shop->fixture.turnBack(7);
    {
        sql::DatabaseOptions plain;
        plain.path = shop->fixture.options.databasePath;
        must(must(sql::Database::open(plain))
                 ->execute(
                     QStringLiteral(
                         "UPDATE commands SET answer = CAST(replace(CAST(answer AS TEXT), "
                         "'\"zebrafinch\"', '\"content\":\"zebrafinch\",\"conversationId\":\"%1\",\"x\"') "
                         "AS BLOB)")
                         .arg(shop->state.conversation.id.toString())));
    }
    QCOMPARE(must(shop->fixture.journal()->head(shop->commander.project())).seq,
             shop->commander.model().appended);
    QCOMPARE(fault(*shop), QString());
    erase(*shop);
    QCOMPARE(fault(*shop), QString());
    const auto left = must(shop->fixture.database()->value(
        QStringLiteral("SELECT count(*) FROM commands WHERE CAST(answer AS TEXT) LIKE '%zebrafinch%'")));
    QCOMPARE(left.toInt(), 0);
}

void TestErasure::tamperingIsFound_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("words");
    const QString body =
        QStringLiteral("UPDATE journal SET body = CAST(replace(CAST(body AS TEXT), %1) AS BLOB)");
    QTest::newRow("something is put into an emptied event")
        << body.arg(QStringLiteral("'\"content\":\"\",\"conversationId\"', "
                                   "'\"content\":\"I owe nothing\",\"conversationId\"'"))
        << QStringLiteral("still tells of the contact");
    QTest::newRow("an emptied event is altered")
        << body.arg(QStringLiteral("'\"delivery\":\"delivered\"', '\"delivery\":\"read\"'")) +
               QStringLiteral(" WHERE CAST(body AS TEXT) LIKE '%erasedWith%'")
        << QStringLiteral("is not what it left");
    QTest::newRow("another event is emptied")
        << QStringLiteral(
               "UPDATE journal SET body = CAST(replace(CAST(body AS TEXT), 'I am somebody else\"', "
               "'\",\"erasedWith\":\"01890000-0000-7000-8000-000000000000\"') AS BLOB)")
        << QStringLiteral("");
    QTest::newRow("the list is altered") << QStringLiteral("DELETE FROM conversation_events WHERE position = "
                                                           "(SELECT min(position) FROM conversation_events)")
                                         << QStringLiteral("the list of what tells of whom");
    QTest::newRow("whom desktops forget is altered")
        << QStringLiteral("DELETE FROM erasures") << QStringLiteral("the list of erased contacts");
}

void TestErasure::tamperingIsFound()
{
    QFETCH_GLOBAL(QString, dialect);
    if (dialect != QLatin1String("sqlite"))
        QSKIP("the damage is written in SQLite's words");
    QFETCH(QString, damage);
    QFETCH(QString, words);
    const auto shop = TestErasure::shop(dialect);
    erase(*shop);
    {
        const auto database = shop->fixture.database();
        must(database->execute(QStringLiteral("PRAGMA foreign_keys = OFF")));
        must(database->execute(damage));
    }
    const QString found = fault(*shop);
    QVERIFY(!found.isEmpty());
    QVERIFY2(found.contains(words), qPrintable(found));
}

RELEVO_TEST(TestErasure)
#include "tst_erasure.moc"
