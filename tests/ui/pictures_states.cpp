#include "pictures_states.h"
#include "answered.h"

#include "fake_player.h"
#include "relay_answers.h"

#include <client/certificate_probe.h>
#include <client/relay_api.h>
#include <ui/login/login_page.h>
#include <ui/queue/inbox_view.h>
#include <ui/queue/left_column.h>
#include <ui/settings/question.h>
#include <ui/settings/settings_window.h>
#include <ui/shell/autostart.h>
#include <ui/shell/certificate_guard.h>
#include <ui/shell/connection_keeper.h>
#include <ui/shell/desk_page.h>
#include <ui/supervise/live_window.h>
#include <ui/widgets/link_bar.h>

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QSpinBox>

namespace relevo {

namespace {

using client::LinkState;

void setLink(DeskWorld& world, LinkState state)
{
    ui::LeftColumn& left = world.window().desk().left();
    left.link().setLink({state, milliseconds(5000), {}});
    left.inbox().setLink(state);
    world.window().desk().setConnected(client::isConnected(state));
}

/// Somebody else has it, or nobody any more.
void pass(DeskWorld& world, const domain::ConversationId& id, bool closed)
{
    const domain::Agent& other = world.live.agents().back();
    client::TranscriptBatch batch;
    batch.conversation = id;
    batch.state = world.transcript(id)->state();
    batch.state->control = {closed ? domain::Holder::Nobody : domain::Holder::Agent,
                            closed ? domain::AgentId() : other.id, 4};
    if (closed) {
        batch.state->conversation.status = domain::ConversationStatus::Closed;
        batch.state->handoff->status = domain::HandoffStatus::Resolved;
    }
    world.transcript(id)->apply(batch);
    if (closed)
        return;
    client::ConversationRow row = *world.live.row(id);
    row.holderAgent = other.id;
    row.assignedTo = other.name;
    world.put(row);
}

void showLinks(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    const auto world = busyDesk(scheme, usual, 0, 0);
    setLink(*world, LinkState::Connecting);
    album.keep(QStringLiteral("connecting") + suffix, world->window());
    setLink(*world, LinkState::WaitingToRetry);
    album.keep(QStringLiteral("unknown") + suffix, world->window());
    world->addWaiting(3);
    world->addMine(2);
    for (const auto& [state, name] :
         {std::pair(LinkState::Refused, "refused"), std::pair(LinkState::Forbidden, "forbidden"),
          std::pair(LinkState::Replaced, "replaced"), std::pair(LinkState::TooOld, "too-old")}) {
        setLink(*world, state);
        // Who may not see them is shown the way in instead, as by the controller.
        if (state == LinkState::Forbidden) {
            world->window().login().showRefusal(world->window().desk().left().link().words());
            world->window().showLogin();
        } else {
            world->window().showDesk();
        }
        album.keep(QString::fromLatin1(name) + suffix, world->window());
    }
}

// Two relays that vouch for themselves; what they sign with was never kept.
constexpr const char* firstCertificate = R"(-----BEGIN CERTIFICATE-----
MIIBkzCCATmgAwIBAgIUQkzykv1WKvNdVDdhO0ZAkinT72wwCgYIKoZIzj0EAwIw
HzEdMBsGA1UEAwwUcmVsYXkuY2FzYWx1bWVuLnRlc3QwHhcNMjYxMTIyMDkxMzQ3
WhcNMzYxMTE5MDkxMzQ3WjAfMR0wGwYDVQQDDBRyZWxheS5jYXNhbHVtZW4udGVz
dDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABP1mNXPci7odRPG9YkAH/uuObDbF
jwqxHpLpMb29MFgAJ6nK7nqjvw2jQiXO5xQoRKO4Owo0xf+vWkgZv3eXa7ejUzBR
MB0GA1UdDgQWBBTchbEE8bRCk5Z3C3Jp1FZXySdS2DAfBgNVHSMEGDAWgBTchbEE
8bRCk5Z3C3Jp1FZXySdS2DAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gA
MEUCIEiswt11D1Bw8H9NK6pv23d2op4FZzOkzZs3WLJfJFktAiEAo+wSB40KheNR
zU6c/05NC1Ds9KMtQecfBQvWjwJnQpA=
-----END CERTIFICATE-----)";
constexpr const char* otherCertificate = R"(-----BEGIN CERTIFICATE-----
MIIBkzCCATmgAwIBAgIUWo0OzGdSuJDhvZgcDXwg7I9RLH4wCgYIKoZIzj0EAwIw
HzEdMBsGA1UEAwwUcmVsYXkuY2FzYWx1bWVuLnRlc3QwHhcNMjYxMTIyMDkxMzQ3
WhcNMzYxMTE5MDkxMzQ3WjAfMR0wGwYDVQQDDBRyZWxheS5jYXNhbHVtZW4udGVz
dDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMlm7WSTHTcouGl5qQX3W4Lh16uq
sGq6GG8bpBhW2F5COoK7DNtXLexAm8UfODUiHBG73cQT4lB/1brqBjQ5eJujUzBR
MB0GA1UdDgQWBBQ9wIzDyt1hPD6Cg4fbmNYpW+EJUjAfBgNVHSMEGDAWgBQ9wIzD
yt1hPD6Cg4fbmNYpW+EJUjAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gA
MEUCIQD6nwFXgH2CNZdQKS7b6Eu4VycP3ky/CxpIr5hBcb0g0gIgbA9FoiRd2xYF
nlRQhYoRZOS/Xgb/GsdkWJwBkJOfSrs=
-----END CERTIFICATE-----)";

/// Everything that the windows of an admin ask, with a relay that knows only what it is told.
struct Office
{
    explicit Office(DeskWorld& world) : m_world(world)
    {
        domain::Agent me = world.me();
        me.role = domain::Role::Admin;
        me.online = true;
        world.live.setMe(me);
        client::LiveBatch batch;
        batch.agents = std::vector{me};
        world.live.apply(batch);
        api.use(relay.url(), QStringLiteral("token"));
    }
    void wait(const char* what) const { waitForAnswer(relay, api, what); }
    [[nodiscard]] ui::SettingsWindow::Parts settings()
    {
        return {m_world.theme,      preferences, m_world.live, api, connection, m_world.window().keymap(),
                {player, autostart}};
    }
    [[nodiscard]] std::string page(const char* method, const char* what) const
    {
        return std::string(method) + " /api/projects/" + m_world.live.project().id.text() + what;
    }

    HttpDouble relay;
    client::RelayApi api;

private:
    DeskWorld& m_world;
    QTemporaryDir folder;
    QSettings file{folder.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat};
    ui::Preferences preferences{file};
    client::SessionSecrets secrets;
    ui::ConnectionKeeper connection{preferences, secrets};
    FakePlayer player;
    ui::NoAutostart autostart;
};

/// Two programs of the customer's that receive nothing, one of them since the day before.
client::LiveBatch failingHooks(Timestamp now)
{
    domain::HealthChange hook;
    hook.kind = QStringLiteral("webhook");
    hook.id = QStringLiteral("1");
    hook.name = QStringLiteral("https://hooks.casalumen.test");
    hook.state = domain::ChannelState::Failing;
    hook.since = now - std::chrono::minutes(12);
    hook.reason = QStringLiteral("answered 503");
    domain::HealthChange other = hook;
    other.id = QStringLiteral("2");
    other.name = QStringLiteral("https://crm.casalumen.test:8443");
    other.since = now - std::chrono::hours(26);
    other.reason = QStringLiteral("could not be reached");
    client::LiveBatch batch;
    batch.failing = std::vector{hook, other};
    return batch;
}

} // namespace

void showStates(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    showLinks(album, scheme, suffix);
    const auto world = busyDesk(scheme, usual, 4, 3);
    ui::DeskPage& desk = world->window().desk();
    desk.look(world->addUnread());
    // What takes longer says so.
    auto* words = world->find<QWidget>("fetching");
    if (!QTest::qWaitFor([words] { return words->isVisible(); }))
        qFatal("nobody says that the messages are fetched");
    album.keep(QStringLiteral("loading") + suffix, world->window());
    desk.look(world->mineId(1));
    pass(*world, world->mineId(1), false);
    album.keep(QStringLiteral("colleague") + suffix, world->window());
    desk.look(world->mineId(2));
    pass(*world, world->mineId(2), true);
    album.keep(QStringLiteral("closed") + suffix, world->window());
    domain::Agent lead = world->me();
    lead.role = domain::Role::Supervisor;
    world->live.setMe(lead);
    world->live.apply(failingHooks(world->clock.now()));
    desk.look(world->mineId(0));
    album.keep(QStringLiteral("failing") + suffix, world->window());
}

void showTrust(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    if (!album.wants(QStringLiteral("trust") + suffix) &&
        !album.wants(QStringLiteral("trust-changed") + suffix))
        return;
    DeskWorld world;
    world.theme.setChoice(scheme);
    world.window().resize(usual);
    world.window().showLogin();
    world.window().show();
    const QSslCertificate first{QByteArray(firstCertificate)};
    const QSslCertificate other{QByteArray(otherCertificate)};
    const auto ask = [&](const char* name, const client::RelayProof& proof, const QSslCertificate& before) {
        ui::Question* question = ui::certificateQuestion(world.theme, proof, before, &world.window());
        question->addAnswer(QStringLiteral("certificateTrust"),
                            ui::CertificateGuard::tr("Trust this certificate"), ui::ButtonKind::Normal,
                            [] {});
        question->open();
        album.keepOver(QString::fromLatin1(name) + suffix, world.window(), *question);
        question->reject();
    };
    client::RelayProof proof;
    proof.host = QStringLiteral("relay.casalumen.test:443");
    proof.certificate = first;
    proof.canBePinned = true;
    ask("trust", proof, QSslCertificate());
    proof.certificate = other;
    ask("trust-changed", proof, first);
}

void showOfficeTrouble(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    if (!album.wants(QStringLiteral("settings-handoff-error") + suffix) &&
        !album.wants(QStringLiteral("live-error") + suffix))
        return;
    const auto world = busyDesk(scheme, usual, 0, 0);
    Office office(*world);
    const HttpDouble::Json away{{"code", "unavailable"}, {"title", "Busy."}};
    for (const std::string& what :
         {office.page("GET", "/handoff-settings"), std::string("GET /api/reports/summary"),
          std::string("GET /api/reports/timeline")})
        office.relay.answer(what, 503, away);
    {
        ui::SettingsWindow settings(office.settings());
        settings.resize(1000, 720);
        settings.openAt(QStringLiteral("handoff"));
        office.wait(office.page("GET", "/handoff-settings").c_str());
        album.keep(QStringLiteral("settings-handoff-error") + suffix, settings);
        settings.openAt(QStringLiteral("canned"));
        album.keep(QStringLiteral("settings-canned-empty") + suffix, settings);
        settings.openAt(QStringLiteral("notifications"));
        auto* page = settings.findChild<QScrollArea*>(QStringLiteral("notificationsPage"));
        for (const int part : {1, 2}) {
            page->verticalScrollBar()->setValue(page->verticalScrollBar()->maximum() * part / 2);
            album.keep(QStringLiteral("settings-notifications-%1").arg(part) + suffix, settings);
        }
        // A small window.
        settings.resize(720, 560);
        settings.openAt(QStringLiteral("connection"));
        album.keep(QStringLiteral("settings-narrow") + suffix, settings);
    }
    ui::LiveWindow live({world->theme, world->live, office.api, world->clock});
    live.show();
    office.wait("GET /api/reports/timeline");
    album.keep(QStringLiteral("live-error") + suffix, live);

    answerAll(office.relay, world->live.project().id.text());
    office.relay.answer("GET /api/reports/summary", 200, HttpDouble::Json::parse(R"({"targets":{}})"));
    office.relay.answer("GET /api/reports/timeline", 200, {{"items", HttpDouble::Json::array()}});
    office.relay.seen.clear();
    ui::LiveWindow quiet({world->theme, world->live, office.api, world->clock});
    quiet.show();
    office.wait("GET /api/reports/timeline");
    album.keep(QStringLiteral("live-empty") + suffix, quiet);
    world->live.apply(failingHooks(world->clock.now()));
    album.keep(QStringLiteral("live-failing") + suffix, quiet);
}

} // namespace relevo
