#pragma once

#include <ui/widgets/text.h>

namespace relevo::ui {

/// A label for what is compared with another, letter by letter: pairs in a face of even width, which lines
/// end between, and which can be selected. `print` is in pairs with colons between them.
[[nodiscard]] Text* fingerprintText(const Theme& theme, QColor Colors::*color, const QString& print);

} // namespace relevo::ui
