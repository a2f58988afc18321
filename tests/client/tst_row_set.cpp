// RowSet against a map, over a long run of what is put and removed.
#include "support/test_main.h"

#include <base/clock.h>
#include <client/row_set.h>

#include <QtTest/QtTest>

#include <map>
#include <random>

using namespace relevo;
using namespace relevo::client;

namespace {

ConversationRow rowOf(const domain::ConversationId& id, qint64 seq)
{
    ConversationRow row;
    row.id = id;
    row.lastSeq = seq;
    return row;
}

} // namespace

class tst_RowSet final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatWasPut();
    void replacesTheSameConversation();
    void isWhatAMapIs();
    void findsByTheNewestHandoff();

private:
    SystemClock m_clock;
    UuidV7Source m_ids{m_clock};
};

void tst_RowSet::findsWhatWasPut()
{
    RowSet rows;
    const auto id = m_ids.make<domain::ConversationId>();
    QVERIFY(rows.isEmpty());
    QVERIFY(!rows.find(id));
    rows.remove(id);
    rows.put(rowOf(id, 7));
    QVERIFY(rows.find(id));
    QCOMPARE(rows.find(id)->lastSeq, 7);
    QVERIFY(!rows.find(m_ids.make<domain::ConversationId>()));
    rows.remove(id);
    QVERIFY(rows.isEmpty());
    QVERIFY(!rows.find(id));
}

void tst_RowSet::replacesTheSameConversation()
{
    RowSet rows;
    const auto id = m_ids.make<domain::ConversationId>();
    rows.put(rowOf(id, 1));
    rows.put(rowOf(id, 2));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.find(id)->lastSeq, 2);
    QCOMPARE(rows.keys(), QList{id});
}

void tst_RowSet::isWhatAMapIs()
{
    std::mt19937 random(11);
    std::vector<domain::ConversationId> ids;
    for (int i = 0; i < 600; ++i)
        ids.push_back(m_ids.make<domain::ConversationId>());
    RowSet rows;
    rows.reserve(10);
    std::map<domain::ConversationId, qint64> expected;
    for (int round = 0; round < 30'000; ++round) {
        const domain::ConversationId& id = ids[random() % ids.size()];
        // By turns they become many and few.
        if (random() % 10 < (round / 5'000 % 2 == 0 ? 3U : 7U)) {
            rows.remove(id);
            expected.erase(id);
        } else {
            rows.put(rowOf(id, round));
            expected[id] = round;
        }
        const domain::ConversationId& other = ids[random() % ids.size()];
        const ConversationRow* found = rows.find(other);
        const auto known = expected.find(other);
        QCOMPARE(found != nullptr, known != expected.end());
        if (found)
            QCOMPARE(found->lastSeq, known->second);
    }
    QCOMPARE(rows.size(), static_cast<qsizetype>(expected.size()));
    for (const auto& [id, seq] : expected) {
        QVERIFY(rows.find(id));
        QCOMPARE(rows.find(id)->lastSeq, seq);
    }
    std::size_t seen = 0;
    for (const ConversationRow& row : rows)
        seen += expected.contains(row.id) ? 1U : 0U;
    QCOMPARE(seen, expected.size());
}

void tst_RowSet::findsByTheNewestHandoff()
{
    std::mt19937 random(5);
    std::vector<domain::ConversationId> ids;
    for (int i = 0; i < 300; ++i)
        ids.push_back(m_ids.make<domain::ConversationId>());
    RowSet rows;
    std::map<domain::ConversationId, domain::HandoffId> expected;
    std::vector<domain::HandoffId> former;
    for (int round = 0; round < 10'000; ++round) {
        const domain::ConversationId& id = ids[random() % ids.size()];
        const auto known = expected.find(id);
        if (known != expected.end() && random() % 3 == 0) {
            former.push_back(known->second);
            expected.erase(known);
            rows.remove(id);
            continue;
        }
        ConversationRow row = rowOf(id, round);
        // None, the same as before or another.
        if (const auto what = random() % 4; what == 1 && known != expected.end())
            row.handoffId = known->second;
        else if (what > 1)
            row.handoffId = m_ids.make<domain::HandoffId>();
        if (known != expected.end() && known->second != row.handoffId)
            former.push_back(known->second);
        expected[id] = row.handoffId;
        rows.put(std::move(row));
    }
    for (const auto& [id, handoff] : expected) {
        if (handoff.isNull())
            continue;
        QVERIFY(rows.findHandoff(handoff));
        QCOMPARE(rows.findHandoff(handoff)->id, id);
    }
    for (const domain::HandoffId& handoff : former)
        QVERIFY(handoff.isNull() || !rows.findHandoff(handoff));
    QVERIFY(!rows.findHandoff({}));
}

RELEVO_TEST(tst_RowSet)
#include "tst_row_set.moc"
