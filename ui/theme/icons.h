#pragma once

#include <QtGui/QColor>
#include <QtGui/QIcon>
#include <QtGui/QPainter>

#include <functional>

namespace relevo::ui {

/// The icon `name` of resources/icons in one colour, sharp at any device pixel ratio. Remembered once made.
[[nodiscard]] QPixmap tintedPixmap(const QString& name, const QSize& size, qreal devicePixelRatio,
                                   const QColor& color);

/// The same, drawn into `rect`.
void paintIcon(QPainter& painter, const QRect& rect, const QString& name, const QColor& color);

/// An icon whose colour is asked for each time it is drawn, so that it follows the theme by itself.
[[nodiscard]] QIcon liveIcon(const QString& name, std::function<QColor(QIcon::Mode)> color);

} // namespace relevo::ui
