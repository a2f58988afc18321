#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QAbstractItemDelegate>

namespace relevo::ui {

/// Paints a waiting handoff (models::QueueModel): priority by shape, word and colour, who, why, how long, and
/// when an answer is due, or that it
/// is a ticket by now. All rows are equally high.
class QueueDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT
public:
    explicit QueueDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;

    void paintWhy(QPainter& painter, const QRect& line, const QModelIndex& index, Qt::Alignment start) const;
};

} // namespace relevo::ui
