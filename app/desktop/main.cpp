#include "arguments.h"
#include "keychain_secrets.h"
#include "single_instance.h"

#include <base/log.h>
#include <client/relay_clock.h>
#include <ui/conversation/conversation_page.h>
#include <ui/crash/crash_dialog.h>
#include <ui/crash/crash_handler.h>
#include <ui/notify/make_notifier.h>
#include <ui/notify/make_player.h>
#include <ui/notify/ruled_notifier.h>
#include <ui/notify/sounding_notifier.h>
#include <ui/notify/tray_notifier.h>
#include <ui/presence/away_keeper.h>
#include <ui/presence/line_watcher.h>
#include <ui/presence/make_presence.h>
#include <ui/shell/alert_keeper.h>
#include <ui/shell/autostart.h>
#include <ui/shell/certificate_guard.h>
#include <ui/shell/connection_keeper.h>
#include <ui/shell/desk_controller.h>
#include <ui/shell/desk_page.h>
#include <ui/shell/main_window.h>
#include <ui/shell/restart.h>
#include <ui/shell/side_windows.h>
#include <ui/shell/translations.h>
#include <ui/shell/tray_icon.h>

#include <QtCore/QLibraryInfo>
#include <QtCore/QRandomGenerator>
#include <QtCore/QSettings>
#include <QtCore/QStandardPaths>
#include <QtCore/QTime>
#include <QtCore/QTranslator>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <cstdio>
#include <optional>
#include <string_view>

namespace {

using namespace relevo;

/// The program's own texts and Qt's.
struct Translators
{
    ui::OwnTranslator own;
    QTranslator qt;

    void load(const QLocale& locale)
    {
        (void)own.loadFor(locale);
        (void)qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                      QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    }
    void install()
    {
        QCoreApplication::installTranslator(&own);
        QCoreApplication::installTranslator(&qt);
    }
};

client::DeskOptions optionsIn(const QString& dataDirectory, const ui::Preferences& preferences,
                              const Clock& clock, IdSource& ids)
{
    return {.dataDirectory = dataDirectory,
            .historyBytes = preferences.historyBytes(),
            .frame = milliseconds(16),
            .client = {},
            .times = {},
            .clock = clock,
            .ids = ids,
            .random = [] { return QRandomGenerator::global()->generateDouble(); },
            .undoWithin = std::chrono::seconds(5)};
}

ui::SpellingHabits spellingHabits(ui::Preferences& preferences)
{
    return {[&preferences] { return preferences.checksSpelling(); },
            [&preferences] { return preferences.learntWords(); },
            [&preferences](const QString& word) {
                preferences.setLearntWords(preferences.learntWords() << word);
            }};
}

int complain(const Error& error)
{
    std::fprintf(stderr, "relevo: %s\n", qUtf8Printable(error.message));
    return 2;
}

/// `crash`: what the run before has left, if it died.
int run(const desktop::Arguments& arguments, desktop::SingleInstance& instance, const QString& dataDirectory,
        Translators& translators, const std::optional<ui::CrashReport>& crash)
{
    const SystemClock clock;
    client::RelayClock relayClock(clock);
    UuidV7Source ids(clock);
    QSettings settings(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
                           QStringLiteral("/desk-%1.ini").arg(arguments.profile),
                       QSettings::IniFormat);
    ui::Preferences preferences(settings);
    if (!preferences.language().isEmpty()) {
        QLocale::setDefault(ui::localeOf(preferences.language()));
        translators.load(QLocale());
    }
    ui::Theme theme;
    theme.setChoice(preferences.scheme());
    theme.setTextScale(preferences.textScale());
    theme.setReducedMotion(preferences.reducedMotion());

    desktop::KeychainSecrets secrets;
    client::Desk desk(optionsIn(dataDirectory, preferences, clock, ids), secrets);
    // What is seen counts from times that the relay has told.
    QObject::connect(&desk, &client::Desk::linkStateChanged, qApp,
                     [&relayClock](const client::LinkInfo& info) {
                         if (client::isConnected(info.state))
                             relayClock.setAhead(info.clockAhead);
                     });
    ui::DeskModels models(desk.live(), relayClock);
    ui::Spelling spelling(ui::dictionaryFolders());
    ui::MainWindow window(theme, models, preferences);
    window.desk().conversation().setSpelling(spelling, spellingHabits(preferences));
    ui::TrayIcon tray(theme);
    ui::TrayNotifier balloons(tray.icon());
    QObject notifierOwner;
    const std::unique_ptr<ui::SystemPresence> presence = ui::makePresence();
    const std::unique_ptr<ui::SoundPlayer> player = ui::makePlayer();
    ui::SoundingNotifier sounding(ui::makeNotifier(balloons, notifierOwner), *player,
                                  [&preferences] { return preferences.soundRules(); });
    const auto noticeRules = [&preferences, &presence] {
        return ui::whileLocked(preferences.noticeRules(), presence->isLocked());
    };
    const auto wallClock = [] {
        return QTime::currentTime();
    };
    ui::RuledNotifier notifier(sounding, noticeRules, wallClock);
    // What was shown before the screen was locked is not left for others to read.
    QObject::connect(presence.get(), &ui::SystemPresence::changed, &notifier, &ui::RuledNotifier::apply);
    // Whoever looks into the window needs no more ringing.
    QObject::connect(&window, &ui::MainWindow::activeChanged, &sounding, [&sounding](bool active) {
        if (active)
            sounding.silence();
    });
    ui::DeskController controller({desk, models, window, tray, notifier});
    controller.notices().setRemindAfter(
        [&preferences] { return std::chrono::minutes(preferences.remindMinutes()); });
    ui::ConnectionKeeper connection(preferences, secrets);
    const std::unique_ptr<ui::Autostart> autostart = ui::makeAutostart(arguments.profile);
    ui::SideWindows sideWindows(
        {desk, theme, preferences, window, relayClock, connection, {*player, *autostart}});
    QObject::connect(presence.get(), &ui::SystemPresence::changed, &sideWindows, [&presence, &sideWindows] {
        if (presence->isLocked())
            sideWindows.screenLocked();
    });
    ui::AwayKeeper away(desk.live(), *presence,
                        [&preferences] { return std::chrono::minutes(preferences.idleMinutes()); });
    QObject::connect(&away, &ui::AwayKeeper::hereChanged, &desk, &client::Desk::setHere);
    // Answered after what was told before it, so the relay has heard by then that nobody is here.
    QObject::connect(&away, &ui::AwayKeeper::sleepComes, &desk, [&desk, &presence] {
        desk.ask("ping", protocol::Json::object(),
                 [&presence](const Result<protocol::Json>&) { presence->maySleep(); });
    });
    QObject::connect(&controller, &ui::DeskController::availabilityChosen, &away,
                     &ui::AwayKeeper::chosenByHand);
    tray.setQuiet([&preferences] { return preferences.noticeRules().quiet; });
    QObject::connect(&tray, &ui::TrayIcon::quietChosen, &window, &ui::MainWindow::setQuiet);
    QObject::connect(&window, &ui::MainWindow::quietChanged, &sounding, [&sounding](bool quiet) {
        if (quiet)
            sounding.silence();
    });
    ui::AlertKeeper alerts({noticeRules, wallClock, [&window] {
                                return window.isLookedAt();
                            }});
    QObject::connect(&alerts, &ui::AlertKeeper::changed, &desk, &client::Desk::setAlertsShown);
    QObject::connect(&window, &ui::MainWindow::activeChanged, &alerts, &ui::AlertKeeper::look);
    QObject::connect(presence.get(), &ui::SystemPresence::changed, &alerts, &ui::AlertKeeper::look);
    QObject::connect(&window, &ui::MainWindow::quietChanged, &alerts, &ui::AlertKeeper::look);
    ui::LineWatcher line(*presence);
    QObject::connect(&line, &ui::LineWatcher::doubted, &desk, &client::Desk::reconnect);
    line.listen();
    ui::CertificateGuard guard({desk, window, theme, connection});
    connection.apply();

    // quit() would ask the window, which would only hide.
    const auto end = [&sideWindows] {
        sideWindows.settle([] { QCoreApplication::exit(0); });
    };
    QObject::connect(&window, &ui::MainWindow::quitRequested, qApp, end);
    QObject::connect(&sideWindows, &ui::SideWindows::restartRequested, qApp,
                     [] { QCoreApplication::exit(ui::restartCode); });
    QObject::connect(&tray, &ui::TrayIcon::quitRequested, qApp, end);
    window.setScreenSeen([&presence] { return !presence->isLocked(); });
    window.setStaysInTray([&tray] { return tray.isThere(); });
    QObject::connect(&window, &ui::MainWindow::wentToTray, &window, [&preferences, &notifier] {
        if (preferences.trayExplained())
            return;
        preferences.setTrayExplained();
        notifier.show({QStringLiteral("tray"),
                       QCoreApplication::translate("relevo::desktop", "Relevo keeps running in the tray"),
                       QCoreApplication::translate(
                           "relevo::desktop",
                           "You are still notified of waiting customers. To quit, use its menu there."),
                       false});
    });
    QObject::connect(&instance, &desktop::SingleInstance::asked, &window, [&](const QString& wish) {
        if (const auto handoff = domain::HandoffId::parse(wish))
            controller.openHandoff(*handoff);
        else
            window.bringToFront();
    });

    tray.show();
    window.show();
    alerts.look(); // before the first hello
    if (crash) {
        auto* dialog = new ui::CrashDialog(theme, *crash, &window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show(); // beside the work, not before it
    }
    if (arguments.demo) {
        const Result<desktop::DemoAgent> agent = desktop::demoAgent();
        if (!agent)
            return complain(agent.error());
        controller.start(arguments.profile, arguments.relay);
        controller.signIn(arguments.relay, {agent->email, agent->password, {}});
    } else {
        controller.start(arguments.profile, arguments.relay);
    }
    if (!arguments.handoff.isNull())
        controller.openHandoff(arguments.handoff);
    return QApplication::exec();
}

/// --help and --version are answered where there is no display, too; nothing when neither is asked for.
std::optional<int> answerAlone(int argc, char** argv)
{
    const auto asks = [](const std::string_view word) {
        return word == "--help" || word == "-h" || word == "-?" || word == "--version" || word == "-v";
    };
    if (argc < 2 || std::none_of(argv + 1, argv + argc, asks))
        return std::nullopt;
    const QCoreApplication app(argc, argv);
    Translators translators;
    translators.load(QLocale());
    translators.install();
    const Result<desktop::Arguments> arguments = desktop::parseArguments(QCoreApplication::arguments());
    if (!arguments)
        return complain(arguments.error());
    std::fputs(qUtf8Printable(arguments->answer), stdout);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    if (const std::optional<int> answered = answerAlone(argc, argv))
        return *answered;
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("relevo"));
    QApplication::setApplicationDisplayName(QString());
    QApplication::setApplicationVersion(QStringLiteral(RELEVO_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("relevo"));
    QApplication::setQuitOnLastWindowClosed(false); // the tray may hold it
    Translators translators;
    translators.load(QLocale());
    translators.install();

    const Result<desktop::Arguments> arguments = desktop::parseArguments(QApplication::arguments());
    if (!arguments)
        return complain(arguments.error());
    installJsonLog();
    const QString dataDirectory = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    desktop::SingleInstance instance(dataDirectory + QLatin1Char('/') + arguments->profile);
    const QString wish = arguments->handoff.isNull() ? QString() : arguments->handoff.toString();
    if (instance.handOver(wish))
        return 0;
    instance.listen();
    ui::CrashReports crashes(dataDirectory + QStringLiteral("/crashes"), arguments->profile);
    const std::optional<ui::CrashReport> crash = crashes.take();
    if (!ui::installCrashHandler(crashes.freshFile()))
        qCInfo(logUi).noquote() << logLine(u"a crash would leave no report here", {});
    const int code = run(*arguments, instance, dataDirectory, translators, crash);
    if (code != ui::restartCode)
        return code;
    // What was written is on disk, and nothing is held any more that the next one needs.
    instance.stop();
    return ui::startAgain(QApplication::arguments()) ? 0 : 1;
}
