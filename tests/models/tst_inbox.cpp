#include "rows.h"
#include "support/test_main.h"

#include <models/inbox.h>

#include <domain/priority.h>

#include <QtTest/QAbstractItemModelTester>

using namespace relevo;
using namespace relevo::models;
using client::ConversationRow;

namespace {

constexpr std::array every{InboxSection::Offered, InboxSection::Waiting, InboxSection::Mine,
                           InboxSection::Team,    InboxSection::Snoozed, InboxSection::Tickets,
                           InboxSection::Resolved};

struct Bench
{
    explicit Bench(quint32 seed) : maker(seed)
    {
        live.setMe(maker.agent(0));
        inbox = std::make_unique<Inbox>(live, maker.clock);
        for (const InboxSection section : every)
            testers.push_back(std::make_unique<QAbstractItemModelTester>(
                &inbox->section(section), QAbstractItemModelTester::FailureReportingMode::QtTest));
    }

    void put(const ConversationRow& row)
    {
        client::LiveBatch batch;
        batch.rows.push_back(row);
        live.apply(batch);
    }

    test::RowMaker maker;
    client::LiveView live;
    std::unique_ptr<Inbox> inbox;
    std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
};

/// What every section must hold, from nothing but the rows.
std::array<std::vector<SectionModel::Entry>, inboxSections> fromScratch(const Bench& bench)
{
    const Timestamp now = bench.maker.clock.now();
    const InboxMatcher matcher(bench.inbox->filter(), bench.live.me());
    std::array<std::vector<SectionModel::Entry>, inboxSections> sections;
    for (const auto* rows : {&bench.live.rows(), &bench.live.resolved()}) {
        for (const ConversationRow& row : *rows) {
            const auto place = placeOf(row, bench.live.me().id, bench.inbox->sort(), now, dayOf(now));
            if (place && (place->section == InboxSection::Offered || matcher.matches(row, now)))
                sections[static_cast<std::size_t>(place->section)].push_back({row.id, place->key});
        }
    }
    for (auto& entries : sections)
        std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    return sections;
}

} // namespace

class tst_Inbox final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatASortFromScratchHolds_data();
    void holdsWhatASortFromScratchHolds();
    void waitsInTheOrderOfTheQueue();
    void everythingHasItsSection_data();
    void everythingHasItsSection();
    void anOfferIsOverWithoutAWord();
    void aSnoozeEndsWithoutAWord();
    void onlyWhatChangesIsTold();
    void aFoldedSectionShowsNothingAndCountsEverything();
    void aLongSectionShowsItsBeginning();
    void aFilterOverManyComesInSteps();
    void marksGoWithTheirConversations();
    void theNextOneWaits();
    void whatWasResolvedStaysUntilTheDayEnds();

private:
    void compare(const Bench& bench);
};

void tst_Inbox::compare(const Bench& bench)
{
    const auto expected = fromScratch(bench);
    int matching = 0;
    for (const InboxSection section : every) {
        const auto& wanted = expected[static_cast<std::size_t>(section)];
        const SectionModel& model = bench.inbox->section(section);
        matching += static_cast<int>(wanted.size());
        QCOMPARE(model.count(), static_cast<int>(wanted.size()));
        QCOMPARE(model.rowCount(), model.isFolded() ? 0 : std::min(model.count(), SectionModel::firstRows));
        for (int row = 0; row < model.rowCount(); ++row) {
            const domain::ConversationId id = wanted[static_cast<std::size_t>(row)].conversation;
            QCOMPARE(model.conversationAt(row), id);
            const auto at = bench.inbox->find(id);
            QVERIFY(at && at->section == section && at->row == row);
        }
    }
    int total = 0;
    for (const InboxSection section : every)
        total += bench.inbox->total(section);
    QCOMPARE(bench.inbox->hidden(), total - matching);
    int unread = 0;
    for (const ConversationRow& row : bench.live.rows()) {
        const bool counted = client::isHeldBy(row, bench.live.me().id) && !row.resolvedAt;
        unread += counted ? row.unread : 0;
    }
    QCOMPARE(bench.inbox->unread(), unread);
}

void tst_Inbox::holdsWhatASortFromScratchHolds_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<int>("sort");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed << static_cast<int>(seed % 4);
}

void tst_Inbox::holdsWhatASortFromScratchHolds()
{
    QFETCH(quint32, seed);
    QFETCH(int, sort);
    Bench bench(seed);
    bench.inbox->arrange({}, static_cast<InboxSort>(sort));
    std::vector<ConversationRow> known;
    for (int round = 0; round < 250; ++round) {
        client::LiveBatch batch;
        for (int i = bench.maker.pick(6); i >= 0; --i) {
            if (known.size() < 80 || bench.maker.pick(10) == 0) {
                known.push_back(bench.maker.row());
            } else {
                ConversationRow& one = known[static_cast<std::size_t>(bench.maker.pick(80))];
                bench.maker.turn(one);
            }
            batch.rows.push_back(known.back());
        }
        if (bench.maker.pick(4) == 0) {
            ConversationRow over = known[static_cast<std::size_t>(bench.maker.pick(int(known.size())))];
            std::erase_if(batch.rows, [&over](const ConversationRow& row) { return row.id == over.id; });
            batch.gone.push_back(over.id);
            if (over.resolvedAt)
                batch.resolved.push_back(over);
        }
        for (const ConversationRow& row : known) {
            // Those that were turned, too.
            const ConversationRow* shown = bench.live.row(row.id);
            if (shown && !(*shown == row) && batch.rows.size() < 30)
                batch.rows.push_back(row);
        }
        bench.live.apply(batch);
        bench.maker.clock.advance(std::chrono::seconds(bench.maker.pick(30)));
        bench.inbox->refresh();
        compare(bench);
        if (QTest::currentTestFailed())
            return;
        switch (bench.maker.pick(12)) {
        case 0:
            bench.inbox->arrange({.text = QStringLiteral("customer 1")}, bench.inbox->sort());
            break;
        case 1:
            bench.inbox->arrange({.atLeast = domain::Priority::High, .atRisk = true}, InboxSort::DueNext);
            break;
        case 2:
            bench.inbox->arrange({.language = QStringLiteral("es"), .mine = true}, InboxSort::Newest);
            break;
        case 3:
        case 4:
            bench.inbox->arrange({}, static_cast<InboxSort>(sort));
            break;
        case 5: {
            SectionModel& model = bench.inbox->section(every[static_cast<std::size_t>(bench.maker.pick(7))]);
            model.setFolded(!model.isFolded());
            break;
        }
        default:
            break;
        }
    }
}

void tst_Inbox::waitsInTheOrderOfTheQueue()
{
    Bench bench(11);
    client::LiveBatch batch;
    std::vector<domain::Handoff> waiting;
    for (int i = 0; i < 300; ++i) {
        ConversationRow row = bench.maker.waiting();
        waiting.push_back(client::queueHandoff(row));
        batch.rows.push_back(row);
    }
    bench.live.apply(batch);
    for (int minute = 0; minute < 30; ++minute) {
        const Timestamp now = bench.maker.clock.now();
        std::sort(waiting.begin(), waiting.end(),
                  [now](const auto& a, const auto& b) { return domain::queueBefore(a, b, now); });
        bench.inbox->refresh();
        const SectionModel& model = bench.inbox->section(InboxSection::Waiting);
        QCOMPARE(model.rowCount(), 300);
        for (int row = 0; row < 300; ++row) {
            const domain::Handoff& handoff = waiting[static_cast<std::size_t>(row)];
            QCOMPARE(model.conversationAt(row), handoff.conversationId);
            QCOMPARE(model.index(row).data(SectionModel::PriorityRole).toInt(),
                     static_cast<int>(domain::priorityAt(handoff, now)));
        }
        bench.maker.clock.advance(std::chrono::seconds(53));
    }
}

void tst_Inbox::everythingHasItsSection_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<int>("section");
    const auto section = [](InboxSection one) {
        return static_cast<int>(one);
    };
    QTest::newRow("waits") << 0 << section(InboxSection::Waiting);
    QTest::newRow("offered to me") << 1 << section(InboxSection::Offered);
    QTest::newRow("offered to another") << 2 << section(InboxSection::Waiting);
    QTest::newRow("mine") << 3 << section(InboxSection::Mine);
    QTest::newRow("a colleague's") << 4 << section(InboxSection::Team);
    QTest::newRow("snoozed while it waits") << 5 << section(InboxSection::Snoozed);
    QTest::newRow("mine, snoozed") << 6 << section(InboxSection::Snoozed);
    QTest::newRow("a colleague's, snoozed") << 7 << section(InboxSection::Team);
    QTest::newRow("ticket") << 8 << section(InboxSection::Tickets);
    QTest::newRow("resolved, with the bot") << 9 << section(InboxSection::Resolved);
    QTest::newRow("resolved yesterday") << 10 << -1;
    QTest::newRow("abandoned") << 11 << -1;
    QTest::newRow("never handed over") << 12 << -1;
}

void tst_Inbox::everythingHasItsSection()
{
    QFETCH(int, what);
    QFETCH(int, section);
    Bench bench(3);
    const Timestamp now = bench.maker.clock.now();
    ConversationRow row;
    row.id = domain::ConversationId(bench.maker.uuid());
    row.handoffId = domain::HandoffId(bench.maker.uuid());
    row.requestedAt = now;
    row.status = domain::HandoffStatus::Pending;
    row.holder = domain::Holder::Nobody;
    const bool mine = what == 3 || what == 6;
    if (mine || what == 4 || what == 7)
        bench.maker.take(row, mine ? 0 : 1);
    if (what == 1 || what == 2) {
        row.offeredTo = bench.maker.agent(what - 1).id;
        row.offeredUntil = now + std::chrono::seconds(20);
    }
    if (what >= 5 && what <= 7)
        row.snoozedUntil = now + std::chrono::minutes(5);
    if (what == 8)
        row.status = domain::HandoffStatus::ConvertedToTicket;
    if (what == 9 || what == 10) {
        row.status = domain::HandoffStatus::Resolved;
        row.holder = domain::Holder::Bot;
        row.resolvedAt = now - (what == 9 ? std::chrono::hours(1) : std::chrono::hours(24));
    }
    if (what == 11)
        row.status = domain::HandoffStatus::Abandoned;
    if (what == 12) {
        row.handoffId = {};
        row.holder = domain::Holder::Bot;
    }
    bench.put(row);
    const auto at = bench.inbox->find(row.id);
    QCOMPARE(at ? static_cast<int>(at->section) : -1, section);
    compare(bench);
}

void tst_Inbox::anOfferIsOverWithoutAWord()
{
    Bench bench(5);
    ConversationRow row = bench.maker.waiting();
    row.offeredTo = bench.maker.agent(0).id;
    row.offeredUntil = bench.maker.clock.now() + std::chrono::seconds(30);
    bench.put(row);
    QCOMPARE(bench.inbox->section(InboxSection::Offered).rowCount(), 1);
    QCOMPARE(bench.inbox->waiting(), 1);
    bench.maker.clock.advance(std::chrono::seconds(29));
    bench.inbox->refresh();
    QCOMPARE(bench.inbox->section(InboxSection::Offered).rowCount(), 1);
    bench.maker.clock.advance(std::chrono::seconds(1));
    bench.inbox->refresh();
    QCOMPARE(bench.inbox->section(InboxSection::Offered).rowCount(), 0);
    QCOMPARE(bench.inbox->section(InboxSection::Waiting).rowCount(), 1);
    QCOMPARE(bench.inbox->waiting(), 1);
}

void tst_Inbox::aSnoozeEndsWithoutAWord()
{
    Bench bench(5);
    ConversationRow row = bench.maker.row();
    bench.maker.take(row, 0);
    row.snoozedUntil = bench.maker.clock.now() + std::chrono::minutes(5);
    bench.put(row);
    QCOMPARE(bench.inbox->section(InboxSection::Snoozed).rowCount(), 1);
    bench.maker.clock.advance(std::chrono::minutes(5));
    bench.inbox->refresh();
    QCOMPARE(bench.inbox->section(InboxSection::Mine).rowCount(), 1);
}

void tst_Inbox::onlyWhatChangesIsTold()
{
    Bench bench(6);
    client::LiveBatch batch;
    std::vector<ConversationRow> rows;
    for (int i = 0; i < 20; ++i) {
        ConversationRow row = bench.maker.waiting();
        row.priority = domain::Priority::Urgent;
        row.responseDueAt.reset();
        row.requestedAt = bench.maker.clock.now() - std::chrono::seconds(100 - i);
        rows.push_back(row);
    }
    batch.rows = rows;
    bench.live.apply(batch);
    SectionModel& model = bench.inbox->section(InboxSection::Waiting);
    QSignalSpy inserted(&model, &SectionModel::rowsInserted);
    QSignalSpy removed(&model, &SectionModel::rowsRemoved);
    QSignalSpy moved(&model, &SectionModel::rowsMoved);
    QSignalSpy changed(&model, &SectionModel::dataChanged);
    QSignalSpy reset(&model, &SectionModel::modelReset);
    rows[7].lastLine = QStringLiteral("news");
    bench.put(rows[7]);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 7);
    QCOMPARE(changed[0][1].toModelIndex().row(), 7);
    bench.maker.take(rows[3], 1);
    bench.put(rows[3]);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed[0][1].toInt(), 3);
    const QPersistentModelIndex held = model.index(10);
    const domain::ConversationId id = model.conversationAt(10);
    rows[19].requestedAt -= std::chrono::hours(1);
    bench.put(rows[19]);
    QCOMPARE(moved.size(), 1);
    QCOMPARE(moved[0][1].toInt(), 18);
    QCOMPARE(moved[0][4].toInt(), 0);
    QCOMPARE(model.conversationAt(held.row()), id);
    QCOMPARE(inserted.size(), 0);
    QCOMPARE(reset.size(), 0);
}

void tst_Inbox::aFoldedSectionShowsNothingAndCountsEverything()
{
    Bench bench(7);
    SectionModel& model = bench.inbox->section(InboxSection::Team);
    model.setFolded(true);
    QSignalSpy inserted(&model, &SectionModel::rowsInserted);
    for (int i = 0; i < 200; ++i)
        bench.put(bench.maker.row());
    QVERIFY(model.count() > 10);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(inserted.size(), 0);
    model.setFolded(false);
    QCOMPARE(model.rowCount(), model.count());
    compare(bench);
}

void tst_Inbox::aLongSectionShowsItsBeginning()
{
    Bench bench(8);
    client::LiveBatch batch;
    std::vector<ConversationRow> rows;
    for (int i = 0; i < SectionModel::firstRows + 50; ++i)
        rows.push_back(bench.maker.waiting());
    batch.rows = rows;
    bench.live.apply(batch);
    SectionModel& model = bench.inbox->section(InboxSection::Waiting);
    QCOMPARE(model.count(), SectionModel::firstRows + 50);
    compare(bench);
    // Into it, out of it and within it, the beginning stays as long as it may be.
    for (int i = 0; i < 300; ++i) {
        ConversationRow& row = rows[static_cast<std::size_t>(bench.maker.pick(int(rows.size())))];
        row.requestedAt = bench.maker.clock.now() - std::chrono::seconds(bench.maker.pick(2'000));
        const bool leaves = i % 3 == 0;
        row.holder = leaves ? domain::Holder::Agent : domain::Holder::Nobody;
        row.holderAgent = leaves ? bench.maker.agent(1).id : domain::AgentId();
        row.status = leaves ? domain::HandoffStatus::Claimed : domain::HandoffStatus::Pending;
        bench.put(row);
        compare(bench);
        if (QTest::currentTestFailed())
            return;
    }
    model.showMore();
    QCOMPARE(model.rowCount(), model.count());
}

void tst_Inbox::aFilterOverManyComesInSteps()
{
    Bench bench(9);
    bench.testers.clear(); // they look at everything each time
    client::LiveBatch batch;
    batch.reset = true;
    for (int i = 0; i < 6'000; ++i)
        batch.rows.push_back(bench.maker.row());
    bench.live.apply(batch);
    QSignalSpy arranged(bench.inbox.get(), &Inbox::arranged);
    bench.inbox->arrange({.text = QStringLiteral("CUSTOMER 7")}, InboxSort::Urgency);
    QCOMPARE(arranged.size(), 0); // not at once
    // What happens meanwhile is not lost, on either side.
    for (int i = 0; i < 100; ++i) {
        bench.maker.turn(batch.rows[static_cast<std::size_t>(i)]);
        bench.put(batch.rows[static_cast<std::size_t>(i)]);
    }
    client::LiveBatch gone;
    for (std::size_t i = 200; i < 260; ++i)
        gone.gone.push_back(batch.rows[i].id);
    bench.live.apply(gone);
    QTRY_COMPARE(arranged.size(), 1);
    QCOMPARE(bench.inbox->filter().text, QStringLiteral("CUSTOMER 7"));
    compare(bench);
    QVERIFY(bench.inbox->hidden() > 1'000);
    // The newest wish counts.
    bench.inbox->arrange({.text = QStringLiteral("nobody at all")}, InboxSort::Urgency);
    bench.inbox->arrange({}, InboxSort::Newest);
    QTRY_COMPARE(arranged.size(), 2);
    QCOMPARE(bench.inbox->hidden(), 0);
    compare(bench);
}

void tst_Inbox::marksGoWithTheirConversations()
{
    Bench bench(10);
    std::vector<ConversationRow> rows;
    for (int i = 0; i < 3; ++i) {
        ConversationRow row = bench.maker.waiting();
        row.contactName = QStringLiteral("Number %1").arg(i);
        rows.push_back(row);
        bench.put(row);
    }
    QSignalSpy changed(bench.inbox.get(), &Inbox::marksChanged);
    bench.inbox->mark({rows[0].id, rows[1].id, domain::ConversationId(bench.maker.uuid())}, true);
    QCOMPARE(bench.inbox->marks().size(), 2);
    const auto at = bench.inbox->find(rows[1].id);
    QVERIFY(bench.inbox->section(at->section).index(at->row).data(SectionModel::MarkedRole).toBool());
    rows[0].status = domain::HandoffStatus::Abandoned; // it left
    bench.put(rows[0]);
    QCOMPARE(bench.inbox->marks(), SectionModel::Marks{rows[1].id});
    bench.inbox->arrange({.text = QStringLiteral("Number 2")}, InboxSort::Urgency); // it is hidden
    QVERIFY(bench.inbox->marks().isEmpty());
    QCOMPARE(changed.size(), 3);
}

void tst_Inbox::theNextOneWaits()
{
    Bench bench(12);
    QVERIFY(bench.inbox->nextWaiting({}).isNull());
    std::vector<ConversationRow> rows;
    for (int i = 0; i < 3; ++i) {
        ConversationRow row = bench.maker.waiting();
        row.priority = domain::Priority::Urgent;
        row.requestedAt = bench.maker.clock.now() - std::chrono::seconds(90 - i);
        rows.push_back(row);
        bench.put(row);
    }
    QCOMPARE(bench.inbox->nextWaiting(rows[0].id), rows[1].id);
    QCOMPARE(bench.inbox->nextWaiting(rows[2].id), rows[0].id); // from the beginning again
    bench.maker.take(rows[1], 2);
    bench.put(rows[1]);
    QCOMPARE(bench.inbox->nextWaiting(rows[1].id), rows[0].id);
}

void tst_Inbox::whatWasResolvedStaysUntilTheDayEnds()
{
    Bench bench(13);
    ConversationRow row = bench.maker.row();
    bench.maker.take(row, 0);
    row.snoozedUntil.reset();
    bench.put(row);
    client::LiveBatch closed;
    closed.gone.push_back(row.id);
    row.status = domain::HandoffStatus::Resolved;
    row.holder = domain::Holder::Nobody;
    row.holderAgent = {};
    row.resolvedAt = bench.maker.clock.now();
    closed.resolved.push_back(row);
    bench.live.apply(closed);
    QVERIFY(!bench.live.row(row.id));
    SectionModel& resolved = bench.inbox->section(InboxSection::Resolved);
    QCOMPARE(resolved.rowCount(), 1);
    QCOMPARE(resolved.conversationAt(0), row.id);
    bench.maker.clock.advance(std::chrono::hours(24));
    bench.inbox->refresh();
    QCOMPARE(resolved.rowCount(), 0);
    // Opened again it is not resolved any more.
    bench.maker.take(row, 0);
    bench.put(row);
    QVERIFY(bench.live.resolved().isEmpty());
    QCOMPARE(bench.inbox->section(InboxSection::Mine).rowCount(), 1);
}

RELEVO_TEST(tst_Inbox)
#include "tst_inbox.moc"
