#include "commander.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;

/// Random commands through domain::decide, in groups, on two projects: what the store holds must be what the
/// events give, at every commit and inside every group.
class tst_Projections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void equalTheFold_data();
    void equalTheFold();

private:
    void compare(StoreFixture& fixture, const Commander& commander);
    void compareConversation(store::Reader& reader, const Commander& commander,
                             const domain::ConversationState& state);
};

void tst_Projections::equalTheFold_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 6; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_Projections::compareConversation(store::Reader& reader, const Commander& commander,
                                          const domain::ConversationState& state)
{
    const domain::ProjectId& project = commander.project();
    const domain::ConversationId& id = state.conversation.id;
    QVERIFY(must(reader.conversationById(project, id)) == state);
    QVERIFY(must(reader.conversationBySession(project, state.conversation.sessionId)) == state);
    std::map<qint64, domain::Message> expected;
    for (const auto& [messageId, message] : commander.model().messages) {
        if (message.conversationId == id)
            expected[message.seq] = message;
    }
    std::vector<domain::Message> ascending;
    for (const auto& [seq, message] : expected)
        ascending.push_back(message);
    const int all = static_cast<int>(ascending.size()) + 1;
    QVERIFY(must(reader.messagesAfter(project, id, 0, all, true)) == ascending);
    QVERIFY(must(reader.newestMessages(project, id, std::numeric_limits<qint64>::max(), all)) == ascending);
    if (state.handoff)
        QVERIFY(must(reader.handoff(project, state.handoff->id)) == state.handoff);
}

void tst_Projections::compare(StoreFixture& fixture, const Commander& commander)
{
    const auto reader = fixture.reader();
    const domain::ProjectState stored = must(reader->liveState(commander.project()));
    QCOMPARE(stored.seq, commander.model().appended);
    QVERIFY(stored == commander.model().live);
    QCOMPARE(domain::stateHash(stored), domain::stateHash(commander.model().live));
    for (const auto& [id, state] : commander.model().conversations) {
        compareConversation(*reader, commander, state);
        if (QTest::currentTestFailed())
            return;
    }
}

void tst_Projections::equalTheFold()
{
    QFETCH_GLOBAL(QString, dialect);
    QFETCH(quint32, seed);
    StoreFixture fixture(dialect);
    QRandomGenerator random(seed);
    // Two writers, as the relay and a command line beside it are: each must notice what the other wrote.
    std::vector<std::unique_ptr<store::Journal>> journals;
    journals.push_back(fixture.journal());
    journals.push_back(must(store::Journal::open(fixture.otherOptions())));
    std::vector<Commander> commanders{Commander(fixture, seed * 2), Commander(fixture, seed * 2 + 1)};
    must(journals[0]->begin());
    for (Commander& commander : commanders)
        commander.create(*journals[0]);
    must(journals[0]->commit());
    for (int group = 0; group < 150; ++group) {
        std::unique_ptr<store::Journal>& journal = journals[random.bounded(4) == 0 ? 1 : 0];
        if (random.bounded(30) == 0)
            journal = fixture.journal(); // a restart: nothing is remembered
        const std::vector<Commander> before = commanders;
        must(journal->begin());
        for (int commands = random.bounded(1, 9); commands > 0; --commands) {
            const QString wrong = commanders[static_cast<std::size_t>(random.bounded(2))].anything(*journal);
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        }
        if (random.bounded(8) == 0) {
            journal->rollback();
            for (std::size_t i = 0; i < commanders.size(); ++i)
                commanders[i].restore(before[i].model());
        } else {
            must(journal->commit());
        }
        if (group % 10 != 0)
            continue;
        for (const Commander& commander : commanders) {
            compare(fixture, commander);
            if (QTest::currentTestFailed())
                return;
        }
    }
    QCOMPARE(fixture.fault(), QString());
    // The walk must have been where it is interesting.
    for (const Commander& commander : commanders)
        QVERIFY(commander.model().handoffs.size() > commander.model().conversations.size());
}

RELEVO_TEST(tst_Projections)
#include "tst_projections.moc"
