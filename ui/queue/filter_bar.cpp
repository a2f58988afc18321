#include <ui/queue/filter_bar.h>

#include <models/names.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/popup_button.h>
#include <ui/widgets/text.h>

#include <QtCore/QLocale>
#include <QtGui/QActionGroup>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QInputDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace relevo::ui {

namespace {

using metrics::grid;
using models::InboxFilter;
using models::InboxSort;
using models::SavedView;

constexpr std::chrono::milliseconds typingPause(120);

QString tagName(const QString& tag)
{
    return tag;
}

/// Rows of menus are built anew each time: what can be chosen changes all the time.
void empty(QMenu& menu)
{
    const auto inner = menu.findChildren<QMenu*>(QString(), Qt::FindDirectChildrenOnly);
    menu.clear();
    qDeleteAll(inner);
}

/// An & would be taken for a shortcut.
QString plain(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

FilterBar::FilterBar(const Theme& theme, models::Inbox& inbox, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_inbox(inbox), m_wanted(inbox.filter()), m_sort(inbox.sort()),
      m_text(new QLineEdit), m_filters(new PopupButton), m_arrange(new PopupButton), m_notice(new QWidget),
      m_hidden(new Text(theme, &Fonts::caption, &Colors::muted)), m_pause(this)
{
    m_text->setObjectName(QStringLiteral("inboxText"));
    m_text->setAccessibleName(tr("Filter conversations"));
    m_text->setPlaceholderText(tr("Filter by name or text"));
    m_text->setMaxLength(200);
    m_text->setClearButtonEnabled(true);
    m_text->addAction(theme.icon(QStringLiteral("search"), &Colors::faint), QLineEdit::LeadingPosition)
        ->setText(m_text->placeholderText()); // a picture, but spoken as a button
    m_text->installEventFilter(this);
    m_filters->setObjectName(QStringLiteral("inboxFilters"));
    m_filters->setAccessibleName(tr("Filters"));
    m_filters->setToolTip(tr("Filters"));
    m_arrange->setObjectName(QStringLiteral("inboxViews"));
    m_arrange->setIcon(theme.icon(QStringLiteral("sort")));
    m_arrange->setAccessibleName(tr("Views and order"));
    m_arrange->setToolTip(tr("Views and order"));
    for (PopupButton* button : {m_filters, m_arrange})
        button->setFixedWidth(metrics::controlHeight + metrics::half);

    auto* row = new QHBoxLayout;
    row->setSpacing(metrics::half);
    row->addWidget(m_text, 1);
    row->addWidget(m_filters);
    row->addWidget(m_arrange);
    auto* clear = new QPushButton(tr("Show all"));
    clear->setObjectName(QStringLiteral("clearFilter"));
    clear->setFont(theme.fonts().captionStrong);
    setButtonKind(*clear, ButtonKind::Quiet);
    m_hidden->setObjectName(QStringLiteral("hiddenByFilter"));
    auto* notice = new QHBoxLayout(m_notice);
    notice->setContentsMargins(metrics::half, 0, 0, 0);
    notice->addWidget(m_hidden, 1);
    notice->addWidget(clear);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * grid, metrics::half, grid, grid);
    layout->setSpacing(metrics::half);
    layout->addLayout(row);
    layout->addWidget(m_notice);

    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(m_text, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] {
        InboxFilter filter = m_wanted;
        filter.text = m_text->text().simplified();
        want(filter, m_sort);
    });
    connect(clear, &QPushButton::clicked, this, &FilterBar::clear);
    connect(&m_filters->popup(), &QMenu::aboutToShow, this, &FilterBar::fillFilters);
    connect(&m_arrange->popup(), &QMenu::aboutToShow, this, &FilterBar::fillArrange);
    connect(&inbox, &models::Inbox::arranged, this, [this] {
        m_wanted = m_inbox.filter();
        m_sort = m_inbox.sort();
        refresh();
    });
    connect(&inbox, &models::Inbox::countsChanged, this, &FilterBar::refresh);
    fillFilters();
    fillArrange();
    refresh();
}

void FilterBar::setEdge(bool shown)
{
    if (m_edge == shown)
        return;
    m_edge = shown;
    update();
}

void FilterBar::paintEvent(QPaintEvent*)
{
    if (m_edge)
        QPainter(this).fillRect(0, height() - 1, width(), 1, m_theme.colors().border);
}

void FilterBar::setViews(std::vector<SavedView> views)
{
    m_views = std::move(views);
}

void FilterBar::startTyping()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FilterBar::want(const InboxFilter& filter, InboxSort sort)
{
    const bool otherSort = sort != m_sort;
    m_wanted = filter;
    m_sort = sort;
    m_inbox.arrange(filter, sort);
    if (otherSort)
        Q_EMIT sortChanged(sort);
}

void FilterBar::clear()
{
    m_text->clear();
    m_pause.stop();
    want({}, m_sort);
    m_text->setFocus();
}

void FilterBar::refresh()
{
    InboxFilter menus = m_inbox.filter();
    menus.text.clear();
    const bool filtered = !menus.isEmpty();
    m_filters->setIcon(
        m_theme.icon(QStringLiteral("filter"), filtered ? &Colors::accentText : &Colors::muted));
    m_filters->setAccessibleDescription(filtered ? tr("Filters are set") : QString());
    const int hidden = m_inbox.hidden();
    m_notice->setVisible(!m_inbox.filter().isEmpty());
    m_hidden->setWhole(tr("%n hidden by filter", nullptr, hidden));
}

void FilterBar::addFlag(QMenu& menu, const QString& words, bool InboxFilter::*flag)
{
    QAction* action = menu.addAction(words);
    action->setCheckable(true);
    action->setChecked(m_wanted.*flag);
    connect(action, &QAction::triggered, this, [this, flag](bool on) {
        InboxFilter filter = m_wanted;
        filter.*flag = on;
        want(filter, m_sort);
    });
}

void FilterBar::addChoices(QMenu& menu, const QString& title, const QStringList& values,
                           QString InboxFilter::*field, QString (*nameOf)(const QString&))
{
    QStringList all = values;
    if (const QString& chosen = m_wanted.*field; !chosen.isEmpty() && !all.contains(chosen))
        all.push_back(chosen);
    if (all.isEmpty())
        return;
    QMenu* inner = menu.addMenu(title);
    auto* group = new QActionGroup(inner);
    const auto add = [&](const QString& words, const QString& value) {
        QAction* action = inner->addAction(words);
        action->setCheckable(true);
        action->setChecked(m_wanted.*field == value);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, field, value] {
            InboxFilter filter = m_wanted;
            filter.*field = value;
            want(filter, m_sort);
        });
    };
    add(tr("Any"), {});
    inner->addSeparator();
    for (const QString& value : std::as_const(all))
        add(plain(nameOf(value)), value);
}

void FilterBar::addPriorities(QMenu& menu)
{
    QMenu* inner = menu.addMenu(tr("Priority"));
    auto* group = new QActionGroup(inner);
    const auto add = [&](const QString& words, std::optional<domain::Priority> value) {
        QAction* action = inner->addAction(words);
        action->setCheckable(true);
        action->setChecked(m_wanted.atLeast == value);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, value] {
            InboxFilter filter = m_wanted;
            filter.atLeast = value;
            want(filter, m_sort);
        });
    };
    add(tr("Any"), std::nullopt);
    inner->addSeparator();
    add(models::nameOf(domain::Priority::Urgent), domain::Priority::Urgent);
    for (const domain::Priority priority : {domain::Priority::High, domain::Priority::Normal})
        add(tr("%1 or higher").arg(models::nameOf(priority)), priority);
}

void FilterBar::fillFilters()
{
    QMenu& menu = m_filters->popup();
    empty(menu);
    addFlag(menu, tr("Mine"), &InboxFilter::mine);
    addFlag(menu, tr("Unread"), &InboxFilter::unread);
    addFlag(menu, tr("Answer due soon or late"), &InboxFilter::atRisk);
    addFlag(menu, tr("Important customers"), &InboxFilter::vip);
    menu.addSeparator();
    const models::Inbox::Choices choices = m_inbox.choices();
    addPriorities(menu);
    addChoices(menu, tr("Channel"), choices.channels, &InboxFilter::channel, &models::channelName);
    addChoices(menu, tr("Language"), choices.languages, &InboxFilter::language, &models::languageName);
    addChoices(menu, tr("Tag"), choices.tags, &InboxFilter::tag, &tagName);
    menu.addSeparator();
    QAction* all = menu.addAction(tr("Show all"));
    all->setEnabled(!m_wanted.isEmpty());
    connect(all, &QAction::triggered, this, &FilterBar::clear);
}

void FilterBar::fillArrange()
{
    QMenu& menu = m_arrange->popup();
    empty(menu);
    auto* group = new QActionGroup(&menu);
    for (const InboxSort sort :
         {InboxSort::Urgency, InboxSort::WaitingLongest, InboxSort::Newest, InboxSort::DueNext}) {
        QAction* action = menu.addAction(models::nameOf(sort));
        action->setCheckable(true);
        action->setChecked(m_sort == sort);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, sort] { want(m_wanted, sort); });
    }
    menu.addSeparator();
    addViews(menu);
}

void FilterBar::addViews(QMenu& menu)
{
    for (const SavedView& view : m_views) {
        QAction* action = menu.addAction(plain(view.name));
        action->setCheckable(true);
        action->setChecked(view.filter == m_wanted && view.sort == m_sort);
        connect(action, &QAction::triggered, this, [this, view] {
            m_text->setText(view.filter.text);
            m_pause.stop();
            want(view.filter, view.sort);
        });
    }
    if (!m_views.empty())
        menu.addSeparator();
    QAction* keep = menu.addAction(tr("Save as a view…"));
    keep->setEnabled(static_cast<qsizetype>(m_views.size()) < models::mostSavedViews);
    connect(keep, &QAction::triggered, this, &FilterBar::askName);
    if (m_views.empty())
        return;
    QMenu* forget = menu.addMenu(tr("Delete a view"));
    for (const SavedView& view : m_views) {
        connect(forget->addAction(plain(view.name)), &QAction::triggered, this, [this, name = view.name] {
            std::erase_if(m_views, [&name](const SavedView& one) { return one.name == name; });
            Q_EMIT viewsChanged();
        });
    }
}

void FilterBar::askName()
{
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("viewName"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save as a view"));
    dialog->setLabelText(tr("Name of this filter and order:"));
    dialog->setOkButtonText(tr("Save"));
    dialog->setCancelButtonText(tr("Cancel"));
    if (auto* line = dialog->findChild<QLineEdit*>()) {
        line->setMaxLength(static_cast<int>(models::longestViewName));
        line->setAccessibleName(tr("Name of the view"));
    }
    connect(dialog, &QInputDialog::textValueSelected, this, &FilterBar::keepAs);
    dialog->open();
}

void FilterBar::keepAs(const QString& name)
{
    const QString given = name.simplified();
    if (given.isEmpty())
        return;
    const auto same = std::find_if(m_views.begin(), m_views.end(), [&given](const SavedView& view) {
        return view.name.compare(given, Qt::CaseInsensitive) == 0;
    });
    const SavedView view{given, m_wanted, m_sort};
    if (same == m_views.end())
        m_views.push_back(view);
    else
        *same = view; // of the same name there is one
    Q_EMIT viewsChanged();
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape && !m_text->text().isEmpty()) {
            m_text->clear();
            return true;
        }
        if (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Down) {
            Q_EMIT left();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace relevo::ui
