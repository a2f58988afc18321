#include "support/test_main.h"

#include <base/clock.h>
#include <models/undo_list.h>

#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::models;
using client::HeldWish;
using client::Wish;

class tst_UndoList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasWishedAtOnceIsOne();
    void theNewestComesFirst();
    void whatIsOverIsForgotten();

private:
    SystemClock m_clock;
    UuidV7Source m_ids{m_clock};

    HeldWish wish(Wish kind, int madeAt, const domain::ConversationId& conversation)
    {
        const Timestamp made{milliseconds(madeAt)};
        return {m_ids.next(), kind, conversation, made, made + std::chrono::seconds(5)};
    }
    HeldWish wish(Wish kind, int madeAt) { return wish(kind, madeAt, m_ids.make<domain::ConversationId>()); }
};

void tst_UndoList::whatWasWishedAtOnceIsOne()
{
    UndoList list;
    for (int i = 0; i < 20; ++i)
        list.add(wish(Wish::Resolve, i));
    QCOMPARE(list.newest(Timestamp(milliseconds(100)))->wishes.size(), 20U);
    list.add(wish(Wish::Snooze, 30)); // something else
    QCOMPARE(list.newest(Timestamp(milliseconds(100)))->wishes.size(), 1U);
    list.add(wish(Wish::Snooze, 900)); // later
    QCOMPARE(list.newest(Timestamp(milliseconds(1000)))->wishes.size(), 1U);
    // The same conversation twice was meant twice.
    const auto id = m_ids.make<domain::ConversationId>();
    list.add(wish(Wish::Snooze, 950, id));
    list.add(wish(Wish::Snooze, 960, id));
    QCOMPARE(list.newest(Timestamp(milliseconds(1000)))->wishes.size(), 1U);
}

void tst_UndoList::theNewestComesFirst()
{
    UndoList list;
    const HeldWish first = wish(Wish::Resolve, 0);
    const HeldWish second = wish(Wish::Transfer, 1000);
    list.add(first);
    list.add(second);
    QCOMPARE(list.take(Timestamp(milliseconds(2000)))->wishes.front(), second);
    QCOMPARE(list.take(Timestamp(milliseconds(2000)))->wishes.front(), first);
    QVERIFY(!list.take(Timestamp(milliseconds(2000))));
}

void tst_UndoList::whatIsOverIsForgotten()
{
    UndoList list;
    list.add(wish(Wish::Resolve, 0));
    list.add(wish(Wish::Transfer, 1000));
    QVERIFY(list.newest(Timestamp(milliseconds(4999))));
    QCOMPARE(list.newest(Timestamp(milliseconds(5000)))->wish, Wish::Transfer);
    QVERIFY(!list.newest(Timestamp(milliseconds(6000))));
}

RELEVO_TEST(tst_UndoList)
#include "tst_undolist.moc"
