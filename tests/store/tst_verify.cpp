#include "commander.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;

/// Every case runs on every dialect there is.
class tst_Verify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void soundStore();
    void findsDamage_data();
    void findsDamage();
    void rowsOfAnOlderProgramAreSound();
    void anOlderStoreGetsItsAudit();
    void namesTheFirstFault();
    void missingStoreIsNoFinding();

private:
    /// A store with a bit of everything in it, among it a queued message and a handoff that is over.
    static void fill(StoreFixture& fixture, Commander& commander);
};

void tst_Verify::fill(StoreFixture& fixture, Commander& commander)
{
    const auto journal = fixture.journal();
    must(journal->begin());
    commander.create(*journal);
    const QString session = QStringLiteral("fixed");
    const domain::Message said = commander.say(*journal, session, QStringLiteral("Hello"));
    const auto conversation = must(journal->conversationBySession(commander.project(), session));
    commander.run(*journal, domain::InitiateHandoff{{domain::TriggerType::Manual, {}, 1.0}, {}},
                  &*conversation);
    domain::RecordDelivery read;
    read.update = {said.id, domain::Delivery::Read, std::nullopt};
    read.current = said.delivery;
    const auto now = must(journal->conversationById(commander.project(), said.conversationId));
    commander.run(*journal, read, &*now);
    for (int i = 0; i < 60; ++i)
        QCOMPARE(commander.anything(*journal), QString());
    const auto team = fixture.ids.make<domain::TeamId>();
    commander.run(*journal, domain::CreateTeam{{team, QStringLiteral("Fixed"), {}}}, nullptr);
    must(journal->commit());
}

void tst_Verify::soundStore()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    Commander commander(fixture, 11);
    fill(fixture, commander);
    const store::VerifyReport report = must(store::verify(fixture.options));
    QVERIFY2(report.ok, qPrintable(report.fault));
    QCOMPARE(report.projects, 1);
    QCOMPARE(report.events, commander.model().appended);
}

void tst_Verify::findsDamage_data()
{
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("words");
    // Positions of the first project: 2^40 and the sequence number.
    const QString fifth = QStringLiteral("position = 1099511627781");
    QTest::newRow("row removed") << QStringLiteral("DELETE FROM journal WHERE ") + fifth
                                 << QStringLiteral("event 5 is missing; the next one is 6");
    QTest::newRow("first row removed") << QStringLiteral("DELETE FROM journal WHERE position = 1099511627777")
                                       << QStringLiteral("event 1 is missing");
    QTest::newRow("last row removed")
        << QStringLiteral("DELETE FROM journal WHERE position = (SELECT max(position) FROM journal)")
        << QStringLiteral("its head says");
    QTest::newRow("body altered")
        << QStringLiteral(
               "UPDATE journal SET body = CAST(replace(CAST(body AS TEXT), 'Hello', 'Hallo') AS BLOB)")
        << QStringLiteral("the hash of event");
    QTest::newRow("hash altered") << QStringLiteral("UPDATE journal SET hash = zeroblob(32) WHERE ") + fifth
                                  << QStringLiteral("the hash of event 5 does not follow");
    QTest::newRow("head's hash altered") << QStringLiteral("UPDATE projects SET head_hash = zeroblob(32)")
                                         << QStringLiteral("the head's hash is not that of event");
    QTest::newRow("head too far") << QStringLiteral("UPDATE projects SET head_seq = head_seq + 1")
                                  << QStringLiteral("its head says");
    QTest::newRow("project") << QStringLiteral("UPDATE projects SET project = settings")
                             << QStringLiteral("the project ");
    QTest::newRow("settings") << QStringLiteral("UPDATE projects SET settings = project")
                              << QStringLiteral("the settings of project ");
    QTest::newRow("agent removed") << QStringLiteral("DELETE FROM agents WHERE rowid = 1")
                                   << QStringLiteral("the agent ");
    QTest::newRow("conversation altered")
        << QStringLiteral(
               "UPDATE conversations SET state = CAST(replace(CAST(state AS TEXT), '\"botFailures\":', "
               "'\"botFailures\":1') AS BLOB) WHERE number = 1")
        << QStringLiteral("differs from what its events say");
    QTest::newRow("conversation's index altered")
        << QStringLiteral("UPDATE conversations SET open = 1 - open")
        << QStringLiteral("is not found as its events say");
    QTest::newRow("session altered") << QStringLiteral("UPDATE conversations SET session = session || 'x'")
                                     << QStringLiteral("is not found as its events say");
    QTest::newRow("conversation opened elsewhere")
        << QStringLiteral("UPDATE conversations SET opened = opened + 1000000 WHERE open = 1")
        << QStringLiteral("the live state differs");
    QTest::newRow("team altered") << QStringLiteral("UPDATE teams SET state = zeroblob(3)")
                                  << QStringLiteral("team");
    QTest::newRow("audit lost") << QStringLiteral("DELETE FROM audit WHERE position = 1099511627777")
                                << QStringLiteral("audit");
    QTest::newRow("audit altered") << QStringLiteral("UPDATE audit SET actor = 'x'")
                                   << QStringLiteral("audit");
    QTest::newRow("handoff removed") << QStringLiteral("DELETE FROM handoffs")
                                     << QStringLiteral("the handoff ");
    QTest::newRow("handoff altered") << QStringLiteral("UPDATE handoffs SET state = zeroblob(3)")
                                     << QStringLiteral("the handoff ");
    QTest::newRow("message removed")
        << QStringLiteral("DELETE FROM messages WHERE position = (SELECT min(position) FROM messages)")
        << QStringLiteral("1 messages are missing");
    QTest::newRow("message moved") << QStringLiteral("UPDATE messages SET note = 1 - note")
                                   << QStringLiteral("is not where its event");
    QTest::newRow("delivery altered")
        << QStringLiteral(
               "UPDATE messages SET delivery = 2 WHERE position = (SELECT min(position) FROM messages)")
        << QStringLiteral("the delivery of message");
    QTest::newRow("delivery error altered")
        << QStringLiteral("UPDATE messages SET error_code = 'x', error_message = '' "
                          "WHERE position = (SELECT min(position) FROM messages)")
        << QStringLiteral("the delivery of message");
    QTest::newRow("outbox emptied") << QStringLiteral("DELETE FROM outbox")
                                    << QStringLiteral("the outbox holds 0");
    QTest::newRow("outbox filled")
        << QStringLiteral(
               "INSERT INTO outbox (position, conversation, message, channel, at) SELECT m.position, "
               "m.conversation, m.id, 'web', 0 FROM messages m WHERE m.delivery = 3")
        << QStringLiteral("which is not waiting");
    QTest::newRow("event of no project")
        << QStringLiteral(
               "INSERT INTO journal (position, body, hash) VALUES (99 * 1099511627776 + 1, x'00', x'00')")
        << QStringLiteral("the table journal holds 1 rows that belong to no project");
    QTest::newRow("message of no conversation")
        << QStringLiteral("INSERT INTO messages (conversation, position, id, note, delivery) "
                          "VALUES (999, 1, x'00', 0, 0)")
        << QStringLiteral("the table messages holds 1 rows");
}

void tst_Verify::findsDamage()
{
    QFETCH_GLOBAL(QString, dialect);
    if (dialect != QLatin1String("sqlite"))
        QSKIP("the damage is written in SQLite's words");
    QFETCH(QString, damage);
    QFETCH(QString, words);
    StoreFixture fixture(dialect);
    Commander commander(fixture, 11);
    fill(fixture, commander);
    {
        const auto database = fixture.database();
        must(database->execute(QStringLiteral("PRAGMA foreign_keys = OFF")));
        must(database->execute(damage));
    }
    const store::VerifyReport report = must(store::verify(fixture.options));
    QVERIFY(!report.ok);
    QVERIFY2(report.fault.contains(words), qPrintable(report.fault));
    const bool ofNoProject = words.startsWith(QLatin1String("the table"));
    QCOMPARE(report.fault.contains(commander.project().toString()), !ofNoProject);
}

// A program that knew fewer settings wrote this row; its event says the same with the newer fields left out.
void tst_Verify::rowsOfAnOlderProgramAreSound()
{
    QFETCH_GLOBAL(QString, dialect);
    if (dialect != QLatin1String("sqlite"))
        QSKIP("the row is written in SQLite's words");
    StoreFixture fixture(dialect);
    Commander commander(fixture, 11);
    fill(fixture, commander);
    must(fixture.database()->execute(QStringLiteral(
        "UPDATE projects SET settings = CAST(json_remove(CAST(settings AS TEXT), '$.csatMessage', "
        "'$.triggers.vip') AS BLOB)")));
    const store::VerifyReport report = must(store::verify(fixture.options));
    QVERIFY2(report.ok, qPrintable(report.fault));
}

// A store that a program without teams, audit and the rest has left behind: the index is made of its journal.
void tst_Verify::anOlderStoreGetsItsAudit()
{
    QFETCH_GLOBAL(QString, dialect);
    if (dialect != QLatin1String("sqlite"))
        QSKIP("the older store is made in SQLite's words");
    StoreFixture fixture(dialect);
    Commander commander(fixture, 11);
    fill(fixture, commander);
    const QString newer = fixture.turnBack(6);
    {
        sql::DatabaseOptions plain;
        plain.path = fixture.options.databasePath;
        const auto database = must(sql::Database::open(plain));
        for (const char* row :
             {"INSERT INTO api_keys (hash, project, at) VALUES (x'01', zeroblob(16), 5)",
              "INSERT INTO sessions (hash, project, agent, expires_at) VALUES (x'02', zeroblob(16), "
              "zeroblob(16), 9)"})
            must(database->execute(QString::fromLatin1(row)));
    }
    {
        const auto journal = fixture.journal();
        const auto key = must(journal->apiKeys().find(QByteArray(1, '\x01')));
        QVERIFY(key && !key->id.isNull());
        QCOMPARE(key->scopes.size(), 4); // it could do everything, and still can
        const auto session = must(journal->credentials().sessionOf(QByteArray(1, '\x02')));
        QVERIFY(session && !session->id.isNull());
    }
    {
        // Teams are no older than this migration; those of the fixture have waited beside it.
        const auto database = fixture.database();
        must(database->execute(QStringLiteral("ATTACH DATABASE '%1' AS newer").arg(newer)));
        must(database->execute(QStringLiteral("INSERT INTO main.teams SELECT * FROM newer.teams")));
    }
    const store::VerifyReport report = must(store::verify(fixture.options));
    QVERIFY2(report.ok, qPrintable(report.fault));
}

void tst_Verify::namesTheFirstFault()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    Commander commander(fixture, 11);
    fill(fixture, commander);
    must(fixture.database()->execute(
        QStringLiteral("DELETE FROM journal WHERE position IN (1099511627785, 1099511627783)")));
    const store::VerifyReport report = must(store::verify(fixture.options));
    QVERIFY2(report.fault.endsWith(QLatin1String("event 7 is missing; the next one is 8")),
             qPrintable(report.fault));
}

void tst_Verify::missingStoreIsNoFinding()
{
    QFETCH_GLOBAL(QString, dialect);
    const StoreFixture fixture(dialect);
    const auto report = store::verify(fixture.options);
    QVERIFY(!report);
    QCOMPARE(report.error().code, ErrorCode::Unavailable);
}

RELEVO_TEST(tst_Verify)
#include "tst_verify.moc"
