#pragma once

#include <ui/theme/theme.h>

#include <models/inbox_order.h>

#include <QtWidgets/QAbstractItemDelegate>

namespace relevo::ui {

/// Paints a row of one section of the inbox (models::SectionModel). Who waits for anybody has three lines:
/// priority by shape, word and colour, who, the issue, why, how long and how much of the time is over, when
/// the answer is due. Who is held by somebody has two: the last line, when, how many unread. All rows of a
/// section are equally high. While rows are being marked, or under the mouse, a box to mark them stands in
/// front.
class InboxDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT
public:
    InboxDelegate(const Theme& theme, models::InboxSection section, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Where a click marks the row.
    [[nodiscard]] QRect markPlace(const QRect& row, Qt::LayoutDirection direction) const;

private:
    struct Brush;

    const Theme& m_theme;
    models::InboxSection m_section;

    [[nodiscard]] bool isHeld() const;
    [[nodiscard]] int avatarSize() const;
    void paintWaiting(Brush& brush) const;
    void paintHeld(Brush& brush) const;
    void paintName(Brush& brush, int left, int right, int y) const;
    [[nodiscard]] int paintTime(Brush& brush, int right, int y) const;
    [[nodiscard]] int paintDue(Brush& brush, int right, int y) const;
    void paintWhy(Brush& brush, int left, int right, int y) const;
    [[nodiscard]] int paintCounts(Brush& brush, int right, int y) const;
    [[nodiscard]] QString heldLine(const Brush& brush) const;
};

} // namespace relevo::ui
