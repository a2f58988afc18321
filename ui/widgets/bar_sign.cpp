#include <ui/widgets/bar_sign.h>

#include <ui/theme/icons.h>
#include <ui/theme/metrics.h>

#include <QtWidgets/QLayout>

namespace relevo::ui {

void paintBarSign(QPainter& painter, const QRect& bar, int margin, Qt::LayoutDirection direction,
                  const QString& icon, const QColor& color, const Theme& theme)
{
    const int size = theme.iconSize();
    const int x = direction == Qt::LeftToRight ? bar.left() + margin : bar.right() + 1 - margin - size;
    paintIcon(painter, QRect(x, bar.top() + (bar.height() - size) / 2, size, size), icon, color);
}

void leaveSignRoom(QLayout& layout, const Theme& theme, const QMargins& margins)
{
    const auto follow = [&layout, &theme, margins] {
        layout.setContentsMargins(margins + QMargins(theme.iconSize() + metrics::grid, 0, 0, 0));
    };
    QObject::connect(&theme, &Theme::changed, &layout, follow);
    follow();
}

} // namespace relevo::ui
