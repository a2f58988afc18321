#include <ui/settings/page_delegate.h>

#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>
#include <ui/widgets/paint.h>

#include <QtGui/QFontMetrics>
#include <QtWidgets/QStyleOptionViewItem>

namespace relevo::ui {

using metrics::grid;

namespace {

constexpr int pageIconGap = grid + metrics::half;

} // namespace

PageDelegate::PageDelegate(const Theme& theme, QObject* parent)
    : QAbstractItemDelegate(parent), m_theme(theme)
{
}

void PageDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    const Colors& c = m_theme.colors();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    paintRowGround(*painter, option.rect, selected, option.state.testFlag(QStyle::State_MouseOver),
                   selected && option.state.testFlag(QStyle::State_HasFocus), m_theme);
    const QRect row = option.rect;
    const QRect icon(row.left() + 2 * grid, row.center().y() - m_theme.iconSize() / 2 + 1, m_theme.iconSize(),
                     m_theme.iconSize());
    const QColor ink = selected ? c.accentText : c.muted;
    paintIcon(*painter, QStyle::visualRect(option.direction, row, icon), index.data(IconRole).toString(),
              ink);
    const QRect text = QStyle::visualRect(
        option.direction, row, row.adjusted(2 * grid + m_theme.iconSize() + pageIconGap, 0, -2 * grid, 0));
    paintLine(*painter, text, index.data(Qt::DisplayRole).toString(),
              selected ? m_theme.fonts().bodyStrong : m_theme.fonts().body, c.text,
              option.direction == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight);
    painter->restore();
}

QSize PageDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const QFontMetrics font(m_theme.fonts().bodyStrong);
    return {2 * grid + m_theme.iconSize() + pageIconGap +
                font.horizontalAdvance(index.data(Qt::DisplayRole).toString()) + 3 * grid,
            std::max(metrics::controlHeight + metrics::half, font.height() + 2 * grid)};
}

} // namespace relevo::ui
