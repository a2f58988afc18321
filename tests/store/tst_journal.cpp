#include "commander.h"
#include "support/test_main.h"

#include <protocol/event_codec.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;

/// Every case runs on every dialect there is.
class tst_Journal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void startsEmpty();
    void numbersWithoutGapsAndChains();
    void numbersMessages();
    void bodiesAreWhatIsSent();
    void projectsAreCountedApart();
    void answersAreRemembered();
    void repeatedCommandIdsAreRefused();
    void rollbackLeavesNothing();
    void destructionRollsBack();
    void anotherProgramsEventsAreSeen();
    void waitsForAnotherProgram();
    void lookUpsSeeTheGroup();
    void newerDatabaseIsRefused();
    void epochNamesTheDatabase();
};

void tst_Journal::startsEmpty()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const store::Head head = must(journal->head(fixture.ids.make<domain::ProjectId>()));
    QCOMPARE(head.seq, 0);
    QCOMPARE(head.hash, QByteArray(32, '\0'));
    const auto reader = fixture.reader();
    QVERIFY(must(reader->projects()).empty());
    QCOMPARE(must(reader->liveState(fixture.ids.make<domain::ProjectId>())).seq, 0);
    QCOMPARE(fixture.fault(), QString());
}

void tst_Journal::numbersWithoutGapsAndChains()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto project = fixture.ids.make<domain::ProjectId>();
    for (int group = 1; group <= 5; ++group)
        appendSettings(fixture, *journal, project, group);
    const auto events = must(fixture.reader()->eventsAfter(project, 0, 1'000));
    QCOMPARE(events.size(), std::size_t{15});
    QByteArray hash(32, '\0');
    qint64 seq = 0;
    for (const store::StoredEvent& event : events) {
        QCOMPARE(event.seq, ++seq);
        QCryptographicHash next(QCryptographicHash::Sha256);
        next.addData(hash);
        next.addData(QByteArray::fromStdString(event.body));
        hash = next.result();
        QCOMPARE(event.hash, hash);
    }
    const store::Head head = must(journal->head(project));
    QCOMPARE(head.seq, 15);
    QCOMPARE(head.hash, hash);
    QCOMPARE(fixture.fault(), QString());
}

void tst_Journal::numbersMessages()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    Commander commander(fixture, 1);
    must(journal->begin());
    commander.create(*journal);
    const domain::Message message = commander.say(*journal, QStringLiteral("s"), QStringLiteral("Hello"));
    QCOMPARE(message.seq, must(journal->head(commander.project())).seq);
    QCOMPARE(must(journal->message(commander.project(), message.id)), std::optional(message));
    must(journal->commit());
}

void tst_Journal::bodiesAreWhatIsSent()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto project = fixture.ids.make<domain::ProjectId>();
    must(journal->begin());
    const auto committed =
        must(journal->append(project, {settingsEvent(fixture, 1), settingsEvent(fixture, 2)}));
    must(journal->commit());
    const auto stored = must(fixture.reader()->eventsAfter(project, 0, 10));
    QCOMPARE(stored.size(), committed.size());
    for (std::size_t i = 0; i < stored.size(); ++i) {
        QCOMPARE(stored[i].body, committed[i].body);
        QCOMPARE(stored[i].body, protocol::encodeEvent(committed[i].event));
        QVERIFY(committed[i].project == project);
    }
}

void tst_Journal::projectsAreCountedApart()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto one = fixture.ids.make<domain::ProjectId>();
    const auto two = fixture.ids.make<domain::ProjectId>();
    must(journal->begin());
    must(journal->append(one, {settingsEvent(fixture, 1)}));
    must(journal->append(two, {settingsEvent(fixture, 2)}));
    must(journal->append(one, {settingsEvent(fixture, 3)}));
    must(journal->commit());
    QCOMPARE(must(journal->head(one)).seq, 2);
    QCOMPARE(must(journal->head(two)).seq, 1);
    const auto reader = fixture.reader();
    // Whatever is asked for, nobody gets another project's events.
    QCOMPARE(must(reader->eventsAfter(two, -5, 10)).size(), std::size_t{1});
    QCOMPARE(must(reader->eventsAfter(one, std::numeric_limits<qint64>::max(), 10)).size(), std::size_t{0});
    QCOMPARE(must(reader->eventsAfter(one, 0, 1)).size(), std::size_t{1});
    QCOMPARE(must(reader->eventsAfter(fixture.ids.make<domain::ProjectId>(), 0, 10)).size(), std::size_t{0});
    QCOMPARE(fixture.fault(), QString());
}

void tst_Journal::answersAreRemembered()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    auto journal = fixture.journal();
    const auto project = fixture.ids.make<domain::ProjectId>();
    const QString id =
        QStringLiteral("visitor:abc\n%1").arg(QUuid::createUuid().toString(QUuid::WithoutBraces));
    must(journal->begin());
    must(journal->append(project, {settingsEvent(fixture, 1)}));
    QVERIFY(!must(journal->answerOf(project, id)));
    must(journal->remember(project, {id, "{\"seq\":1}", fixture.clock.now()}));
    QCOMPARE(must(journal->answerOf(project, id)).value_or(std::string()), std::string("{\"seq\":1}"));
    must(journal->commit());
    journal = fixture.journal();
    QCOMPARE(must(journal->answerOf(project, id)).value_or(std::string()), std::string("{\"seq\":1}"));
    QVERIFY(!must(journal->answerOf(project, id + u'x')));
    QVERIFY(!must(journal->answerOf(fixture.ids.make<domain::ProjectId>(), id)));
}

void tst_Journal::repeatedCommandIdsAreRefused()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto project = fixture.ids.make<domain::ProjectId>();
    must(journal->begin());
    must(journal->remember(project, {QStringLiteral("a"), "1", fixture.clock.now()}));
    QVERIFY(!journal->remember(project, {QStringLiteral("a"), "2", fixture.clock.now()}));
    journal->rollback();
}

void tst_Journal::rollbackLeavesNothing()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    Commander commander(fixture, 3);
    must(journal->begin());
    commander.create(*journal);
    must(journal->commit());
    const Commander::Model before = commander.model();
    must(journal->begin());
    const domain::Message said = commander.say(*journal, QStringLiteral("s"), QStringLiteral("Hello"));
    must(journal->remember(commander.project(), {QStringLiteral("a"), "1", fixture.clock.now()}));
    must(journal->apiKeys().add("hash", {fixture.ids.make<domain::ApiKeyId>(),
                                         commander.project(),
                                         {},
                                         {},
                                         fixture.clock.now(),
                                         std::nullopt}));
    journal->rollback();
    commander.restore(before);
    QCOMPARE(must(journal->head(commander.project())).seq, before.appended);
    QVERIFY(!must(journal->message(commander.project(), said.id)));
    QVERIFY(!must(journal->answerOf(commander.project(), QStringLiteral("a"))));
    QVERIFY(!must(journal->conversationBySession(commander.project(), QStringLiteral("s"))));
    QVERIFY(!must(journal->apiKeys().find("hash")));
    // The numbers are taken again.
    must(journal->begin());
    commander.say(*journal, QStringLiteral("s"), QStringLiteral("Hello again"));
    must(journal->commit());
    QCOMPARE(must(journal->head(commander.project())).seq, commander.model().appended);
    QCOMPARE(fixture.fault(), QString());
}

void tst_Journal::destructionRollsBack()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto project = fixture.ids.make<domain::ProjectId>();
    {
        const auto journal = fixture.journal();
        must(journal->begin());
        must(journal->append(project, {settingsEvent(fixture, 1)}));
    }
    const auto journal = fixture.journal();
    QCOMPARE(must(journal->head(project)).seq, 0);
    appendSettings(fixture, *journal, project, 1); // and the gate is open
}

void tst_Journal::anotherProgramsEventsAreSeen()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto ours = fixture.journal();
    const auto theirs = must(store::Journal::open(fixture.otherOptions()));
    const auto project = fixture.ids.make<domain::ProjectId>();
    appendSettings(fixture, *ours, project, 2);
    appendSettings(fixture, *theirs, project, 3);
    QCOMPARE(must(ours->head(project)).seq, 5);
    must(ours->begin());
    QCOMPARE(must(ours->head(project)).seq, 5);
    const auto committed = must(ours->append(project, {settingsEvent(fixture, 9)}));
    QCOMPARE(committed.front().event.seq, 6);
    must(ours->commit());
    QCOMPARE(must(theirs->head(project)).seq, 6);
    QCOMPARE(fixture.fault(), QString());
}

void tst_Journal::waitsForAnotherProgram()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto ours = fixture.journal();
    store::StoreOptions impatient = fixture.otherOptions();
    impatient.busyTimeout = milliseconds(1);
    const auto theirs = must(store::Journal::open(impatient));
    const auto project = fixture.ids.make<domain::ProjectId>();
    must(ours->begin());
    const auto refused = theirs->begin();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unavailable);
    must(ours->append(project, {settingsEvent(fixture, 1)}));
    must(ours->commit());
    appendSettings(fixture, *theirs, project, 1);
    QCOMPARE(must(ours->head(project)).seq, 2);
}

void tst_Journal::lookUpsSeeTheGroup()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    Commander commander(fixture, 4);
    const domain::ProjectId project = commander.project();
    must(journal->begin());
    commander.create(*journal);
    commander.say(*journal, QStringLiteral("s"), QStringLiteral("Hello"));
    auto found = must(journal->conversationBySession(project, QStringLiteral("s")));
    QVERIFY(found);
    commander.run(*journal, domain::InitiateHandoff{{domain::TriggerType::Manual, {}, 1.0}, {}}, &*found);
    found = must(journal->conversationById(project, found->conversation.id));
    QVERIFY(found && found->handoff);
    QVERIFY(must(journal->conversationOfHandoff(project, found->handoff->id)) == found);
    // Nothing of it is anybody else's yet.
    QVERIFY(!must(fixture.reader()->conversationBySession(project, QStringLiteral("s"))));
    must(journal->commit());
    QVERIFY(must(fixture.reader()->conversationBySession(project, QStringLiteral("s"))) == found);
}

void tst_Journal::newerDatabaseIsRefused()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    fixture.make();
    QVERIFY(fixture.database()->execute(QStringLiteral("UPDATE schema_version SET version = 99")));
    const auto journal = store::Journal::open(fixture.options);
    QVERIFY(!journal);
    QCOMPARE(journal.error().code, ErrorCode::Unavailable);
    QVERIFY(journal.error().message.contains(QLatin1String("99")));
    const auto reader = store::Reader::open(fixture.options);
    QVERIFY(!reader);
    QVERIFY(reader.error().message.contains(QLatin1String("99")));
    QVERIFY(!store::verify(fixture.options));
}

void tst_Journal::epochNamesTheDatabase()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture one(dialect), two(dialect);
    one.make();
    two.make();
    const QString epoch = must(one.reader()->journalEpoch());
    QVERIFY(epoch.size() >= 32);
    QCOMPARE(must(one.reader()->journalEpoch()), epoch);
    QVERIFY(must(two.reader()->journalEpoch()) != epoch);
}

RELEVO_TEST(tst_Journal)
#include "tst_journal.moc"
