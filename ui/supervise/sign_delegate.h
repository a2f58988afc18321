#pragma once

#include <QtWidgets/QStyledItemDelegate>

namespace relevo::ui {

/// A table's cell whose sign stands close before its words; a table keeps both as far apart as two columns.
class SignDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace relevo::ui
