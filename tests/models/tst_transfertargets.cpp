#include "support/test_main.h"

#include <base/clock.h>
#include <models/choices.h>
#include <models/transfer_targets.h>

#include <QtTest/QAbstractItemModelTester>
#include <QtTest/QtTest>

using namespace relevo;
using namespace relevo::models;

class tst_TransferTargets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoHasRoomComesFirst();
    void isFoundByNameSkillAndLanguage();
    void aLoadThatChangesIsToldNarrowly();

private:
    SystemClock m_clock;
    UuidV7Source m_ids{m_clock};

    domain::Agent agent(const char* name, domain::Availability availability, const QStringList& skills = {})
    {
        domain::Agent made;
        made.id = m_ids.make<domain::AgentId>();
        made.name = QString::fromUtf8(name);
        made.availability = availability;
        made.skills = skills;
        made.capacity = 2;
        return made;
    }
    void hold(client::LiveView& live, const domain::AgentId& agent, int count)
    {
        client::LiveBatch batch;
        for (int i = 0; i < count; ++i) {
            client::ConversationRow row;
            row.id = m_ids.make<domain::ConversationId>();
            row.holder = domain::Holder::Agent;
            row.holderAgent = agent;
            batch.rows.push_back(row);
        }
        live.apply(batch);
    }
    static QStringList names(const TransferTargets& targets)
    {
        QStringList names;
        for (int row = 0; row < targets.rowCount(); ++row)
            names << targets.at(row).name;
        return names;
    }
};

void tst_TransferTargets::whoHasRoomComesFirst()
{
    using domain::Availability;
    client::LiveView live;
    const client::Colleagues colleagues(live);
    const domain::Agent me = agent("Me", Availability::Available);
    const domain::Agent full = agent("Full", Availability::Available);
    const domain::Agent one = agent("One", Availability::Available);
    client::LiveBatch people;
    people.agents =
        std::vector{agent("Away", Availability::Away),      full, one, agent("Busy", Availability::Busy),
                    agent("Free", Availability::Available), me};
    people.teams = std::vector{domain::Team{m_ids.make<domain::TeamId>(), QStringLiteral("Refunds"), {}}};
    live.apply(people);
    hold(live, full.id, 2);
    hold(live, one.id, 1);
    TransferTargets targets(colleagues, me.id);
    const QAbstractItemModelTester tester(&targets, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(names(targets),
             (QStringList{QStringLiteral("Free"), QStringLiteral("One"), QStringLiteral("Busy"),
                          QStringLiteral("Full"), QStringLiteral("Away"), QStringLiteral("Refunds"),
                          QStringLiteral("Everybody"), QStringLiteral("Bot")}));
    QCOMPARE(targets.firstFree(), 0);
    QVERIFY(targets.isAway(4) && !targets.isAway(3) && !targets.isAway(5));
    QCOMPARE(targets.at(5).kind, TransferTarget::Kind::Team);
    QVERIFY(targets.index(1).data(choice::DetailRole).toString().contains(QStringLiteral("1 of 2")));
    QCOMPARE(targets.index(1).data(choice::AvailabilityRole).toInt(),
             static_cast<int>(Availability::Available));
    QVERIFY(!targets.index(5).data(choice::AvailabilityRole).isValid());
}

void tst_TransferTargets::isFoundByNameSkillAndLanguage()
{
    client::LiveView live;
    const client::Colleagues colleagues(live);
    client::LiveBatch people;
    domain::Agent ana = agent("Ana Peña", domain::Availability::Available, {QStringLiteral("billing")});
    ana.languages = QStringList{QStringLiteral("pt")};
    people.agents = std::vector{ana, agent("Bruno", domain::Availability::Away, {QStringLiteral("refunds")})};
    people.teams.emplace();
    live.apply(people);
    TransferTargets targets(colleagues, {});
    const QAbstractItemModelTester tester(&targets, QAbstractItemModelTester::FailureReportingMode::QtTest);
    targets.setTyped(QStringLiteral("pena"));
    QCOMPARE(names(targets), QStringList{QStringLiteral("Ana Peña")});
    targets.setTyped(QStringLiteral("refunds"));
    QCOMPARE(names(targets), QStringList{QStringLiteral("Bruno")});
    QCOMPARE(targets.firstFree(), -1);
    targets.setTyped(QStringLiteral("billing pt"));
    QCOMPARE(names(targets), QStringList{QStringLiteral("Ana Peña")});
    targets.setTyped(QStringLiteral("nobody at all"));
    QCOMPARE(targets.rowCount(), 0);
    QCOMPARE(targets.firstFree(), -1);
    targets.setTyped(QStringLiteral("bot"));
    QCOMPARE(targets.at(targets.firstFree()).kind, TransferTarget::Kind::Bot);
    targets.setTyped({});
    QCOMPARE(targets.rowCount(), 4);
}

void tst_TransferTargets::aLoadThatChangesIsToldNarrowly()
{
    client::LiveView live;
    const client::Colleagues colleagues(live);
    client::LiveBatch people;
    const domain::Agent ana = agent("Ana", domain::Availability::Available);
    people.agents = std::vector{ana};
    people.teams.emplace();
    live.apply(people);
    TransferTargets targets(colleagues, {});
    QSignalSpy reset(&targets, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&targets, &QAbstractItemModel::dataChanged);
    hold(live, ana.id, 1);
    QCOMPARE(reset.size(), 0);
    QCOMPARE(changed.size(), 1);
    TransferTarget wanted;
    wanted.kind = TransferTarget::Kind::Agent;
    wanted.agent = ana.id;
    QCOMPARE(targets.rowOf(wanted), 0);
    wanted.agent = m_ids.make<domain::AgentId>();
    QCOMPARE(targets.rowOf(wanted), -1);
}

RELEVO_TEST(tst_TransferTargets)
#include "tst_transfertargets.moc"
