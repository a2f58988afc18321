#include <ui/supervise/sign_delegate.h>

#include <ui/theme/metrics.h>

#include <QtGui/QPainter>
#include <QtWidgets/QApplication>

namespace relevo::ui {

namespace {

constexpr int signToWords = metrics::half + 2;

const QStyle& styleOf(const QStyleOptionViewItem& option)
{
    return option.widget ? *option.widget->style() : *QApplication::style();
}

} // namespace

void SignDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QIcon sign = std::exchange(cell.icon, {});
    const QString words = std::exchange(cell.text, {});
    const QStyle& style = styleOf(option);
    style.drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);
    const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, option.widget) + 1;
    const int size = style.pixelMetric(QStyle::PM_SmallIconSize, &cell, option.widget);
    const QRect inside = option.rect.adjusted(margin, 0, -margin, 0);
    const QRect signAt(inside.left(), inside.center().y() - size / 2 + 1, size, size);
    sign.paint(painter, QStyle::visualRect(option.direction, option.rect, signAt));
    const QRect wordsAt = inside.adjusted(size + signToWords, 0, 0, 0);
    painter->setFont(cell.font);
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->setPen(cell.palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(QStyle::visualRect(option.direction, option.rect, wordsAt),
                      static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) |
                          Qt::AlignVCenter,
                      cell.fontMetrics.elidedText(words, Qt::ElideRight, wordsAt.width() + 1));
}

QSize SignDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QStyle& style = styleOf(option);
    const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, option.widget) + 1;
    const int size = style.pixelMetric(QStyle::PM_SmallIconSize, &cell, option.widget);
    return {2 * margin + size + signToWords + cell.fontMetrics.horizontalAdvance(cell.text) + 1,
            QStyledItemDelegate::sizeHint(option, index).height()};
}

} // namespace relevo::ui
