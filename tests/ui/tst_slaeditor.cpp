#include "cards_test.h"
#include "support/test_main.h"

#include <ui/settings/chips_edit.h>
#include <ui/settings/sla_editor.h>

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace relevo;
using namespace relevo::ui;

/// The promises about time, as an admin sets them.
class tst_SlaEditor final : public CardsTest<SlaEditor>
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        m_editor->setSla(sample());
        m_editor->show();
    }
    void cleanup() { end(); }

    void whatIsSetStandsThere()
    {
        QCOMPARE(m_editor->sla(), sample());
        QCOMPARE(all<QLineEdit>("slaName").size(), 2);
        QVERIFY(m_editor->check());
        QSignalSpy changed(m_editor.get(), &SlaEditor::changed);
        m_editor->setSla({});
        QCOMPARE(m_editor->sla(), domain::Sla());
        QVERIFY(changed.isEmpty());
    }

    void everyFieldIsTold()
    {
        QSignalSpy changed(m_editor.get(), &SlaEditor::changed);
        all<QSpinBox>("slaFirst")[0]->setValue(3);
        all<QSpinBox>("slaNext")[0]->setValue(4);
        all<QSpinBox>("slaResolution")[0]->setValue(500);
        all<QCheckBox>("slaBusinessTime")[0]->setChecked(true);
        all<QLineEdit>("slaName")[0]->setText(QStringLiteral("Gold"));
        all<QSpinBox>("slaWarn")[0]->setValue(60);
        all<QCheckBox>("slaPriority")[1]->setChecked(true); // "high" of the first
        QCOMPARE(changed.size(), 7);
        const domain::SlaPolicy first = m_editor->sla().policies[0];
        QCOMPARE(first.name, QStringLiteral("Gold"));
        QCOMPARE(first.firstResponseMinutes, 3);
        QCOMPARE(first.nextResponseMinutes, 4);
        QCOMPARE(first.resolutionMinutes, 500);
        QVERIFY(first.businessTime);
        QCOMPARE(first.priorities, (std::vector{domain::Priority::Urgent, domain::Priority::High}));
        QCOMPARE(m_editor->sla().warnPercent, 60);
        QCOMPARE(first.tags, QStringList{QStringLiteral("vip")});
    }

    void theyAreAddedMovedAndRemoved()
    {
        all<QPushButton>("slaAdd")[0]->click();
        QCOMPARE(m_editor->sla().policies.size(), std::size_t(3));
        QVERIFY(!m_editor->check()); // it has no name yet
        all<QLineEdit>("slaName")[2]->setText(QStringLiteral("Third"));
        QVERIFY(m_editor->check());
        all<QPushButton>("slaUp")[2]->click();
        QCOMPARE(names(), (QStringList{QStringLiteral("Urgent ones"), QStringLiteral("Third"),
                                       QStringLiteral("All others")}));
        QVERIFY(!all<QPushButton>("slaUp")[0]->isEnabled());
        all<QPushButton>("slaRemove")[0]->click();
        QCOMPARE(names(), (QStringList{QStringLiteral("Third"), QStringLiteral("All others")}));
    }

    void whatMakesNoSenseIsSaidBesideTheField()
    {
        all<QLineEdit>("slaName")[1]->setText(QStringLiteral("urgent ONES"));
        QVERIFY(!m_editor->check());
        QVERIFY(all<QLabel>("slaNameError")[1]->isVisible());
        all<QLineEdit>("slaName")[1]->setText(QStringLiteral("Others"));
        QVERIFY(m_editor->check());
        for (const char* one : {"slaFirst", "slaNext", "slaResolution"})
            all<QSpinBox>(one)[1]->setValue(0);
        QVERIFY(!m_editor->check());
        QVERIFY(all<QLabel>("slaFirstError")[1]->isVisible());
        m_editor->tell(0, QStringLiteral("No."));
        QCOMPARE(all<QLabel>("slaNameError")[0]->text(), QStringLiteral("No."));
    }

private:
    static domain::Sla sample()
    {
        domain::SlaPolicy urgent;
        urgent.name = QStringLiteral("Urgent ones");
        urgent.priorities = {domain::Priority::Urgent};
        urgent.tags = QStringList{QStringLiteral("vip")};
        urgent.firstResponseMinutes = 2;
        urgent.businessTime = false;
        domain::SlaPolicy others;
        others.name = QStringLiteral("All others");
        others.channels = QStringList{QStringLiteral("web")};
        others.firstResponseMinutes = 10;
        others.nextResponseMinutes = 20;
        others.resolutionMinutes = 480;
        return {{urgent, others}, 75};
    }
    QStringList names() const
    {
        QStringList all;
        for (const domain::SlaPolicy& policy : m_editor->sla().policies)
            all << policy.name;
        return all;
    }
};

RELEVO_TEST(tst_SlaEditor)
#include "tst_slaeditor.moc"
