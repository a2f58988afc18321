#include "store_fixture.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;

/// Every case runs on every dialect there is.
class tst_BotTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void aSessionIsWrittenOverItsOwnVersionOnly();
    void turnsAreFoundByConversationAndWhileOpen();
    void ordersAndQuestionsBelongToTheirProject();
    void enrichmentsAreThereUntilTheyAreAnswered();

private:
    template <typename Work>
    static void write(store::Journal& journal, Work work)
    {
        must(journal.begin());
        must(work());
        must(journal.commit());
    }
};

void tst_BotTables::aSessionIsWrittenOverItsOwnVersionOnly()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto one = fixture.ids.make<domain::ProjectId>();
    const auto two = fixture.ids.make<domain::ProjectId>();
    const auto conversation = fixture.ids.make<domain::ConversationId>();
    const auto save = [&](const domain::ProjectId& project, qint64 version, const QByteArray& state) {
        return journal->bots().saveSession(project, conversation, version, state, fixture.clock.now());
    };
    write(*journal, [&] { return save(one, 0, "first"); });
    write(*journal, [&] { return save(one, 1, "second"); });
    must(journal->begin());
    for (const qint64 stale : {0, 1, 3}) {
        const Result<void> refused = save(one, stale, "late");
        QVERIFY(!refused && refused.error().code == ErrorCode::Conflict);
    }
    journal->rollback();
    const store::BotSessionRow row = must(fixture.reader()->bots().session(one, conversation));
    QCOMPARE(row.version, qint64(2));
    QCOMPARE(row.state, QByteArray("second"));
    QCOMPARE(must(fixture.reader()->bots().session(two, conversation)).version, qint64(0));
}

void tst_BotTables::turnsAreFoundByConversationAndWhileOpen()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto project = fixture.ids.make<domain::ProjectId>();
    const auto other = fixture.ids.make<domain::ProjectId>();
    const auto conversation = fixture.ids.make<domain::ConversationId>();
    std::vector<store::BotTurn> turns;
    for (const auto status :
         {store::TurnStatus::Running, store::TurnStatus::Waiting, store::TurnStatus::Answered}) {
        fixture.clock.advance(milliseconds(5));
        store::BotTurn turn;
        turn.id = fixture.ids.make<domain::MessageId>();
        turn.conversation = conversation;
        turn.startedAt = fixture.clock.now();
        turn.status = status;
        turn.epoch = 4;
        turn.lane = domain::Lane::Commerce;
        turn.bot = QStringLiteral("mine");
        turn.decidedBy = QStringLiteral("rule");
        turn.reason = QStringLiteral("é");
        turn.attempts = 2;
        if (status == store::TurnStatus::Waiting)
            turn.dueAt = fixture.clock.now() + std::chrono::seconds(60);
        turns.push_back(turn);
        write(*journal, [&] { return journal->bots().saveTurn(project, turn); });
    }
    const auto reader = fixture.reader();
    const auto found = must(reader->bots().turns(project, conversation, Timestamp::max(), 2));
    QCOMPARE(found.size(), std::size_t(2));
    QVERIFY(found.front().id == turns.back().id);
    const auto older = must(reader->bots().turns(project, conversation, found.back().startedAt, 2));
    QCOMPARE(older.size(), std::size_t(1));
    QVERIFY(older.front().id == turns.front().id);
    QVERIFY(must(reader->bots().turns(other, conversation, Timestamp::max(), 2)).empty());
    const auto open = must(reader->bots().openTurns());
    QCOMPARE(open.size(), std::size_t(2));
    QVERIFY(open.back().first == project);
    const store::BotTurn& waiting = open.back().second;
    QVERIFY(waiting.dueAt == turns[1].dueAt && !waiting.endedAt && waiting.epoch == 4);
    QVERIFY(waiting.lane == domain::Lane::Commerce && waiting.attempts == 2 &&
            waiting.reason == QStringLiteral("é"));
    turns[1].status = store::TurnStatus::Failed;
    turns[1].endedAt = fixture.clock.now();
    turns[1].dueAt.reset();
    write(*journal, [&] { return journal->bots().saveTurn(project, turns[1]); });
    QCOMPARE(must(reader->bots().openTurns()).size(), std::size_t(1));
    QVERIFY(!must(reader->bots().turn(project, turns[1].id))->dueAt);
    QVERIFY(!must(reader->bots().turn(other, turns[1].id)));
}

void tst_BotTables::ordersAndQuestionsBelongToTheirProject()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto one = fixture.ids.make<domain::ProjectId>();
    const auto two = fixture.ids.make<domain::ProjectId>();
    const domain::Order order{QStringLiteral("A-1"),   domain::OrderStatus::Paid, QStringLiteral("a@b.c"),
                              QStringLiteral("2 × é"), QStringLiteral("9 EUR"),   QStringLiteral("Friday"),
                              QStringLiteral("T1")};
    write(*journal, [&]() -> Result<void> {
        must(journal->orders().save(one, order, fixture.clock.now()));
        must(journal->bots().setFaq(one, R"({"items":[]})", {fixture.clock.now()}));
        return journal->bots().setSecret(one, QStringLiteral("mine"), "whsec_x", fixture.clock.now());
    });
    const auto reader = fixture.reader();
    QVERIFY(must(reader->orders().find(one, order.number)) == order);
    QVERIFY(!must(reader->orders().find(two, order.number)));
    QVERIFY(must(reader->orders().list(two, {}, 9)).empty());
    QVERIFY(must(reader->orders().list(one, order.number, 9)).empty());
    QCOMPARE(must(reader->bots().faq(one)).entries, QByteArray(R"({"items":[]})"));
    QVERIFY(must(reader->bots().faq(two)).entries.isEmpty());
    QCOMPARE(must(reader->bots().faq(two)).version, 0);
    QCOMPARE(must(reader->bots().secret(one, QStringLiteral("mine"))), QByteArray("whsec_x"));
    QVERIFY(must(reader->bots().secret(two, QStringLiteral("mine"))).isEmpty());
    must(journal->begin());
    const Result<void> refused = journal->orders().remove(two, order.number);
    QVERIFY(!refused && refused.error().code == ErrorCode::NotFound);
    must(journal->orders().remove(one, order.number));
    must(journal->commit());
    QVERIFY(!must(reader->orders().find(one, order.number)));
}

void tst_BotTables::enrichmentsAreThereUntilTheyAreAnswered()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    store::Enrichment first{fixture.ids.make<domain::ProjectId>(), fixture.ids.make<domain::MessageId>(),
                            QStringLiteral("crm"), fixture.ids.make<domain::ConversationId>(), 7};
    store::Enrichment second = first;
    second.bot = QStringLiteral("scores");
    store::Enrichment elsewhere = first; // the same ids in another project are another
    elsewhere.project = fixture.ids.make<domain::ProjectId>();
    elsewhere.seq = 9;
    for (const store::Enrichment& one : {first, second, elsewhere, first})
        write(*journal, [&] { return journal->enrichments().add(one); });
    QCOMPARE(must(fixture.reader()->enrichments().all()).size(), std::size_t(3));
    QVERIFY(must(fixture.reader()->enrichments().all()).back() == elsewhere);
    write(*journal, [&] { return journal->enrichments().remove(first); });
    QVERIFY(must(fixture.reader()->enrichments().all()) == (std::vector{second, elsewhere}));
}

RELEVO_TEST(tst_BotTables)
#include "tst_bottables.moc"
