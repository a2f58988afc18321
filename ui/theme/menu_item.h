#pragma once

#include <QtCore/QSize>

class QPainter;
class QStyle;
class QStyleOptionMenuItem;
class QWidget;

namespace relevo::ui {

class Theme;

/// An entry of a menu, or of the list of a combo box, which Qt draws as one: sign, words, and at the far end
/// the shortcut in muted ink or the arrow of the menu inside. Separators are lines of the theme's own,
/// because Fusion makes them from colours that cannot be told from the ground in the dark. `style` draws its
/// boxes.
void drawMenuItem(const Theme& theme, const QStyle& style, const QStyleOptionMenuItem& item,
                  QPainter& painter, const QWidget* widget);

/// How large it wishes to be in logical pixels, where `words` is the size of its words without the shortcut;
/// for the list of a combo box they are measured here.
[[nodiscard]] QSize menuItemSize(const Theme& theme, const QStyleOptionMenuItem& item, const QSize& words,
                                 const QWidget* widget);

} // namespace relevo::ui
