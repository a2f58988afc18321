#include <ui/queue/person_list.h>

#include <ui/delegates/inbox_delegate.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/paint.h>
#include <ui/widgets/spoken_rows.h>

#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>

#include <utility>

namespace relevo::ui {

namespace {

constexpr int emptyHeight = 5 * metrics::grid;

} // namespace

PersonList::PersonList(const Theme& theme, models::Inbox& inbox, models::InboxSection section,
                       const QString& emptyWords, QWidget* parent)
    : QListView(parent), m_theme(theme), m_inbox(inbox), m_section(section), m_rows(inbox.section(section)),
      m_spoken(new SpokenRows(m_rows, spokenInboxRow, this)),
      m_delegate(new InboxDelegate(theme, section, this)), m_emptyWords(emptyWords)
{
    setAccessibleName(models::nameOf(section));
    setModel(m_spoken);
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setAutoScroll(false);
    setTabKeyNavigation(false);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);

    connect(this, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT entered(m_rows.conversationAt(index.row())); });
    // The selection model has its own opinion of changes; ours comes after it.
    connect(m_spoken, &QAbstractItemModel::modelReset, this, &PersonList::follow);
    connect(m_spoken, &QAbstractItemModel::rowsInserted, this, &PersonList::follow);
    connect(m_spoken, &QAbstractItemModel::rowsRemoved, this, &PersonList::follow);
    connect(m_spoken, &QAbstractItemModel::rowsMoved, this, &PersonList::follow);
    const auto tellGrowth = [this](int rows) {
        return [this, rows](const QModelIndex&, int first, int last) {
            Q_EMIT grew(first * rowHeight(), rows * (last - first + 1) * rowHeight());
        };
    };
    connect(m_spoken, &QAbstractItemModel::rowsInserted, this, tellGrowth(1));
    connect(m_spoken, &QAbstractItemModel::rowsRemoved, this, tellGrowth(-1));
    connect(&theme, &Theme::changed, this, &PersonList::fit);
    fit();
}

void PersonList::setKnown(bool known)
{
    m_known = known;
    viewport()->update();
}

domain::ConversationId PersonList::selected() const
{
    const QModelIndexList rows = selectionModel()->selectedIndexes();
    return rows.isEmpty() ? domain::ConversationId() : m_rows.conversationAt(rows.front().row());
}

int PersonList::rowOf(const domain::ConversationId& conversation) const
{
    const std::optional<models::Inbox::At> at = m_inbox.find(conversation);
    return at && at->section == m_section ? at->row : -1;
}

void PersonList::showCurrent(const domain::ConversationId& conversation)
{
    // Whoever scrolls stays where they are, until they go to somebody else by another way than this list.
    m_comesIntoView = !conversation.isNull() && (conversation != m_current || rowOf(conversation) < 0);
    m_current = conversation;
    follow();
}

void PersonList::follow()
{
    fit();
    const int row = m_current.isNull() ? -1 : rowOf(m_current);
    const QScopedValueRollback following(m_following, true);
    if (row < 0) {
        clearSelection();
        setCurrentIndex({});
        return;
    }
    const QModelIndex index = model()->index(row, 0);
    if (!selectionModel()->isSelected(index) || currentIndex() != index)
        selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    if (std::exchange(m_comesIntoView, false))
        Q_EMIT wantsSight(visualRect(index));
}

int PersonList::rowHeight() const
{
    return m_delegate->sizeHint({}, {}).height();
}

void PersonList::fit()
{
    const int rows = m_rows.rowCount();
    const int height = rows > 0                                      ? rows * rowHeight()
                       : m_emptyWords.isEmpty() || m_rows.isFolded() ? 0
                                                                     : emptyHeight;
    setVisible(height > 0);
    if (height == minimumHeight() && height == maximumHeight())
        return;
    setFixedHeight(height);
    Q_EMIT fitted();
}

void PersonList::startKeyboard()
{
    setFocus(Qt::ShortcutFocusReason);
    if (selectionModel()->hasSelection())
        Q_EMIT wantsSight(visualRect(currentIndex()));
    else if (model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
    else
        Q_EMIT wantsSight(rect());
}

bool PersonList::selectEnd(int step)
{
    const int rows = model()->rowCount();
    if (rows == 0)
        return false;
    setCurrentIndex(model()->index(step > 0 ? 0 : rows - 1, 0));
    return true;
}

bool PersonList::stepBy(int step)
{
    const int next = currentIndex().row() + step;
    if (!currentIndex().isValid() || next < 0 || next >= model()->rowCount())
        return false;
    setCurrentIndex(model()->index(next, 0));
    return true;
}

void PersonList::keyPressEvent(QKeyEvent* event)
{
    if (markKey(*event))
        return;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (enter && plain && !selected().isNull()) {
        Q_EMIT entered(selected());
        return;
    }
    // Letters do not search here: they would be taken for commands.
    if (!event->text().isEmpty() && event->text().front().isPrint()) {
        event->ignore();
        return;
    }
    const int row = currentIndex().row();
    if (event->key() == Qt::Key_Down && row + 1 >= model()->rowCount()) {
        Q_EMIT leftBy(1);
        return;
    }
    if (event->key() == Qt::Key_Up && row <= 0) {
        Q_EMIT leftBy(-1);
        return;
    }
    QListView::keyPressEvent(event);
}

bool PersonList::markKey(QKeyEvent& event)
{
    const int row = currentIndex().row();
    const bool plain = event.modifiers() == Qt::NoModifier;
    if (plain && event.key() == Qt::Key_Escape && !m_inbox.marks().isEmpty()) {
        m_inbox.clearMarks();
        return true;
    }
    if (row < 0)
        return false;
    if (plain && (event.key() == Qt::Key_X || event.key() == Qt::Key_Space)) {
        toggleMark(row);
        return true;
    }
    if (event.matches(QKeySequence::SelectAll)) {
        m_anchor = m_rows.conversationAt(0);
        markTo(m_rows.rowCount() - 1);
        return true;
    }
    const bool arrow = event.key() == Qt::Key_Down || event.key() == Qt::Key_Up;
    if (!arrow || !event.modifiers().testFlag(Qt::ShiftModifier))
        return false;
    m_inbox.mark({m_rows.conversationAt(row)}, true);
    if (stepBy(event.key() == Qt::Key_Down ? 1 : -1))
        m_inbox.mark({selected()}, true);
    m_anchor = selected();
    return true;
}

void PersonList::toggleMark(int row)
{
    m_anchor = m_rows.conversationAt(row);
    m_inbox.mark({m_anchor}, !m_inbox.marks().contains(m_anchor));
}

void PersonList::markTo(int row)
{
    const int anchor = rowOf(m_anchor);
    const int from = anchor >= 0 ? anchor : std::max(0, currentIndex().row());
    QList<domain::ConversationId> range;
    for (int i = std::min(from, row); i <= std::max(from, row); ++i)
        range.push_back(m_rows.conversationAt(i));
    m_inbox.mark(range, true);
}

void PersonList::mousePressEvent(QMouseEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !index.isValid()) {
        QListView::mousePressEvent(event);
        return;
    }
    const QRect box = m_delegate->markPlace(visualRect(index), layoutDirection());
    if (event->modifiers().testFlag(Qt::ShiftModifier)) {
        markTo(index.row());
    } else if (event->modifiers().testFlag(Qt::ControlModifier) ||
               box.contains(event->position().toPoint())) {
        toggleMark(index.row());
    } else {
        m_anchor = m_rows.conversationAt(index.row());
        QListView::mousePressEvent(event);
        return;
    }
    setFocus(Qt::MouseFocusReason);
    event->accept();
}

void PersonList::wheelEvent(QWheelEvent* event)
{
    event->ignore(); // the whole inbox scrolls
}

void PersonList::focusInEvent(QFocusEvent* event)
{
    // QAbstractItemView would make the first row current, which here means to open it.
    const QScopedValueRollback following(m_following, true);
    QListView::focusInEvent(event);
    follow();
}

void PersonList::paintEvent(QPaintEvent* event)
{
    if (m_rows.rowCount() > 0) {
        QListView::paintEvent(event);
        return;
    }
    if (!m_known)
        return; // a ring around nothing would look like somebody
    QPainter painter(viewport());
    if (hasFocus())
        paintRowGround(painter, viewport()->rect(), false, true, true, m_theme);
    const bool leftToRight = layoutDirection() == Qt::LeftToRight;
    const QString words = m_inbox.filter().isEmpty() ? m_emptyWords : tr("None with this filter");
    const int underTitle = 2 * metrics::grid + m_theme.smallIconSize() + metrics::half;
    const QRect room = viewport()->rect().adjusted(underTitle, 0, -2 * metrics::grid, 0);
    paintLine(painter, QStyle::visualRect(layoutDirection(), viewport()->rect(), room), words,
              m_theme.fonts().caption, m_theme.colors().muted, leftToRight ? Qt::AlignLeft : Qt::AlignRight);
}

void PersonList::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QListView::selectionChanged(selected, deselected);
    if (m_following || selected.isEmpty())
        return;
    const QModelIndex index = selected.indexes().front();
    m_current = m_rows.conversationAt(index.row());
    m_comesIntoView = false;
    Q_EMIT wantsSight(visualRect(index));
    Q_EMIT chosen(m_current);
}

void PersonList::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end)
{
    // The base class moves on to the neighbour when the current row goes.
    const QScopedValueRollback following(m_following, true);
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

QModelIndex PersonList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const bool up = action == MovePageUp;
    if ((!up && action != MovePageDown) || !currentIndex().isValid())
        return QListView::moveCursor(action, modifiers);
    // A page is what is seen of the list, not all of it.
    const int seen = viewport()->visibleRegion().boundingRect().height();
    const int page = std::max(1, seen / std::max(1, rowHeight()) - 1);
    const int row = currentIndex().row() + (up ? -page : page);
    return model()->index(std::clamp(row, 0, model()->rowCount() - 1), 0);
}

} // namespace relevo::ui
