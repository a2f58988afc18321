#include "settings_test.h"
#include "support/test_main.h"
#include "turn_watch.h"

#include <ui/settings/settings_page.h>
#include <ui/settings/settings_window.h>
#include <ui/shell/autostart.h>
#include <ui/shell/connection_keeper.h>

#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace relevo;
using namespace relevo::ui;

/// Each setting is found by its words, and one can be led to it.
class tst_SettingPlaces final : public SettingsTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        makeWindow();
    }
    void cleanup() { end(); }

    void everySettingHasAPlaceAndCanBeGoneTo()
    {
        const QList<SettingsWindow::Place> places = m_window->places();
        const auto has = [&places](const QWidget* at) {
            return std::any_of(places.begin(), places.end(),
                               [at](const SettingsWindow::Place& place) { return place.setting.at == at; });
        };
        for (const char* page : {"accountPage", "appearancePage", "notificationsPage", "keyboardPage",
                                 "connectionPage", "storagePage"}) {
            auto* whole = find<SettingsPage>(page);
            for (QCheckBox* box : whole->findChildren<QCheckBox*>())
                QVERIFY2(has(box), qPrintable(box->objectName()));
            for (SettingRow* row : whole->findChildren<SettingRow*>())
                QVERIFY2(has(&row->control()) || row->isHidden(), qPrintable(row->control().objectName()));
        }
        const auto go = [&](const QString& page, const QString& words, const char* control) {
            const auto place = std::find_if(places.begin(), places.end(), [&](const auto& one) {
                return one.page == page && one.setting.words == words;
            });
            QVERIFY2(place != places.end(), qPrintable(words));
            m_window->openAt(page, place->setting);
            auto* goal = find<QWidget>(control);
            QTRY_VERIFY2(goal->hasFocus(), control);
            auto* whole = find<SettingsPage>(qPrintable(page + QStringLiteral("Page")));
            QVERIFY(whole->viewport()->rect().contains(goal->mapTo(whole->viewport(), QPoint()) +
                                                       goal->rect().center()));
        };
        go(QStringLiteral("appearance"), QStringLiteral("Language"), "language");
        go(QStringLiteral("appearance"), QStringLiteral("Text size"), "textScale");
        go(QStringLiteral("notifications"), QStringLiteral("Set me to away"), "idleMinutes");
        go(QStringLiteral("notifications"), QStringLiteral("Do not disturb"), "quiet");
        go(QStringLiteral("connection"), QStringLiteral("Proxy"), "proxyKind");
        go(QStringLiteral("connection"), QStringLiteral("Certificates"), "chooseAuthority");
        go(QStringLiteral("keyboard"), QStringLiteral("Keyboard shortcuts"), "keysOf_claim");
    }

    void theHandoffsSettingsAreFoundByAdminsAlone()
    {
        const auto ofHandoffs = [this] {
            const QList<SettingsWindow::Place> places = m_window->places();
            return std::count_if(places.begin(), places.end(), [](const SettingsWindow::Place& place) {
                return place.page == QLatin1String("handoff");
            });
        };
        QCOMPARE(ofHandoffs(), 0);
        domain::Agent me;
        me.role = domain::Role::Admin;
        m_live->setMe(me);
        QVERIFY(ofHandoffs() > 20); // before they have been fetched
        const QList<SettingsWindow::Place> places = m_window->places();
        for (const char* words : {"Programs of your own", "What goes to which bot", "Where they are found"}) {
            QVERIFY2(std::any_of(places.begin(), places.end(),
                                 [words](const SettingsWindow::Place& place) {
                                     return place.page == QLatin1String("bots") &&
                                            place.setting.words == QLatin1String(words);
                                 }),
                     words);
        }
        QVERIFY(std::any_of(places.begin(), places.end(), [](const SettingsWindow::Place& place) {
            return place.page == QLatin1String("answers");
        }));
    }

    void pagesAreMadeOneByOne()
    {
        // Of an agent, whose pages are not all there are.
        SettingsWindow fresh(
            {*m_theme, *m_preferences, *m_live, *m_api, *m_connection, *m_keymap, {m_player, m_autostart}});
        const auto made = [&fresh] {
            return fresh.findChildren<SettingsPage*>().size();
        };
        const qsizetype first = made();
        QVERIFY(first < 4);
        QVERIFY(fresh.makeNextPage());
        QCOMPARE(made(), first + 1);
        fresh.openAt(QStringLiteral("connection"));
        QCOMPARE(made(), first + 2); // whoever goes to one does not wait for the others
        double longest = 0;
        double whole = 0;
        for (bool more = true; more;) {
            const double before = TurnWatch::workNow();
            more = fresh.makeNextPage();
            const double took = TurnWatch::workNow() - before;
            longest = std::max(longest, took);
            whole += took;
        }
        qInfo("the longest of the pages %.1f ms, all that were left %.1f ms", longest, whole);
        const qsizetype all = made();
        QCOMPARE(fresh.places().isEmpty(), false);
        QCOMPARE(made(), all); // nothing was left to make
        domain::Agent me;
        me.role = domain::Role::Admin;
        m_live->setMe(me);
        QVERIFY(fresh.makeNextPage());
    }

    void theKeysAreChangedHere()
    {
        m_window->openAt(QStringLiteral("keyboard"));
        auto* keys = find<QPushButton>("keysOf_note");
        keys->click();
        auto* told = find<QLabel>("shortcutTold");
        QTRY_VERIFY(told->isVisible());
        QVERIFY(told->y() > keys->y()); // under its line
        QTest::keyClick(keys, Qt::Key_F9);
        QCOMPARE(m_keymap->keys(ActionId::Note), QList<QKeySequence>{QKeySequence(Qt::Key_F9)});
        QVERIFY(told->text().contains(QStringLiteral("F9")));
        keys->click();
        QTest::keyClick(keys, Qt::Key_Escape);
        QVERIFY(!told->isVisible()); // no keys are waited for any more
        QVERIFY(m_window->isVisible());
        find<QPushButton>("resetAllShortcuts")->click();
        QVERIFY(!m_keymap->isAnyChanged());
        // What Enter does is said as it has been chosen meanwhile.
        const auto local = [this] {
            QStringList words;
            for (const QLabel* label : find<SettingsPage>("keyboardPage")->findChildren<QLabel*>())
                words << label->text();
            return words;
        };
        const QStringList before = local();
        WritingHabits habits = m_preferences->writingHabits();
        habits.enterSends = !habits.enterSends;
        m_preferences->setWritingHabits(habits);
        m_window->lookAgain();
        QTRY_VERIFY(local() != before);
    }
};

RELEVO_TEST(tst_SettingPlaces)
#include "tst_settingplaces.moc"
