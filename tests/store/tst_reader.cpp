#include "commander.h"
#include "support/test_main.h"

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::test;

/// Every case runs on every dialect there is.
class tst_Reader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void pagesOfMessages();
    void notesOnlyForThoseWhoMay();
    void otherProjectsAreNotSeen();
    void reopenedConversationStartsAnew();
    void eachThreadItsOwn();
};

namespace {

QStringList contentsOf(const std::vector<domain::Message>& messages)
{
    QStringList contents;
    for (const domain::Message& message : messages)
        contents.push_back(message.content);
    return contents;
}

} // namespace

void tst_Reader::pagesOfMessages()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    Commander commander(fixture, 1);
    must(journal->begin());
    commander.create(*journal);
    std::vector<domain::Message> said;
    for (int i = 1; i <= 5; ++i) {
        said.push_back(commander.say(*journal, QStringLiteral("s"), QString::number(i)));
        commander.say(*journal, QStringLiteral("other"), QStringLiteral("no"));
    }
    must(journal->commit());
    const auto reader = fixture.reader();
    const domain::ProjectId project = commander.project();
    const domain::ConversationId id = said.front().conversationId;
    const auto after = [&](qint64 seq, int limit) {
        return contentsOf(must(reader->messagesAfter(project, id, seq, limit, true)));
    };
    const auto before = [&](qint64 seq, int limit) {
        return contentsOf(must(reader->newestMessages(project, id, seq, limit)));
    };
    using Texts = QStringList;
    QCOMPARE(after(0, 2), (Texts{QStringLiteral("1"), QStringLiteral("2")}));
    QCOMPARE(after(-1, 1), (Texts{QStringLiteral("1")}));
    QCOMPARE(after(said[2].seq, 9), (Texts{QStringLiteral("4"), QStringLiteral("5")}));
    QCOMPARE(after(said[4].seq, 9), Texts());
    const qint64 end = std::numeric_limits<qint64>::max();
    QCOMPARE(before(end, 2), (Texts{QStringLiteral("4"), QStringLiteral("5")}));
    QCOMPARE(before(said[3].seq, 2), (Texts{QStringLiteral("2"), QStringLiteral("3")}));
    QCOMPARE(before(said[0].seq, 2), Texts());
}

void tst_Reader::notesOnlyForThoseWhoMay()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    Commander commander(fixture, 1);
    must(journal->begin());
    commander.create(*journal);
    const domain::Message said = commander.say(*journal, QStringLiteral("s"), QStringLiteral("Hello"));
    domain::Event note;
    note.id = fixture.ids.make<domain::EventId>();
    note.type = domain::EventType::MessageSent;
    note.at = fixture.clock.now();
    note.conversationId = said.conversationId;
    domain::Message text;
    text.id = fixture.ids.make<domain::MessageId>();
    text.conversationId = said.conversationId;
    text.author = domain::Author::Agent;
    text.content = QStringLiteral("Careful");
    text.note = true;
    note.data = text;
    must(journal->append(commander.project(), {note}));
    must(journal->commit());
    const auto reader = fixture.reader();
    const auto texts = [&](bool notes) {
        return contentsOf(must(reader->messagesAfter(commander.project(), said.conversationId, 0, 9, notes)));
    };
    QCOMPARE(texts(true), (QStringList{QStringLiteral("Hello"), QStringLiteral("Careful")}));
    QCOMPARE(texts(false), (QStringList{QStringLiteral("Hello")}));
    const auto state = must(reader->conversationById(commander.project(), said.conversationId));
    QCOMPARE(state->lastMessage->content, QStringLiteral("Hello"));
    QCOMPARE(fixture.fault(), QString());
}

void tst_Reader::otherProjectsAreNotSeen()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    Commander ours(fixture, 1), theirs(fixture, 2);
    must(journal->begin());
    ours.create(*journal);
    theirs.create(*journal);
    const domain::Message said = theirs.say(*journal, QStringLiteral("s"), QStringLiteral("secret"));
    auto conversation = must(journal->conversationBySession(theirs.project(), QStringLiteral("s")));
    theirs.run(*journal, domain::InitiateHandoff{{domain::TriggerType::Manual, {}, 1.0}, {}}, &*conversation);
    const domain::HandoffId handoff =
        must(journal->conversationById(theirs.project(), said.conversationId))->handoff->id;
    QVERIFY(!must(journal->message(ours.project(), said.id)));
    QVERIFY(!must(journal->conversationOfHandoff(ours.project(), handoff)));
    must(journal->commit());
    const auto reader = fixture.reader();
    QVERIFY(!must(reader->conversationById(ours.project(), said.conversationId)));
    QVERIFY(!must(reader->conversationBySession(ours.project(), QStringLiteral("s"))));
    QVERIFY(!must(reader->handoff(ours.project(), handoff)));
    QVERIFY(must(reader->handoff(theirs.project(), handoff)));
    QVERIFY(must(reader->messagesAfter(ours.project(), said.conversationId, 0, 9, true)).empty());
    QCOMPARE(must(reader->projects()).size(), std::size_t{2});
}

void tst_Reader::reopenedConversationStartsAnew()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    Commander commander(fixture, 1);
    const domain::ProjectId project = commander.project();
    const QString session = QStringLiteral("s");
    const auto state = [&] {
        return must(journal->conversationBySession(project, session));
    };
    const auto give = [&](const domain::Command& command) {
        const auto conversation = state();
        commander.run(*journal, command, &*conversation);
    };
    must(journal->begin());
    commander.create(*journal);
    commander.say(*journal, session, QStringLiteral("Hello"));
    give(domain::InitiateHandoff{{domain::TriggerType::Manual, {}, 1.0}, {}});
    const domain::HandoffId handoff = state()->handoff->id;
    const domain::AgentId agent = commander.model().live.agents.begin()->first;
    give(domain::ClaimHandoff{handoff, {agent, QStringLiteral("Ana")}});
    domain::ResolveHandoff resolve;
    resolve.handoffId = handoff;
    resolve.agent = agent;
    give(resolve);
    QVERIFY(state()->conversation.status == domain::ConversationStatus::Closed);
    must(journal->commit());
    const auto reader = fixture.reader();
    QVERIFY(must(reader->liveState(project)).conversations.empty());
    const qint64 epoch = state()->control.epoch;
    const Timestamp longAgo = fixture.clock.now() - std::chrono::hours(36);
    const auto resolved = must(reader->resolvedSince(project, longAgo, 9));
    QCOMPARE(resolved.size(), std::size_t{1});
    QVERIFY(resolved.front() == *state());
    QVERIFY(must(reader->resolvedSince(project, *state()->handoff->resolvedAt + milliseconds(1), 9)).empty());
    QVERIFY(must(reader->resolvedSince(project, longAgo, 0)).empty());

    must(journal->begin());
    commander.say(*journal, session, QStringLiteral("Me again"));
    must(journal->commit());
    const domain::ProjectState live = must(reader->liveState(project));
    QVERIFY(live == commander.model().live);
    QCOMPARE(live.conversations.size(), std::size_t{1});
    QVERIFY(must(reader->resolvedSince(project, longAgo, 9)).empty()); // open again
    const domain::ConversationState& again = live.conversations.begin()->second;
    QVERIFY(!again.handoff);
    QVERIFY(again.control.epoch > epoch);
    QCOMPARE(again.lastMessage->content, QStringLiteral("Me again"));
    // What is over can still be read.
    const auto over = must(reader->handoff(project, handoff));
    QVERIFY(over && over->status == domain::HandoffStatus::Resolved);
    QVERIFY(must(reader->messagesAfter(project, again.conversation.id, 0, 99, true)).size() > 2);
    QCOMPARE(fixture.fault(), QString());
}

void tst_Reader::eachThreadItsOwn()
{
    QFETCH_GLOBAL(QString, dialect);
    StoreFixture fixture(dialect);
    const auto journal = fixture.journal();
    const auto project = fixture.ids.make<domain::ProjectId>();
    appendSettings(fixture, *journal, project, 1);
    std::atomic<bool> stop{false};
    std::atomic<int> wrong{0};
    const auto read = [&] {
        const auto reader = store::Reader::open(fixture.options);
        if (!reader) {
            ++wrong;
            return;
        }
        qint64 seen = 0;
        while (!stop) {
            const auto head = (*reader)->head(project);
            const auto state = (*reader)->liveState(project);
            if (!head || !state || head->seq < seen || state->seq < head->seq)
                ++wrong;
            else
                seen = state->seq;
        }
    };
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 2; ++i)
        threads.emplace_back(QThread::create(read))->start();
    for (int i = 0; i < 100; ++i)
        appendSettings(fixture, *journal, project, 3);
    stop = true;
    for (const auto& thread : threads)
        QVERIFY(thread->wait(60'000));
    QCOMPARE(wrong.load(), 0);
}

RELEVO_TEST(tst_Reader)
#include "tst_reader.moc"
