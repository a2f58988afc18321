#include <ui/widgets/choice_list.h>

#include <QtGui/QAccessible>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QLineEdit>

#include <algorithm>

namespace relevo::ui {

ChoiceList::ChoiceList(const Theme& theme, QAbstractItemModel& model, ChoiceDelegate::Lines lines,
                       QWidget* parent)
    : QListView(parent)
{
    setModel(&model);
    setItemDelegate(new ChoiceDelegate(theme, lines, this));
    setUniformItemSizes(true);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::doubleClicked, this,
            [this](const QModelIndex& index) { Q_EMIT chosen(index.row()); });
    connect(&model, &QAbstractItemModel::modelReset, this, [this] { setCurrentRow(0); });
    setCurrentRow(0);
}

void ChoiceList::follow(QLineEdit& field)
{
    m_field = &field;
    field.installEventFilter(this);
    // Were the field its proxy, Tab would come back to it from whatever stands between them.
    setFocusPolicy(Qt::NoFocus);
}

void ChoiceList::mousePressEvent(QMouseEvent* event)
{
    QListView::mousePressEvent(event);
    if (m_field)
        m_field->setFocus(Qt::MouseFocusReason);
}

void ChoiceList::setCurrentRow(int row)
{
    if (row < 0)
        selectionModel()->clear();
    else if (row < model()->rowCount())
        setCurrentIndex(model()->index(row, 0));
}

void ChoiceList::move(int step)
{
    const int rows = model()->rowCount();
    if (rows > 0)
        setCurrentRow(std::clamp(currentRow() + step, 0, rows - 1));
}

void ChoiceList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QListView::currentChanged(current, previous);
    if (!current.isValid() || !isVisible())
        return;
    scrollTo(current);
    // The keyboard is in the field; what it would choose is told all the same.
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(current.row());
    QAccessible::updateAccessibility(&event);
}

bool ChoiceList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QListView::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const int page = std::max(1, viewport()->height() / std::max(1, sizeHintForRow(0)) - 1);
    switch (key->key()) {
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_PageUp:
        move(-page);
        return true;
    case Qt::Key_PageDown:
        move(page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (key->modifiers() & ~Qt::KeypadModifier)
            break;
        if (currentRow() >= 0)
            Q_EMIT chosen(currentRow());
        return true;
    default:
        break;
    }
    return QListView::eventFilter(watched, event);
}

} // namespace relevo::ui
