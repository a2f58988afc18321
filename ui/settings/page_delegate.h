#pragma once

#include <ui/theme/theme.h>

#include <QtWidgets/QAbstractItemDelegate>

namespace relevo::ui {

/// Paints the name of a page with its icon.
class PageDelegate final : public QAbstractItemDelegate
{
    Q_OBJECT
public:
    static constexpr int IconRole = Qt::UserRole + 1; ///< QString: a name in resources/icons

    explicit PageDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace relevo::ui
