#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QAbstractItemDelegate>

namespace relevo::ui {

/// Paints one of the agent's own conversations (models::ConversationsModel): who, the last line, when, how
/// many unread. All rows are equally high.
class ConversationsDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT
public:
    explicit ConversationsDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;

    [[nodiscard]] int paintMarks(QPainter& painter, const QRect& row, int right, int centerY,
                                 bool leftToRight, const QModelIndex& index) const;
};

} // namespace relevo::ui
