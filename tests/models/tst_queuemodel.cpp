#include "world.h"

#include <domain/priority.h>
#include <models/queue_model.h>

#include <QtCore/QDateTime>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::models;

namespace {

/// A batch that brings a view from one state of the world to the next.
client::LiveBatch difference(const client::LiveView& view, const test::World& world)
{
    client::LiveBatch batch;
    batch.seq = world.seq();
    for (const auto& [id, state] : world.live().conversations) {
        const client::ConversationRow row = client::rowOf(state);
        const client::ConversationRow* known = view.row(id);
        if (!known || !(*known == row))
            batch.rows.push_back(row);
    }
    for (const client::ConversationRow& row : view.rows()) {
        if (!world.live().conversations.contains(row.id))
            batch.gone.push_back(row.id);
    }
    return batch;
}

} // namespace

class tst_QueueModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheQueuesOrder_data();
    void keepsTheQueuesOrder();
    void risesWithTime();
    void manyRisingKeepTheSelection();
    void movesNoMoreThanNeeded();
    void tellsWhatThereIs();
    void aTicketSaysSo();
    void startsAgainAfterAReset();

private:
    void compareOrder(const QueueModel& model, const test::World& world);
};

void tst_QueueModel::compareOrder(const QueueModel& model, const test::World& world)
{
    std::vector<domain::Handoff> waiting;
    for (const auto& [id, state] : world.live().conversations) {
        if (state.handoff && domain::isWaiting(state.handoff->status))
            waiting.push_back(*state.handoff);
    }
    const Timestamp now = world.clock.now();
    std::sort(waiting.begin(), waiting.end(), [now](const domain::Handoff& a, const domain::Handoff& b) {
        return domain::queueBefore(a, b, now);
    });
    QCOMPARE(model.rowCount(), static_cast<int>(waiting.size()));
    for (int row = 0; row < model.rowCount(); ++row) {
        const domain::Handoff& handoff = waiting[static_cast<std::size_t>(row)];
        QCOMPARE(model.handoffAt(row), handoff.id);
        QCOMPARE(model.index(row).data(QueueModel::PriorityRole).toInt(),
                 static_cast<int>(domain::priorityAt(handoff, now)));
        QCOMPARE(model.indexOf(handoff.id).row(), row);
        QCOMPARE(model.indexOf(handoff.conversationId).row(), row);
    }
}

void tst_QueueModel::keepsTheQueuesOrder_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void tst_QueueModel::keepsTheQueuesOrder()
{
    QFETCH(quint32, seed);
    test::World world(seed);
    client::LiveView view;
    QueueModel model(view, world.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &QueueModel::modelReset);
    for (int round = 0; round < 300; ++round) {
        for (int i = 0; i < 1 + round % 9; ++i)
            world.step();
        view.apply(difference(view, world));
        model.refresh();
        compareOrder(model, world);
    }
    QCOMPARE(reset.size(), 0);
    QVERIFY(model.rowCount() > 10);
}

void tst_QueueModel::risesWithTime()
{
    test::World world(1);
    client::LiveView view;
    QueueModel model(view, world.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto normal = world.customer(QStringLiteral("Normal"), QStringLiteral("a"));
    (void)world.requestHandoff(normal, domain::TriggerType::Vip);
    world.clock.advance(std::chrono::seconds(100));
    const auto high = world.customer(QStringLiteral("High"), QStringLiteral("b"));
    (void)world.requestHandoff(high, domain::TriggerType::Failure);
    view.apply(difference(view, world));
    model.refresh();
    compareOrder(model, world);
    const QPersistentModelIndex held = model.indexOf(normal);
    QSignalSpy moved(&model, &QueueModel::rowsMoved);
    for (int i = 0; i < 60; ++i) {
        world.clock.advance(std::chrono::seconds(10));
        model.refresh();
        compareOrder(model, world);
    }
    QVERIFY(moved.size() >= 1);
    QCOMPARE(model.conversationAt(held.row()), normal);
    QCOMPARE(model.index(0).data(QueueModel::NameRole).toString(),
             QStringLiteral("Normal")); // both urgent: longest wait first
    QCOMPARE(model.index(0).data(QueueModel::WaitingSecondsRole).toLongLong(), 700);
}

void tst_QueueModel::manyRisingKeepTheSelection()
{
    test::World world(1);
    client::LiveView view;
    QueueModel model(view, world.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    domain::ConversationId chosen;
    for (int i = 0; i < 300; ++i) {
        const auto id = world.customer({}, QStringLiteral("x"));
        (void)world.requestHandoff(id, i % 2 ? domain::TriggerType::Vip : domain::TriggerType::Failure);
        world.clock.advance(milliseconds(10));
        if (i == 177)
            chosen = id;
    }
    view.apply(difference(view, world));
    model.refresh();
    const QPersistentModelIndex held = model.indexOf(chosen);
    QSignalSpy layout(&model, &QueueModel::layoutChanged);
    QSignalSpy moved(&model, &QueueModel::rowsMoved);
    world.clock.advance(std::chrono::seconds(245)); // all rise at once
    model.refresh();
    compareOrder(model, world);
    QCOMPARE(layout.size(), 1);
    QCOMPARE(moved.size(), 0);
    QCOMPARE(model.conversationAt(held.row()), chosen);
}

void tst_QueueModel::movesNoMoreThanNeeded()
{
    test::World world(1);
    client::LiveView view;
    std::vector<domain::ConversationId> ids;
    for (int i = 0; i < 20; ++i) {
        ids.push_back(world.customer({}, QStringLiteral("x"), true));
        world.clock.advance(std::chrono::seconds(1));
    }
    view.apply(difference(view, world));
    QueueModel model(view, world.clock);
    QSignalSpy inserted(&model, &QueueModel::rowsInserted);
    QSignalSpy removed(&model, &QueueModel::rowsRemoved);
    QSignalSpy moved(&model, &QueueModel::rowsMoved);
    QSignalSpy changed(&model, &QueueModel::dataChanged);
    world.write(ids[7], QStringLiteral("news"));
    view.apply(difference(view, world));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toModelIndex().row(), 7);
    QCOMPARE(changed[0][1].toModelIndex().row(), 7);
    QVERIFY(world.claim(ids[3], 0));
    view.apply(difference(view, world));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(removed[0][1].toInt(), 3);
    ids.push_back(world.customer({}, QStringLiteral("x"), true));
    view.apply(difference(view, world));
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted[0][1].toInt(), 19);
    QCOMPARE(moved.size(), 0);
}

void tst_QueueModel::tellsWhatThereIs()
{
    test::World world(1);
    client::LiveView view;
    QueueModel model(view, world.clock);
    const auto id = world.customer({}, QStringLiteral("  My pot\n\n is  broken "), true);
    view.apply(difference(view, world));
    const QModelIndex index = model.index(0);
    QCOMPARE(index.data().toString(), QStringLiteral("Visitor ") + id.toString().right(4));
    QCOMPARE(index.data(QueueModel::ConversationIdRole).toString(), id.toString());
    QCOMPARE(index.data(QueueModel::ChannelRole).toString(), QStringLiteral("web"));
    QCOMPARE(index.data(QueueModel::TriggerReasonRole).toString(), QStringLiteral("asked for it"));
    QCOMPARE(index.data(QueueModel::TriggerTypeRole).toInt(), static_cast<int>(domain::TriggerType::Keyword));
    QCOMPARE(index.data(QueueModel::WaitingSinceRole).toDateTime().toMSecsSinceEpoch(),
             world.clock.now().time_since_epoch().count());
    QVERIFY(index.data(QueueModel::ResponseDueAtRole).toDateTime().isValid());
    QVERIFY(!index.data(QueueModel::IssueRole).toString().isEmpty()); // the last line, until a summary comes
    domain::RecordSummary summary;
    summary.handoffId = model.handoffAt(0);
    summary.summary.mainIssue = QStringLiteral("Broken pot");
    QVERIFY(world.run(id, summary));
    view.apply(difference(view, world));
    QCOMPARE(index.data(QueueModel::IssueRole).toString(), QStringLiteral("Broken pot"));
    QVERIFY(!model.index(5).isValid());
    QVERIFY(model.handoffAt(-1).isNull());
    QVERIFY(!model.indexOf(domain::HandoffId()).isValid());
}

void tst_QueueModel::aTicketSaysSo()
{
    test::World world(3);
    client::LiveView view;
    QueueModel model(view, world.clock);
    const auto id = world.customer(QStringLiteral("Ada"), QStringLiteral("Hello"), true);
    view.apply(difference(view, world));
    QVERIFY(!model.index(0).data(QueueModel::TicketRole).toBool());
    QVERIFY(world.run(id, domain::ConvertHandoff{world.conversation(id)->handoff->id}));
    view.apply(difference(view, world));
    QCOMPARE(model.rowCount(), 1);
    QVERIFY(model.index(0).data(QueueModel::TicketRole).toBool());
}

void tst_QueueModel::startsAgainAfterAReset()
{
    test::World world(2);
    for (int i = 0; i < 200; ++i)
        world.step();
    client::LiveView view;
    QueueModel model(view, world.clock);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    client::LiveBatch batch = difference(view, world);
    batch.reset = true;
    view.apply(batch);
    compareOrder(model, world);
    view.clear();
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(tst_QueueModel)
#include "tst_queuemodel.moc"
