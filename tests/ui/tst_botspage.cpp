#include "page_test.h"
#include "support/test_main.h"

#include <ui/settings/bots_page.h>
#include <ui/settings/chips_edit.h>
#include <ui/widgets/popup_button.h>

#include <protocol/bots_codec.h>

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace relevo;
using namespace relevo::ui;
using protocol::Json;

namespace {

const std::string botsPath = "/api/projects/0190aaaa-0000-7000-8000-000000000002/bots";

domain::BotSettings twoBots()
{
    domain::BotSettings bots;
    bots.bots.push_back(
        {QStringLiteral("hook"), domain::BotKind::Webhook, QStringLiteral("https://bot.test/turn"), 10, 60});
    bots.lanes[domain::Lane::Support] = QStringLiteral("hook");
    return bots;
}

} // namespace

/// The bots' settings, as an admin works on them.
class tst_BotsPage final : public PageTest<BotsPage>
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        m_saved = protocol::toJson(twoBots());
        m_server->answer("GET " + botsPath, 200, m_saved);
        saysLastChange("rules");
        makePage({800, 900});
    }
    void cleanup() { end(); }

    void nothingIsShownThatNobodyHasSet()
    {
        m_server->answer("GET " + botsPath, 503, {{"code", "unavailable"}, {"title", "Later"}});
        m_page->opened();
        auto* again = find<QPushButton>("fetchAgain");
        QTRY_VERIFY(again->isVisible());
        QVERIFY(!find<QCheckBox>("botsEnabled")->isVisible());
        m_server->answer("GET " + botsPath, 200, m_saved);
        again->click();
        QTRY_VERIFY(find<QCheckBox>("botsEnabled")->isVisible());
        QVERIFY(find<QCheckBox>("botsEnabled")->isChecked());
    }

    void showsWhatIsSaved()
    {
        open();
        QCOMPARE(names(), QStringList({QStringLiteral("faq"), QStringLiteral("hook")}));
        QCOMPARE(find<QLineEdit>("botUrl")->text(), QStringLiteral("https://bot.test/turn"));
        QCOMPARE(find<QSpinBox>("botTimeout")->value(), 10);
        QCOMPARE(find<QComboBox>("lane_info")->currentData().toString(), QStringLiteral("faq"));
        QCOMPARE(find<QComboBox>("lane_commerce")->currentData().toString(), QString());
        QCOMPARE(find<QComboBox>("lane_support")->currentData().toString(), QStringLiteral("hook"));
        QVERIFY(!find<QLineEdit>("ordersUrl")->isVisible());
        QTRY_VERIFY(find<QLabel>("lastChange")->text().contains(QStringLiteral("Eva")));
        QVERIFY(!m_page->hasUnsaved());
    }

    void whatAnotherAdminSavesIsSeenAtOnce()
    {
        open();
        m_saved["triageQuestions"] = 4;
        m_server->answer("GET " + botsPath, 200, m_saved);
        tellChange();
        QTRY_COMPARE(find<QSpinBox>("triageQuestions")->value(), 4);
        QVERIFY(!m_page->hasUnsaved());
        // What is changed here stays, and both are told apart.
        find<QSpinBox>("triageQuestions")->setValue(5);
        m_saved["triageQuestions"] = 2;
        m_saved["builtInFaq"] = false;
        m_server->answer("GET " + botsPath, 200, m_saved);
        tellChange();
        QTRY_VERIFY(find<QPushButton>("takeTheirs")->isVisible());
        QCOMPARE(find<QSpinBox>("triageQuestions")->value(), 5);
        QVERIFY(!find<QCheckBox>("builtInFaq")->isChecked());
        find<QPushButton>("takeTheirs")->click();
        QCOMPARE(find<QSpinBox>("triageQuestions")->value(), 2);
        QVERIFY(!m_page->hasUnsaved());
    }

    void savesOnlyWhatWasChanged()
    {
        open();
        find<QCheckBox>("botsEnabled")->click();
        find<QSpinBox>("triageQuestions")->setValue(5);
        QVERIFY(m_page->hasUnsaved());
        Json after = m_saved;
        after["enabled"] = false;
        after["triageQuestions"] = 5;
        m_server->answer("PUT " + botsPath, 200, after);
        save()->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        QCOMPARE(m_server->last("PUT " + botsPath).body, Json({{"enabled", false}, {"triageQuestions", 5}}));
    }

    void theLanesFollowABotThatGetsAnotherName()
    {
        open();
        for (const char* typed : {"", "faq", "advisor"}) // none, then another's, and at last its own
            lines("botName").last()->setText(QString::fromLatin1(typed));
        QCOMPARE(find<QComboBox>("lane_support")->currentData().toString(), QStringLiteral("advisor"));
        QVERIFY(save()->isEnabled());
    }

    void aBotThatIsGoneIsMissedWhereItIsNamed()
    {
        open();
        m_page->findChildren<QPushButton*>(QStringLiteral("botRemove")).last()->click();
        QCOMPARE(names(), QStringList(QStringLiteral("faq")));
        QTRY_VERIFY(find<QLabel>("lane_supportError")->isVisible());
        QVERIFY(!save()->isEnabled());
        auto* lane = find<QComboBox>("lane_support");
        lane->setCurrentIndex(0);
        Q_EMIT lane->activated(0);
        QVERIFY(save()->isEnabled());
        find<QPushButton>("discardSettings")->click();
        QCOMPARE(names(), QStringList({QStringLiteral("faq"), QStringLiteral("hook")}));
        QVERIFY(!m_page->hasUnsaved());
    }

    void aProgramIsAddedAndItsSecretShownOnce()
    {
        open();
        find<PopupButton>("botAdd")->popup().actions().last()->trigger();
        QCOMPARE(names().last(), QStringLiteral("bot"));
        QVERIFY(!save()->isEnabled()); // it has no address yet
        lines("botUrl").last()->setText(QStringLiteral("not an address"));
        QVERIFY(!save()->isEnabled());
        lines("botUrl").last()->setText(QStringLiteral("https://other.test/turn"));
        QVERIFY(save()->isEnabled());
        Json after = m_saved;
        after["bots"].push_back({{"name", "bot"},
                                 {"type", "webhook"},
                                 {"url", "https://other.test/turn"},
                                 {"timeoutSeconds", 10},
                                 {"answerSeconds", 60}});
        Json told = after;
        told["secrets"] = {{"bot", "whsec_abc"}};
        m_server->answer("PUT " + botsPath, 200, told);
        save()->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        QVERIFY(lines("botSecretText").last()->isVisible());
        QCOMPARE(lines("botSecretText").last()->text(), QStringLiteral("whsec_abc"));
        m_page->hide(); // somebody looks at something else
        m_page->show();
        QVERIFY(lines("botSecretText").last()->text().isEmpty());
        // Another one is asked about first.
        m_server->answer("POST " + botsPath + "/bot/secret", 201, {{"secret", "whsec_new"}});
        m_page->findChildren<QPushButton*>(QStringLiteral("botSecret")).last()->click();
        auto* question = m_page->findChild<QDialog*>(QStringLiteral("secretQuestion"));
        QVERIFY(question && question->isVisible());
        question->findChild<QPushButton*>(QStringLiteral("secretQuestionMake"))->click();
        QTRY_COMPARE(lines("botSecretText").last()->text(), QStringLiteral("whsec_new"));
    }

    void nobodyIsLedAwayFromASecret()
    {
        open();
        find<PopupButton>("botAdd")->popup().actions().last()->trigger();
        lines("botUrl").last()->setText(QStringLiteral("https://other.test/turn"));
        Json told = m_saved;
        told["bots"].push_back({{"name", "bot"},
                                {"type", "webhook"},
                                {"url", "https://other.test/turn"},
                                {"timeoutSeconds", 10},
                                {"answerSeconds", 60}});
        told["secrets"] = {{"bot", "whsec_abc"}};
        m_server->answer("PUT " + botsPath, 200, told);
        bool left = false;
        m_page->save([&left] { left = true; });
        QTRY_VERIFY(!m_page->hasUnsaved());
        QVERIFY(!left);
        QCOMPARE(lines("botSecretText").last()->text(), QStringLiteral("whsec_abc"));
        m_page->save([&left] { left = true; });
        QVERIFY(left);
    }

    void rulesHaveAnOrder()
    {
        open();
        find<QPushButton>("ruleAdd")->click();
        QVERIFY(!save()->isEnabled()); // without words it fits nothing
        type("ruleWords", "voucher");
        find<QPushButton>("ruleAdd")->click();
        auto* second = lines("ruleWords").last();
        QTest::keyClicks(second, QStringLiteral("gift card"));
        QTest::keyClick(second, Qt::Key_Return);
        auto* lane = m_page->findChildren<QComboBox*>(QStringLiteral("ruleLane")).last();
        lane->setCurrentIndex(1);
        Q_EMIT lane->activated(1);
        m_page->findChildren<QPushButton*>(QStringLiteral("ruleUp")).last()->click();
        QVERIFY(save()->isEnabled());
        Json after = m_saved;
        after["rules"] = {{{"lane", "commerce"}, {"words", {"gift card"}}},
                          {{"lane", "info"}, {"words", {"voucher"}}}};
        m_server->answer("PUT " + botsPath, 200, after);
        save()->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        QCOMPARE(m_server->last("PUT " + botsPath).body, Json({{"rules", after["rules"]}}));
    }

    void ordersAreFoundAtAnAddress()
    {
        open();
        auto* source = find<QComboBox>("ordersSource");
        const QString ofTheTable = source->accessibleDescription();
        source->setCurrentIndex(1);
        Q_EMIT source->activated(1);
        QVERIFY(source->accessibleDescription() != ofTheTable);
        QVERIFY(find<QLineEdit>("ordersUrl")->isVisible());
        find<QLineEdit>("ordersUrl")->setText(QStringLiteral("https://shop.test/orders"));
        QVERIFY(find<QLabel>("ordersUrlError")->isVisible());
        QVERIFY(!save()->isEnabled());
        find<QLineEdit>("ordersUrl")->setText(QStringLiteral("https://shop.test/orders/{order}"));
        QVERIFY(!find<QLabel>("ordersUrlError")->isVisible());
        find<QLineEdit>("ordersStatus")->setText(QStringLiteral("data.0.state"));
        QVERIFY(save()->isEnabled());
        Json after = m_saved;
        after["orders"] = {{"url", "https://shop.test/orders/{order}"},
                           {"timeoutSeconds", 5},
                           {"paths", {{"status", "data.0.state"}}}};
        m_server->answer("PUT " + botsPath, 200, after);
        save()->click();
        QTRY_VERIFY(!m_page->hasUnsaved());
        QCOMPARE(m_server->last("PUT " + botsPath).body, Json({{"orders", after["orders"]}}));
    }

    void whatTheRelayRefusesIsSaidBesideTheField()
    {
        open();
        find<QLineEdit>("botUrl")->setText(QStringLiteral("https://inner.test/turn"));
        m_server->answer("PUT " + botsPath, 422,
                         {{"code", "invalid"},
                          {"title", "No."},
                          {"errors", {{{"field", "bots[1].url"}, {"detail", "must be reachable"}}}}});
        save()->click();
        QTRY_VERIFY(find<QLabel>("botUrlError")->isVisible());
        QVERIFY(m_page->hasUnsaved());
    }

    void whatSomebodyElseSavedIsNotOverwritten()
    {
        open();
        find<QSpinBox>("triageQuestions")->setValue(5);
        Json theirs = m_saved;
        theirs["triageQuestions"] = 2;
        theirs["askModel"] = false;
        m_server->answer("GET " + botsPath, 200, theirs);
        save()->click();
        QTRY_VERIFY(find<QPushButton>("takeTheirs")->isVisible());
        QCOMPARE(m_server->count("PUT " + botsPath), 0);
        QVERIFY(!find<QCheckBox>("askModel")->isChecked()); // what only they changed is here
        find<QPushButton>("takeTheirs")->click();
        QCOMPARE(find<QSpinBox>("triageQuestions")->value(), 2);
        QVERIFY(!m_page->hasUnsaved());
    }

    void withoutAConnectionItIsReadOnly()
    {
        open();
        m_page->setOnline(false);
        QVERIFY(!find<QCheckBox>("botsEnabled")->isEnabled());
        QVERIFY(find<QLabel>("saveState")->text().contains(QStringLiteral("cannot be reached")));
        const int asked = m_server->count("GET " + botsPath);
        m_page->setOnline(true);
        QTRY_COMPARE(m_server->count("GET " + botsPath), asked + 1);
        QVERIFY(find<QCheckBox>("botsEnabled")->isEnabled());
    }

    void everyControlHasAName()
    {
        open();
        for (const QWidget* one : m_page->findChildren<QWidget*>()) {
            if (one->focusPolicy() == Qt::NoFocus || !one->isVisible() || qobject_cast<const QLabel*>(one) ||
                one->inherits("QAbstractScrollArea") || one->objectName().startsWith(u"qt_"))
                continue;
            QVERIFY2(!one->accessibleName().isEmpty(), qPrintable(one->objectName()));
        }
    }

private:
    Json m_saved;

    void open()
    {
        m_page->opened();
        QTRY_VERIFY(find<QCheckBox>("botsEnabled")->isVisible());
    }
    QPushButton* save() { return find<QPushButton>("saveSettings"); }
    QList<QLineEdit*> lines(const char* name)
    {
        // What was taken away is not in the way.
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return m_page->findChildren<QLineEdit*>(QString::fromLatin1(name));
    }
    QStringList names()
    {
        QStringList all;
        for (const QLineEdit* line : lines("botName"))
            all << line->text();
        return all;
    }
    void type(const char* name, const char* text)
    {
        auto* line = lines(name).last();
        QTest::keyClicks(line, QString::fromLatin1(text));
        QTest::keyClick(line, Qt::Key_Return);
    }
};

RELEVO_TEST(tst_BotsPage)
#include "tst_botspage.moc"
