#include <ui/shell/main_window.h>

#include <models/canned_model.h>
#include <models/names.h>
#include <ui/actions/shortcuts_dialog.h>
#include <ui/conversation/conversation_page.h>
#include <ui/conversation/writer.h>
#include <ui/login/login_page.h>
#include <ui/palette/command_palette.h>
#include <ui/queue/left_column.h>
#include <ui/shell/action_runner.h>
#include <ui/shell/desk_page.h>
#include <ui/widgets/enter_clicks.h>
#include <ui/widgets/window_size.h>

#include <QtCore/QMetaMethod>
#include <QtGui/QActionGroup>
#include <QtGui/QCloseEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QScreen>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedWidget>

namespace relevo::ui {

namespace {

constexpr QSize firstSize(1280, 800);
constexpr QSize smallestSize(720, 480);
constexpr int titleBar = 40; ///< about what a window manager adds above, known only once it has
constexpr qsizetype mostRecentChoices = 8;

const QString actionPrefix = QStringLiteral("action:");
const QString agentPrefix = QStringLiteral("agent:");
const QString pagePrefix = QStringLiteral("page:");
const QString cannedPrefix = QStringLiteral("canned:");

/// Going from pane to pane is for the keyboard, and the palette is open already.
bool isListed(ActionId id)
{
    return id != ActionId::Palette && id != ActionId::NextPane && id != ActionId::PreviousPane;
}

} // namespace

MainWindow::MainWindow(Theme& theme, DeskModels& models, Preferences& preferences, QWidget* parent)
    : QMainWindow(parent), m_theme(theme), m_models(models), m_preferences(preferences),
      m_keymap(preferences), m_actions(theme, m_keymap), m_pages(new QStackedWidget),
      m_login(new LoginPage(theme)), m_desk(new DeskPage(theme, models, preferences)),
      m_runner(new ActionRunner({theme, models, *m_desk, m_actions, *this}, this)),
      m_palette(new CommandPalette(theme, models.live, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    new EnterClicks(this);
    setWindowIcon(QIcon(QStringLiteral(":/relevo/icons/relevo.svg")));
    // Until it is known whether somebody is signed in, neither page is right.
    m_pages->addWidget(new QWidget);
    m_pages->addWidget(m_login);
    m_pages->addWidget(m_desk);
    setCentralWidget(m_pages);
    keepReadable(*this, theme, smallestSize);
    resize(firstSize.boundedTo(screen()->availableSize() - QSize(0, titleBar)));
    restoreGeometry(preferences.windowGeometry());

    m_desk->setActions(m_actions);
    m_actions.listenIn(*this);
    fillMenu();
    connect(&m_actions, &Actions::triggered, this, &MainWindow::run);
    connect(m_pages, &QStackedWidget::currentChanged, this, &MainWindow::refreshActions);
    connect(m_palette, &CommandPalette::chosen, this, &MainWindow::choose);
    connect(&models.live, &client::LiveView::meChanged, this, &MainWindow::refreshActions);
    connect(&models.inbox, &models::Inbox::countsChanged, this, &MainWindow::updateTitle);
    refreshActions();
    updateTitle();
}

MainWindow::~MainWindow()
{
    m_preferences.setWindowGeometry(saveGeometry());
}

void MainWindow::showLogin()
{
    m_pages->setCurrentWidget(m_login);
    m_login->takeFocus();
    updateTitle();
}

void MainWindow::showDesk()
{
    if (isDeskShown())
        return;
    m_pages->setCurrentWidget(m_desk);
    m_desk->left().waiting().setFocus();
    updateTitle();
}

bool MainWindow::isDeskShown() const
{
    return m_pages->currentWidget() == m_desk;
}

bool MainWindow::isLookedAt() const
{
    // Where nothing else takes the keyboard, a window that was put away keeps it.
    return isActiveWindow() && !isMinimized() && (!m_screenSeen || m_screenSeen());
}

void MainWindow::setScreenSeen(std::function<bool()> seen)
{
    m_screenSeen = std::move(seen);
}

void MainWindow::bringToFront(const QString& token)
{
    // Both kinds of desktop read their permission to take the focus from the environment.
    if (!token.isEmpty()) {
        qputenv("XDG_ACTIVATION_TOKEN", token.toUtf8());
        qputenv("DESKTOP_STARTUP_ID", token.toUtf8());
    }
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::setStaysInTray(std::function<bool()> staysInTray)
{
    m_staysInTray = std::move(staysInTray);
}

void MainWindow::connectNotify(const QMetaMethod& signal)
{
    QMainWindow::connectNotify(signal);
    if (signal == QMetaMethod::fromSignal(&MainWindow::settingsRequested) ||
        signal == QMetaMethod::fromSignal(&MainWindow::findInConversation))
        refreshActions();
}

void MainWindow::refreshActions()
{
    const bool settings = isSignalConnected(QMetaMethod::fromSignal(&MainWindow::settingsRequested));
    m_actions.action(ActionId::Settings).setVisible(settings);
    m_actions.action(ActionId::Live).setVisible(m_models.live.me().role != domain::Role::Agent);
    m_runner->setWindow({isDeskShown(),
                         isSignalConnected(QMetaMethod::fromSignal(&MainWindow::findInConversation)),
                         settings});
}

void MainWindow::run(ActionId id)
{
    switch (id) {
    case ActionId::Palette:
        openPalette();
        break;
    case ActionId::Shortcuts:
        showShortcuts();
        break;
    case ActionId::Settings:
        Q_EMIT settingsRequested();
        break;
    case ActionId::Live:
        Q_EMIT liveRequested();
        break;
    case ActionId::Find:
        Q_EMIT findInConversation();
        break;
    case ActionId::ProgramMenu:
        m_desk->left().openProgramMenu();
        break;
    case ActionId::DoNotDisturb:
        setQuiet(!m_preferences.noticeRules().quiet);
        break;
    case ActionId::LookLikeSystem:
        setScheme(SchemeChoice::FollowSystem);
        break;
    case ActionId::LookLight:
        setScheme(SchemeChoice::Light);
        break;
    case ActionId::LookDark:
        setScheme(SchemeChoice::Dark);
        break;
    case ActionId::SignOut:
        Q_EMIT signOutRequested();
        break;
    case ActionId::Quit:
        Q_EMIT quitRequested();
        break;
    default:
        break; // the runner's
    }
}

void MainWindow::fillMenu()
{
    QMenu& menu = m_desk->left().programMenu();
    const auto add = [&](ActionId id) {
        menu.addAction(&m_actions.action(id));
    };
    add(ActionId::Palette);
    add(ActionId::Live);
    add(ActionId::Settings);
    add(ActionId::Shortcuts);
    menu.addSeparator();
    QAction& quiet = m_actions.action(ActionId::DoNotDisturb);
    quiet.setCheckable(true);
    add(ActionId::DoNotDisturb);
    // The tray and the settings have it, too.
    connect(&menu, &QMenu::aboutToShow, &quiet,
            [this, &quiet] { quiet.setChecked(m_preferences.noticeRules().quiet); });
    menu.addSeparator();
    auto* looks = new QActionGroup(this);
    for (const auto& [id, choice] : {std::pair(ActionId::LookLikeSystem, SchemeChoice::FollowSystem),
                                     std::pair(ActionId::LookLight, SchemeChoice::Light),
                                     std::pair(ActionId::LookDark, SchemeChoice::Dark)}) {
        QAction& look = m_actions.action(id);
        look.setCheckable(true);
        looks->addAction(&look);
        add(id);
        // It may have been changed in the settings.
        connect(&menu, &QMenu::aboutToShow, &look,
                [this, &look, choice = choice] { look.setChecked(m_preferences.scheme() == choice); });
    }
    menu.addSeparator();
    add(ActionId::SignOut);
    add(ActionId::Quit);
}

void MainWindow::setQuiet(bool quiet)
{
    NoticeRules rules = m_preferences.noticeRules();
    rules.quiet = quiet;
    m_preferences.setNoticeRules(rules);
    m_actions.action(ActionId::DoNotDisturb).setChecked(quiet);
    Q_EMIT quietChanged(quiet);
}

void MainWindow::setScheme(SchemeChoice choice)
{
    m_preferences.setScheme(choice);
    m_theme.setChoice(choice);
}

void MainWindow::showShortcuts()
{
    if (findChild<ShortcutsDialog*>())
        return;
    auto* dialog = new ShortcutsDialog(m_theme, m_keymap, m_preferences.writingHabits().enterSends, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::openPalette()
{
    if (m_palette->isVisible())
        m_palette->dismiss();
    else
        m_palette->open(paletteItems(), m_preferences.recentChoices());
}

/// What is a switch says how it stands.
QString MainWindow::detailOf(ActionId id) const
{
    if (id != ActionId::DoNotDisturb)
        return {};
    return m_preferences.noticeRules().quiet ? tr("Is on: switch it off") : tr("Is off: switch it on");
}

std::vector<models::PaletteItem> MainWindow::paletteItems() const
{
    using Kind = models::PaletteItem::Kind;
    std::vector<models::PaletteItem> items;
    for (const ActionInfo& info : m_keymap.actions()) {
        if (isListed(info.id) && m_actions.action(info.id).isEnabled())
            items.push_back({actionPrefix + info.name, Kind::Action, info.words, detailOf(info.id),
                             info.icon.isEmpty() ? QStringLiteral("dot") : info.icon,
                             m_keymap.words(info.id).value(0), mayHarm(info.id)});
    }
    for (const PalettePage& page : m_palettePages.all()) {
        const Kind kind = page.isPart ? Kind::Setting : Kind::Page;
        items.push_back(
            {pagePrefix + page.key, kind, page.title, page.detail, page.icon, {}, false, page.words});
    }
    for (const client::CannedResponse& one : m_models.live.canned()) {
        if (!m_models.details.canReply())
            break; // there is nothing to write them into
        items.push_back({cannedPrefix + one.id.toString(), Kind::Canned, models::nameOf(one),
                         client::oneLine(one.content), QStringLiteral("chat"),
                         QLatin1Char('/') + one.shortcut});
    }
    if (!m_actions.action(ActionId::Transfer).isEnabled())
        return items;
    for (const client::Colleague& colleague : m_models.colleagues.agents()) {
        if (colleague.id != m_models.details.control().agent)
            items.push_back({agentPrefix + colleague.id.toString(),
                             Kind::Agent,
                             colleague.name,
                             tr("Transfer to them · %1").arg(models::nameOf(colleague.availability)),
                             QStringLiteral("user"),
                             {}});
    }
    return items;
}

void MainWindow::choose(const models::PaletteItem& item)
{
    if (const auto place = models::PaletteModel::messageOf(item.key)) {
        m_desk->lookAt(place->conversation, place->message);
        return; // nobody looks for the same one twice
    }
    QStringList recent = m_preferences.recentChoices();
    recent.removeAll(item.key);
    recent.prepend(item.key);
    m_preferences.setRecentChoices(recent.mid(0, mostRecentChoices));
    if (const domain::ConversationId id = models::PaletteModel::conversationOf(item.key); !id.isNull()) {
        m_desk->enter(id);
        return;
    }
    if (item.key.startsWith(agentPrefix)) {
        if (const auto agent = domain::AgentId::parse(QStringView(item.key).mid(agentPrefix.size())))
            m_runner->transferTo(*agent);
        return;
    }
    for (const client::CannedResponse& one : m_models.live.canned()) {
        if (item.key == cannedPrefix + one.id.toString()) {
            m_desk->conversation().writer().write(one);
            return;
        }
    }
    for (const PalettePage& page : m_palettePages.all()) {
        if (item.key == pagePrefix + page.key) {
            page.open();
            return;
        }
    }
    for (const ActionInfo& info : m_keymap.actions()) {
        if (item.key == actionPrefix + info.name)
            m_actions.action(info.id).trigger();
    }
}

void MainWindow::updateTitle()
{
    // Who is not signed in has nothing to read.
    const int unread = isDeskShown() ? m_models.inbox.unread() : 0;
    setWindowTitle(unread > 0 ? QStringLiteral("(%1) Relevo").arg(unread) : QStringLiteral("Relevo"));
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (qGuiApp->isSavingSession())
        return; // the session ends: nobody is there to come back
    event->ignore();
    if (m_staysInTray && m_staysInTray()) {
        hide();
        Q_EMIT wentToTray();
        return;
    }
    Q_EMIT quitRequested();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        Q_EMIT activeChanged(isActiveWindow());
}

} // namespace relevo::ui
