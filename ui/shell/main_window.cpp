#include <ui/shell/main_window.h>

#include <ui/conversation/conversation_page.h>
#include <ui/login/login_page.h>
#include <ui/queue/left_column.h>
#include <ui/shell/desk_page.h>
#include <ui/shell/resolve_dialog.h>
#include <ui/shell/shortcuts_dialog.h>

#include <QtGui/QActionGroup>
#include <QtGui/QCloseEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QShortcut>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedWidget>

namespace relevo::ui {

namespace {

constexpr QSize firstSize(1280, 800);
constexpr QSize smallestSize(720, 480);

} // namespace

MainWindow::MainWindow(Theme& theme, DeskModels& models, Preferences& preferences, QWidget* parent)
    : QMainWindow(parent), m_theme(theme), m_models(models), m_preferences(preferences),
      m_pages(new QStackedWidget), m_login(new LoginPage(theme)),
      m_desk(new DeskPage(theme, models, preferences))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(QIcon(QStringLiteral(":/relevo/icons/relevo.svg")));
    // Until it is known whether somebody is signed in, neither page is right.
    m_pages->addWidget(new QWidget);
    m_pages->addWidget(m_login);
    m_pages->addWidget(m_desk);
    setCentralWidget(m_pages);
    setMinimumSize(smallestSize);
    resize(firstSize);
    restoreGeometry(preferences.windowGeometry());

    makeShortcuts();
    fillMenu();
    connect(&m_desk->conversation(), &ConversationPage::resolveRequested, this, &MainWindow::askHowResolved);
    connect(&models.mine, &models::ConversationsModel::totalUnreadChanged, this, &MainWindow::updateTitle);
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
}

void MainWindow::showDesk()
{
    if (isDeskShown())
        return;
    m_pages->setCurrentWidget(m_desk);
    m_desk->left().waiting().setFocus();
}

bool MainWindow::isDeskShown() const
{
    return m_pages->currentWidget() == m_desk;
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

void MainWindow::makeShortcuts()
{
    for (const Shortcut& shortcut : shortcuts()) {
        for (const QKeySequence& keys : shortcut.keys) {
            auto* made = new QShortcut(keys, this);
            connect(made, &QShortcut::activated, this,
                    [this, command = shortcut.command] { carryOut(command); });
        }
    }
}

void MainWindow::carryOut(Command command)
{
    if (command == Command::Quit) {
        Q_EMIT quitRequested();
        return;
    }
    if (command == Command::Help) {
        showShortcuts();
        return;
    }
    if (!isDeskShown())
        return;
    switch (command) {
    case Command::GoToQueue:
        m_desk->goToQueue();
        break;
    case Command::GoToMine:
        m_desk->goToMine();
        break;
    case Command::GoToComposer:
        m_desk->conversation().focusComposer();
        break;
    case Command::GoToConversation:
        m_desk->conversation().focusTranscript();
        break;
    case Command::NextPane:
        m_desk->cyclePanes(1);
        break;
    case Command::PreviousPane:
        m_desk->cyclePanes(-1);
        break;
    case Command::Claim:
        m_desk->claim();
        break;
    case Command::Resolve:
        m_desk->conversation().resolve();
        break;
    case Command::Availability:
        m_desk->openAvailability();
        break;
    case Command::ToggleDetails:
        m_desk->toggleDetails();
        break;
    case Command::Search:
        m_desk->openSearch();
        return;
    case Command::ProgramMenu:
        m_desk->left().openProgramMenu();
        break;
    case Command::Help:
    case Command::Quit:
        break;
    }
}

void MainWindow::fillMenu()
{
    QMenu& menu = m_desk->left().programMenu();
    QMenu* appearance = menu.addMenu(tr("Appearance"));
    auto* group = new QActionGroup(appearance);
    const auto addChoice = [&](SchemeChoice choice, const QString& words) {
        QAction* action = appearance->addAction(words);
        action->setCheckable(true);
        action->setChecked(m_preferences.scheme() == choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] {
            m_preferences.setScheme(choice);
            m_theme.setChoice(choice);
        });
    };
    addChoice(SchemeChoice::FollowSystem, tr("Like the system"));
    addChoice(SchemeChoice::Light, tr("Light"));
    addChoice(SchemeChoice::Dark, tr("Dark"));
    addLiveTo(menu);
    connect(menu.addAction(tr("Settings…")), &QAction::triggered, this, &MainWindow::settingsRequested);
    connect(menu.addAction(tr("Keyboard shortcuts")), &QAction::triggered, this, &MainWindow::showShortcuts);
    menu.addSeparator();
    connect(menu.addAction(tr("Sign out")), &QAction::triggered, this, &MainWindow::signOutRequested);
    connect(menu.addAction(tr("Quit")), &QAction::triggered, this, &MainWindow::quitRequested);
}

void MainWindow::addLiveTo(QMenu& menu)
{
    QAction* live = menu.addAction(tr("Live…"));
    connect(live, &QAction::triggered, this, &MainWindow::liveRequested);
    const auto follow = [this, live] {
        const domain::Role role = m_models.live.me().role;
        live->setVisible(role == domain::Role::Supervisor || role == domain::Role::Admin);
    };
    connect(&m_models.live, &client::LiveView::meChanged, live, follow);
    follow();
}

void MainWindow::askHowResolved(const domain::HandoffId& handoff)
{
    auto* dialog = new ResolveDialog(m_theme, m_models.details.name(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ResolveDialog::resolved, this, [this, handoff](const QString& notes, bool back) {
        Q_EMIT resolveRequested(handoff, {notes, {}, back});
    });
    dialog->open();
}

void MainWindow::showShortcuts()
{
    if (findChild<ShortcutsDialog*>())
        return;
    auto* dialog = new ShortcutsDialog(m_theme, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::updateTitle()
{
    const int unread = m_models.mine.totalUnread();
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
