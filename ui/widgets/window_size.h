#pragma once

#include <QtCore/QSize>

class QWidget;

namespace relevo::ui {

class Theme;

/// Sees to it that a window cannot be made so small that words are cut off: `usual` is enough for the text as
/// it is shipped, larger text takes more, up to what the smallest of today's screens has (1280 x 680 beside a
/// panel) and no more than there is on the window's own. Follows the theme, which must outlive the window.
void keepReadable(QWidget& window, const Theme& theme, const QSize& usual);

/// The same as a number. Pure.
[[nodiscard]] QSize leastReadable(const QSize& usual, int percent, const QSize& screen);

/// Gives a window of its own, not yet shown, its first size and a place over `parent`, so that all of it and
/// its frame are on the screen.
void placeOver(QWidget& window, const QWidget* parent, const QSize& first);

} // namespace relevo::ui
