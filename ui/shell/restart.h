#pragma once

#include <QtCore/QStringList>

namespace relevo::ui {

/// With which the event loop ends when the program is to begin anew: in another language, or in a version
/// that was installed meanwhile.
inline constexpr int restartCode = 77;

/// What the next start is given of what this one was: all but the handoff it was to open. Without the
/// program's name. Pure.
[[nodiscard]] QStringList argumentsAgain(const QStringList& arguments);

/// Starts the program again beside this one, which must have let go of everything; false when that fails.
[[nodiscard]] bool startAgain(const QStringList& arguments);

} // namespace relevo::ui
