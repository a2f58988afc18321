#include <ui/settings/settings_page.h>

#include <ui/theme/metrics.h>
#include <ui/widgets/text.h>

#include <QtCore/QEvent>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace relevo::ui {

using metrics::grid;

namespace {

/// Longer lines are hard to read: so many times the height of a line is a column's width.
constexpr int columnLines = 36;
/// Where a switch's words begin.
int tickOf(const Theme& theme)
{
    constexpr int box = 18;
    return theme.grown(box) + grid;
}

} // namespace

SettingsPage::SettingsPage(const Theme& theme, const QString& title, const QString& words)
    : m_theme(theme), m_title(title), m_content(new QWidget), m_column(new QVBoxLayout),
      m_offline(new Text(theme, &Fonts::body, &Colors::warning,
                         tr("There is no connection. What you see may be out of date, and nothing can be "
                            "changed until it is back.")))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded); // for large letters in a small window
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(title);
    m_content->setAutoFillBackground(true);
    m_content->setBackgroundRole(QPalette::Base);
    viewport()->setBackgroundRole(QPalette::Base);
    setBackgroundRole(QPalette::Base); // under the scroll bars, too
    setAutoFillBackground(true);
    m_column->setContentsMargins(4 * grid, 3 * grid, 4 * grid, 4 * grid);
    m_column->setSpacing(0);
    auto* outer = new QHBoxLayout(m_content);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addLayout(m_column, 1);
    outer->addStretch();
    setWidget(m_content);

    auto* heading = new Text(theme, &Fonts::title, &Colors::text, title);
    heading->setWordWrap(true);
    m_column->addWidget(heading);
    if (!words.isEmpty()) {
        auto* text = new Text(theme, &Fonts::body, &Colors::muted, words);
        text->setWordWrap(true);
        text->setContentsMargins(0, metrics::half, 0, 0);
        m_column->addWidget(text);
    }
    m_offline->setObjectName(QStringLiteral("settingsOffline"));
    m_offline->setWordWrap(true);
    m_offline->setContentsMargins(0, grid, 0, 0);
    m_offline->hide();
    m_column->addWidget(m_offline);
    m_column->addStretch();
    placeColumn();
}

void SettingsPage::tellOffline(bool offline)
{
    m_offline->setVisible(offline);
}

void SettingsPage::placeColumn()
{
    const int widest = columnLines * m_theme.fonts().body.pointSize() * 2;
    for (int i = 0; i < m_column->count(); ++i) {
        if (QWidget* widget = m_column->itemAt(i)->widget())
            widget->setMaximumWidth(widest);
    }
}

void SettingsPage::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_column)
        placeColumn();
}

void SettingsPage::pin(QWidget* bar)
{
    m_bar = bar;
    bar->setParent(this);
    bar->installEventFilter(this);
    placeBar();
}

bool SettingsPage::event(QEvent* event)
{
    // The bar's words have changed, and perhaps need another line.
    if (event->type() == QEvent::LayoutRequest)
        placeBar();
    return QScrollArea::event(event);
}

bool SettingsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_bar && (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent))
        placeBar();
    return QScrollArea::eventFilter(watched, event);
}

void SettingsPage::resizeEvent(QResizeEvent* event)
{
    placeBar();
    QScrollArea::resizeEvent(event);
}

void SettingsPage::placeBar()
{
    if (!m_bar)
        return;
    if (m_bar->isHidden()) {
        setViewportMargins(0, 0, 0, 0);
        return;
    }
    const int barHeight = std::max(m_bar->sizeHint().height(), m_bar->heightForWidth(width()));
    setViewportMargins(0, 0, 0, barHeight);
    // Large letters may need to be scrolled sideways, too.
    const int below = horizontalScrollBar()->isVisible() ? horizontalScrollBar()->height() : 0;
    m_bar->setGeometry(0, height() - barHeight - below, width(), barHeight);
}

void SettingsPage::addSection(const QString& title, const QString& words)
{
    addSpace(4 * grid);
    auto* heading = new Text(m_theme, &Fonts::heading, &Colors::text, title);
    heading->setWordWrap(true);
    add(heading);
    m_section.clear();
    addPlace(title, words, heading);
    m_section = title;
    if (!words.isEmpty()) {
        auto* text = new Text(m_theme, &Fonts::body, &Colors::muted, words);
        text->setWordWrap(true);
        add(text);
    }
    addSpace(grid);
}

SettingRow* SettingsPage::addRow(const QString& name, QWidget* control, const QString& hint)
{
    auto* row = new SettingRow(m_theme, name, control, hint);
    add(row);
    addPlace(name, hint, control);
    return row;
}

QCheckBox* SettingsPage::addSwitch(const char* objectName, const QString& words, const QString& hint,
                                   const QCheckBox* under)
{
    auto* box = new QCheckBox(words);
    box->setObjectName(QString::fromLatin1(objectName));
    box->setAccessibleName(words);
    box->setMinimumHeight(metrics::controlHeight);
    if (under) {
        auto* below = new QWidget;
        auto* line = new QHBoxLayout(below);
        line->setContentsMargins(tickOf(m_theme), 0, 0, 0);
        line->addWidget(box);
        add(below);
        box->setEnabled(under->isChecked());
        connect(under, &QCheckBox::toggled, box, &QWidget::setEnabled);
    } else {
        add(box);
    }
    addPlace(words, hint, box);
    if (!hint.isEmpty()) {
        box->setAccessibleDescription(hint);
        auto* text = new Text(m_theme, &Fonts::caption, &Colors::muted, hint);
        text->setWordWrap(true);
        text->setIndent(tickOf(m_theme));
        add(text);
        addSpace(metrics::half);
    }
    return box;
}

void SettingsPage::addPlace(const QString& words, const QString& hint, QWidget* at)
{
    // A section of one setting is called like it, and one place is enough.
    if (!m_places.isEmpty() && m_places.last().section.isEmpty() && m_places.last().words == words &&
        m_section == words)
        m_places.removeLast();
    m_places.push_back({words, m_section, hint, at});
}

QList<SettingPlace> SettingsPage::places() const
{
    QList<SettingPlace> there;
    std::copy_if(m_places.begin(), m_places.end(), std::back_inserter(there),
                 [this](const SettingPlace& one) {
                     // A form that is not filled yet will be: only what is hidden in it is not there.
                     return one.at && one.at->isVisibleTo(m_content);
                 });
    return there;
}

bool SettingsPage::goTo(const QString& words, const QString& section)
{
    const auto found = std::find_if(m_places.cbegin(), m_places.cend(), [&](const SettingPlace& one) {
        return one.words == words && one.section == section;
    });
    if (found == m_places.cend() || !found->at)
        return false;
    m_goal = found->at;
    // A page that comes to the front is laid out first.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_content->isVisible())
                goOn();
        },
        Qt::QueuedConnection);
    return true;
}

void SettingsPage::goOn()
{
    QWidget* const goal = std::exchange(m_goal, nullptr);
    if (!goal)
        return;
    // It is placed where the words above it leave it, once they have their width.
    if (m_content->layout())
        m_content->layout()->activate();
    ensureWidgetVisible(goal, 0, height() / 3);
    const auto takesKeyboard = [this](const QWidget* one) {
        return one->isEnabled() && one->isVisible() && (one->focusPolicy() & Qt::TabFocus) &&
               m_content->isAncestorOf(one);
    };
    // Of a section, or of a control that is made of several, the first one that can have it.
    QWidget* next = goal;
    while (!takesKeyboard(next)) {
        next = next->nextInFocusChain();
        if (next == goal)
            return;
    }
    if (next->mapTo(m_content, QPoint()).y() < goal->mapTo(m_content, QPoint()).y())
        return;
    // Shown as being there, also in a window that only now comes to the front.
    window()->setAttribute(Qt::WA_KeyboardFocusChange);
    next->setFocus(Qt::ShortcutFocusReason);
}

void SettingsPage::add(QWidget* widget)
{
    // Before the stretch at the end.
    m_column->insertWidget(m_column->count() - 1, widget);
    placeColumn();
}

void SettingsPage::addSpace(int pixels)
{
    m_column->insertSpacing(m_column->count() - 1, pixels);
}

QWidget* atStart(QWidget* widget)
{
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, metrics::half, 0, metrics::half);
    layout->addWidget(widget);
    layout->addStretch();
    return line;
}

} // namespace relevo::ui
