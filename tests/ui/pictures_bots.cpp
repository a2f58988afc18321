#include "pictures_bots.h"
#include "answered.h"
#include "fake_player.h"
#include "relay_answers.h"

#include <ui/settings/settings_window.h>
#include <ui/shell/autostart.h>
#include <ui/shell/connection_keeper.h>
#include <ui/shell/desk_page.h>

#include <protocol/bots_codec.h>

#include <QtTest/QtTest>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>

namespace relevo {

namespace {

domain::BotSettings shopBots()
{
    domain::BotSettings bots;
    bots.bots.push_back({QStringLiteral("orders"), domain::BotKind::Orders, {}, 10, 60});
    bots.bots.push_back({QStringLiteral("guitar-advisor"), domain::BotKind::Webhook,
                         QStringLiteral("https://bots.casalumen.test/advisor"), 10, 60});
    bots.lanes[domain::Lane::Commerce] = QStringLiteral("orders");
    bots.lanes[domain::Lane::Support] = QStringLiteral("guitar-advisor");
    bots.rules = {{domain::Lane::Commerce, {QStringLiteral("gift card"), QStringLiteral("voucher")}},
                  {domain::Lane::Support, {QStringLiteral("string broken")}}};
    return bots;
}

std::vector<domain::FaqEntry> shopAnswers()
{
    const auto entry = [](const char* name, const char* words, const char* answer) {
        domain::FaqEntry one;
        one.name = QString::fromUtf8(name);
        one.words[QStringLiteral("en")] = QString::fromUtf8(words).split(u',');
        one.answer[QStringLiteral("en")] = QString::fromUtf8(answer);
        return one;
    };
    domain::FaqEntry parking = entry("Parking", "parking,where to park",
                                     "Behind the house, two hours are free. We are here {hours}.");
    parking.words[QStringLiteral("es")] = {QStringLiteral("aparcar"), QStringLiteral("aparcamiento")};
    parking.answer[QStringLiteral("es")] = QStringLiteral("Detrás de la casa; dos horas son gratis.");
    return {parking, entry("Gift cards", "gift card", "They hold for three years, in the shop and online."),
            entry("Shipping abroad", "ship abroad,shipping abroad",
                  "We ship to all of the European Union for 9 EUR, elsewhere on request.")};
}

/// A settings' window at a relay that knows of bots.
struct BotOffice
{
    explicit BotOffice(DeskWorld& desk) : project("/api/projects/" + desk.live.project().id.text())
    {
        answerAll(relay, desk.live.project().id.text());
        relay.answer("GET " + project + "/bots", 200, protocol::toJson(shopBots()));
        relay.answer("GET " + project + "/faq", 200, {{"items", protocol::toJson(shopAnswers())}});
        relay.answer("GET /api/audit", 200,
                     {{"items",
                       {{{"at", "2026-11-20T16:12:00.000Z"},
                         {"actor", {{"type", "agent"}, {"name", "Eva Sanz"}}},
                         {"changes", {{{"field", "rules"}}, {{"field", "lanes"}}}}}}}});
        api.use(relay.url(), QStringLiteral("token"));
        domain::Agent admin = desk.me();
        admin.role = domain::Role::Admin;
        desk.live.setMe(admin);
    }

    void wait(const std::string& what) { waitForAnswer(relay, api, what); }

    std::string project;
    HttpDouble relay;
    client::RelayApi api;
    QTemporaryDir folder;
    QSettings file{folder.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat};
    ui::Preferences preferences{file};
    client::SessionSecrets secrets;
    ui::ConnectionKeeper connection{preferences, secrets};
    FakePlayer player;
    ui::NoAutostart autostart;
};

void showBotOff(Album& album, DeskWorld& world, const QString& suffix)
{
    const domain::ConversationId id = world.mineId(0);
    world.window().desk().look(id);
    client::TranscriptBatch batch;
    batch.conversation = id;
    batch.state = world.transcript(id)->state();
    batch.state->conversation.botOff = true;
    world.transcript(id)->apply(batch);
    QTest::qWait(50); // the column is laid out once a turn
    album.keep(QStringLiteral("bot-off") + suffix, world.window());
}

void showBotPages(Album& album, BotOffice& office, ui::SettingsWindow& settings, const QString& suffix)
{
    settings.openAt(QStringLiteral("bots"));
    office.wait("GET " + office.project + "/bots");
    album.keep(QStringLiteral("settings-bots") + suffix, settings);
    auto* page = settings.findChild<QScrollArea*>(QStringLiteral("botsPage"));
    for (int part = 1; part <= 3; ++part) {
        page->verticalScrollBar()->setValue(page->verticalScrollBar()->maximum() * part / 3);
        album.keep(QStringLiteral("settings-bots-%1").arg(part) + suffix, settings);
    }
    auto* source = settings.findChild<QComboBox*>(QStringLiteral("ordersSource"));
    source->setCurrentIndex(1);
    Q_EMIT source->activated(1);
    settings.findChild<QLineEdit*>(QStringLiteral("ordersUrl"))->setText(QStringLiteral("shop.example.com"));
    QTest::qWait(50);
    page->verticalScrollBar()->setValue(page->verticalScrollBar()->maximum());
    album.keep(QStringLiteral("settings-bots-orders") + suffix, settings);
    settings.findChild<QPushButton*>(QStringLiteral("discardSettings"))->click();
    settings.openAt(QStringLiteral("answers"));
    office.wait("GET " + office.project + "/faq");
    auto* answers = settings.findChild<QListView*>(QStringLiteral("answers"));
    answers->setCurrentIndex(answers->model()->index(0, 0));
    Q_EMIT answers->clicked(answers->currentIndex());
    album.keep(QStringLiteral("settings-answers") + suffix, settings);
}

void showBotTrouble(Album& album, BotOffice& office, ui::SettingsWindow& settings, const QString& suffix)
{
    const HttpDouble::Json away{{"code", "unavailable"}, {"title", "Busy."}};
    office.relay.answer("GET " + office.project + "/bots", 503, away);
    office.relay.answer("GET " + office.project + "/faq", 200, {{"items", HttpDouble::Json::array()}});
    settings.openAt(QStringLiteral("bots"));
    office.wait("GET " + office.project + "/bots");
    album.keep(QStringLiteral("settings-bots-error") + suffix, settings);
    settings.openAt(QStringLiteral("answers"));
    office.wait("GET " + office.project + "/faq");
    album.keep(QStringLiteral("settings-answers-empty") + suffix, settings);
}

} // namespace

void showBots(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    const auto world = busyDesk(scheme, usual, 3, 2);
    showBotOff(album, *world, suffix);
    BotOffice office(*world);
    const ui::SettingsWindow::Parts parts{world->theme,
                                          office.preferences,
                                          world->live,
                                          office.api,
                                          office.connection,
                                          world->window().keymap(),
                                          {office.player, office.autostart}};
    {
        ui::SettingsWindow settings(parts);
        settings.resize(1000, 720);
        showBotPages(album, office, settings, suffix);
    }
    office.relay.seen.clear();
    ui::SettingsWindow settings(parts);
    settings.resize(1000, 720);
    showBotTrouble(album, office, settings, suffix);
}

} // namespace relevo
