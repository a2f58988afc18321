#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QAbstractItemDelegate>

namespace relevo::ui {

/// Paints what a search has found (models::SearchModel): who, when, and the words around, with the words that
/// were looked for standing out; headings between the kinds.
class SearchDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT
public:
    explicit SearchDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;

    void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintWords(QPainter& painter, const QRect& line, const QModelIndex& index,
                    Qt::LayoutDirection direction) const;
};

} // namespace relevo::ui
