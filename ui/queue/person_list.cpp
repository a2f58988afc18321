#include <ui/queue/person_list.h>

#include <ui/widgets/empty_state.h>
#include <ui/widgets/spoken_rows.h>

#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QScrollBar>

#include <utility>

namespace relevo::ui {

PersonList::PersonList(const Theme& theme, SpokenRows& model, Lookup lookup, QWidget* parent)
    : QListView(parent), m_lookup(std::move(lookup))
{
    setModel(&model);
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setAutoScroll(false);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    verticalScrollBar()->setSingleStep(theme.fonts().body.pointSize() * 3);

    connect(this, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT entered(m_lookup.at(index.row())); });
    // The selection model has its own opinion of changes; ours comes after it.
    connect(&model, &QAbstractItemModel::modelReset, this, &PersonList::follow);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &PersonList::follow);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &PersonList::follow);
    connect(&model, &QAbstractItemModel::rowsMoved, this, &PersonList::follow);
    connect(&model, &QAbstractItemModel::layoutChanged, this, &PersonList::follow);
}

void PersonList::setEmptyState(EmptyState* state)
{
    m_empty = state;
    state->setParent(viewport());
    state->setCompact(true);
    updateEmptyState();
}

domain::ConversationId PersonList::selected() const
{
    const QModelIndexList rows = selectionModel()->selectedIndexes();
    return rows.isEmpty() ? domain::ConversationId() : m_lookup.at(rows.front().row());
}

void PersonList::showCurrent(const domain::ConversationId& conversation)
{
    // Whoever scrolls stays where they are, until they go to somebody else by another way than this list.
    m_comesIntoView =
        !conversation.isNull() && (conversation != m_current || m_lookup.rowOf(conversation) < 0);
    m_current = conversation;
    follow();
}

void PersonList::follow()
{
    updateEmptyState();
    const int row = m_current.isNull() ? -1 : m_lookup.rowOf(m_current);
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
        scrollTo(index);
}

void PersonList::startKeyboard()
{
    setFocus(Qt::ShortcutFocusReason);
    if (selectionModel()->hasSelection()) {
        scrollTo(currentIndex());
        return;
    }
    if (model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
}

void PersonList::keyPressEvent(QKeyEvent* event)
{
    const domain::ConversationId conversation = selected();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (!conversation.isNull()) {
        if ((enter && event->modifiers().testFlag(Qt::ControlModifier)) ||
            (event->key() == Qt::Key_C && plain)) {
            Q_EMIT claimPressed(conversation);
            return;
        }
        if (enter && plain) {
            Q_EMIT entered(conversation);
            return;
        }
    }
    // Letters do not search here: they would be taken for commands.
    if (!event->text().isEmpty() && event->text().front().isPrint()) {
        event->ignore();
        return;
    }
    QListView::keyPressEvent(event);
}

void PersonList::focusInEvent(QFocusEvent* event)
{
    // QAbstractItemView would make the first row current, which here means to open it.
    const QScopedValueRollback following(m_following, true);
    QListView::focusInEvent(event);
    follow();
}

void PersonList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (m_empty)
        m_empty->setGeometry(viewport()->rect());
}

void PersonList::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QListView::selectionChanged(selected, deselected);
    if (m_following || selected.isEmpty())
        return;
    m_current = m_lookup.at(selected.indexes().front().row());
    m_comesIntoView = false;
    Q_EMIT chosen(m_current);
}

void PersonList::rowsInserted(const QModelIndex& parent, int start, int end)
{
    const bool atTop = verticalScrollBar()->value() == 0;
    QListView::rowsInserted(parent, start, end);
    // A reader at the top wants to see the most pressing one, which is what comes in there.
    if (atTop)
        scrollToTop();
}

void PersonList::rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end)
{
    // The base class moves on to the neighbour when the current row goes.
    const QScopedValueRollback following(m_following, true);
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

void PersonList::updateEmptyState()
{
    if (!m_empty)
        return;
    m_empty->setVisible(model()->rowCount() == 0);
    m_empty->setGeometry(viewport()->rect());
}

} // namespace relevo::ui
