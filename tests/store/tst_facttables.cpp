#include "commander.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;

/// The tables that reports and notifications are read from.
class tst_FactTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void areWhatTheEventsSay();
    void areFilledAfterAMigration();
    void damageIsFound_data();
    void damageIsFound();
    void whoNeverWorkedHasNoRow();
    void projectsAreApart();
    void notificationsAreThoseOfTheReader();
};

namespace {

void play(StoreFixture& fixture, Commander& commander, int steps)
{
    const auto journal = fixture.journal();
    must(journal->begin());
    commander.create(*journal);
    for (int i = 0; i < steps; ++i) {
        QCOMPARE(commander.anything(*journal), QString());
        fixture.clock.advance(milliseconds(700));
        if (i % 20 == 19) {
            must(journal->commit());
            must(journal->begin());
        }
    }
    must(journal->commit());
}

} // namespace

void tst_FactTables::areWhatTheEventsSay()
{
    QFETCH_GLOBAL(QString, dialect);
    for (quint32 seed = 0; seed < 5; ++seed) {
        StoreFixture fixture(dialect);
        Commander commander(fixture, seed);
        const Timestamp before = fixture.clock.now();
        play(fixture, commander, 300);
        QCOMPARE(fixture.fault(), QString());
        const auto facts = must(fixture.reader()->reportFacts(commander.project(), before,
                                                              fixture.clock.now() + milliseconds(1)));
        QCOMPARE(facts.handoffs.size(), commander.model().handoffs.size());
        QVERIFY(facts.openings.size() >= commander.model().conversations.size());
        for (const domain::HandoffFacts& one : facts.handoffs)
            QVERIFY(one.channel == QLatin1String("web") || one.channel == QLatin1String("http"));
    }
}

void tst_FactTables::areFilledAfterAMigration()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    Commander commander(fixture, 11);
    play(fixture, commander, 300);
    {
        const auto database = fixture.database();
        for (const char* table : {"contacts", "contact_tags", "handoff_facts", "openings", "attendance",
                                  "notifications", "notification_reads"})
            must(database->execute(QStringLiteral("DELETE FROM %1").arg(QLatin1String(table))));
        must(database->execute(QStringLiteral("INSERT INTO meta (name, value) VALUES ('facts', 'missing')")));
    }
    QVERIFY(!fixture.fault().isEmpty());
    (void)fixture.journal();
    QCOMPARE(fixture.fault(), QString());
    (void)fixture.journal(); // once
    QCOMPARE(fixture.fault(), QString());
}

void tst_FactTables::damageIsFound_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("handoff") << QStringLiteral("UPDATE handoff_facts SET claimed = 5");
    QTest::newRow("opening") << QStringLiteral("UPDATE openings SET escalated = 1 - escalated");
    QTest::newRow("attendance") << QStringLiteral("DELETE FROM attendance");
    QTest::newRow("notification") << QStringLiteral("DELETE FROM notifications");
}

void tst_FactTables::damageIsFound()
{
    QFETCH_GLOBAL(QString, dialect);
    QFETCH(const QString, sql);
    StoreFixture fixture(dialect);
    Commander commander(fixture, 5);
    play(fixture, commander, 200);
    {
        const auto journal = fixture.journal();
        must(journal->begin());
        commander.run(*journal, domain::PostNotification{}, nullptr);
        commander.run(
            *journal,
            domain::SetAvailability{commander.model().live.agents.begin()->first, domain::Availability::Busy},
            nullptr);
        commander.run(*journal,
                      domain::SetAvailability{commander.model().live.agents.begin()->first,
                                              domain::Availability::Available},
                      nullptr);
        must(journal->commit());
    }
    QCOMPARE(fixture.fault(), QString());
    must(fixture.database()->execute(sql));
    QVERIFY(!fixture.fault().isEmpty());
}

void tst_FactTables::whoNeverWorkedHasNoRow()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    Commander commander(fixture, 4);
    play(fixture, commander, 1);
    domain::CreateAgent away;
    away.agent.id = fixture.ids.make<domain::AgentId>();
    away.agent.email = QStringLiteral("away@shop.test");
    const auto journal = fixture.journal();
    must(journal->begin());
    commander.run(*journal, away, nullptr);
    must(journal->commit());
    QCOMPARE(fixture.fault(), QString());
}

void tst_FactTables::projectsAreApart()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    Commander one(fixture, 1);
    Commander other(fixture, 2);
    play(fixture, one, 150);
    play(fixture, other, 150);
    QCOMPARE(fixture.fault(), QString());
    const auto reader = fixture.reader();
    for (const Commander* commander : {&one, &other}) {
        const auto facts =
            must(reader->reportFacts(commander->project(), Timestamp::min(), Timestamp::max()));
        QCOMPARE(facts.handoffs.size(), commander->model().handoffs.size());
        for (const auto& [agent, attendance] : facts.attendance)
            QVERIFY(commander->model().live.agents.contains(agent));
    }
}

void tst_FactTables::notificationsAreThoseOfTheReader()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    Commander commander(fixture, 3);
    play(fixture, commander, 1);
    const auto journal = fixture.journal();
    const domain::Agent ana = commander.model().live.agents.begin()->second;
    const auto post = [&](const char* title, domain::Audience audience,
                          std::optional<Timestamp> expires = {}) {
        domain::Notification notification;
        notification.title = QString::fromLatin1(title);
        notification.audience = audience;
        notification.expiresAt = expires;
        must(journal->begin());
        commander.run(*journal, domain::PostNotification{notification}, nullptr);
        must(journal->commit());
    };
    post("first", domain::Audience::Agents);
    post("second", domain::Audience::Agents);
    post("nobody", domain::Audience::Named);
    post("old", domain::Audience::Agents, fixture.clock.now());
    const auto reader = fixture.reader();
    const qint64 end = std::numeric_limits<qint64>::max();
    const auto theirs = must(reader->notifications(commander.project(), end, 10, ana, fixture.clock.now()));
    QCOMPARE(theirs.size(), std::size_t{2});
    QCOMPARE(theirs[0].notification.title, QStringLiteral("second"));
    QVERIFY(!theirs[0].readAt);
    QCOMPARE(must(reader->notifications(commander.project(), end, 10, {}, fixture.clock.now())).size(),
             std::size_t{3});
    must(journal->begin());
    commander.run(*journal, domain::ReadNotification{{theirs[0].notification.id, ana.id}}, nullptr);
    must(journal->commit());
    const auto later = must(reader->notifications(commander.project(), end, 1, ana, fixture.clock.now()));
    QVERIFY(later.at(0).readAt == fixture.clock.now());
    const auto older =
        must(reader->notifications(commander.project(), later.at(0).seq, 10, ana, fixture.clock.now()));
    QCOMPARE(older.size(), std::size_t{1});
    QCOMPARE(older[0].notification.title, QStringLiteral("first"));
    QVERIFY(!must(reader->notification(fixture.ids.make<domain::ProjectId>(), older[0].notification.id)));
    QCOMPARE(fixture.fault(), QString());
}

RELEVO_TEST(tst_FactTables)
#include "tst_facttables.moc"
