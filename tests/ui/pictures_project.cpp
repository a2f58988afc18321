#include "pictures_project.h"

#include "answered.h"
#include "fake_player.h"
#include "http_double.h"
#include "sample_words.h"

#include <ui/settings/question.h>
#include <ui/settings/settings_window.h>
#include <ui/shell/autostart.h>
#include <ui/shell/connection_keeper.h>

#include <protocol/codec.h>

#include <QtCore/QTemporaryDir>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSpinBox>

namespace relevo {

namespace {

using Json = HttpDouble::Json;

domain::Agent worker(int number, const char* name, domain::Role role, QStringList skills,
                     QStringList languages)
{
    domain::Agent agent;
    agent.id = *domain::AgentId::parse(QStringLiteral("0190bbbb-0000-7000-8000-0000000000%1").arg(number));
    agent.name = QString::fromUtf8(name);
    agent.email = agent.name.section(u' ', 0, 0).toLower() + QStringLiteral("@casalumen.example");
    agent.role = role;
    agent.availability = number % 3 == 0 ? domain::Availability::Busy : domain::Availability::Available;
    agent.skills = std::move(skills);
    agent.languages = std::move(languages);
    agent.capacity = 4;
    return agent;
}

/// The window of an admin, and what is done in it.
class ProjectOffice
{
public:
    explicit ProjectOffice(DeskWorld& world) : m_world(world)
    {
        domain::Agent me = world.me();
        me.role = domain::Role::Admin;
        world.live.setMe(me);
        api.use(relay.url(), QStringLiteral("token"));
        m_people = {
            me,
            worker(10, "Luis Ferrer", domain::Role::Supervisor, {samples::said(QStringLiteral("billing"))},
                   {QStringLiteral("es"), QStringLiteral("en")}),
            worker(11, "Marta Ruiz Fernández de Córdoba", domain::Role::Agent,
                   {samples::said(QStringLiteral("billing")), samples::said(QStringLiteral("returns"))},
                   {QStringLiteral("es"), QStringLiteral("pt"), QStringLiteral("ca")}),
            worker(12, "João Pires", domain::Role::Agent, {}, {QStringLiteral("pt")}),
            worker(13, "Aicha Benali", domain::Role::Agent, {}, {QStringLiteral("fr")}),
            worker(14, "Tom Becker", domain::Role::Agent, {}, {QStringLiteral("de")})};
        m_people[3].goneAt = world.clock.now();
        m_people[4].invited = true;
        m_people[5].disabled = true;
        m_teams = {{domain::TeamId(QUuid::createUuidV5(QUuid(), QByteArray("a"))),
                    samples::said(QStringLiteral("Returns")),
                    {m_people[1].id, m_people[2].id}},
                   {domain::TeamId(QUuid::createUuidV5(QUuid(), QByteArray("b"))),
                    samples::said(QStringLiteral("Wholesale")),
                    {m_people[3].id}}};
    }
    void know(bool teams)
    {
        client::LiveBatch batch;
        batch.agents = m_people;
        batch.teams = teams ? m_teams : std::vector<domain::Team>();
        m_world.live.apply(batch);
    }
    void wait(const char* what) { waitForAnswer(relay, api, what); }
    void choose(const char* list, int row)
    {
        auto* view = window.findChild<QListView*>(QString::fromLatin1(list));
        view->setCurrentIndex(view->model()->index(row, 0));
        Q_EMIT view->clicked(view->currentIndex());
    }
    void click(const char* button)
    {
        window.findChild<QAbstractButton*>(QString::fromLatin1(button))->click();
    }
    void type(const char* line, const QString& text)
    {
        window.findChild<QLineEdit*>(QString::fromLatin1(line))->setText(text);
    }
    void scrollToEnd(const char* page)
    {
        QScrollBar* bar = window.findChild<QScrollArea*>(QString::fromLatin1(page))->verticalScrollBar();
        bar->setValue(bar->maximum());
    }
    /// What stands over the window, and then no more.
    void keepQuestion(Album& album, const QString& name, const char* question)
    {
        auto* asked = window.findChild<QDialog*>(QString::fromLatin1(question));
        album.keepOver(name, window, *asked);
        asked->reject();
    }

    HttpDouble relay;
    client::RelayApi api;

private:
    DeskWorld& m_world;
    std::vector<domain::Agent> m_people;
    std::vector<domain::Team> m_teams;
    QTemporaryDir m_folder;
    QSettings m_file{m_folder.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat};
    ui::Preferences m_preferences{m_file};
    client::SessionSecrets m_secrets;
    ui::ConnectionKeeper m_connection{m_preferences, m_secrets};
    FakePlayer m_player;
    ui::NoAutostart m_autostart;

public:
    ui::SettingsWindow window{{m_world.theme,
                               m_preferences,
                               m_world.live,
                               api,
                               m_connection,
                               m_world.window().keymap(),
                               {m_player, m_autostart}}};
};

void showPeoplePage(Album& album, ProjectOffice& office, const QString& suffix)
{
    office.window.openAt(QStringLiteral("people"));
    album.keep(QStringLiteral("settings-people") + suffix, office.window);
    office.choose("people", 2);
    album.keep(QStringLiteral("settings-people-one") + suffix, office.window);
    office.scrollToEnd("peoplePage");
    album.keep(QStringLiteral("settings-people-access") + suffix, office.window);
    office.click("personDisable");
    office.keepQuestion(album, QStringLiteral("settings-people-disable") + suffix, "accessQuestion");
    office.window.setLink({client::LinkState::WaitingToRetry, milliseconds(5000), {}});
    album.keep(QStringLiteral("settings-people-offline") + suffix, office.window);
    office.window.setLink({client::LinkState::Online, milliseconds(0), {}});
    office.click("personNew");
    office.type("personEmail", QStringLiteral("noa at casalumen"));
    office.click("personSave");
    album.keep(QStringLiteral("settings-people-wrong") + suffix, office.window);
    domain::Agent noa = worker(20, "Noa Vidal", domain::Role::Agent, {}, {QStringLiteral("es")});
    noa.invited = true;
    office.relay.answer("POST /api/agents/invite", 201,
                        {{"agentId", noa.id.text()},
                         {"agent", protocol::toJson(noa)},
                         {"token", "ri_q2Tn7ubdWm1XvBk0yLx3cZ5fJ8hGs4Rp6AeDoVtNiCK"},
                         {"expiresAt", "2026-11-29T10:00:00.000Z"}});
    office.type("personName", noa.name);
    office.type("personEmail", noa.email);
    office.click("personSave");
    office.wait("POST /api/agents/invite");
    album.keep(QStringLiteral("settings-people-link") + suffix, office.window);
    office.click("inviteDone");
}

void showTeamPage(Album& album, ProjectOffice& office, const QString& suffix)
{
    office.window.openAt(QStringLiteral("teams"));
    office.choose("teams", 0);
    album.keep(QStringLiteral("settings-teams") + suffix, office.window);
    office.click("teamDelete");
    office.keepQuestion(album, QStringLiteral("settings-teams-delete") + suffix, "teamDeleteQuestion");
    office.know(false);
    album.keep(QStringLiteral("settings-teams-empty") + suffix, office.window);
}

void showKeyPage(Album& album, ProjectOffice& office, const QString& suffix)
{
    office.relay.answer("GET /api/keys", 503, {{"code", "unavailable"}, {"title", "Busy."}});
    office.window.openAt(QStringLiteral("keys"));
    office.wait("GET /api/keys");
    album.keep(QStringLiteral("settings-keys-error") + suffix, office.window);
    const Json shop{{"id", "1"},
                    {"name", "Shop bot"},
                    {"scopes", {"conversations", "handoffs"}},
                    {"createdAt", "2026-09-02T10:00:00.000Z"},
                    {"lastUsedAt", "2026-11-21T10:41:00.000Z"}};
    const Json report{{"id", "2"},
                      {"name", "Monthly report"},
                      {"scopes", {"read"}},
                      {"createdAt", "2026-10-11T08:30:00.000Z"}};
    office.relay.answer("GET /api/keys", 200, {{"items", {shop, report}}, {"next", nullptr}});
    office.relay.seen.clear();
    office.window.findChild<QWidget*>(QStringLiteral("keysPage"))
        ->findChild<QPushButton*>(QStringLiteral("fetchAgain"))
        ->click();
    office.wait("GET /api/keys");
    office.choose("apiKeys", 0);
    album.keep(QStringLiteral("settings-keys") + suffix, office.window);
    office.click("keyDelete");
    office.keepQuestion(album, QStringLiteral("settings-keys-revoke") + suffix, "keyRevokeQuestion");
    office.click("keyNew");
    office.click("keySave");
    album.keep(QStringLiteral("settings-keys-new") + suffix, office.window);
    office.type("keyName", QStringLiteral("Shop bot"));
    office.click("keyScope_conversations");
    office.relay.answer("POST /api/keys", 201,
                        {{"id", "3"},
                         {"name", "Shop bot"},
                         {"scopes", {"conversations"}},
                         {"apiKey", "rk_x0YpT7mQ2nVb5LwC8dKfZ3sHjR6uGa1EoXtNi4Mv9By"}});
    office.click("keySave");
    office.wait("POST /api/keys");
    album.keep(QStringLiteral("settings-keys-made") + suffix, office.window);
    // A small window.
    office.window.resize(720, 560);
    album.keep(QStringLiteral("settings-keys-narrow") + suffix, office.window);
}

} // namespace

void showProject(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    const auto world = busyDesk(scheme, usual, 2, 2);
    ProjectOffice office(*world);
    office.know(true);
    office.window.resize(1000, 720);
    showPeoplePage(album, office, suffix);
    showTeamPage(album, office, suffix);
    showKeyPage(album, office, suffix);
}

} // namespace relevo
