#include "page_test.h"
#include "support/test_main.h"

#include <ui/settings/chips_edit.h>
#include <ui/settings/handoff_page.h>
#include <ui/settings/hours_editor.h>

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSlider>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTimeEdit>

using namespace relevo;
using namespace relevo::ui;
using protocol::Json;

namespace {

const std::string path = "/api/projects/0190aaaa-0000-7000-8000-000000000002/handoff-settings";

Json usualSettings()
{
    domain::Settings settings;
    settings.escalationKeywords << QStringLiteral("lawyer");
    return protocol::toJson(settings);
}

} // namespace

/// The project's handoff settings, as an admin works on them.
class tst_HandoffPage final : public PageTest<HandoffPage>
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        m_server->answer("GET " + path, 200, usualSettings());
        saysLastChange("graceMinutes");
        makePage({800, 600});
        m_page->opened();
        QTRY_VERIFY(m_page->widget()->isEnabled());
    }
    void cleanup() { end(); }

    void nothingIsShownThatNobodyHasSet()
    {
        m_server->answer("GET " + path, 503, {{"code", "unavailable"}, {"title", "Later"}});
        HandoffPage page(*m_theme, *m_live, *m_api);
        page.resize(800, 600);
        page.show();
        const auto* box = page.findChild<QCheckBox*>(QStringLiteral("handoffEnabled"));
        const auto* save = page.findChild<QPushButton*>(QStringLiteral("saveSettings"));
        auto* again = page.findChild<QPushButton*>(QStringLiteral("fetchAgain"));
        QVERIFY(box && save && again);
        QVERIFY(!box->isVisible() && !save->isVisible() && !again->isVisible());
        page.opened();
        QTRY_VERIFY(again->isVisible());
        QVERIFY(page.findChild<QLabel*>(QStringLiteral("fetchTrouble"))->isVisible());
        QVERIFY(!page.findChild<QLabel*>(QStringLiteral("fetchReason"))->text().isEmpty());
        QVERIFY(!box->isVisible() && !save->isVisible());
        m_server->answer("GET " + path, 200, usualSettings());
        QTest::mouseClick(again, Qt::LeftButton);
        QVERIFY(!again->isVisible());
        QTRY_VERIFY(box->isVisible() && box->isEnabled());
        QVERIFY(box->isChecked() && save->isVisible() && !save->isEnabled());
        QVERIFY(!page.findChild<QLabel*>(QStringLiteral("fetchTrouble"))->isVisible());
        // What is known stays when it cannot be asked for once more.
        m_server->answer("GET " + path, 503, {{"code", "unavailable"}, {"title", "Later"}});
        const int asked = m_server->count("GET " + path);
        page.opened();
        QTRY_COMPARE(m_server->count("GET " + path), asked + 1);
        QVERIFY(box->isVisible());
    }

    void showsWhatIsSaved()
    {
        QVERIFY(find<QCheckBox>("handoffEnabled")->isChecked());
        QVERIFY(find<QCheckBox>("trigger_wish")->isChecked());
        QCOMPARE(find<QSlider>("sentimentThreshold")->value(), 70);
        QCOMPARE(find<QSpinBox>("responseTimeout")->value(), 5);
        QCOMPARE(find<QComboBox>("routing")->currentData().toString(), QStringLiteral("manual"));
        QVERIFY(find<QCheckBox>("alwaysOpen")->isChecked());
        QVERIFY(chips("keywordLine")->texts().contains(QStringLiteral("lawyer")));
        QVERIFY(!m_page->hasUnsaved());
        QTRY_VERIFY(find<QLabel>("lastChange")->text().contains(QStringLiteral("Eva")));
        QVERIFY(find<QLabel>("lastChange")->text().contains(QStringLiteral("time until a ticket")));
    }

    void whatIsTypedIsShownOnlyWhereSomebodyWantsIt()
    {
        auto* box = find<QCheckBox>("typingPreview");
        QVERIFY(!box->isChecked());
        box->click();
        Json wanted = usualSettings();
        wanted["typingPreview"] = true;
        m_server->answer("PUT " + path, 200, wanted);
        find<QPushButton>("saveSettings")->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        QVERIFY(m_server->last("PUT " + path).body == (Json{{"typingPreview", true}}));
        QVERIFY(box->isChecked());
    }

    void aWayThatIsNotThereIsNotOffered()
    {
        auto* box = find<QComboBox>("notificationChannel");
        QVERIFY(!box->isVisible());
        // A program may have chosen one, which is shown as what it is.
        Json theirs = usualSettings();
        theirs["notificationChannel"] = "slack";
        m_server->answer("GET " + path, 200, theirs);
        m_page->opened();
        QTRY_VERIFY(box->isVisible());
        QCOMPARE(box->count(), 2);
        QCOMPARE(box->currentText(), QStringLiteral("Slack"));
        QVERIFY(!m_page->hasUnsaved());
        box->setCurrentIndex(0);
        Q_EMIT box->activated(0);
        QVERIFY(m_page->hasUnsaved());
        m_server->answer("PUT " + path, 200, usualSettings());
        find<QPushButton>("saveSettings")->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        QVERIFY(m_server->last("PUT " + path).body == (Json{{"notificationChannel", "desktop"}}));
        QTRY_VERIFY(!box->isVisible());
    }

    void aTimeIsTypedAsItIsSaid()
    {
        auto* box = find<QSpinBox>("grace");
        box->setValue(240);
        QCOMPARE(box->text().simplified(), QStringLiteral("4 h"));
        const QList<std::pair<const char*, int>> typed{{"90", 90},         {"2 h", 120},   {"1h30", 90},
                                                       {"1 h 05 min", 65}, {"2 d", 2'880}, {"45 min", 45}};
        for (const auto& [words, minutes] : typed) {
            box->setFocus();
            box->selectAll();
            QTest::keyClicks(box, QString::fromLatin1(words));
            QTest::keyClick(box, Qt::Key_Return);
            QVERIFY2(box->value() == minutes, words);
        }
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("h"));
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(box->value(), 45); // no time: what was there stays
    }

    void savesOnlyWhatWasChanged()
    {
        find<QSpinBox>("failureCount")->setValue(2);
        find<QCheckBox>("trigger_vip")->click();
        find<QSlider>("sentimentThreshold")->setValue(55);
        QVERIFY(m_page->hasUnsaved());
        QVERIFY(find<QLabel>("saveState")->text().contains(u'3'));
        Json after = usualSettings();
        after["failureCountThreshold"] = 2;
        after["triggers"]["vip"] = false;
        after["sentimentThreshold"] = 0.55;
        m_server->answer("PUT " + path, 200, after);
        find<QPushButton>("saveSettings")->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        const Json sent = m_server->last("PUT " + path).body;
        QCOMPARE(sent.size(), std::size_t{3});
        QCOMPARE(sent["failureCountThreshold"].get<int>(), 2);
        QCOMPARE(sent["triggers"]["vip"].get<bool>(), false);
        QCOMPARE(sent["sentimentThreshold"].get<double>(), 0.55);
        QVERIFY(!find<QPushButton>("saveSettings")->isEnabled());
    }

    void erasingMoreIsAskedFirst()
    {
        auto* days = find<QSpinBox>("retentionDays");
        days->setValue(30);
        Json after = usualSettings();
        after["retentionDays"] = 30;
        m_server->answer("PUT " + path, 200, after);
        find<QPushButton>("saveSettings")->click();
        auto* question = m_page->window()->findChild<QDialog*>(QStringLiteral("retentionQuestion"));
        QVERIFY(question && question->isVisible());
        question->reject();
        QCOMPARE(m_server->count("PUT " + path), 0);
        QVERIFY(m_page->hasUnsaved());
        find<QPushButton>("saveSettings")->click();
        QPushButton* yes = nullptr;
        const auto asked = [this, &yes] {
            for (const QDialog* one :
                 m_page->window()->findChildren<QDialog*>(QStringLiteral("retentionQuestion")))
                yes = one->isVisible() ? one->findChild<QPushButton*>(QStringLiteral("retentionQuestionSave"))
                                       : yes;
            return yes != nullptr;
        };
        QVERIFY(asked());
        yes->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        QCOMPARE(m_server->last("PUT " + path).body.at("retentionDays"), 30);
        m_server->answer("GET " + path, 200, after);
        // What keeps more needs no question.
        days->setValue(90);
        after["retentionDays"] = 90;
        m_server->answer("PUT " + path, 200, after);
        find<QPushButton>("saveSettings")->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
    }

    void keywordsAreAddedOneByOneAndMany()
    {
        auto* line = find<QLineEdit>("keywordLine");
        const qsizetype before = chips("keywordLine")->texts().size();
        QTest::keyClicks(line, QStringLiteral("refund"));
        QTest::keyClick(line, Qt::Key_Return);
        QApplication::clipboard()->setText(QStringLiteral("speak to a manager\nLAWYER\n\nombudsman, refund"));
        line->setFocus();
        QTest::keySequence(line, QKeySequence(QKeySequence::Paste));
        // What is there already, in whatever case, is not there twice.
        QCOMPARE(chips("keywordLine")->texts().size(), before + 3);
        QVERIFY(chips("keywordLine")->texts().contains(QStringLiteral("speak to a manager")));
        QTest::keyClick(line, Qt::Key_Backspace);
        QCOMPARE(chips("keywordLine")->texts().back(), QStringLiteral("speak to a manager"));
        QVERIFY(m_page->hasUnsaved());
        find<QPushButton>("discardSettings")->click();
        QVERIFY(!m_page->hasUnsaved());
        QCOMPARE(chips("keywordLine")->texts().size(), before);
    }

    void hoursHaveShifts()
    {
        find<QCheckBox>("alwaysOpen")->click();
        auto* hours = m_page->findChild<HoursEditor*>();
        QVERIFY(hours->isEnabled());
        find<QPushButton>("moreHours0")->click();
        QCOMPARE(hours->week()[0].size(), std::size_t{2});
        find<QTimeEdit>("from0_0")->setTime(QTime(8, 0));
        find<QTimeEdit>("to0_0")->setTime(QTime(12, 0));
        find<QTimeEdit>("from0_1")->setTime(QTime(22, 0));
        find<QTimeEdit>("to0_1")->setTime(QTime(6, 0)); // of the next day
        find<QCheckBox>("open5")->click();
        find<QTimeEdit>("to5_0")->setTime(QTime(0, 0)); // the end of the day
        find<QPushButton>("copyMonday")->click();
        m_server->answer("PUT " + path, 200, usualSettings());
        find<QPushButton>("saveSettings")->click();
        QTRY_COMPARE(m_server->count("PUT " + path), 1);
        const Json days = m_server->last("PUT " + path).body["businessHours"]["days"];
        const Json monday = Json::parse(R"([["08:00","12:00"],["22:00","06:00"]])");
        QVERIFY(days["mon"] == monday);
        QVERIFY(days["fri"] == monday);
        QVERIFY(days["sat"] == Json::parse(R"([["09:00","24:00"]])"));
        QVERIFY(days["sun"].empty());
    }

    void whatIsWrongIsSaidBesideIt()
    {
        find<QCheckBox>("alwaysOpen")->click();
        auto* holidays = find<QLineEdit>("holidayLine");
        QTest::keyClicks(holidays, QStringLiteral("12-25,Easter,"));
        QCOMPARE(chips("holidayLine")->texts().size(), 2);
        QVERIFY(find<QLabel>("hoursError2")->isHidden());
        find<QTimeEdit>("to2_0")->setTime(QTime(9, 0));
        QVERIFY(!find<QLabel>("hoursError2")->isHidden());
        QVERIFY(!find<QPushButton>("saveSettings")->isEnabled());
        find<QTimeEdit>("to2_0")->setTime(QTime(10, 0));
        QVERIFY(find<QLabel>("hoursError2")->isHidden());
        QVERIFY(!find<QPushButton>("saveSettings")->isEnabled()); // Easter is no date
        QTest::keyClick(holidays, Qt::Key_Backspace);
        QVERIFY(find<QPushButton>("saveSettings")->isEnabled());
    }

    void whatTheRelayRefusesIsMarked()
    {
        find<QSpinBox>("grace")->setValue(9);
        m_server->answer("PUT " + path, 422,
                         {{"code", "invalid"},
                          {"title", "Bad."},
                          {"errors", {{{"field", "graceMinutes"}, {"detail", "is odd"}}}}});
        find<QPushButton>("saveSettings")->click();
        QTRY_VERIFY(!find<QLabel>("graceError")->isHidden());
        QVERIFY(m_page->hasUnsaved());
        find<QSpinBox>("grace")->setValue(10);
        QVERIFY(find<QLabel>("graceError")->isHidden());
    }

    void othersWorkIsNotOverwritten()
    {
        find<QSpinBox>("grace")->setValue(9);
        find<QSpinBox>("idleClose")->setValue(45);
        Json theirs = usualSettings();
        theirs["graceMinutes"] = 20;          // the same, differently
        theirs["responseTimeoutMinutes"] = 7; // something else
        m_server->answer("GET " + path, 200, theirs);
        find<QPushButton>("saveSettings")->click();
        QTRY_VERIFY(find<QPushButton>("keepMine")->isVisible());
        QCOMPARE(m_server->count("PUT " + path), 0);
        QVERIFY(find<QLabel>("saveState")->text().contains(QStringLiteral("time until a ticket")));
        QCOMPARE(find<QSpinBox>("responseTimeout")->value(), 7);
        QCOMPARE(find<QSpinBox>("grace")->value(), 9);
        find<QPushButton>("takeTheirs")->click();
        QCOMPARE(find<QSpinBox>("grace")->value(), 20);
        QCOMPARE(find<QSpinBox>("idleClose")->value(), 45);
        m_server->answer("PUT " + path, 200, theirs);
        find<QPushButton>("saveSettings")->click();
        QTRY_COMPARE(m_server->count("PUT " + path), 1);
        QVERIFY(m_server->last("PUT " + path).body == (Json{{"idleCloseMinutes", 45}}));
    }

    void mineCanBeKept()
    {
        find<QSpinBox>("grace")->setValue(9);
        Json theirs = usualSettings();
        theirs["graceMinutes"] = 20;
        m_server->answer("GET " + path, 200, theirs);
        find<QPushButton>("saveSettings")->click();
        QTRY_VERIFY(find<QPushButton>("keepMine")->isVisible());
        Json mine = usualSettings();
        mine["graceMinutes"] = 9;
        m_server->answer("PUT " + path, 200, mine);
        find<QPushButton>("keepMine")->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        QVERIFY(m_server->last("PUT " + path).body == (Json{{"graceMinutes", 9}}));
    }

    void whatIsSavedElsewhereIsShown()
    {
        Json theirs = usualSettings();
        theirs["acceptSeconds"] = 90;
        m_server->answer("GET " + path, 200, theirs);
        client::LiveBatch batch;
        batch.settings.emplace();
        m_live->apply(batch);
        QTRY_COMPARE(find<QSpinBox>("acceptSeconds")->value(), 90);
        QVERIFY(!m_page->hasUnsaved());
    }

    void aSentenceIsTriedWithWhatIsNotSaved()
    {
        find<QCheckBox>("trigger_wish")->click();
        m_server->answer("POST " + path + "/try", 200,
                         {{"handoff", true},
                          {"trigger", "keyword"},
                          {"score", 1.0},
                          {"reason", "The customer wrote \"lawyer\"."},
                          {"language", "en"}});
        QTest::keyClicks(find<QLineEdit>("trySentence"), QStringLiteral("my lawyer will call"));
        QTRY_VERIFY(find<QLabel>("tryReason")->isVisible());
        const Json asked = m_server->last("POST " + path + "/try").body;
        QCOMPARE(asked["text"].get<std::string>(), std::string("my lawyer will call"));
        QCOMPARE(asked["settings"]["triggers"]["wish"].get<bool>(), false);
        QVERIFY(find<QLabel>("tryVerdict")->text().contains(QStringLiteral("100 %")));
        // A change of the settings asks anew by itself.
        const int before = m_server->count("POST " + path + "/try");
        m_server->answer(
            "POST " + path + "/try", 200,
            {{"handoff", false}, {"trigger", nullptr}, {"score", 0}, {"reason", ""}, {"language", "en"}});
        find<QCheckBox>("trigger_keywords")->click();
        QTRY_COMPARE(m_server->count("POST " + path + "/try"), before + 1);
        QTRY_VERIFY(!find<QLabel>("tryVerdict")->text().contains(u'%'));
    }

    void aRelayThatIsGoneLosesNothing()
    {
        find<QPlainTextEdit>("awayMessage")->setPlainText(QStringLiteral("We are asleep."));
        m_server->close();
        for (QTcpSocket* socket : m_server->findChildren<QTcpSocket*>())
            socket->abort();
        find<QPushButton>("saveSettings")->click();
        QTRY_VERIFY(find<QLabel>("saveState")->text().contains(QStringLiteral("127.0.0.1")));
        QVERIFY(m_page->hasUnsaved());
        QCOMPARE(find<QPlainTextEdit>("awayMessage")->toPlainText(), QStringLiteral("We are asleep."));
        QVERIFY(find<QPushButton>("saveSettings")->isEnabled());
    }

    void draftsKnowBothSides()
    {
        DocumentDraft draft;
        draft.load(Json{{"a", 1}, {"b", 1}, {"c", 1}});
        draft.set("a", 2);
        draft.set("b", 2);
        draft.set("c", 1);
        QVERIFY(draft.changes() == (Json{{"a", 2}, {"b", 2}}));
        // Both came to the same for b: nothing to argue about.
        QVERIFY(draft.rebase(Json{{"a", 3}, {"b", 2}, {"c", 3}}) == std::vector<std::string>{"a"});
        QVERIFY(draft.document() == (Json{{"a", 2}, {"b", 2}, {"c", 3}}));
        QVERIFY(draft.changes() == (Json{{"a", 2}}));
        draft.giveUp({"a"});
        QVERIFY(!draft.isChanged());
    }

private:
    ChipsEdit* chips(const char* line)
    {
        return static_cast<ChipsEdit*>(find<QLineEdit>(line)->parentWidget());
    }
};

RELEVO_TEST(tst_HandoffPage)
#include "tst_handoffpage.moc"
