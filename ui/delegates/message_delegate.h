#pragma once

#include <ui/delegates/bubble_text.h>
#include <ui/theme/theme.h>

#include <QtCore/QCache>
#include <QtCore/QDate>
#include <QtWidgets/QAbstractItemDelegate>

namespace relevo::ui {

/// Paints a conversation's rows (models::MessagesModel): bubbles on the customer's and on our side, and the
/// lines between them. Only what is on screen is laid out for drawing; of the rest the size is remembered.
class MessageDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT
public:
    explicit MessageDelegate(const Theme& theme, QObject* parent = nullptr);

    /// How wide rows are; true when heights are others now.
    bool setRowWidth(int width);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The web address under the mouse, or nothing.
    [[nodiscard]] QString linkAt(const QStyleOptionViewItem& option, const QModelIndex& index,
                                 const QPoint& place) const;

private:
    /// A bubble's parts, relative to the row.
    struct Bubble
    {
        QRect name;
        QRect body;
        QRect text;
        QRect meta;
        QRect trouble;
        bool ours = false;
    };

    const Theme& m_theme;
    int m_rowWidth = 0;
    mutable QCache<QString, MeasuredText> m_measured;
    mutable QCache<QString, BubbleText> m_laidOut;

    [[nodiscard]] int widestText() const;
    [[nodiscard]] MeasuredText measured(const QString& content) const;
    [[nodiscard]] const BubbleText& laidOut(const QString& content) const;
    [[nodiscard]] Bubble bubbleOf(const QModelIndex& index) const;
    [[nodiscard]] int lineHeight(const QModelIndex& index) const;

    void paintBubble(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintName(QPainter& painter, const QRect& rect, bool atRight, const QModelIndex& index) const;
    void paintMeta(QPainter& painter, const QRect& rect, const QModelIndex& index) const;
    void paintHandoff(QPainter& painter, const QRect& row, const QModelIndex& index) const;
    void paintCentred(QPainter& painter, const QRect& row, const QString& text, const QFont& font,
                      const QColor& color) const;
    void paintRule(QPainter& painter, const QRect& row, int y, const QString& text, const QString& icon,
                   const QColor& ink, const QColor& line) const;
    void forget();
};

} // namespace relevo::ui
