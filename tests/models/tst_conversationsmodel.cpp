#include "world.h"

#include <models/conversations_model.h>

#include <QtCore/QDateTime>
#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::models;

class tst_ConversationsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsMineInOrder();
    void countsUnread();
    void followsWhoIsSignedIn();
};

void tst_ConversationsModel::holdsMineInOrder()
{
    test::World world(3);
    client::LiveView view;
    view.setMe(world.agent(1));
    ConversationsModel model(view);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy reset(&model, &ConversationsModel::modelReset);
    std::map<domain::ConversationId, client::ConversationRow> before;
    std::size_t most = 0;
    for (int round = 0; round < 400; ++round) {
        for (int i = 0; i < 5; ++i)
            world.step();
        client::LiveBatch batch;
        std::vector<client::ConversationRow> mine;
        std::map<domain::ConversationId, client::ConversationRow> now;
        for (const auto& [id, state] : world.live().conversations) {
            const client::ConversationRow row = client::rowOf(state);
            now[id] = row;
            if (!before.contains(id) || !(before.at(id) == row))
                batch.rows.push_back(row);
            if (client::isHeldBy(row, world.agent(1).id))
                mine.push_back(row);
        }
        for (const auto& [id, row] : before) {
            if (!now.contains(id))
                batch.gone.push_back(id);
        }
        view.apply(batch);
        before = std::move(now);
        std::sort(mine.begin(), mine.end(),
                  [](const client::ConversationRow& a, const client::ConversationRow& b) {
                      if (client::waitsForAgent(a) != client::waitsForAgent(b))
                          return client::waitsForAgent(a);
                      return a.lastAt != b.lastAt ? a.lastAt > b.lastAt : a.id < b.id;
                  });
        QCOMPARE(model.rowCount(), static_cast<int>(mine.size()));
        for (int row = 0; row < model.rowCount(); ++row) {
            const client::ConversationRow& expected = mine[static_cast<std::size_t>(row)];
            QCOMPARE(model.conversationAt(row), expected.id);
            QCOMPARE(model.index(row).data(ConversationsModel::LastLineRole).toString(), expected.lastLine);
            QCOMPARE(model.index(row).data(ConversationsModel::WaitingForMeRole).toBool(),
                     client::waitsForAgent(expected));
            QCOMPARE(model.indexOf(expected.id).row(), row);
        }
        most = std::max(most, mine.size());
    }
    QCOMPARE(reset.size(), 0);
    QVERIFY(most > 3);
}

void tst_ConversationsModel::countsUnread()
{
    test::World world(1);
    client::LiveView view;
    view.setMe(world.agent(0));
    ConversationsModel model(view);
    QSignalSpy total(&model, &ConversationsModel::totalUnreadChanged);
    const auto id = world.customer(QStringLiteral("Ada"), QStringLiteral("hi"), true);
    QVERIFY(world.claim(id, 0));
    client::LiveBatch batch;
    batch.rows.push_back(client::rowOf(world.live().conversations.at(id)));
    batch.rows[0].unread = 3;
    batch.rows[0].unsent = 1;
    view.apply(batch);
    QCOMPARE(model.totalUnread(), 3);
    QCOMPARE(model.index(0).data(ConversationsModel::UnreadRole).toInt(), 3);
    QCOMPARE(model.index(0).data(ConversationsModel::UnsentRole).toInt(), 1);
    batch.rows[0].unread = 0;
    view.apply(batch);
    QCOMPARE(total.size(), 2);
    QCOMPARE(total[1][0].toInt(), 0);
}

void tst_ConversationsModel::followsWhoIsSignedIn()
{
    test::World world(1);
    client::LiveView view;
    ConversationsModel model(view);
    const auto id = world.customer(QStringLiteral("Ada"), QStringLiteral("hi"), true);
    QVERIFY(world.claim(id, 0));
    client::LiveBatch batch;
    batch.rows.push_back(client::rowOf(world.live().conversations.at(id)));
    view.apply(batch);
    QCOMPARE(model.rowCount(), 0);
    view.setMe(world.agent(0));
    QCOMPARE(model.rowCount(), 1);
    view.setMe(world.agent(1));
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(tst_ConversationsModel)
#include "tst_conversationsmodel.moc"
