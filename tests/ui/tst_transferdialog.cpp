#include "support/test_main.h"

#include <ui/actions/transfer_dialog.h>

#include <base/clock.h>
#include <ui/widgets/choice_list.h>

#include <QtTest/QtTest>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

using namespace relevo;
using domain::Availability;

/// Whom the question proposes, while people come and go.
class tst_TransferDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_live = std::make_unique<client::LiveView>();
        m_colleagues = std::make_unique<client::Colleagues>(*m_live);
        m_agents = {agent("Bea", Availability::Busy), agent("Luis", Availability::Available)};
        tell();
        m_dialog = std::make_unique<ui::TransferDialog>(m_theme, QStringLiteral("Ada"), *m_colleagues,
                                                        domain::AgentId());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }

    void cleanup()
    {
        m_dialog.reset();
        m_colleagues.reset();
        m_live.reset();
    }

    void whoeverIsFreeIsProposed()
    {
        QCOMPARE(chosen(), QStringLiteral("Luis"));
        QVERIFY(confirm()->isEnabled() && hint().isEmpty());
        QSignalSpy transferred(m_dialog.get(), &ui::TransferDialog::transferred);
        QTest::keyClick(search(), Qt::Key_Return);
        QCOMPARE(transferred.size(), 1);
        QCOMPARE(transferred[0][0].value<models::TransferTarget>().agent, m_agents[1].id);
    }

    void nobodyFreeIsNobodyProposed()
    {
        is(1, Availability::Away);
        QSignalSpy transferred(m_dialog.get(), &ui::TransferDialog::transferred);
        QCOMPARE(list()->currentRow(), -1);
        QVERIFY(!list()->selectionModel()->hasSelection());
        QVERIFY(!confirm()->isEnabled());
        QVERIFY(hint().contains(QStringLiteral("Nobody here is free")));
        QCOMPARE(confirm()->accessibleDescription(), hint());
        QTest::keyClick(search(), Qt::Key_Return);
        m_dialog->confirm();
        QVERIFY(m_dialog->isVisible() && transferred.isEmpty());
        // Whoever comes back is proposed, and no longer when they leave.
        is(1, Availability::Available);
        QCOMPARE(chosen(), QStringLiteral("Luis"));
        QVERIFY(confirm()->isEnabled() && hint().isEmpty());
        is(1, Availability::Away);
        QCOMPARE(list()->currentRow(), -1);
    }

    void whoIsPointedAtIsMeantAllTheSame()
    {
        is(1, Availability::Away);
        QTest::keyClicks(search(), QStringLiteral("luis"));
        QCOMPARE(list()->currentRow(), -1); // typed, and not pointed at
        QTest::keyClick(search(), Qt::Key_Down);
        QCOMPARE(chosen(), QStringLiteral("Luis"));
        QVERIFY(confirm()->isEnabled());
        QVERIFY(hint().contains(QStringLiteral("not at the desk")));
        // Others come; he is meant still.
        is(0, Availability::Available);
        QCOMPARE(chosen(), QStringLiteral("Luis"));
        QTest::keyClicks(search(), QStringLiteral(" nobody has such a name"));
        QVERIFY(!confirm()->isEnabled());
        QCOMPARE(hint(), QStringLiteral("Nobody matches."));
        // A team takes it at any time, once it is named.
        search()->clear();
        QTest::keyClicks(search(), QStringLiteral("refunds"));
        QCOMPARE(chosen(), QStringLiteral("Refunds"));
    }

private:
    SystemClock m_clock;
    UuidV7Source m_ids{m_clock};
    ui::Theme m_theme;
    std::vector<domain::Agent> m_agents;
    std::unique_ptr<client::LiveView> m_live;
    std::unique_ptr<client::Colleagues> m_colleagues;
    std::unique_ptr<ui::TransferDialog> m_dialog;

    [[nodiscard]] domain::Agent agent(const char* name, Availability availability)
    {
        domain::Agent made;
        made.id = m_ids.make<domain::AgentId>();
        made.name = QString::fromUtf8(name);
        made.availability = availability;
        made.capacity = 2;
        return made;
    }
    void tell()
    {
        client::LiveBatch batch;
        batch.agents = m_agents;
        batch.teams = std::vector{domain::Team{m_ids.make<domain::TeamId>(), QStringLiteral("Refunds"), {}}};
        m_live->apply(batch);
    }
    void is(std::size_t who, Availability availability)
    {
        m_agents[who].availability = availability;
        tell();
    }
    [[nodiscard]] ui::ChoiceList* list() const
    {
        return m_dialog->findChild<ui::ChoiceList*>(QStringLiteral("transferTargets"));
    }
    [[nodiscard]] QLineEdit* search() const
    {
        return m_dialog->findChild<QLineEdit*>(QStringLiteral("transferSearch"));
    }
    [[nodiscard]] QPushButton* confirm() const
    {
        return m_dialog->findChild<QPushButton*>(QStringLiteral("confirmTransfer"));
    }
    [[nodiscard]] QString hint() const
    {
        return m_dialog->findChild<QLabel*>(QStringLiteral("transferHint"))->text();
    }
    [[nodiscard]] QString chosen() const { return list()->currentIndex().data().toString(); }
};

RELEVO_TEST(tst_TransferDialog)
#include "tst_transferdialog.moc"
