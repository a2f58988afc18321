#include <ui/shell/side_windows.h>

#include <ui/login/login_page.h>
#include <ui/queue/left_column.h>
#include <ui/settings/settings_window.h>
#include <ui/shell/connection_keeper.h>
#include <ui/shell/desk_page.h>
#include <ui/shell/main_window.h>
#include <ui/supervise/live_window.h>
#include <ui/widgets/link_bar.h>

namespace relevo::ui {

namespace {

/// After signing in there is more urgent work; then a page at a time, and between them whatever else comes.
constexpr std::chrono::milliseconds beforePages{3'000};
constexpr std::chrono::milliseconds betweenPages{100};

} // namespace

SideWindows::SideWindows(const Parts& parts, QObject* parent) : QObject(parent), m_(parts), m_prepare(this)
{
    // The palette finds each setting by the page's own words: the first look into it is not to wait for
    // pages.
    m_prepare.setSingleShot(true);
    connect(&m_prepare, &QTimer::timeout, this, &SideWindows::prepare);
    connect(&m_.desk, &client::Desk::linkStateChanged, this, [this](const client::LinkInfo& link) {
        if (client::isConnected(link.state) && !m_settings && !m_prepare.isActive())
            m_prepare.start(beforePages);
    });
    connect(&m_.window, &MainWindow::settingsRequested, this, [this] { openSettings(); });
    connect(&m_.window, &MainWindow::liveRequested, this, &SideWindows::openLive);
    connect(&m_.desk, &client::Desk::signedOut, this, &SideWindows::closeAll);
    connect(&m_.desk, &client::Desk::deviceForgotten, this, &SideWindows::deviceForgotten);
    // Whoever waits for a connection need not wait on by the old way.
    connect(&m_.connection, &ConnectionKeeper::changed, &m_.desk, &client::Desk::reconnect);
    connect(&m_.window.desk().left().link(), &LinkBar::restartRequested, this,
            [this] { settle([this] { Q_EMIT restartRequested(); }); });
    addPalettePages();
}

void SideWindows::addPalettePages()
{
    struct Page
    {
        QString name;
        QString title;
        QString icon;
    };
    const QList<Page> pages{{QStringLiteral("account"), tr("Account"), QStringLiteral("user")},
                            {QStringLiteral("appearance"), tr("Appearance"), QStringLiteral("palette")},
                            {QStringLiteral("notifications"), tr("Notifications"), QStringLiteral("bell")},
                            {QStringLiteral("keyboard"), tr("Keyboard"), QStringLiteral("keyboard")},
                            {QStringLiteral("connection"), tr("Connection"), QStringLiteral("network")},
                            {QStringLiteral("storage"), tr("Storage"), QStringLiteral("disk")},
                            {QStringLiteral("canned"), tr("Canned responses"), QStringLiteral("chat")},
                            {QStringLiteral("templates"), tr("Message templates"), QStringLiteral("page")},
                            {QStringLiteral("handoff"), tr("Handoff settings"), QStringLiteral("handoff")},
                            {QStringLiteral("people"), tr("People"), QStringLiteral("people")},
                            {QStringLiteral("teams"), tr("Teams"), QStringLiteral("team")},
                            {QStringLiteral("keys"), tr("API keys"), QStringLiteral("key")},
                            {QStringLiteral("bots"), tr("Bots"), QStringLiteral("bot")},
                            {QStringLiteral("answers"), tr("The bots’ answers"), QStringLiteral("note")}};
    for (const Page& page : pages) {
        // The project's settings are the admins'.
        const bool adminsOnly = SettingsWindow::isForAdmins(page.name);
        m_.window.palettePages().add({page.name, page.title, tr("Settings"), page.icon,
                                      [this, name = page.name] { openSettings(name); },
                                      [this, adminsOnly] {
                                          return !adminsOnly ||
                                                 m_.desk.live().me().role == domain::Role::Admin;
                                      }});
    }
    m_.window.palettePages().addSource([this] { return settingPlaces(); });
}

SideWindows::~SideWindows()
{
    delete m_settings;
    delete m_live;
}

SettingsWindow& SideWindows::settings()
{
    if (!m_settings) {
        m_settings = new SettingsWindow({m_.theme, m_.preferences, m_.desk.live(), m_.desk.api(),
                                         m_.connection, m_.window.keymap(), m_.system},
                                        &m_.window);
        connect(m_settings, &SettingsWindow::signOutRequested, this,
                [this] { settle([this] { m_.desk.signOut(); }); });
        connect(m_settings, &SettingsWindow::restartRequested, this,
                [this] { settle([this] { Q_EMIT restartRequested(); }); });
        connect(&m_.window, &MainWindow::quietChanged, m_settings, &SettingsWindow::lookAgain);
        m_settings->setLink(m_.desk.link());
        connect(&m_.desk, &client::Desk::linkStateChanged, m_settings, &SettingsWindow::setLink);
        connectStorage(*m_settings);
    }
    return *m_settings;
}

void SideWindows::prepare()
{
    if (settings().makeNextPage())
        m_prepare.start(betweenPages);
}

void SideWindows::openSettings(const QString& page)
{
    settings().openAt(page);
}

std::vector<PalettePage> SideWindows::settingPlaces()
{
    std::vector<PalettePage> pages;
    // Each page knows its own words; the window is made for them, and shown when it is wanted.
    for (const SettingsWindow::Place& place : settings().places()) {
        const SettingPlace& setting = place.setting;
        QStringList where{place.title, setting.section};
        where.removeAll(QString());
        pages.push_back({QStringList{place.page, setting.section, setting.words}.join(u'/'),
                         setting.words,
                         where.join(QStringLiteral(" · ")),
                         place.icon,
                         [this, place] { settings().openAt(place.page, place.setting); },
                         {},
                         setting.hint,
                         true});
    }
    return pages;
}

void SideWindows::connectStorage(SettingsWindow& settings)
{
    StoragePage& page = settings.storage();
    connect(&page, &StoragePage::measureRequested, &m_.desk, &client::Desk::measureStorage);
    connect(&page, &StoragePage::boundChosen, this, [this](qint64 bytes) {
        m_.preferences.setHistoryBytes(bytes);
        m_.desk.setHistoryBytes(bytes);
    });
    connect(&page, &StoragePage::forgetConfirmed, &m_.desk, &client::Desk::forgetDevice);
    connect(&m_.desk, &client::Desk::storageMeasured, &page, &StoragePage::showStorage);
}

void SideWindows::openLive()
{
    const domain::Role role = m_.desk.live().me().role;
    if (role != domain::Role::Supervisor && role != domain::Role::Admin)
        return;
    if (!m_live) {
        m_live = new LiveWindow({m_.theme, m_.desk.live(), m_.desk.api(), m_.clock}, &m_.window);
        m_live->setLink(m_.desk.link());
        connect(&m_.desk, &client::Desk::linkStateChanged, m_live, &LiveWindow::setLink);
        connect(m_live, &LiveWindow::takeOverRequested, this, [this](const domain::HandoffId& handoff) {
            // Once it is theirs, the desk shows it.
            m_.window.bringToFront();
            const client::LiveView& live = m_.desk.live();
            const client::ConversationRow* row = live.rowOfHandoff(handoff);
            if (!row || row->holder != domain::Holder::Agent) {
                m_.desk.claim(handoff);
                return;
            }
            // A colleague's is not there to be claimed: it is handed over.
            m_.window.desk().look(row->id);
            m_.desk.transferToAgent(handoff, live.me().id, {});
        });
        connect(m_live, &LiveWindow::reassignRequested, this,
                [this](const domain::HandoffId& handoff, const domain::AgentId& agent) {
                    m_.desk.transferToAgent(handoff, agent, {});
                });
        connect(&m_.desk, &client::Desk::commandFailed, m_live, [this](client::Wish wish) {
            if (wish == client::Wish::Transfer && m_live->isVisible())
                m_live->tellTrouble(tr("This customer cannot be moved now; somebody else may have them."));
        });
    }
    m_live->show();
    m_live->raise();
    m_live->activateWindow();
}

void SideWindows::screenLocked()
{
    if (m_settings)
        m_settings->putSecretsAway();
}

void SideWindows::deviceForgotten(const Result<void>& done)
{
    LoginPage& login = m_.window.login();
    login.forgetAccount();
    if (done)
        login.showReason(tr("This device has forgotten you."));
    else
        login.showRefusal(done.error().message + QLatin1Char(' ') + done.error().detail);
}

void SideWindows::settle(const std::function<void()>& then)
{
    if (m_settings && m_settings->hasUnsaved())
        m_settings->settleUnsaved(then);
    else
        then();
}

void SideWindows::closeAll()
{
    m_prepare.stop();
    // They may be in the middle of a signal of theirs.
    for (QWidget* window : {static_cast<QWidget*>(m_settings), static_cast<QWidget*>(m_live)}) {
        if (!window)
            continue;
        window->hide();
        window->deleteLater();
    }
    m_settings.clear();
    m_live.clear();
}

} // namespace relevo::ui
