#include "authenticator_app.h"
#include "people_fixture.h"
#include "support/test_main.h"
#include "workplace.h"

#include <ui/settings/settings_window.h>
#include <ui/shell/desk_page.h>
#include <ui/supervise/live_window.h>
#include <ui/widgets/popup_button.h>

#include <QtCore/QDir>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>
#include <QtWidgets/QTableWidget>

using namespace relevo;
using namespace relevo::test;

/// The desktop's settings, the handoff settings and Live, at a real relay: what they ask and what it answers
/// fit.
class TestSettingsAtRelay final : public PeopleFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { start(); }
    void init() { m_place = std::make_unique<Workplace>(); }
    void cleanup() { m_place.reset(); }

    void anAdminChangesTheHandoffSettings()
    {
        enter("eva", RelayProcess::password);
        m_place->sides.openSettings(QStringLiteral("handoff"));
        QTRY_VERIFY(find<QSpinBox>("grace")->isEnabled());
        find<QSpinBox>("grace")->setValue(17);
        find<QPushButton>("saveSettings")->click();
        QTRY_COMPARE(settings().at("graceMinutes").get<int>(), 17);
        QTRY_VERIFY(find<QLabel>("lastChange")->text().contains(QStringLiteral("Eva")));
        // The line is as wide as the page leaves it; whole where it was elided.
        const QLabel& last = *find<QLabel>("lastChange");
        QVERIFY((last.text() + last.toolTip()).contains(QStringLiteral("time until a ticket")));
        // Somebody else saves: it is here at once, by the socket.
        QCOMPARE(m_admin->put(settingsPath(), {{"graceMinutes", 18}}).status, 200);
        QTRY_COMPARE(find<QSpinBox>("grace")->value(), 18);

        // Try it, with what is not saved.
        type("trySentence", "let me speak to an employee"); // none of the usual keywords
        QTRY_VERIFY(find<QLabel>("tryVerdict")->text().contains(QStringLiteral("Asked for a human")));
        find<QCheckBox>("trigger_wish")->click();
        QTRY_VERIFY(find<QLabel>("tryVerdict")->text().contains(QStringLiteral("No trigger")));
        QCOMPARE(settings().at("triggers").at("wish").get<bool>(), true);

        // Unsaved work is not lost by closing.
        QTest::keyClick(window("settingsWindow"), Qt::Key_Escape);
        QVERIFY(window("settingsWindow")->isVisible());
        find<QPushButton>("unsavedSave")->click();
        QTRY_VERIFY(!window("settingsWindow")->isVisible());
        QCOMPARE(settings().at("triggers").at("wish").get<bool>(), false);
        QCOMPARE(m_admin->put(settingsPath(), {{"triggers", {{"wish", true}}}}).status, 200);
    }

    void anAdminSetsUpTheBots()
    {
        const auto bots = [this](const char* what) {
            return QStringLiteral("/api/projects/%1/%2").arg(m_relay.projectId, QString::fromLatin1(what));
        };
        enter("eva", RelayProcess::password);
        m_place->sides.openSettings(QStringLiteral("bots"));
        QTRY_VERIFY(find<QCheckBox>("botsEnabled")->isVisible());
        find<ui::PopupButton>("botAdd")->popup().actions().last()->trigger();
        type("botUrl", "https://bot.example.com/turn");
        find<QPushButton>("saveSettings")->click();
        QTRY_VERIFY(find<QLineEdit>("botSecretText")->text().startsWith(QStringLiteral("whsec_")));
        const Json saved = m_admin->get(bots("bots")).json.at("bots");
        QCOMPARE(saved.back().at("url").get<std::string>(), std::string("https://bot.example.com/turn"));
        QTRY_VERIFY(find<QLabel>("lastChange")->text().contains(QStringLiteral("Eva")));

        m_place->sides.openSettings(QStringLiteral("answers"));
        QTRY_VERIFY(find<QPushButton>("answerNew")->isVisible());
        find<QPushButton>("answerNew")->click();
        type("answerName", "Parking");
        type("answerWords_en", "parking");
        QTest::keyClick(find<QLineEdit>("answerWords_en"), Qt::Key_Return);
        find<QPlainTextEdit>("answerText_en")->setPlainText(QStringLiteral("Behind the house."));
        find<QPushButton>("answerSave")->click();
        QTRY_VERIFY(find<QLabel>("answerState")->text().startsWith(QStringLiteral("Saved")));
        const Json faq{{"items",
                        {{{"name", "Parking"},
                          {"words", {{"en", {"parking"}}}},
                          {"answer", {{"en", "Behind the house."}}}}}}};
        QVERIFY(m_admin->get(bots("faq")).json.at("items") == faq.at("items"));
    }

    void whoMayTry()
    {
        (void)addAgent("max");
        const Json sentence{{"text", "my lawyer will write to you"}};
        const QString path = settingsPath() + QStringLiteral("/try");
        QCOMPARE(callsOf("max")->post(path, sentence).status, 403);
        QCOMPARE(m_bot->post(path, sentence).status, 403);
        QCOMPARE(m_admin->post(path, Json::object()).status, 422);
        const HttpAnswer bad = m_admin->post(path, {{"text", "x"}, {"settings", {{"graceMinutes", -1}}}});
        QCOMPARE(bad.status, 422);
        QCOMPARE(bad.json.at("errors").at(0).at("field").get<std::string>(), std::string("graceMinutes"));
        const HttpAnswer good = m_admin->post(path, sentence);
        QCOMPARE(good.status, 200);
        QVERIFY(good.json.at("handoff").get<bool>());
        QCOMPARE(good.json.at("trigger").get<std::string>(), std::string("sensitive"));
        QCOMPARE(good.json.at("language").get<std::string>(), std::string("en"));
        const HttpAnswer off = m_admin->post(
            path, {{"text", "my lawyer will write to you"}, {"settings", {{"enabled", false}}}});
        QVERIFY(!off.json.at("handoff").get<bool>());
        QVERIFY(settings().at("enabled").get<bool>());
    }

    void anAccountIsLookedAfter()
    {
        (void)addAgent("nia");
        auto elsewhere = callsOf("nia");
        enter("nia", goodPassword);
        m_place->sides.openSettings(QStringLiteral("account"));
        QTRY_COMPARE(visible("endSession").size(), 1); // where she is signed in beside this
        visible("endSession")[0]->click();
        QTRY_COMPARE(visible("endSession").size(), 0);
        QCOMPARE(elsewhere->get(path("/api/auth/me")).status, 401);
        QCOMPARE(m_place->desk.link().state, client::LinkState::Online);

        QTRY_VERIFY(find<QPushButton>("setUpTotp")->isVisible());
        find<QPushButton>("setUpTotp")->click();
        type("totpPassword", goodPassword);
        find<QPushButton>("totpContinue")->click();
        QTRY_VERIFY(find<QLabel>("totpSecret")->isVisible());
        const std::string secret = find<QLabel>("totpSecret")->text().remove(u' ').toStdString();
        type("totpCode", appCode(secret).c_str());
        find<QPushButton>("totpConfirm")->click();
        QTRY_VERIFY(find<QLabel>("recoveryCodes")->isVisible());
        QCOMPARE(find<QLabel>("recoveryCodes")->text().split(u'\n').size(), 10);
        find<QPushButton>("recoveryCodesKept")->click();
        QCOMPARE(signIn("nia").status, 401); // the password alone is not enough any more

        find<QPushButton>("openPasswordForm")->click();
        type("oldPassword", goodPassword);
        type("newPassword", "a cellar full of apples");
        type("newPasswordAgain", "a cellar full of apples");
        find<QPushButton>("changePassword")->click();
        QTRY_VERIFY(find<QLabel>("passwordOutcome")->isVisible());
        QVERIFY(
            find<QLabel>("passwordOutcome")->text().startsWith(QStringLiteral("Your password is changed")));
        QCOMPARE(m_place->desk.link().state, client::LinkState::Online);

        find<QPushButton>("takeAwayTotp")->click();
        type("totpPassword", "a cellar full of apples");
        find<QPushButton>("totpContinue")->click();
        QTRY_VERIFY(find<QPushButton>("setUpTotp")->isVisible());
        QCOMPARE(signIn("nia", "a cellar full of apples").status, 200);
    }

    /// From the invitation to the account that is disabled, all at the desk and in the browser's place.
    void anAdminLooksAfterPeople()
    {
        enter("eva", RelayProcess::password);
        m_place->sides.openSettings(QStringLiteral("people"));
        QTRY_VERIFY(find<QPushButton>("personNew")->isEnabled());
        find<QPushButton>("personNew")->click();
        type("personName", "Tia");
        type("personEmail", "tia@shop.test");
        find<QPushButton>("personSave")->click();
        QTRY_VERIFY(find<QLineEdit>("inviteSecret")->isVisible());
        const QUrl link(find<QLineEdit>("inviteSecret")->text());
        QCOMPARE(link.path(), QStringLiteral("/join"));
        QTRY_VERIFY(isInList("people", "Tia"));
        HttpCalls browser(m_relay.url());
        QCOMPARE(browser.get(link.path()).status, 200);
        QTRY_VERIFY(find<QPushButton>("personInvite")->isVisible());
        const HttpAnswer joined =
            browser.post(path("/api/auth/accept-invite"),
                         {{"token", link.fragment().toStdString()}, {"password", goodPassword}});
        QCOMPARE(joined.status, 200);
        QTRY_VERIFY(find<QPushButton>("personPassword")->isVisible()); // she has come: it is seen here
        auto tia = callsOf("tia");
        QCOMPARE(tia->get(path("/api/auth/me")).status, 200);

        find<QSpinBox>("personCapacity")->setValue(3);
        find<QPushButton>("personSave")->click();
        QTRY_COMPARE(find<QLabel>("personState")->text(), QStringLiteral("Saved."));
        QCOMPARE(agentOf("Tia").at("capacity").get<int>(), 3);
        // Somebody else is at it, too.
        QCOMPARE(m_admin->raw("PATCH", agentPath(agentOf("Tia").at("id")), R"({"name":"Tia Prado"})").status,
                 200);
        QTRY_COMPARE(find<QLineEdit>("personName")->text(), QStringLiteral("Tia Prado"));

        find<QPushButton>("personSessions")->click();
        find<QPushButton>("accessYes")->click();
        QTRY_COMPARE(tia->get(path("/api/auth/me")).status, 401);
        QCOMPARE(signIn("tia").status, 200);
        QTRY_VERIFY(!m_place->window.findChild<QWidget*>(QStringLiteral("accessQuestion")));
        QTRY_VERIFY(find<QPushButton>("personDisable")->isEnabled());
        find<QPushButton>("personDisable")->click();
        find<QPushButton>("accessYes")->click();
        QTRY_VERIFY(find<QPushButton>("personEnable")->isVisible());
        QCOMPARE(signIn("tia").status, 403);
        QTRY_VERIFY(find<QPushButton>("personEnable")->isEnabled());
        find<QPushButton>("personEnable")->click();
        QTRY_VERIFY(find<QPushButton>("personDisable")->isVisible());
        QCOMPARE(signIn("tia").status, 200);
        // The last of the admins stays one: the relay says so, and the desk in its own words.
        QCOMPARE(m_admin->raw("PATCH", agentPath(m_adminId), R"({"role":"agent"})").status, 409);
    }

    void anAdminLooksAfterTeamsAndKeys()
    {
        (void)addAgent("uma");
        enter("eva", RelayProcess::password);
        m_place->sides.openSettings(QStringLiteral("teams"));
        QTRY_VERIFY(find<QPushButton>("teamNew")->isEnabled());
        find<QPushButton>("teamNew")->click();
        type("teamName", "Returns");
        type("teamMembersSearch", "uma");
        QTest::keyClick(find<QLineEdit>("teamMembersSearch"), Qt::Key_Return);
        find<QPushButton>("teamSave")->click();
        QTRY_VERIFY(isInList("teams", "Returns"));
        const Json teams = itemsOf(*m_admin, path("/api/teams"));
        QCOMPARE(teams.size(), std::size_t{1});
        QCOMPARE(teams.at(0).at("members"), Json::array({agentOf("uma").at("id")}));
        QTRY_VERIFY(find<QPushButton>("teamDelete")->isEnabled());
        find<QPushButton>("teamDelete")->click();
        find<QPushButton>("teamDeleteYes")->click();
        QTRY_VERIFY(!isInList("teams", "Returns"));

        m_place->sides.openSettings(QStringLiteral("keys"));
        QTRY_VERIFY(find<QPushButton>("keyNew")->isVisible());
        find<QPushButton>("keyNew")->click();
        type("keyName", "Report");
        find<QCheckBox>("keyScope_read")->click();
        find<QPushButton>("keySave")->click();
        QTRY_VERIFY(find<QLineEdit>("keySecret")->isVisible());
        HttpCalls program(m_relay.url(), find<QLineEdit>("keySecret")->text().toUtf8());
        QCOMPARE(program.get(path("/api/agents")).status, 200);
        QCOMPARE(program.get(path("/api/keys")).status, 403);
        QTRY_VERIFY(isInList("apiKeys", "Report"));
        auto* keys = find<QListView>("apiKeys");
        for (int row = 0; row < keys->model()->rowCount(); ++row) {
            if (keys->model()->index(row, 0).data().toString() == QLatin1String("Report"))
                Q_EMIT keys->clicked(keys->model()->index(row, 0));
        }
        find<QPushButton>("keyDelete")->click();
        find<QPushButton>("keyRevokeYes")->click();
        QTRY_VERIFY(!isInList("apiKeys", "Report"));
        QCOMPARE(program.get(path("/api/agents")).status, 401);
    }

    void aDeviceForgets()
    {
        (void)addAgent("oda");
        enter("oda", goodPassword);
        QVERIFY(!kept().isEmpty());
        m_place->sides.openSettings(QStringLiteral("storage"));
        QTRY_VERIFY(find<QLabel>("storageSize")->text().contains(u'B'));
        find<QPushButton>("forgetDevice")->click();
        find<QPushButton>("forgetYes")->click();
        QTRY_VERIFY(!m_place->window.isDeskShown());
        QTRY_VERIFY(kept().isEmpty());
        QTRY_VERIFY(m_place->window.findChild<QLineEdit*>(QStringLiteral("email"))->text().isEmpty());
        // The session it had is over at the relay.
        const auto mine = [this] {
            auto calls = callsOf("oda");
            const std::size_t count = itemsOf(*calls, path("/api/auth/sessions")).size();
            (void)calls->post(path("/api/auth/logout"), Json::object());
            return count;
        };
        QTRY_COMPARE(mine(), std::size_t{1});
    }

    void aSupervisorSeesTheTeam()
    {
        (void)addAgent("pia", "supervisor");
        const auto quin = domain::AgentId::parse(QString::fromStdString(addAgent("quin")));
        QVERIFY(quin);
        const std::string given = handoffOf("chat-given");
        const std::string handoff = handoffOf("chat-live");
        enter("pia", goodPassword);
        m_place->sides.openLive();
        QTRY_COMPARE(find<QLabel>("waitingNow")->text(), QStringLiteral("2"));
        QTRY_VERIFY(find<QTableWidget>("numbersTable")->rowCount() > 5 + 13);
        QVERIFY(find<QWidget>("targetChart")->accessibleDescription().contains(QStringLiteral("Escalation")));
        auto* live = static_cast<ui::LiveWindow*>(window("liveWindow"));
        QVERIFY(live->csv().contains("quin"));
        // Given to a colleague, or taken oneself.
        Q_EMIT live->reassignRequested(*domain::HandoffId::parse(QString::fromStdString(given)), *quin);
        QTRY_COMPARE(find<QLabel>("waitingNow")->text(), QStringLiteral("1"));
        QCOMPARE(m_admin->get(handoffPath(given)).json.at("assignedTo").at("name").get<std::string>(),
                 std::string("quin"));
        Q_EMIT live->takeOverRequested(*domain::HandoffId::parse(QString::fromStdString(handoff)));
        QTRY_COMPARE(find<QLabel>("waitingNow")->text(), QStringLiteral("0"));
        const auto hasIt = [&](const std::string& id) {
            return m_admin->get(handoffPath(id)).json.at("assignedTo").at("name").get<std::string>();
        };
        QCOMPARE(hasIt(handoff), std::string("pia"));
        // What a colleague has can be taken, too.
        Q_EMIT live->takeOverRequested(*domain::HandoffId::parse(QString::fromStdString(given)));
        QTRY_COMPARE(hasIt(given), std::string("pia"));
    }

    void agentsHaveNoLive()
    {
        (void)addAgent("rob");
        enter("rob", goodPassword);
        m_place->sides.openLive();
        QVERIFY(!window("liveWindow"));
    }

    void theBotIsSwitchedOffInAConversation()
    {
        (void)addAgent("sol", "supervisor");
        const std::string handoff = handoffOf("chat:bot");
        enter("sol", goodPassword);
        const auto id = domain::HandoffId::parse(QString::fromStdString(handoff));
        QVERIFY(id);
        QTRY_VERIFY(m_place->models.live.rowOfHandoff(*id));
        m_place->window.desk().look(m_place->models.live.rowOfHandoff(*id)->id);
        QAction& off = m_place->window.actions().action(ui::ActionId::BotOff);
        QTRY_VERIFY(off.isEnabled());
        off.trigger();
        QTRY_VERIFY(m_place->models.details.isBotOff());
        QVERIFY(m_bot->get(QStringLiteral("/api/conversations/chat:bot")).json.at("botOff").get<bool>());
        m_place->window.actions().action(ui::ActionId::BotOn).trigger();
        QTRY_VERIFY(!m_place->models.details.isBotOff());
    }

private:
    std::unique_ptr<Workplace> m_place;

    QString settingsPath() const
    {
        return QStringLiteral("/api/projects/%1/handoff-settings").arg(m_relay.projectId);
    }
    Json settings() { return m_admin->get(settingsPath()).json; }

    void enter(const char* name, const char* password)
    {
        m_place->start(m_relay.url().toString());
        m_place->window.show();
        auto* email = m_place->window.findChild<QLineEdit*>(QStringLiteral("email"));
        auto* secret = m_place->window.findChild<QLineEdit*>(QStringLiteral("password"));
        QTRY_VERIFY(email->isVisible());
        email->setText(QString::fromLatin1(name) + QStringLiteral("@shop.test"));
        secret->setText(QString::fromLatin1(password));
        QTest::keyClick(secret, Qt::Key_Return);
        QTRY_COMPARE(m_place->desk.link().state, client::LinkState::Online);
        QTRY_VERIFY(!m_place->models.live.project().id.isNull());
        QTRY_VERIFY(!m_place->models.live.agents().empty());
    }

    QWidget* window(const char* name)
    {
        return m_place->window.findChild<QWidget*>(QString::fromLatin1(name));
    }
    template <typename Widget>
    Widget* find(const char* name)
    {
        auto* found = m_place->window.findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no widget is named %s", name);
        return found;
    }
    QList<QPushButton*> visible(const char* name)
    {
        QList<QPushButton*> buttons = m_place->window.findChildren<QPushButton*>(QString::fromLatin1(name));
        buttons.removeIf([](const QPushButton* button) { return !button->isVisible(); });
        return buttons;
    }
    bool isInList(const char* list, const char* title)
    {
        const QAbstractItemModel* model = find<QListView>(list)->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString() == QString::fromLatin1(title))
                return true;
        }
        return false;
    }
    Json agentOf(const char* name)
    {
        for (const Json& agent : itemsOf(*m_admin, path("/api/agents"))) {
            if (agent.at("name") == name)
                return agent;
        }
        return Json::object();
    }
    void type(const char* name, const char* text)
    {
        auto* edit = find<QLineEdit>(name);
        edit->clear();
        QTest::keyClicks(edit, QString::fromLatin1(text));
    }
    /// The files of a replica and a profile.
    QStringList kept() const
    {
        return QDir(m_place->folder())
            .entryList({QStringLiteral("mirror-*"), QStringLiteral("*.json")}, QDir::Files);
    }
};

RELEVO_TEST(TestSettingsAtRelay)
#include "tst_settingsatrelay.moc"
