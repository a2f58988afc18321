#pragma once

#include <QtGui/QColor>
#include <QtGui/QPalette>

namespace relevo::ui {

/// Colours by what they are for. There is one accent; the others only say a state, and never alone: a shape
/// or a word stands beside each. Texts keep a contrast of at least 4.5:1 on `window`, `surface` and `sunken`.
struct Colors
{
    QColor window;  ///< behind the side columns
    QColor surface; ///< behind the conversation, fields and menus
    QColor sunken;  ///< hovered rows, quiet fills
    QColor border;
    QColor strongBorder; ///< of fields and boxes: 3:1 on surface

    QColor text;
    QColor muted;
    QColor faint;

    QColor accent; ///< filled shapes
    QColor accentHover;
    QColor onAccent;   ///< text on filled shapes
    QColor accentText; ///< the accent as text and lines
    QColor accentSoft; ///< selected rows, own bubbles

    QColor customerBubble;
    QColor botBubble;

    QColor good;
    QColor warning;
    QColor warningSoft;
    QColor danger; ///< as a filling, too: under words in `surface`
    QColor dangerHover;
    QColor dangerSoft;
};

[[nodiscard]] Colors lightColors();
[[nodiscard]] Colors darkColors();

/// The same colours as Qt's own widgets know them.
[[nodiscard]] QPalette paletteOf(const Colors& colors);
/// For menus and tables: a soft highlight under unchanged text.
[[nodiscard]] QPalette rowPaletteOf(const Colors& colors);

/// Contrast of two opaque colours after WCAG 2, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

} // namespace relevo::ui
