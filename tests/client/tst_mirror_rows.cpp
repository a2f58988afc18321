#include "support/test_main.h"
#include "world.h"

#include <client/mirror.h>
#include <protocol/codec.h>
#include <sql/migrator.h>

#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::client;

/// What the lists are made of: rows beside the states, of closed conversations too.
class tst_MirrorRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowSaysWhatTheStateSays();
    void anOlderFileGetsItsRows();
    void whatWasResolvedIsRemembered();
    void whatWasResolvedComesWithASnapshot();

private:
    QTemporaryDir m_directory;

    static void applyAll(Mirror& mirror, const test::World& world);
    void makeOlderFile(const QString& path, const domain::ConversationState& state);
};

void tst_MirrorRows::applyAll(Mirror& mirror, const test::World& world)
{
    std::vector<domain::Event> events;
    for (auto seq = static_cast<std::size_t>(mirror.seq()); seq < world.journal().size(); ++seq)
        events.push_back(test::World::overTheWire(world.journal()[seq]));
    QVERIFY(mirror.apply(events));
}

void tst_MirrorRows::aRowSaysWhatTheStateSays()
{
    domain::ConversationState state;
    state.conversation.contact.attributes = {{QStringLiteral("Tier"), QStringLiteral("gold")},
                                             {QStringLiteral("tier"), QStringLiteral(" VIP ")}};
    state.conversation.tags = {QStringLiteral("returns")};
    state.frustration = 0.5;
    domain::Handoff handoff;
    handoff.status = domain::HandoffStatus::Notified;
    handoff.responseDueAt = Timestamp(milliseconds(9'000));
    const domain::AgentId agent(QUuid::createUuid());
    handoff.offer = domain::Offer{{agent, QStringLiteral("Ana")}, Timestamp(milliseconds(5'000))};
    handoff.snoozedUntil = Timestamp(milliseconds(7'000));
    state.handoff = handoff;
    const ConversationRow row = rowOf(state);
    QVERIFY(row.vip);
    QVERIFY(isFrustrated(row));
    QCOMPARE(row.tags, QStringList{QStringLiteral("returns")});
    QVERIFY(row.offeredTo == agent && row.offeredUntil == Timestamp(milliseconds(5'000)));
    QVERIFY(row.snoozedUntil == handoff.snoozedUntil);
    QVERIFY(row.responseDueAt == handoff.responseDueAt);
    QVERIFY(!row.awaited);
    state.handoff->awaited = true;
    QVERIFY(rowOf(state).awaited);
    // Once it was answered, the first answer's due time says nothing any more.
    state.handoff->status = domain::HandoffStatus::Active;
    QVERIFY(!rowOf(state).responseDueAt);
    state.handoff->status = domain::HandoffStatus::Resolved;
    state.handoff->resolvedAt = Timestamp(milliseconds(8'000));
    QVERIFY(rowOf(state).resolvedAt == state.handoff->resolvedAt);
}

/// A file as the program before this one made it: its own migrations, and one conversation.
void tst_MirrorRows::makeOlderFile(const QString& path, const domain::ConversationState& state)
{
    const QTemporaryDir older;
    const QDir all(QStringLiteral(":/relevo/client/migrations/sqlite"));
    QVERIFY(QDir(older.path()).mkpath(QStringLiteral("sqlite")));
    for (const QString& name : all.entryList(QDir::Files, QDir::Name)) {
        if (name.contains(QStringLiteral("row_details")))
            break;
        QVERIFY(QFile::copy(all.filePath(name), older.filePath(QStringLiteral("sqlite/") + name)));
    }
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    sql::DatabaseOptions options;
    options.path = path;
    const auto database = sql::Database::open(options);
    QVERIFY(database);
    sql::Migrator migrator(**database, older.path());
    QVERIFY(migrator.migrate());
    const auto whole = (*database)->prepared("INSERT INTO conversation_state (id, body) VALUES (?, ?)");
    const std::string body = protocol::dump(protocol::toJson(state));
    (*whole)->bind(state.conversation.id.uuid()).bind(std::string_view(body));
    QVERIFY((*whole)->run());
    const auto row = (*database)->prepared(
        "INSERT INTO conversation (id, live, contact_name, channel, language, holder, holder_agent, epoch, "
        "handoff, status, trigger_type, trigger_reason, priority, requested_at, due_at, assigned_to, issue, "
        "last_author, last_line, last_at, last_seq) VALUES (?, 1, 'Old', '', '', 0, x'', 0, x'', -1, 0, '', "
        "0, 0, NULL, '', '', 0, '', 0, 0)");
    (*row)->bind(state.conversation.id.uuid());
    QVERIFY((*row)->run());
}

void tst_MirrorRows::anOlderFileGetsItsRows()
{
    test::World world(3);
    const domain::ConversationId id =
        world.customer(QStringLiteral("Ada"), QStringLiteral("NO!! this is terrible"), true);
    const QString path = m_directory.filePath(QStringLiteral("older/mirror.db"));
    makeOlderFile(path, *world.conversation(id));
    {
        const auto mirror = Mirror::open(path);
        QVERIFY2(mirror, mirror ? "" : qPrintable(mirror.error().message));
        const std::vector<ConversationRow> rows = (*mirror)->rows().value();
        QCOMPARE(rows.size(), 1U);
        QVERIFY(rows[0] == rowOf(*world.conversation(id)));
    }
    // And stays as it is from then on.
    const auto again = Mirror::open(path);
    QVERIFY(again);
    QCOMPARE((*again)->rows().value().size(), 1U);
}

void tst_MirrorRows::whatWasResolvedIsRemembered()
{
    test::World world(5);
    const QString path = m_directory.filePath(QStringLiteral("resolved/mirror.db"));
    auto mirror = Mirror::open(path);
    QVERIFY(mirror);
    std::vector<domain::ConversationId> closed;
    for (int i = 0; i < 3; ++i) {
        const auto id = world.customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
        QVERIFY(world.claim(id, 0));
        domain::ResolveHandoff resolve;
        resolve.handoffId = world.conversation(id)->handoff->id;
        resolve.mayResolveOthers = true;
        QVERIFY(world.run(id, resolve));
        closed.push_back(id);
        world.clock.advance(std::chrono::hours(20));
    }
    applyAll(**mirror, world);
    QVERIFY((*mirror)->rows().value().empty());
    const std::vector<ConversationRow> resolved = (*mirror)->resolvedRows().value();
    QCOMPARE(resolved.size(), 2U); // the first was forty hours before the last
    QVERIFY(resolved[0].id == closed[2] && resolved[1].id == closed[1]);
    QVERIFY(resolved[0] == (*mirror)->resolvedRow(closed[2]).value());
    QVERIFY(resolved[0].resolvedAt && resolved[0].assignedTo == world.agent(0).name);
    QVERIFY(!(*mirror)->resolvedRow(domain::ConversationId()).value());
    // Whose contact was erased leaves no name.
    QVERIFY(
        world.run(closed[2], domain::EraseContact{world.conversation(closed[2])->conversation.contact.id}));
    applyAll(**mirror, world);
    QVERIFY((*mirror)->resolvedRow(closed[2]).value().value_or(ConversationRow{}).contactName.isEmpty());
}

void tst_MirrorRows::whatWasResolvedComesWithASnapshot()
{
    test::World world(6);
    std::vector<domain::ConversationId> ids;
    for (int i = 0; i < 3; ++i)
        ids.push_back(world.customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true));
    for (const std::size_t one : {0U, 1U}) {
        QVERIFY(world.claim(ids[one], 0));
        domain::ResolveHandoff resolve;
        resolve.handoffId = world.conversation(ids[one])->handoff->id;
        resolve.mayResolveOthers = true;
        QVERIFY(world.run(ids[one], resolve));
        world.clock.advance(std::chrono::hours(1));
    }
    std::vector<protocol::Json> pages = world.snapshot(7);
    QVERIFY(pages.back().at("last").get<bool>());
    // The last one is open in the snapshot, and was closed while it was being sent.
    domain::ConversationState later = *world.conversation(ids[2]);
    later.conversation.status = domain::ConversationStatus::Closed;
    pages.back()["resolved"] = {protocol::toJson(*world.conversation(ids[1])),
                                protocol::toJson(*world.conversation(ids[0])), protocol::toJson(later)};
    // A fresh device, and one that comes back after a long time.
    auto mirror = Mirror::open(m_directory.filePath(QStringLiteral("fresh/mirror.db")));
    QVERIFY(mirror);
    for (int time = 0; time < 2; ++time) {
        QVERIFY((*mirror)->beginSnapshot(QStringLiteral("j")));
        for (const protocol::Json& page : pages)
            QVERIFY((*mirror)->addPage(page, world.agent(0).id));
        const std::vector<ConversationRow> resolved = (*mirror)->resolvedRows().value();
        QCOMPARE(resolved.size(), 2U);
        QVERIFY(resolved[0].id == ids[1] && resolved[1].id == ids[0]);
        QCOMPARE(resolved[0].contactName.text(), QStringLiteral("Ada"));
        QCOMPARE((*mirror)->rows().value().size(), 1U);
        QCOMPARE((*mirror)->stateHash().value(), domain::stateHash(world.live()));
    }
}

RELEVO_TEST(tst_MirrorRows)
#include "tst_mirror_rows.moc"
