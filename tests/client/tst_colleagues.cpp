#include "support/test_main.h"

#include <base/clock.h>
#include <client/colleagues.h>

#include <QtTest/QtTest>

#include <random>

using namespace relevo;
using namespace relevo::client;

class tst_Colleagues final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadsAreThoseOfTheRows();
    void showsWhoCanBeAsked();
    void tellsOnlyOfChanges();

private:
    SystemClock m_clock;
    UuidV7Source m_ids{m_clock};

    domain::Agent agent(const QString& name)
    {
        domain::Agent made;
        made.id = m_ids.make<domain::AgentId>();
        made.name = name;
        made.availability = domain::Availability::Available;
        return made;
    }

    ConversationRow heldBy(const domain::ConversationId& id, const domain::AgentId& agent)
    {
        ConversationRow row;
        row.id = id;
        row.holder = agent.isNull() ? domain::Holder::Nobody : domain::Holder::Agent;
        row.holderAgent = agent;
        return row;
    }
};

void tst_Colleagues::loadsAreThoseOfTheRows()
{
    std::mt19937 random(7);
    LiveView live;
    const Colleagues colleagues(live);
    LiveBatch people;
    people.agents =
        std::vector{agent(QStringLiteral("Ana")), agent(QStringLiteral("Ben")), agent(QStringLiteral("Cem"))};
    people.teams.emplace();
    live.apply(people);
    std::vector<domain::ConversationId> ids;
    for (int i = 0; i < 30; ++i)
        ids.push_back(m_ids.make<domain::ConversationId>());
    for (int round = 0; round < 500; ++round) {
        LiveBatch batch;
        batch.reset = random() % 50 == 0;
        for (std::size_t n = random() % 4; n > 0; --n) {
            const domain::ConversationId id = ids[random() % ids.size()];
            if (random() % 4 == 0)
                batch.gone.push_back(id);
            else
                batch.rows.push_back(
                    heldBy(id, random() % 4 == 0 ? domain::AgentId() : (*people.agents)[random() % 3].id));
        }
        live.apply(batch);
        for (const Colleague& colleague : colleagues.agents()) {
            const auto held =
                std::count_if(live.rows().begin(), live.rows().end(),
                              [&](const ConversationRow& row) { return isHeldBy(row, colleague.id); });
            QCOMPARE(colleague.load, static_cast<int>(held));
        }
    }
}

void tst_Colleagues::showsWhoCanBeAsked()
{
    LiveView live;
    const Colleagues colleagues(live);
    domain::Agent zoe = agent(QStringLiteral("Zoe"));
    zoe.capacity = 1;
    zoe.skills = QStringList{QStringLiteral("billing")};
    domain::Agent gone = agent(QStringLiteral("Ada"));
    gone.goneAt = m_clock.now();
    domain::Agent disabled = agent(QStringLiteral("Bob"));
    disabled.disabled = true;
    LiveBatch batch;
    batch.agents = std::vector{zoe, gone, disabled};
    batch.teams = std::vector{domain::Team{m_ids.make<domain::TeamId>(), QStringLiteral("Refunds"), {}},
                              domain::Team{m_ids.make<domain::TeamId>(), QStringLiteral("Billing"), {}}};
    live.apply(batch);
    QCOMPARE(colleagues.agents().size(), 2U);
    QCOMPARE(colleagues.agents()[0].name, QStringLiteral("Ada"));
    QVERIFY(!hasRoom(colleagues.agents()[0]));
    QVERIFY(hasRoom(colleagues.agents()[1]));
    QCOMPARE(colleagues.agents()[1].skills, zoe.skills);
    QCOMPARE(colleagues.teams()[0].name, QStringLiteral("Billing"));
    LiveBatch busy;
    busy.rows.push_back(heldBy(m_ids.make<domain::ConversationId>(), zoe.id));
    live.apply(busy);
    QVERIFY(!hasRoom(*colleagues.agent(zoe.id)));
    QVERIFY(!colleagues.agent(disabled.id));
}

void tst_Colleagues::tellsOnlyOfChanges()
{
    LiveView live;
    const Colleagues colleagues(live);
    LiveBatch people;
    people.agents = std::vector{agent(QStringLiteral("Ana"))};
    people.teams.emplace();
    live.apply(people);
    QSignalSpy changed(&colleagues, &Colleagues::changed);
    const auto id = m_ids.make<domain::ConversationId>();
    LiveBatch row;
    row.rows.push_back(heldBy(id, {}));
    live.apply(row);
    QCOMPARE(changed.size(), 0);
    row.rows[0] = heldBy(id, people.agents->front().id);
    live.apply(row);
    QCOMPARE(changed.size(), 1);
    row.rows[0].lastLine = QStringLiteral("a word");
    live.apply(row);
    QCOMPARE(changed.size(), 1);
}

RELEVO_TEST(tst_Colleagues)
#include "tst_colleagues.moc"
