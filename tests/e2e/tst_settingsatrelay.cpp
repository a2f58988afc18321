#include "authenticator_app.h"
#include "people_fixture.h"
#include "support/test_main.h"
#include "workplace.h"

#include <ui/settings/settings_window.h>
#include <ui/supervise/live_window.h>

#include <QtCore/QDir>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
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
        QVERIFY(find<QLabel>("lastChange")->text().contains(QStringLiteral("time until a ticket")));
        // Somebody else saves: it is here at once, by the socket.
        QCOMPARE(m_admin->put(settingsPath(), {{"graceMinutes", 18}}).status, 200);
        QTRY_COMPARE(find<QSpinBox>("grace")->value(), 18);

        // Try it, with what is not saved.
        type("trySentence", "I want to talk to a human");
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
