#include <ui/settings/settings_window.h>

#include <ui/settings/account_page.h>
#include <ui/settings/answers_page.h>
#include <ui/settings/appearance_page.h>
#include <ui/settings/bots_page.h>
#include <ui/settings/canned_page.h>
#include <ui/settings/connection_page.h>
#include <ui/settings/handoff_page.h>
#include <ui/settings/key_page.h>
#include <ui/settings/keyboard_page.h>
#include <ui/settings/notifications_page.h>
#include <ui/settings/page_delegate.h>
#include <ui/settings/people_page.h>
#include <ui/settings/question.h>
#include <ui/settings/team_page.h>
#include <ui/settings/template_page.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/window_size.h>

#include <QtGui/QCloseEvent>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QStackedWidget>

#include <algorithm>
#include <utility>

namespace relevo::ui {

using metrics::grid;

namespace {

constexpr QSize firstSettingsSize(960, 680);
constexpr QSize smallestSettings(640, 420);

} // namespace

SettingsWindow::SettingsWindow(const Parts& parts, QWidget* parent)
    : QDialog(parent), m_(parts), m_list(new QListWidget), m_pages(new QStackedWidget),
      m_storage(new StoragePage(parts.theme))
{
    setObjectName(QStringLiteral("settingsWindow"));
    setWindowTitle(tr("Settings"));
    keepReadable(*this, parts.theme, smallestSettings);
    placeOver(*this, parent, firstSettingsSize);
    m_list->setObjectName(QStringLiteral("settingsPages"));
    m_list->setAccessibleName(tr("Pages of the settings"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new PageDelegate(parts.theme, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setMouseTracking(true);

    addPages();
    auto* side = new QHBoxLayout;
    side->setContentsMargins(0, 2 * grid, 0, 2 * grid);
    side->addWidget(m_list);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(side);
    layout->addWidget(m_pages, 1);

    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsWindow::pageChosen);
    // A screen reader selects a row and leaves the current one where it was.
    connect(m_list, &QListWidget::itemSelectionChanged, this, [this] {
        if (const QList<QListWidgetItem*> chosen = m_list->selectedItems(); !chosen.isEmpty())
            m_list->setCurrentItem(chosen.front());
    });
    connect(&parts.live, &client::LiveView::meChanged, this, &SettingsWindow::updateRole);
    connect(&parts.theme, &Theme::changed, this, &SettingsWindow::fitList);
    updateRole();
    fitList();
    m_list->setCurrentRow(0);
}

void SettingsWindow::addPages()
{
    addPage(QStringLiteral("account"), QStringLiteral("user"), tr("Account"), [this] {
        auto* page = new AccountPage(m_.theme, m_.live, m_.api);
        connect(page, &AccountPage::signOutRequested, this, &SettingsWindow::signOutRequested);
        return page;
    });
    addPage(QStringLiteral("appearance"), QStringLiteral("palette"), tr("Appearance"), [this] {
        auto* page = new AppearancePage(m_.theme, m_.preferences);
        connect(page, &AppearancePage::restartRequested, this, &SettingsWindow::restartRequested);
        return page;
    });
    addPage(QStringLiteral("notifications"), QStringLiteral("bell"), tr("Notifications"),
            [this] { return new NotificationsPage(m_.theme, m_.preferences, m_.system); });
    addPage(QStringLiteral("keyboard"), QStringLiteral("keyboard"), tr("Keyboard"),
            [this] { return new KeyboardPage(m_.theme, m_.keymap, m_.preferences); });
    addPage(QStringLiteral("connection"), QStringLiteral("network"), tr("Connection"),
            [this] { return new ConnectionPage(m_.theme, m_.preferences, m_.connection); });
    addPage(QStringLiteral("storage"), QStringLiteral("disk"), tr("Storage"), [this] { return m_storage; });
    addPage(QStringLiteral("canned"), QStringLiteral("chat"), tr("Canned responses"),
            [this] { return new CannedPage(m_.theme, m_.live, m_.api); });
    addPage(QStringLiteral("templates"), QStringLiteral("page"), tr("Message templates"),
            [this] { return new TemplatePage(m_.theme, m_.live, m_.api); });
    addPage(QStringLiteral("handoff"), QStringLiteral("handoff"), tr("Handoff settings"),
            [this] { return new HandoffPage(m_.theme, m_.live, m_.api); });
    addPage(QStringLiteral("people"), QStringLiteral("people"), tr("People"),
            [this] { return new PeoplePage(m_.theme, m_.live, m_.api); });
    addPage(QStringLiteral("teams"), QStringLiteral("team"), tr("Teams"),
            [this] { return new TeamPage(m_.theme, m_.live, m_.api); });
    addPage(QStringLiteral("keys"), QStringLiteral("key"), tr("API keys"),
            [this] { return new KeyPage(m_.theme, m_.live, m_.api); });
    addPage(QStringLiteral("bots"), QStringLiteral("bot"), tr("Bots"),
            [this] { return new BotsPage(m_.theme, m_.live, m_.api); });
    addPage(QStringLiteral("answers"), QStringLiteral("note"), tr("The bots’ answers"),
            [this] { return new AnswersPage(m_.theme, m_.live, m_.api); });
    (void)page(m_shown);
    m_storage->setParent(this); // until its page is wanted
    m_storage->hide();
}

void SettingsWindow::addPage(const QString& name, const QString& icon, const QString& title,
                             std::function<SettingsPage*()> make)
{
    m_entries.push_back({name, icon, std::move(make), nullptr});
    auto* item = new QListWidgetItem(title, m_list);
    item->setData(PageDelegate::IconRole, icon);
    item->setData(Qt::AccessibleTextRole, title);
}

SettingsPage& SettingsWindow::page(int row)
{
    Entry& entry = m_entries[row];
    if (!entry.page) {
        entry.page = entry.make();
        entry.page->setObjectName(entry.name + QStringLiteral("Page"));
        m_pages->addWidget(entry.page);
        if (m_online)
            entry.page->setOnline(*m_online);
    }
    return *entry.page;
}

bool SettingsWindow::makeNextPage()
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries[row].page || m_list->item(row)->isHidden())
            continue;
        (void)page(row);
        return true;
    }
    return false;
}

void SettingsWindow::pageChosen(int row)
{
    if (row < 0)
        return;
    if (row != m_shown && page(m_shown).hasUnsaved()) {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(m_shown);
        settleUnsaved([this, row] { m_list->setCurrentRow(row); });
        return;
    }
    m_shown = row;
    m_pages->setCurrentWidget(&page(row));
    if (isVisible())
        page(row).opened();
}

bool SettingsWindow::isForAdmins(const QString& page)
{
    static const QSet<QString> pages{QStringLiteral("handoff"), QStringLiteral("templates"),
                                     QStringLiteral("people"),  QStringLiteral("teams"),
                                     QStringLiteral("keys"),    QStringLiteral("bots"),
                                     QStringLiteral("answers")};
    return pages.contains(page);
}

void SettingsWindow::updateRole()
{
    const bool admin = m_.live.me().role == domain::Role::Admin;
    for (int row = 0; row < m_entries.size(); ++row) {
        if (!isForAdmins(m_entries[row].name))
            continue;
        m_list->item(row)->setHidden(!admin);
        if (!admin && m_list->currentRow() == row)
            m_list->setCurrentRow(0);
    }
}

void SettingsWindow::fitList()
{
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 2 * grid);
    update();
}

void SettingsWindow::openAt(const QString& page)
{
    const auto wanted = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                     [&page](const Entry& entry) { return entry.name == page; });
    show();
    raise();
    activateWindow();
    const int before = m_list->currentRow();
    const int row = wanted == m_entries.cend() ? before : static_cast<int>(wanted - m_entries.cbegin());
    if (row == before || m_list->item(row)->isHidden())
        pageChosen(before);
    else
        m_list->setCurrentRow(row);
    m_list->setFocus();
}

void SettingsWindow::openAt(const QString& page, const SettingPlace& setting)
{
    openAt(page);
    // Not when something unsaved on another page is asked about first.
    if (m_entries[m_shown].name == page)
        this->page(m_shown).goTo(setting.words, setting.section);
}

void SettingsWindow::setLink(const client::LinkInfo& link)
{
    m_online = client::isConnected(link.state);
    for (const Entry& entry : std::as_const(m_entries)) {
        if (entry.page)
            entry.page->setOnline(*m_online);
    }
}

void SettingsWindow::lookAgain()
{
    if (isVisible())
        page(m_shown).opened();
}

void SettingsWindow::putSecretsAway()
{
    for (const Entry& entry : std::as_const(m_entries)) {
        if (entry.page)
            entry.page->putSecretsAway();
    }
}

QList<SettingsWindow::Place> SettingsWindow::places()
{
    QList<Place> all;
    for (int row = 0; row < m_entries.size(); ++row) {
        const Entry& entry = m_entries[row];
        if (m_list->item(row)->isHidden())
            continue;
        const SettingsPage& made = page(row);
        for (const SettingPlace& setting : made.places())
            all.push_back({entry.name, made.title(), entry.icon, setting});
    }
    return all;
}

bool SettingsWindow::hasUnsaved() const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(),
                       [](const Entry& entry) { return entry.page && entry.page->hasUnsaved(); });
}

void SettingsWindow::settleUnsaved(std::function<void()> then)
{
    const auto unsaved = std::find_if(m_entries.cbegin(), m_entries.cend(), [](const Entry& entry) {
        return entry.page && entry.page->hasUnsaved();
    });
    if (unsaved == m_entries.cend())
        return;
    openAt(unsaved->name);
    if (findChild<Question*>(QStringLiteral("unsavedQuestion")))
        return;
    SettingsPage* page = unsaved->page;
    auto* question = new Question(m_.theme, QStringLiteral("unsavedQuestion"), page->unsavedTitle(),
                                  tr("Save what you have changed, or discard it?"), this);
    question->addAnswer(QStringLiteral("unsavedDiscard"), tr("Discard changes"), ButtonKind::Normal,
                        [page, then] {
                            page->discard();
                            then();
                        });
    // Saving may still be refused: then the page says why, and stays.
    question->addAnswer(QStringLiteral("unsavedSave"), tr("Save"), ButtonKind::Primary,
                        [page, then] { page->save(then); });
    question->open();
}

void SettingsWindow::reject()
{
    if (hasUnsaved())
        settleUnsaved([this] { hide(); });
    else
        QDialog::reject();
}

void SettingsWindow::closeEvent(QCloseEvent* event)
{
    if (!hasUnsaved()) {
        QDialog::closeEvent(event);
        return;
    }
    event->ignore();
    settleUnsaved([this] { hide(); });
}

void SettingsWindow::keyPressEvent(QKeyEvent* event)
{
    // Enter in a field is for that field; a dialog would press a button of its own choice.
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        QDialog::keyPressEvent(event);
}

void SettingsWindow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_.theme.colors().window);
    const int edge =
        layoutDirection() == Qt::LeftToRight ? m_pages->x() - 1 : m_pages->x() + m_pages->width();
    painter.fillRect(QRect(edge, 0, 1, height()), m_.theme.colors().border);
}

} // namespace relevo::ui
