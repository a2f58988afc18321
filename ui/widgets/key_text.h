#pragma once

#include <QtCore/QString>
#include <QtGui/QKeySequence>

namespace relevo::ui {

/// Keys as this system and the program's language write them: "Ctrl+K", "⌘K", "Mayús+F6".
[[nodiscard]] QString nativeText(const QKeySequence& keys);

} // namespace relevo::ui
