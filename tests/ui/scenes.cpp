#include "scenes.h"
#include "answered.h"

#include "fake_player.h"
#include "pictures_actions.h"
#include "pictures_bots.h"
#include "pictures_customer.h"
#include "pictures_files.h"
#include "pictures_inbox.h"
#include "pictures_people.h"
#include "pictures_popups.h"
#include "pictures_project.h"
#include "pictures_states.h"
#include "pictures_window.h"
#include "pictures_writing.h"
#include "relay_answers.h"
#include "sample_words.h"
#include "samples.h"

#include <models/errors.h>
#include <ui/conversation/conversation_page.h>
#include <ui/login/login_page.h>
#include <ui/queue/left_column.h>
#include <ui/search/search_page.h>
#include <ui/settings/settings_window.h>
#include <ui/shell/autostart.h>
#include <ui/shell/connection_keeper.h>
#include <ui/shell/desk_page.h>
#include <ui/supervise/live_window.h>
#include <ui/supervise/waiting_model.h>
#include <ui/widgets/banner.h>
#include <ui/widgets/link_bar.h>

#include <QtTest/QTest>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>

namespace relevo {

namespace {

enum class Looking { AtMine, AtWaiting, AtTicket };

void showDesk(Album& album, const QString& name, ui::SchemeChoice scheme, QSize size, Looking looking)
{
    if (!album.wants(name))
        return;
    const auto world = busyDesk(scheme, size, 20, 6);
    world->window().desk().enter(looking == Looking::AtMine      ? world->mineId(0)
                                 : looking == Looking::AtWaiting ? world->waitingId(0)
                                                                 : world->waitingId(DeskWorld::ticket));
    album.keep(name, world->window());
}

void showOffline(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    const auto world = busyDesk(scheme, usual, 20, 6);
    world->window().desk().enter(world->mineId(4));
    world->window().desk().setConnected(false);
    world->window().desk().left().link().setLink(
        {client::LinkState::WaitingToRetry, milliseconds(5000), QStringLiteral("Nothing answers.")});
    world->window().desk().conversation().banner().tell(
        ui::Banner::Tone::Information, ui::DeskController::tr("%1 was faster and has that conversation.")
                                           .arg(QStringLiteral("Luis Ferrer")));
    album.keep(QStringLiteral("offline") + suffix, world->window());
}

void showDialogs(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    const auto world = busyDesk(scheme, usual, 4, 6);
    ui::MainWindow& window = world->window();
    window.desk().look(world->mineId(3));
    window.desk().conversation().setTyping(world->mineId(3), QString(), true);
    album.keep(QStringLiteral("rtl") + suffix, window);
    window.desk().conversation().setTyping(
        world->mineId(3), QString(), true,
        samples::said(QStringLiteral("And where is my order 4711? I have waited since "
                                     "Monday, and nobody told me that it would be late. "
                                     "Please call me before six.")));
    album.keep(QStringLiteral("preview") + suffix, window);
    run(window, ui::ActionId::Resolve);
    album.keepOver(QStringLiteral("resolve") + suffix, window, *world->find<QDialog>("resolveDialog"));
    QTest::keyClick(world->find<QDialog>("resolveDialog"), Qt::Key_Escape);
    run(window, ui::ActionId::Shortcuts);
    album.keepOver(QStringLiteral("keys") + suffix, window, *world->find<QDialog>("shortcutsDialog"));
}

void showTrouble(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    const auto world = busyDesk(scheme, {860, 640}, 4, 6);
    ui::DeskPage& desk = world->window().desk();
    desk.look(world->mineId(0));
    desk.toggleDetails();
    album.keep(QStringLiteral("narrow-details") + suffix, world->window());
    world->window().resize(usual);
    desk.look(world->waitingId(0));
    desk.conversation().returnDraft(
        world->waitingId(0), samples::said(QStringLiteral("Good morning Mr Keller,\nI am looking into it.")));
    desk.conversation().standingBanner().tell(
        ui::Banner::Tone::Warning,
        ui::DeskController::tr(
            "The copy on this computer cannot be written, so what you see may be out of date. Free "
            "some disk space; Relevo tries again by itself."));
    desk.conversation().banner().tell(ui::Banner::Tone::Problem, models::sentenceOf(ErrorCode::StaleControl));
    album.keep(QStringLiteral("unsent") + suffix, world->window());
}

/// What signing in fails with, in the words that the client has for it.
Error signInError(const char* reason, const QString& message, const QString& detail)
{
    return {
        ErrorCode::Unavailable, message, detail, {{QStringLiteral("reason"), QString::fromLatin1(reason)}}};
}

void showLogin(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    using client::Login;
    DeskWorld world;
    world.theme.setChoice(scheme);
    world.window().resize(usual);
    world.window().showLogin();
    ui::LoginPage& login = world.window().login();
    login.prefill(QStringLiteral("desk.example.com"), QStringLiteral("ana@demo.test"));
    world.window().show();
    login.takeFocus();
    album.keep(QStringLiteral("login") + suffix, world.window());
    login.showError(signInError("code_needed", {}, {}));
    album.keep(QStringLiteral("login-code") + suffix, world.window());
    auto* code = world.find<QLineEdit>("code");
    code->setText(QStringLiteral("482 915"));
    login.showError(signInError("code_wrong", Login::tr("The code is wrong, or was used before."),
                                Login::tr("Each code counts once. Wait for the next one and try again.")));
    album.keep(QStringLiteral("login-code-wrong") + suffix, world.window());
    login.setKeychainMissing(true);
    login.showError(signInError("rate_limited", Login::tr("Too many attempts."),
                                Login::tr("Wait %n minute(s) and try again.", nullptr, 14)));
    album.keep(QStringLiteral("login-code-slow") + suffix, world.window());
    QTest::keyClick(code, Qt::Key_Escape);
    login.showError(signInError(
        "unreachable",
        QCoreApplication::translate("relevo::client", "Nothing answers at %1.")
            .arg(QStringLiteral("desk.example.com")),
        QCoreApplication::translate("relevo::client",
                                    "Check the address, your network and whether the relay is running.")));
    album.keep(QStringLiteral("login-error") + suffix, world.window());
}

/// What a colleague has, and lets wait.
void askToTakeOver(Album& album, DeskWorld& world, ui::LiveWindow& live, const domain::Agent& colleague,
                   const QString& suffix)
{
    client::ConversationRow held = *world.live.row(world.mineId(1));
    held.holderAgent = colleague.id;
    held.assignedTo = colleague.name;
    held.lastAuthor = domain::Author::Customer;
    held.responseDueAt = world.clock.now() - std::chrono::minutes(3);
    world.put(held);
    auto* table = live.findChild<QTableView*>(QStringLiteral("liveWaiting"));
    const auto choose = [table, &colleague] {
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            if (table->model()->index(row, ui::WaitingModel::With).data().toString() == colleague.name) {
                table->selectRow(row);
                return true;
            }
        }
        return false;
    };
    if (!QTest::qWaitFor(choose))
        qFatal("nobody waits for %s", qPrintable(colleague.name));
    live.findChild<QPushButton*>(QStringLiteral("liveTakeOver"))->click();
    auto* question = live.findChild<QDialog*>(QStringLiteral("liveQuestion"));
    album.keepOver(QStringLiteral("live-question") + suffix, live, *question);
    question->reject();
}

/// The settings and Live of an admin, with a relay that answers, or with none.
void showOffice(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    if (!album.wants(QStringLiteral("settings-account") + suffix) &&
        !album.wants(QStringLiteral("live") + suffix))
        return;
    const auto world = busyDesk(scheme, usual, 20, 6);
    domain::Agent me = world->me();
    me.role = domain::Role::Admin;
    me.online = true;
    world->live.setMe(me);
    client::LiveBatch colleagues;
    colleagues.agents = std::vector{me};
    for (const char* name : {"Luis Ferrer", "Marta Ruiz", "João Pires"}) {
        domain::Agent one = me;
        one.id = *domain::AgentId::parse(
            QStringLiteral("0190aaaa-0000-7000-8000-00000000000%1").arg(colleagues.agents->size()));
        one.name = QString::fromUtf8(name);
        one.capacity = 4;
        one.availability =
            colleagues.agents->size() == 2 ? domain::Availability::Away : domain::Availability::Available;
        one.online = colleagues.agents->size() != 2;
        colleagues.agents->push_back(one);
    }
    colleagues.settings.emplace();
    colleagues.settings->routing = domain::Routing::LeastBusy;
    world->live.apply(colleagues);
    world->live.setCanned(samples::cannedResponses());
    HttpDouble relay;
    answerAll(relay, world->live.project().id.text());
    client::RelayApi api;
    api.use(relay.url(), QStringLiteral("token"));
    QTemporaryDir folder;
    QSettings file(folder.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat);
    ui::Preferences preferences(file);
    client::SessionSecrets secrets;
    ui::ConnectionKeeper connection(preferences, secrets);
    FakePlayer player;
    ui::NoAutostart autostart;
    ui::SettingsWindow settings({world->theme,
                                 preferences,
                                 world->live,
                                 api,
                                 connection,
                                 world->window().keymap(),
                                 {player, autostart}});
    settings.resize(1000, 720);
    const auto answered = [&relay, &api](const char* what) {
        waitForAnswer(relay, api, what);
    };
    const auto keep = [&](const char* page, const QString& name) {
        settings.openAt(QString::fromLatin1(page));
        album.keep(name + suffix, settings);
    };
    settings.openAt(QStringLiteral("account"));
    answered("GET /api/auth/sessions");
    keep("account", QStringLiteral("settings-account"));
    settings.findChild<QPushButton*>(QStringLiteral("setUpTotp"))->click();
    settings.findChild<QLineEdit*>(QStringLiteral("totpPassword"))->setText(QStringLiteral("secret"));
    settings.findChild<QPushButton*>(QStringLiteral("totpContinue"))->click();
    answered("POST /api/auth/totp/enrol");
    album.keep(QStringLiteral("settings-totp") + suffix, settings);
    keep("appearance", QStringLiteral("settings-appearance"));
    keep("keyboard", QStringLiteral("settings-keyboard"));
    keep("notifications", QStringLiteral("settings-notifications"));
    settings.openAt(QStringLiteral("connection"));
    auto* proxy = settings.findChild<QComboBox*>(QStringLiteral("proxyKind"));
    proxy->setCurrentIndex(2);
    Q_EMIT proxy->activated(2);
    settings.findChild<QPushButton*>(QStringLiteral("useProxy"))->click();
    album.keep(QStringLiteral("settings-connection") + suffix, settings);
    settings.openAt(QStringLiteral("storage"));
    settings.storage().showStorage({83'400'000, 200LL << 20, 2});
    album.keep(QStringLiteral("settings-storage") + suffix, settings);
    settings.findChild<QPushButton*>(QStringLiteral("forgetDevice"))->click();
    album.keepOver(QStringLiteral("settings-forget") + suffix, settings,
                   *settings.findChild<QDialog*>(QStringLiteral("forgetQuestion")));
    settings.findChild<QPushButton*>(QStringLiteral("questionCancel"))->click();
    settings.openAt(QStringLiteral("handoff"));
    answered("GET /api/audit");
    keep("handoff", QStringLiteral("settings-handoff"));
    settings.findChild<QLineEdit*>(QStringLiteral("trySentence"))
        ->setText(samples::said(QStringLiteral("my lawyer will call you")));
    settings.findChild<QCheckBox*>(QStringLiteral("trigger_vip"))->click();
    QTest::qWait(500);
    auto* page = settings.findChild<QScrollArea*>(QStringLiteral("handoffPage"));
    for (int part = 1; part <= 4; ++part) {
        page->verticalScrollBar()->setValue(page->verticalScrollBar()->maximum() * part / 4);
        album.keep(QStringLiteral("settings-handoff-%1").arg(part) + suffix, settings);
    }
    settings.findChild<QPushButton*>(QStringLiteral("discardSettings"))->click();
    settings.openAt(QStringLiteral("canned"));
    auto* responses = settings.findChild<QListView*>(QStringLiteral("cannedResponses"));
    Q_EMIT responses->clicked(responses->model()->index(0, 0));
    album.keep(QStringLiteral("settings-canned") + suffix, settings);
    world->live.setTemplates(samples::messageTemplates());
    settings.openAt(QStringLiteral("templates"));
    auto* templates = settings.findChild<QListView*>(QStringLiteral("messageTemplates"));
    templates->setCurrentIndex(templates->model()->index(1, 0));
    Q_EMIT templates->clicked(templates->currentIndex());
    album.keep(QStringLiteral("settings-templates") + suffix, settings);
    world->theme.setTextScale(200);
    keep("account", QStringLiteral("settings-large"));
    album.keep(QStringLiteral("desk-large") + suffix, world->window());
    world->theme.setTextScale(DeskWorld::textScale);

    ui::LiveWindow live({world->theme, world->live, api, world->clock});
    live.resize(1120, 720); // its usual size
    live.show();
    answered("GET /api/reports/timeline");
    live.findChild<QTableView*>(QStringLiteral("liveWaiting"))->selectRow(1);
    album.keep(QStringLiteral("live") + suffix, live);
    askToTakeOver(album, *world, live, colleagues.agents->at(3), suffix);
    live.findChild<QPushButton*>(QStringLiteral("asTable"))->click();
    album.keep(QStringLiteral("live-table") + suffix, live);
    live.setLink({client::LinkState::WaitingToRetry, milliseconds(5000), {}});
    album.keep(QStringLiteral("live-offline") + suffix, live);
}

void showSearch(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    using client::SearchHit;
    const auto world = busyDesk(scheme, usual, 8, 6);
    ui::DeskPage& desk = world->window().desk();
    desk.look(world->mineId(0));
    desk.openSearch();
    album.keep(QStringLiteral("search-empty") + suffix, world->window());
    auto* field = world->find<QLineEdit>("searchField");
    field->setText(QStringLiteral("parcel"));
    auto results = std::make_shared<client::SearchResults>();
    results->query.words = field->text();
    results->relay = client::SearchResults::Relay::Asked;
    const auto hit = [&](SearchHit::Kind kind, int mine, const char* name, const char* author,
                         const char* text, int minutesAgo) {
        SearchHit one;
        one.kind = kind;
        one.conversation = world->mineId(mine);
        one.message = domain::MessageId(QUuid::createUuid());
        one.name = QString::fromUtf8(name);
        one.author = QString::fromUtf8(author);
        one.channel = QStringLiteral("web");
        one.at = world->clock.now() - std::chrono::minutes(minutesAgo);
        one.open = minutesAgo < 1'000;
        one.text = QString::fromUtf8(text);
        for (qsizetype at = one.text.indexOf(u"parcel", 0, Qt::CaseInsensitive); at >= 0;
             at = one.text.indexOf(u"parcel", at + 1, Qt::CaseInsensitive))
            one.marks.emplace_back(at, 6);
        return one;
    };
    results->contacts = {hit(SearchHit::Kind::Contact, 0, "Parcel Depot North", "",
                             "Parcel Depot North depot@example.com", 12)};
    results->messages = {
        hit(SearchHit::Kind::Message, 1, "Mariana Souza", "",
            "Parcel marked as delivered, but nobody received it", 4),
        hit(SearchHit::Kind::Message, 2, "Élodie Marchand-Beaulieu de la Rochefoucauld", "Ana Torres",
            "I have asked the depot and they say that the parcel is on the van of this afternoon", 95),
        hit(SearchHit::Kind::Note, 3, "Thomas Okafor", "Luis Ferrer",
            "Third parcel lost at this address, see R-48213", 1'500),
        hit(SearchHit::Kind::Message, 4, "Kovács Eszter", "Bot",
            "Your parcel is on its way. It left us on Monday.", 9'000)};
    desk.search().show(results);
    album.keep(QStringLiteral("search") + suffix, world->window());
    results = std::make_shared<client::SearchResults>();
    results->query.words = field->text();
    results->relay = client::SearchResults::Relay::Away;
    desk.setConnected(false);
    desk.left().link().setLink({client::LinkState::WaitingToRetry, milliseconds(5000), {}});
    desk.search().show(results);
    album.keep(QStringLiteral("search-nothing") + suffix, world->window());
}

void showDesks(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    showDesk(album, QStringLiteral("desk") + suffix, scheme, usual, Looking::AtMine);
    showDesk(album, QStringLiteral("waiting") + suffix, scheme, {1440, 900}, Looking::AtWaiting);
    showDesk(album, QStringLiteral("ticket") + suffix, scheme, usual, Looking::AtTicket);
    showDesk(album, QStringLiteral("narrow") + suffix, scheme, {860, 640}, Looking::AtMine);
    showDesk(album, QStringLiteral("wide") + suffix, scheme, {1920, 1080}, Looking::AtMine);
}

void showEmpty(Album& album, ui::SchemeChoice scheme, const QString& suffix)
{
    album.keep(QStringLiteral("empty") + suffix, busyDesk(scheme, usual, 0, 0)->window());
}

} // namespace

const std::vector<Scene>& scenes()
{
    static const std::vector<Scene> all{
        {"desk", showDesks},
        {"empty", showEmpty},
        {"offline", showOffline},
        {"inbox", showInbox},
        {"search", showSearch},
        {"dialogs", showDialogs},
        {"actions", showActions},
        {"customer", showCustomer},
        {"trouble", showTrouble},
        {"writing", showWriting},
        {"replyWindow", showReplyWindow},
        {"popups", showPopups},
        {"files", showFiles},
        {"people", showPeople},
        {"bots", showBots},
        {"login", showLogin},
        {"office", showOffice},
        {"states", showStates},
        {"trust", showTrust},
        {"office-trouble", showOfficeTrouble},
        {"project", showProject},
    };
    return all;
}

} // namespace relevo
