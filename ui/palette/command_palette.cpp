#include <ui/palette/command_palette.h>

#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/choice_list.h>
#include <ui/widgets/empty_state.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int widest = 80 * grid;
constexpr int mostRowsShown = 9;
constexpr int shadow = grid;
constexpr std::chrono::milliseconds pause{80};
constexpr qsizetype leastSearched = 2; ///< letters

} // namespace

CommandPalette::CommandPalette(const Theme& theme, const client::LiveView& live, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_model(live), m_panel(new QWidget(this)), m_field(new QLineEdit),
      m_list(new ChoiceList(theme, m_model, ChoiceDelegate::Lines::One)),
      m_nothing(new EmptyState(theme, QStringLiteral("search"), tr("Nothing found"),
                               tr("Try a name, a word from a conversation or an action.")))
{
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Find anything"));
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setAccessibleName(tr("Find anything"));
    m_field->setPlaceholderText(tr("What do you want to do, or who are you looking for?"));
    m_field->setTextMargins(metrics::half + 2, 0, metrics::half + 2, 0);
    m_field->addAction(theme.icon(QStringLiteral("search")), QLineEdit::LeadingPosition)
        ->setText(m_field->placeholderText()); // a picture, but spoken as a button
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Results"));
    m_list->follow(*m_field);
    m_list->setUniformItemSizes(false); // a group's first row is higher
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    m_field->installEventFilter(this); // after the list's: what is typed fast comes here first
    m_nothing->setCompact(true);
    auto* layout = new QVBoxLayout(m_panel);
    layout->setContentsMargins(grid, grid, grid, grid);
    layout->setSpacing(metrics::half);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    hide();

    connect(m_field, &QLineEdit::textChanged, this, [this](const QString& typed) {
        m_chosen = false;
        m_model.setTyped(typed);
    });
    connect(m_field, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (isVisible() && m_field->text().trimmed().size() >= leastSearched)
            Q_EMIT searchWanted(query());
    });
    connect(&m_model, &models::PaletteModel::searched, this, &CommandPalette::showRows);
    connect(m_list, &ChoiceList::chosen, this, &CommandPalette::choose);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    parent->installEventFilter(this);
}

void CommandPalette::open(std::vector<models::PaletteItem> items, const QStringList& recent)
{
    if (isVisible())
        return;
    m_before = QApplication::focusWidget();
    m_field->clear();
    m_model.open(std::move(items), recent);
    place();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_list->setCurrentRow(0);
    m_list->scrollToTop();
}

void CommandPalette::dismiss()
{
    if (!isVisible())
        return;
    const bool hadKeyboard = isAncestorOf(QApplication::focusWidget());
    m_chosen = false;
    hide();
    m_model.close();
    if (hadKeyboard && m_before)
        m_before->setFocus(Qt::ShortcutFocusReason);
}

client::SearchQuery CommandPalette::query() const
{
    return client::parseSearch(m_field->text(), QTimeZone::systemTimeZone());
}

void CommandPalette::showFound(const client::SharedResults& found)
{
    if (!isVisible() || !(found->query == query()))
        return;
    // What comes late must not move another row under the finger that chooses.
    const int row = m_list->currentRow();
    const QString key = row >= 0 && row < m_model.rowCount() ? m_model.at(row).key : QString();
    m_model.setFound(found);
    for (int now = 0; now < m_model.rowCount() && !key.isEmpty(); ++now) {
        if (m_model.at(now).key == key) {
            m_list->setCurrentRow(now);
            break;
        }
    }
}

void CommandPalette::choose()
{
    // Whoever types faster than it is searched means what fits all of it.
    if (m_model.isSearching()) {
        m_chosen = true;
        return;
    }
    const int row = std::exchange(m_chosen, false) ? 0 : m_list->currentRow();
    if (row < 0 || row >= m_model.rowCount())
        return;
    const models::PaletteItem item = m_model.at(row);
    dismiss();
    Q_EMIT chosen(item);
}

void CommandPalette::showRows()
{
    const bool none = m_model.rowCount() == 0;
    m_list->setVisible(!none);
    m_nothing->setVisible(none);
    if (!none)
        m_list->scrollToTop();
    if (m_chosen)
        choose();
}

void CommandPalette::place()
{
    const QRect whole = parentWidget()->rect();
    setGeometry(whole);
    const int width = std::min(widest, whole.width() - 6 * grid);
    const int row = m_list->itemDelegate()->sizeHint({}, {}).height();
    const int wanted = m_field->sizeHint().height() + mostRowsShown * row + 3 * grid;
    const int top = std::min(12 * grid, whole.height() / 8);
    const int height = std::min(wanted, whole.height() - top - 4 * grid);
    m_panel->setGeometry((whole.width() - width) / 2, top, width, height);
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            dismiss();
            return true;
        }
        // There is nowhere else to go: what lies behind is covered.
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab)
            return true;
        // Before the rows of what is typed are there, Enter finds none to point at.
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && m_model.isSearching()) {
            choose();
            return true;
        }
    }
    if (watched == m_field && event->type() == QEvent::FocusOut &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::ActiveWindowFocusReason &&
        static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
        // Something else has the keyboard now: it was a shortcut of the window.
        QMetaObject::invokeMethod(this, &CommandPalette::dismiss, Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::mousePressEvent(QMouseEvent* event)
{
    if (!m_panel->geometry().contains(event->position().toPoint()))
        dismiss();
}

void CommandPalette::paintEvent(QPaintEvent*)
{
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 70));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF panel(m_panel->geometry());
    for (int step = shadow; step > 0; --step) {
        painter.setBrush(QColor(0, 0, 0, 5));
        painter.drawRoundedRect(panel.adjusted(-step, -step + 3, step, step + 3), metrics::radius + step,
                                metrics::radius + step);
    }
    painter.setPen(QPen(c.border, 1));
    painter.setBrush(c.surface);
    painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius + metrics::half,
                            metrics::radius + metrics::half);
}

} // namespace relevo::ui
