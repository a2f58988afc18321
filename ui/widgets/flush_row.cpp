#include <ui/widgets/flush_row.h>

#include <ui/theme/metrics.h>

#include <QtWidgets/QWidget>

namespace relevo::ui {

FlushRow::FlushRow(Side side) : m_side(side)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(0);
}

void FlushRow::setGeometry(const QRect& rect)
{
    const QWidget* parent = parentWidget();
    const bool leftToRight = !parent || parent->layoutDirection() == Qt::LeftToRight;
    QHBoxLayout::setGeometry(
        rect.adjusted(leftToRight ? -start() : -end(), 0, leftToRight ? end() : start(), 0));
}

int FlushRow::heightForWidth(int width) const
{
    return QHBoxLayout::heightForWidth(width + start() + end());
}

int FlushRow::minimumHeightForWidth(int width) const
{
    return QHBoxLayout::minimumHeightForWidth(width + start() + end());
}

int FlushRow::start() const
{
    return m_side == Side::End ? 0 : metrics::buttonInset;
}

int FlushRow::end() const
{
    return m_side == Side::Start ? 0 : metrics::buttonInset;
}

} // namespace relevo::ui
