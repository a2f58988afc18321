#include "settings_test.h"
#include "support/test_main.h"

#include <ui/settings/people_page.h>
#include <ui/widgets/times.h>

#include <protocol/codec.h>

#include <QtGui/QClipboard>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

using namespace relevo;
using namespace relevo::ui;
using Json = HttpDouble::Json;

namespace {

domain::Agent colleague(const char* name)
{
    domain::Agent agent;
    agent.id = domain::AgentId(QUuid::createUuidV5(QUuid(), QByteArray(name)));
    agent.name = QString::fromUtf8(name);
    agent.email = agent.name.toLower() + QStringLiteral("@shop.test");
    agent.availability = domain::Availability::Available;
    return agent;
}

std::string pathOfAgent(const domain::Agent& agent, const char* rest = "")
{
    return "/api/agents/" + agent.id.text() + rest;
}

} // namespace

/// The page where an admin looks after agents.
class tst_PeoplePage final : public SettingsTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        m_eva = colleague("Eva");
        m_eva.role = domain::Role::Admin;
        m_ana = colleague("Ana");
        m_ana.skills = QStringList{QStringLiteral("billing")};
        m_ana.languages = QStringList{QStringLiteral("es")};
        m_ana.capacity = 4;
        m_team = {domain::TeamId(QUuid::createUuid()), QStringLiteral("Returns"), {m_ana.id}};
        m_other = {domain::TeamId(QUuid::createUuid()), QStringLiteral("Shop"), {m_eva.id}};
        m_live->setMe(m_eva);
        know({m_eva, m_ana});
        makeWindow();
        m_window->openAt(QStringLiteral("people"));
    }
    void cleanup() { end(); }

    void onlyAdminsHaveIt()
    {
        QVERIFY(find<PeoplePage>("peoplePage")->isVisible());
        domain::Agent me = m_eva;
        me.role = domain::Role::Supervisor;
        m_live->setMe(me);
        QVERIFY(!find<PeoplePage>("peoplePage")->isVisible());
    }

    void whatIsChangedIsSentAndNothingElse()
    {
        open("Ana");
        QCOMPARE(find<QLineEdit>("personEmail")->text(), m_ana.email);
        QVERIFY(find<QLineEdit>("personEmail")->isReadOnly());
        QVERIFY(!page().hasUnsaved());
        find<QSpinBox>("personCapacity")->setValue(2);
        auto* languages = find<QLineEdit>("personLanguages");
        QTest::keyClicks(languages, QStringLiteral("portuguese"));
        QTest::keyClick(languages, Qt::Key_Return);
        QVERIFY(page().hasUnsaved());
        domain::Agent now = m_ana;
        now.capacity = 2;
        now.languages << QStringLiteral("pt");
        m_server->answer("PATCH " + pathOfAgent(m_ana), 200, {{"agent", protocol::toJson(now)}});
        find<QPushButton>("personSave")->click();
        QTRY_VERIFY(!page().hasUnsaved());
        QCOMPARE(m_server->last("PATCH " + pathOfAgent(m_ana)).body,
                 (Json{{"capacity", 2}, {"languages", {"es", "pt"}}}));
        QCOMPARE(find<QLabel>("personState")->text(), QStringLiteral("Saved."));
    }

    void theirTeamsAreSavedWithThem()
    {
        open("Ana");
        auto* teams = find<QListView>("personTeams");
        QCOMPARE(teams->model()->rowCount(), 2);
        QCOMPARE(teams->model()->index(0, 0).data().toString(), QStringLiteral("Returns")); // hers first
        QCOMPARE(teams->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        Q_EMIT teams->clicked(teams->model()->index(0, 0));
        Q_EMIT teams->clicked(teams->model()->index(1, 0));
        const std::string one = "PATCH /api/teams/" + m_team.id.text();
        const std::string two = "PATCH /api/teams/" + m_other.id.text();
        m_server->answer(one, 200, Json::object());
        m_server->answer(two, 200, Json::object());
        find<QPushButton>("personSave")->click();
        QTRY_VERIFY(!page().hasUnsaved());
        QCOMPARE(m_server->last(one).body, (Json{{"members", Json::array()}}));
        QCOMPARE(m_server->last(two).body, (Json{{"members", {m_eva.id.text(), m_ana.id.text()}}}));
        QCOMPARE(m_server->count("PATCH " + pathOfAgent(m_ana)), 0);
    }

    void somebodyIsInvitedByALink()
    {
        find<QPushButton>("personNew")->click();
        QTRY_VERIFY(find<QLineEdit>("personName")->hasFocus());
        QVERIFY(!find<QWidget>("personDisable")->isVisible());
        find<QLineEdit>("personName")->setText(QStringLiteral("Pia"));
        find<QLineEdit>("personEmail")->setText(QStringLiteral("pia at shop"));
        find<QPushButton>("personSave")->click();
        QVERIFY(find<QLabel>("personEmailError")->isVisible());
        QVERIFY(m_server->seen.empty());
        find<QLineEdit>("personEmail")->setText(QStringLiteral("pia@shop.test"));
        find<QComboBox>("personRole")->setCurrentIndex(1);
        domain::Agent pia = colleague("Pia");
        pia.invited = true;
        pia.role = domain::Role::Supervisor;
        m_server->answer("POST /api/agents/invite", 201,
                         {{"agentId", pia.id.text()},
                          {"agent", protocol::toJson(pia)},
                          {"token", "ri_secret"},
                          {"expiresAt", "2026-11-29T10:00:00.000Z"}});
        find<QPushButton>("personSave")->click();
        auto* link = find<QLineEdit>("inviteSecret");
        QTRY_VERIFY(link->isVisible());
        QCOMPARE(link->text(), m_server->url().toString() + QStringLiteral("/join#ri_secret"));
        const QDateTime until =
            QDateTime::fromString(QStringLiteral("2026-11-29T10:00:00.000Z"), Qt::ISODateWithMs);
        QVERIFY(find<QLabel>("inviteWords")->text().contains(momentText(until)));
        const Json sent = m_server->last("POST /api/agents/invite").body;
        QCOMPARE(sent["email"].get<std::string>(), std::string("pia@shop.test"));
        QCOMPARE(sent["role"].get<std::string>(), std::string("supervisor"));
        find<QPushButton>("inviteCopy")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), link->text());
        know({m_eva, m_ana, pia});
        QVERIFY(find<QPushButton>("personInvite")->isVisible()); // she is open, and has not come yet
        QVERIFY(!find<QPushButton>("personPassword")->isVisible());
        find<QPushButton>("inviteDone")->click();
        QVERIFY(!link->isVisible());
        QVERIFY(link->text().isEmpty());
    }

    void aLinkGoesWithThePageAndWithWhoeverLockedTheScreen()
    {
        m_server->answer(
            "POST " + pathOfAgent(m_ana, "/reset-password"), 200,
            {{"success", true}, {"token", "ri_once"}, {"expiresAt", "2026-11-23T10:00:00.000Z"}});
        auto* link = find<QLineEdit>("inviteSecret");
        const auto makeOne = [this, link] {
            m_window->openAt(QStringLiteral("people"));
            QTRY_VERIFY(find<QPushButton>("personPassword")->isVisible());
            find<QPushButton>("personPassword")->click();
            find<QPushButton>("accessYes")->click();
            QTRY_VERIFY(link->isVisible() && link->text().endsWith(QStringLiteral("#ri_once")));
            QTRY_VERIFY(!m_window->findChild<QDialog*>(QStringLiteral("accessQuestion")));
        };
        open("Ana");
        makeOne();
        QVERIFY(find<QLabel>("inviteWords")->text().contains(QStringLiteral("leave this page")));
        m_window->openAt(QStringLiteral("appearance"));
        QVERIFY(link->text().isEmpty());
        m_window->openAt(QStringLiteral("people"));
        QVERIFY(!link->isVisible());
        makeOne();
        m_window->hide();
        QVERIFY(link->text().isEmpty());
        makeOne();
        m_window->putSecretsAway();
        QVERIFY(link->text().isEmpty());
        QVERIFY(!link->isVisible());
    }

    void savingIsPossibleWithoutScrolling()
    {
        m_window->resize(900, 480);
        open("Ana");
        const auto* save = find<QPushButton>("personSave");
        QTRY_VERIFY(save->isVisible() &&
                    save->mapTo(&page(), QPoint(0, save->height())).y() <= page().height());
        QCOMPARE(save->parentWidget()->window(), m_window.get());
        QVERIFY(!page().widget()->isAncestorOf(save));
        find<QPushButton>("personNew")->click();
        QCOMPARE(find<QPushButton>("personGiveUp")->text(), QStringLiteral("Cancel"));
    }

    void whatIsTakenIsSaidBesideTheAddress()
    {
        find<QPushButton>("personNew")->click();
        find<QLineEdit>("personName")->setText(QStringLiteral("Ana"));
        find<QLineEdit>("personEmail")->setText(QStringLiteral("ana@shop.test"));
        m_server->answer("POST /api/agents/invite", 409, {{"code", "conflict"}, {"title", "Taken."}});
        find<QPushButton>("personSave")->click();
        QTRY_VERIFY(find<QLabel>("personEmailError")->isVisible());
        QVERIFY(page().hasUnsaved());
        m_server->answer("POST /api/agents/invite", 422,
                         {{"code", "invalid"},
                          {"title", "Wrong."},
                          {"errors", {{{"field", "skills"}, {"detail", "must be a list"}}}}});
        find<QLineEdit>("personEmail")->setText(QStringLiteral("anna@shop.test"));
        find<QPushButton>("personSave")->click();
        QTRY_VERIFY(find<QLabel>("personState")->text().contains(QStringLiteral("above")));
    }

    void disablingSaysWhatHappensFirst()
    {
        client::LiveBatch batch;
        client::ConversationRow row;
        row.id = domain::ConversationId(QUuid::createUuid());
        row.holder = domain::Holder::Agent;
        row.holderAgent = m_ana.id;
        batch.rows.push_back(row);
        m_live->apply(batch);
        open("Ana");
        find<QPushButton>("personDisable")->click();
        auto* question = find<QDialog>("accessQuestion");
        QVERIFY(question->isVisible());
        QString words;
        for (const QLabel* label : question->findChildren<QLabel*>())
            words += label->text();
        QVERIFY2(words.contains(QStringLiteral("1 conversation")), qPrintable(words));
        QVERIFY(m_server->seen.empty());
        domain::Agent out = m_ana;
        out.disabled = true;
        m_server->answer("PATCH " + pathOfAgent(m_ana), 200, {{"agent", protocol::toJson(out)}});
        find<QPushButton>("accessYes")->click();
        QTRY_VERIFY(find<QPushButton>("personEnable")->isVisible());
        QCOMPARE(m_server->last("PATCH " + pathOfAgent(m_ana)).body, (Json{{"disabled", true}}));
        QVERIFY(!find<QPushButton>("personDisable")->isVisible());
        m_server->answer("PATCH " + pathOfAgent(m_ana), 200, {{"agent", protocol::toJson(m_ana)}});
        find<QPushButton>("personEnable")->click(); // nothing is lost by it: it is not asked about
        QTRY_VERIFY(find<QPushButton>("personDisable")->isVisible());
    }

    void theWayInIsLookedAfter()
    {
        open("Ana");
        m_server->answer("DELETE " + pathOfAgent(m_ana, "/sessions"), 200, {{"success", true}});
        find<QPushButton>("personSessions")->click();
        find<QPushButton>("accessYes")->click();
        QTRY_COMPARE(find<QLabel>("personState")->text(), QStringLiteral("Signed out everywhere."));
        m_server->answer(
            "POST " + pathOfAgent(m_ana, "/reset-password"), 200,
            {{"success", true}, {"token", "ri_again"}, {"expiresAt", "2026-11-23T10:00:00.000Z"}});
        QTRY_VERIFY(!m_window->findChild<QDialog*>(QStringLiteral("accessQuestion")));
        find<QPushButton>("personPassword")->click();
        find<QPushButton>("accessYes")->click();
        QTRY_VERIFY(find<QLineEdit>("inviteSecret")->text().endsWith(QStringLiteral("#ri_again")));
        // About oneself is the account page.
        open("Eva");
        QVERIFY(!find<QPushButton>("personDisable")->isVisible());
        QVERIFY(!find<QComboBox>("personRole")->isEnabled());
    }

    void whatOthersChangeIsHereAndDoesNotTakeWhatIsWritten()
    {
        open("Ana");
        domain::Agent now = m_ana;
        now.name = QStringLiteral("Ana Torres");
        know({m_eva, now});
        QCOMPARE(find<QLineEdit>("personName")->text(), QStringLiteral("Ana Torres"));
        QVERIFY(!page().hasUnsaved());
        find<QSpinBox>("personCapacity")->setValue(9);
        now.name = QStringLiteral("Ana Ruiz");
        know({m_eva, now});
        QCOMPARE(find<QLineEdit>("personName")->text(), QStringLiteral("Ana Ruiz"));
        QCOMPARE(find<QSpinBox>("personCapacity")->value(), 9);
        QVERIFY(!find<QLabel>("personState")->text().contains(QStringLiteral("Somebody")));
        now.capacity = 7;
        know({m_eva, now});
        QCOMPARE(find<QSpinBox>("personCapacity")->value(), 9);
        QVERIFY(find<QLabel>("personState")->text().contains(QStringLiteral("Somebody else")));
        QVERIFY(page().hasUnsaved());
    }

    void nothingMovesUnderWhoeverWrites()
    {
        open("Ana");
        auto* name = find<QLineEdit>("personName");
        name->setText(QStringLiteral("Ana "));
        domain::Agent now = m_ana;
        now.availability = domain::Availability::Away;
        know({m_eva, now});
        QCOMPARE(name->text(), QStringLiteral("Ana "));
        find<QSpinBox>("personCapacity")->setValue(9);
        now.capacity = 7;
        know({m_eva, now});
        QCOMPARE(name->text(), QStringLiteral("Ana "));
        QVERIFY(find<QLabel>("personState")->text().contains(QStringLiteral("Somebody else")));
        now.availability = domain::Availability::Available;
        know({m_eva, now});
        QVERIFY(find<QLabel>("personState")->text().contains(QStringLiteral("Somebody else")));
        QCOMPARE(find<QSpinBox>("personCapacity")->value(), 9);
    }

    void anAnswerIsAboutWhomItWasAsked()
    {
        open("Ana");
        domain::Agent out = m_ana;
        out.disabled = true;
        m_server->answer("PATCH " + pathOfAgent(m_ana), 200, {{"agent", protocol::toJson(out)}});
        find<QPushButton>("personDisable")->click();
        find<QPushButton>("accessYes")->click();
        open("Eva"); // the answer has not come yet
        QCOMPARE(find<QLineEdit>("personName")->text(), QStringLiteral("Ana"));
        QTRY_VERIFY(find<QPushButton>("personEnable")->isVisible());
        open("Eva");
        QCOMPARE(find<QLineEdit>("personName")->text(), QStringLiteral("Eva"));
    }

    void teamsThatCouldNotBeSavedStayChosen()
    {
        find<QPushButton>("personNew")->click();
        find<QLineEdit>("personName")->setText(QStringLiteral("Pia"));
        find<QLineEdit>("personEmail")->setText(QStringLiteral("pia@shop.test"));
        auto* teams = find<QListView>("personTeams");
        Q_EMIT teams->clicked(teams->model()->index(0, 0));
        domain::Agent pia = colleague("Pia");
        pia.invited = true;
        m_server->answer("POST /api/agents/invite", 201,
                         {{"agentId", pia.id.text()}, {"agent", protocol::toJson(pia)}, {"token", "ri_x"}});
        for (const domain::Team& team : {m_team, m_other})
            m_server->answer("PATCH /api/teams/" + team.id.text(), 422,
                             {{"code", "invalid"}, {"title", "Wrong."}});
        bool left = false;
        page().save([&left] { left = true; });
        QTRY_VERIFY(find<QPushButton>("personSave")->isEnabled() && page().hasUnsaved());
        QTRY_VERIFY(find<QLineEdit>("inviteSecret")->isVisible());
        QTRY_VERIFY(find<QPushButton>("personSave")->isEnabled());
        QCOMPARE(teams->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QVERIFY(!left);
    }

    void withoutAConnectionItIsForReading()
    {
        open("Ana");
        m_window->setLink({client::LinkState::WaitingToRetry, milliseconds(1000), {}});
        QVERIFY(page().findChild<QLabel*>(QStringLiteral("settingsOffline"))->isVisible());
        QVERIFY(find<QLineEdit>("personName")->isReadOnly());
        QVERIFY(!find<QPushButton>("personNew")->isEnabled());
        QVERIFY(!find<QPushButton>("personDisable")->isEnabled());
        m_window->setLink({client::LinkState::Online, milliseconds(0), {}});
        QVERIFY(!find<QLineEdit>("personName")->isReadOnly());
        QVERIFY(find<QPushButton>("personNew")->isEnabled());
    }

    void itIsFoundByItsWords()
    {
        QStringList words;
        for (const SettingsWindow::Place& place : m_window->places())
            words << place.setting.words;
        for (const char* wanted : {"Invite somebody", "Skills and languages", "Members of a team", "New key"})
            QVERIFY2(words.contains(QString::fromLatin1(wanted)), wanted);
    }

    void everythingHasAName()
    {
        open("Ana");
        for (const QWidget* widget : page().findChildren<QWidget*>()) {
            const bool control =
                qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QAbstractButton*>(widget) ||
                qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
                qobject_cast<const QListView*>(widget);
            if (control && widget->isVisible() &&
                widget->objectName() != QLatin1String("qt_spinbox_lineedit"))
                QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }

private:
    domain::Agent m_eva;
    domain::Agent m_ana;
    domain::Team m_team;
    domain::Team m_other;

    void know(const std::vector<domain::Agent>& agents)
    {
        client::LiveBatch batch;
        batch.agents = agents;
        batch.teams = std::vector{m_team, m_other};
        m_live->apply(batch);
    }
    PeoplePage& page() { return *find<PeoplePage>("peoplePage"); }
    void open(const char* name)
    {
        auto* list = find<QListView>("people");
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, 0).data().toString() == QString::fromLatin1(name))
                Q_EMIT list->clicked(list->model()->index(row, 0));
        }
    }
};

RELEVO_TEST(tst_PeoplePage)
#include "tst_peoplepage.moc"
