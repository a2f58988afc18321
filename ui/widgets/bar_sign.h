#pragma once

#include <ui/theme/theme.h>

#include <QtCore/QMargins>
#include <QtGui/QPainter>

class QLayout;

namespace relevo::ui {

/// The icon that stands for what a bar says: `margin` away from where lines begin, in the middle of `bar`.
void paintBarSign(QPainter& painter, const QRect& bar, int margin, Qt::LayoutDirection direction,
                  const QString& icon, const QColor& color, const Theme& theme);

/// Margins for the layout of such a bar: `margins`, and room for the sign before the words, which follows the
/// size of the text. `theme` must outlive the layout.
void leaveSignRoom(QLayout& layout, const Theme& theme, const QMargins& margins);

} // namespace relevo::ui
