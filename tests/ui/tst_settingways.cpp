#include "office.h"
#include "support/test_main.h"

#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLineEdit>

using namespace relevo;
using namespace relevo::client;

/// The ways from the desk to a setting.
class tst_SettingWays final : public OfficeTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

    void thePaletteGoesToASetting()
    {
        signIn();
        m_office->window.show();
        m_office->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_office->window));
        auto* field = m_office->window.findChild<QLineEdit*>(QStringLiteral("paletteField"));
        const auto first = [&](const QString& typed) {
            m_office->window.actions().action(ui::ActionId::Palette).trigger();
            field->setText(typed);
            QTest::keyClick(field, Qt::Key_Return); // when it has been searched
        };
        first(QStringLiteral("text size"));
        QTRY_VERIFY(m_office->window.findChild<QWidget*>(QStringLiteral("textScale")));
        QTRY_VERIFY(m_office->window.findChild<QWidget*>(QStringLiteral("textScale"))->hasFocus());
        m_office->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_office->window));
        QSignalSpy quiet(&m_office->window, &ui::MainWindow::quietChanged);
        first(QStringLiteral("do not disturb"));
        QTRY_COMPARE(quiet.size(), 1);
        QVERIFY(m_office->preferences().noticeRules().quiet);
        m_office->window.actions().action(ui::ActionId::DoNotDisturb).trigger();
        QVERIFY(!m_office->preferences().noticeRules().quiet);
    }

    void theSettingsShowWhatTheMenuSwitches()
    {
        signIn();
        m_office->sides.openSettings(QStringLiteral("notifications"));
        auto* box = m_office->window.findChild<QCheckBox*>(QStringLiteral("quiet"));
        QVERIFY(!box->isChecked());
        m_office->window.setQuiet(true);
        QVERIFY(box->isChecked());
    }
};

RELEVO_TEST(tst_SettingWays)
#include "tst_settingways.moc"
