#include "settings_test.h"
#include "support/test_main.h"

#include <ui/settings/key_page.h>
#include <ui/settings/team_page.h>

#include <models/choices.h>
#include <protocol/codec.h>

#include <QtGui/QClipboard>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>

using namespace relevo;
using namespace relevo::ui;
using Json = HttpDouble::Json;

/// The pages where an admin looks after teams and API keys.
class tst_TeamAndKeyPages final : public SettingsTest
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        begin();
        m_eva.id = domain::AgentId(QUuid::createUuid());
        m_eva.name = QStringLiteral("Eva");
        m_eva.role = domain::Role::Admin;
        m_luis.id = domain::AgentId(QUuid::createUuid());
        m_luis.name = QStringLiteral("Luis");
        m_team = {domain::TeamId(QUuid::createUuid()), QStringLiteral("Returns"), {m_luis.id}};
        m_live->setMe(m_eva);
        know({m_team});
        makeWindow();
    }
    void cleanup() { end(); }

    void aTeamIsMade()
    {
        m_window->openAt(QStringLiteral("teams"));
        find<QPushButton>("teamNew")->click();
        auto* name = find<QLineEdit>("teamName");
        QTRY_VERIFY(name->hasFocus());
        name->setText(QStringLiteral("returns"));
        find<QPushButton>("teamSave")->click();
        QVERIFY(find<QLabel>("teamNameError")->isVisible()); // in any case of letters
        QVERIFY(m_server->seen.empty());
        name->setText(QStringLiteral("Shop"));
        auto* members = find<QListView>("teamMembers");
        QTest::keyClicks(find<QLineEdit>("teamMembersSearch"), QStringLiteral("eva"));
        QCOMPARE(members->model()->rowCount(), 1);
        QTest::keyClick(find<QLineEdit>("teamMembersSearch"), Qt::Key_Return);
        QCOMPARE(members->model()->index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        domain::Team shop{domain::TeamId(QUuid::createUuid()), QStringLiteral("Shop"), {m_eva.id}};
        m_server->answer("POST /api/teams", 201, {{"team", protocol::toJson(shop)}});
        find<QPushButton>("teamSave")->click();
        QTRY_VERIFY(!teams().hasUnsaved());
        QCOMPARE(m_server->last("POST /api/teams").body,
                 (Json{{"name", "Shop"}, {"members", {m_eva.id.text()}}}));
        know({m_team, shop});
        QCOMPARE(find<QListView>("teams")->model()->rowCount(), 2);
        QCOMPARE(find<QLabel>("teamState")->text(), QStringLiteral("Saved."));
    }

    void aTeamIsRenamedAndDeleted()
    {
        m_window->openAt(QStringLiteral("teams"));
        openFirst("teams");
        find<QLineEdit>("teamName")->setText(QStringLiteral("Sent back"));
        domain::Team renamed = m_team;
        renamed.name = QStringLiteral("Sent back");
        const std::string path = "/api/teams/" + m_team.id.text();
        m_server->answer("PATCH " + path, 409, {{"code", "conflict"}, {"title", "Taken."}});
        find<QPushButton>("teamSave")->click();
        QTRY_VERIFY(find<QLabel>("teamNameError")->isVisible());
        m_server->answer("PATCH " + path, 200, {{"team", protocol::toJson(renamed)}});
        find<QPushButton>("teamSave")->click();
        QTRY_VERIFY(!teams().hasUnsaved());
        QCOMPARE(m_server->last("PATCH " + path).body, (Json{{"name", "Sent back"}}));
        find<QPushButton>("teamDelete")->click();
        QVERIFY(find<QDialog>("teamDeleteQuestion")->isVisible());
        QCOMPARE(m_server->count("DELETE " + path), 0);
        m_server->answer("DELETE " + path, 200, {{"success", true}});
        find<QPushButton>("teamDeleteYes")->click();
        QTRY_VERIFY(!find<QLineEdit>("teamName")->isVisible());
        QCOMPARE(m_server->count("DELETE " + path), 1);
        know({});
        QVERIFY(find<QLabel>("teamNone")->isVisible());
    }

    void whatOthersDoWithATeamIsSeen()
    {
        m_window->openAt(QStringLiteral("teams"));
        openFirst("teams");
        domain::Team now = m_team;
        now.members.clear();
        know({now});
        auto* members = find<QListView>("teamMembers");
        for (int row = 0; row < members->model()->rowCount(); ++row)
            QCOMPARE(members->model()->index(row, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Unchecked));
        find<QLineEdit>("teamName")->setText(QStringLiteral("Other"));
        now.members = {m_eva.id};
        know({now});
        QCOMPARE(find<QLineEdit>("teamName")->text(), QStringLiteral("Other"));
        QVERIFY(!find<QLabel>("teamState")->text().contains(QStringLiteral("Somebody")));
        now.name = QStringLiteral("Another");
        know({now});
        QVERIFY(find<QLabel>("teamState")->text().contains(QStringLiteral("Somebody else")));
        know({});
        QVERIFY(find<QLabel>("teamState")->text().contains(QStringLiteral("deleted")));
        QCOMPARE(find<QLineEdit>("teamName")->text(), QStringLiteral("Other"));
    }

    void aKeyIsMadeAndShownOnce()
    {
        m_server->answer("GET /api/keys", 200, {{"items", Json::array()}, {"next", nullptr}});
        m_window->openAt(QStringLiteral("keys"));
        QTRY_VERIFY(find<QLabel>("keyNone")->isVisible());
        find<QPushButton>("keyNew")->click();
        find<QLineEdit>("keyName")->setText(QStringLiteral("Bot"));
        find<QPushButton>("keySave")->click();
        QVERIFY(find<QLabel>("keyScopesError")->isVisible());
        QCOMPARE(m_server->count("POST /api/keys"), 0);
        find<QCheckBox>("keyScope_conversations")->click();
        find<QCheckBox>("keyScope_handoffs")->click();
        QVERIFY(keys().hasUnsaved());
        m_server->answer("POST /api/keys", 201,
                         {{"id", "k1"},
                          {"name", "Bot"},
                          {"scopes", {"conversations", "handoffs"}},
                          {"createdAt", "2026-11-20T10:00:00.000Z"},
                          {"apiKey", "rk_secret"}});
        m_server->answer("GET /api/keys", 200, {{"items", {listed("k1", "Bot")}}, {"next", nullptr}});
        find<QPushButton>("keySave")->click();
        QTRY_COMPARE(find<QLineEdit>("keySecret")->text(), QStringLiteral("rk_secret"));
        QCOMPARE(m_server->last("POST /api/keys").body,
                 (Json{{"name", "Bot"}, {"scopes", {"conversations", "handoffs"}}}));
        QVERIFY(!keys().hasUnsaved());
        find<QPushButton>("keyCopy")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("rk_secret"));
        QTRY_COMPARE(find<QListView>("apiKeys")->model()->rowCount(), 1);
        // The form has gone: what is free is below the list and not between its parts.
        auto* search = find<QLineEdit>("keySearch");
        auto* list = find<QListView>("apiKeys");
        QTRY_VERIFY(list->mapTo(&keys(), QPoint()).y() -
                        search->mapTo(&keys(), QPoint(0, search->height())).y() <=
                    16);
        find<QPushButton>("keyDone")->click();
        QVERIFY(find<QLineEdit>("keySecret")->text().isEmpty());
    }

    void nobodyIsLedAwayFromAKey()
    {
        m_server->answer("GET /api/keys", 200, {{"items", Json::array()}, {"next", nullptr}});
        m_window->openAt(QStringLiteral("keys"));
        QTRY_VERIFY(find<QLabel>("keyNone")->isVisible());
        find<QPushButton>("keyNew")->click();
        find<QLineEdit>("keyName")->setText(QStringLiteral("Bot"));
        find<QCheckBox>("keyScope_read")->click();
        m_server->answer("POST /api/keys", 201, {{"id", "k1"}, {"name", "Bot"}, {"apiKey", "rk_secret"}});
        bool left = false;
        keys().save([&left] { left = true; });
        QTRY_COMPARE(find<QLineEdit>("keySecret")->text(), QStringLiteral("rk_secret"));
        QVERIFY(!left);
        // Whoever goes has seen it.
        m_window->openAt(QStringLiteral("teams"));
        QVERIFY(find<QLineEdit>("keySecret")->text().isEmpty());
    }

    void membersAreKnownByNameAndRole()
    {
        m_eva.email = QStringLiteral("eva@shop.test");
        m_eva.skills = QStringList{QStringLiteral("billing")};
        know({m_team});
        m_window->openAt(QStringLiteral("teams"));
        openFirst("teams");
        const auto* members = find<QListView>("teamMembers");
        for (int row = 0; row < members->model()->rowCount(); ++row)
            QVERIFY(members->model()->index(row, 0).data(models::choice::DetailRole).toString().isEmpty());
    }

    void aKeyIsRevokedAfterAQuestion()
    {
        m_server->answer("GET /api/keys", 200, {{"items", {listed("k1", "Bot")}}, {"next", nullptr}});
        m_window->openAt(QStringLiteral("keys"));
        QTRY_COMPARE(find<QListView>("apiKeys")->model()->rowCount(), 1);
        openFirst("apiKeys");
        QVERIFY(find<QLineEdit>("keyName")->isReadOnly());
        QVERIFY(!find<QCheckBox>("keyScope_read")->isEnabled());
        QVERIFY(!keys().hasUnsaved());
        find<QPushButton>("keyDelete")->click();
        QVERIFY(find<QDialog>("keyRevokeQuestion")->isVisible());
        m_server->answer("DELETE /api/keys/k1", 200, {{"success", true}});
        m_server->answer("GET /api/keys", 200, {{"items", Json::array()}, {"next", nullptr}});
        find<QPushButton>("keyRevokeYes")->click();
        QTRY_COMPARE(find<QListView>("apiKeys")->model()->rowCount(), 0);
        QVERIFY(!find<QLineEdit>("keyName")->isVisible());
    }

    void keysThatCannotBeFetchedSaySo()
    {
        m_server->answer("GET /api/keys", 503, {{"code", "unavailable"}, {"title", "Busy."}});
        m_window->openAt(QStringLiteral("keys"));
        QTRY_VERIFY(again()->isVisible());
        QVERIFY(!find<QPushButton>("keyNew")->isVisible());
        m_server->answer("GET /api/keys", 200, {{"items", {listed("k1", "Bot")}}, {"next", nullptr}});
        again()->click();
        QTRY_VERIFY(find<QPushButton>("keyNew")->isVisible());
        m_window->setLink({client::LinkState::WaitingToRetry, milliseconds(1000), {}});
        QVERIFY(!find<QPushButton>("keyNew")->isEnabled());
        const int asked = m_server->count("GET /api/keys");
        m_window->setLink({client::LinkState::Online, milliseconds(0), {}});
        QTRY_VERIFY(m_server->count("GET /api/keys") > asked); // what was missed
    }

private:
    domain::Agent m_eva;
    domain::Agent m_luis;
    domain::Team m_team;

    static Json listed(const char* id, const char* name)
    {
        return {{"id", id},
                {"name", name},
                {"scopes", {"conversations", "handoffs"}},
                {"createdAt", "2026-11-20T10:00:00.000Z"},
                {"lastUsedAt", "2026-11-21T10:00:00.000Z"}};
    }
    void know(const std::vector<domain::Team>& teams)
    {
        client::LiveBatch batch;
        batch.agents = std::vector{m_eva, m_luis};
        batch.teams = teams;
        m_live->apply(batch);
    }
    TeamPage& teams() { return *find<TeamPage>("teamsPage"); }
    KeyPage& keys() { return *find<KeyPage>("keysPage"); }
    QPushButton* again() { return keys().findChild<QPushButton*>(QStringLiteral("fetchAgain")); }
    void openFirst(const char* listName)
    {
        auto* list = find<QListView>(listName);
        Q_EMIT list->clicked(list->model()->index(0, 0));
    }
};

RELEVO_TEST(tst_TeamAndKeyPages)
#include "tst_teamandkeypages.moc"
