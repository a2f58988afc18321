#include "protocol/samples.h"
#include "support/test_main.h"

#include <protocol/codec.h>
#include <protocol/event_codec.h>
#include <protocol/snapshot.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::protocol;
using namespace relevo::test;

class TestSnapshot final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void laterPagesHaveNoProject();
    void stateAndHashSurvive();
    void brokenPages_data();
    void brokenPages();
};

namespace {

SnapshotPage fullPage(quint32 seed)
{
    Samples samples(seed);
    SnapshotPage page;
    page.seq = 1'234;
    page.last = true;
    page.project = samples.project();
    page.settings = samples.settings();
    page.agents = {samples.agent(), samples.agent()};
    page.teams = {teamFrom(samples), teamFrom(samples)};
    page.resolved = {samples.state(), samples.state()};
    page.attachmentsRemoved = {
        {samples.id<ConversationId>(), {samples.id<AttachmentId>(), samples.id<AttachmentId>()}}};
    for (int i = 0; i < 5; ++i)
        page.conversations.push_back({samples.state(), {samples.message(), samples.message()}});
    return page;
}

} // namespace

void TestSnapshot::roundTrip()
{
    for (quint32 seed = 1; seed < 50; ++seed) {
        const SnapshotPage page = fullPage(seed);
        const auto back = snapshotPageFromJson(*parseJson(dump(toJson(page))));
        QVERIFY2(back, back ? "" : qPrintable(back.error().message));
        QCOMPARE(back->seq, page.seq);
        QCOMPARE(back->last, page.last);
        QVERIFY(back->project == page.project && back->settings == page.settings &&
                back->agents == page.agents && back->teams == page.teams);
        QVERIFY(back->resolved == page.resolved);
        QCOMPARE(back->attachmentsRemoved.size(), page.attachmentsRemoved.size());
        QVERIFY(back->attachmentsRemoved.front().conversation ==
                page.attachmentsRemoved.front().conversation);
        QVERIFY(back->attachmentsRemoved.front().ids == page.attachmentsRemoved.front().ids);
        QCOMPARE(back->conversations.size(), page.conversations.size());
        for (std::size_t i = 0; i < page.conversations.size(); ++i) {
            QVERIFY(back->conversations[i].state == page.conversations[i].state);
            QVERIFY(back->conversations[i].messages == page.conversations[i].messages);
        }
    }
}

void TestSnapshot::laterPagesHaveNoProject()
{
    SnapshotPage page;
    page.seq = 5;
    page.page = 3;
    const auto back = snapshotPageFromJson(toJson(page));
    QVERIFY(back && back->page == 3 && !back->last && !back->project && !back->settings &&
            back->agents.empty() && back->teams.empty() && back->resolved.empty());
}

void TestSnapshot::stateAndHashSurvive()
{
    // What a desktop makes of a page has the hash that the relay has.
    const SnapshotPage page = fullPage(9);
    const auto stateOf = [](const SnapshotPage& from) {
        ProjectState state;
        state.project = *from.project;
        state.settings = *from.settings;
        for (const Agent& agent : from.agents)
            state.agents[agent.id] = agent;
        for (const Team& team : from.teams)
            state.teams[team.id] = team;
        for (const SnapshotConversation& one : from.conversations)
            state.conversations.put(one.state.conversation.id, one.state);
        return state;
    };
    const auto back = snapshotPageFromJson(*parseJson(dump(toJson(page))));
    QVERIFY(back);
    QCOMPARE(stateHash(stateOf(*back)), stateHash(stateOf(page)));
}

void TestSnapshot::brokenPages_data()
{
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* pointer, const char* value, const char* field) {
        QTest::newRow(pointer) << QByteArray(pointer) << QByteArray(value) << QString::fromLatin1(field);
    };
    row("/seq", "null", "seq");
    row("/page", "\"1\"", "page");
    row("/last", "1", "last");
    row("/project", "[]", "project");
    row("/settings/enabled", "1", "settings");
    row("/agents", "{}", "agents");
    row("/agents/1", "3", "agents");
    row("/teams", "1", "teams");
    row("/teams/0/members", "[7]", "teams");
    row("/resolved", "{}", "resolved");
    row("/resolved/1/control", "null", "resolved");
    row("/conversations/0/control", "null", "conversations");
    row("/conversations/0/messages", "{}", "conversations");
    row("/conversations/2/messages/0/id", "\"x\"", "conversations");
    row("/conversations/4/handoff/status", "\"x\"", "conversations");
}

void TestSnapshot::brokenPages()
{
    QFETCH(const QByteArray, pointer);
    QFETCH(const QByteArray, value);
    QFETCH(const QString, field);
    Json json = toJson(fullPage(3));
    json[Json::json_pointer(pointer.toStdString())] = *parseJson(value.toStdString());
    const auto page = snapshotPageFromJson(json);
    QVERIFY(!page);
    QCOMPARE(page.error().context.at(QStringLiteral("field")), field);
}

RELEVO_TEST(TestSnapshot)
#include "tst_snapshot.moc"
