#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QStyledItemDelegate>

namespace relevo::ui {

/// A row of a list to choose from (models/choices.h): icon, or a box where rows are marked, title with the
/// letters that were looked for, what there is to say about it, and the keys that do the same.
class ChoiceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum class Lines {
        One,
        Roomy, ///< one, with more air: rows that are marked and read in peace
        Two,
    };

    ChoiceDelegate(const Theme& theme, Lines lines, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
    Lines m_lines;

    void paintIconOf(QPainter& painter, const QRect& rect, const QModelIndex& index) const;
    /// Returns how much room it took at the row's end.
    [[nodiscard]] int paintTrailing(QPainter& painter, const QRect& rect, const QModelIndex& index,
                                    Qt::LayoutDirection direction) const;
    /// Of the words over the row; 0 when there are none.
    [[nodiscard]] int groupHeight(const QModelIndex& index) const;
    /// Returns how wide it became.
    int paintMatched(QPainter& painter, const QRect& rect, const QString& text, const QList<int>& matches,
                     const QFont& font, const QColor& color, Qt::LayoutDirection direction) const;
};

} // namespace relevo::ui
