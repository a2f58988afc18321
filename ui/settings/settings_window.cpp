#include <ui/settings/settings_window.h>

#include <ui/settings/account_page.h>
#include <ui/settings/appearance_page.h>
#include <ui/settings/canned_page.h>
#include <ui/settings/connection_page.h>
#include <ui/settings/handoff_page.h>
#include <ui/settings/keyboard_page.h>
#include <ui/settings/notifications_page.h>
#include <ui/settings/page_delegate.h>
#include <ui/settings/question.h>
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
      m_storage(new StoragePage(parts.theme)), m_handoff(new HandoffPage(parts.theme, parts.live, parts.api))
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

    auto* account = new AccountPage(parts.theme, parts.live, parts.api);
    addPage(QStringLiteral("account"), QStringLiteral("user"), account);
    auto* appearance = new AppearancePage(parts.theme, parts.preferences);
    addPage(QStringLiteral("appearance"), QStringLiteral("palette"), appearance);
    addPage(QStringLiteral("notifications"), QStringLiteral("bell"),
            new NotificationsPage(parts.theme, parts.preferences, parts.system));
    addPage(QStringLiteral("keyboard"), QStringLiteral("keyboard"),
            new KeyboardPage(parts.theme, parts.keymap, parts.preferences));
    addPage(QStringLiteral("connection"), QStringLiteral("network"),
            new ConnectionPage(parts.theme, parts.preferences, parts.connection));
    addPage(QStringLiteral("storage"), QStringLiteral("disk"), m_storage);
    addPage(QStringLiteral("canned"), QStringLiteral("chat"),
            new CannedPage(parts.theme, parts.live, parts.api));
    addPage(QStringLiteral("templates"), QStringLiteral("page"),
            new TemplatePage(parts.theme, parts.live, parts.api));
    addPage(QStringLiteral("handoff"), QStringLiteral("handoff"), m_handoff);

    auto* side = new QHBoxLayout;
    side->setContentsMargins(0, 2 * grid, 0, 2 * grid);
    side->addWidget(m_list);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(side);
    layout->addWidget(m_pages, 1);

    connect(m_list, &QListWidget::currentRowChanged, this, &SettingsWindow::pageChosen);
    connect(appearance, &AppearancePage::restartRequested, this, &SettingsWindow::restartRequested);
    // A screen reader selects a row and leaves the current one where it was.
    connect(m_list, &QListWidget::itemSelectionChanged, this, [this] {
        if (const QList<QListWidgetItem*> chosen = m_list->selectedItems(); !chosen.isEmpty())
            m_list->setCurrentItem(chosen.front());
    });
    connect(account, &AccountPage::signOutRequested, this, &SettingsWindow::signOutRequested);
    connect(&parts.live, &client::LiveView::meChanged, this, &SettingsWindow::updateRole);
    connect(&parts.theme, &Theme::changed, this, &SettingsWindow::fitList);
    updateRole();
    fitList();
    m_list->setCurrentRow(0);
}

void SettingsWindow::addPage(const QString& name, const QString& icon, SettingsPage* page)
{
    page->setObjectName(name + QStringLiteral("Page"));
    m_entries.push_back({name, icon, page});
    m_pages->addWidget(page);
    auto* item = new QListWidgetItem(page->title(), m_list);
    item->setData(PageDelegate::IconRole, icon);
    item->setData(Qt::AccessibleTextRole, page->title());
}

void SettingsWindow::pageChosen(int row)
{
    if (row < 0)
        return;
    const int before = m_pages->currentIndex();
    if (row != before && m_entries[before].page->hasUnsaved()) {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(before);
        settleUnsaved([this, row] { m_list->setCurrentRow(row); });
        return;
    }
    m_pages->setCurrentIndex(row);
    if (isVisible())
        m_entries[row].page->opened();
}

void SettingsWindow::updateRole()
{
    const bool admin = m_.live.me().role == domain::Role::Admin;
    for (int row = 0; row < m_entries.size(); ++row) {
        const QString& name = m_entries[row].name;
        if (name != QLatin1String("handoff") && name != QLatin1String("templates"))
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
    const Entry& now = m_entries[m_pages->currentIndex()];
    if (now.name == page)
        now.page->goTo(setting.words, setting.section);
}

void SettingsWindow::setLink(const client::LinkInfo& link)
{
    for (const Entry& entry : std::as_const(m_entries))
        entry.page->setOnline(client::isConnected(link.state));
}

void SettingsWindow::lookAgain()
{
    if (isVisible())
        m_entries[m_pages->currentIndex()].page->opened();
}

QList<SettingsWindow::Place> SettingsWindow::places() const
{
    QList<Place> all;
    for (int row = 0; row < m_entries.size(); ++row) {
        const Entry& entry = m_entries[row];
        if (m_list->item(row)->isHidden())
            continue;
        for (const SettingPlace& setting : entry.page->places())
            all.push_back({entry.name, entry.page->title(), entry.icon, setting});
    }
    return all;
}

bool SettingsWindow::hasUnsaved() const
{
    return std::any_of(m_entries.cbegin(), m_entries.cend(),
                       [](const Entry& entry) { return entry.page->hasUnsaved(); });
}

void SettingsWindow::settleUnsaved(std::function<void()> then)
{
    const auto unsaved = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                      [](const Entry& entry) { return entry.page->hasUnsaved(); });
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
