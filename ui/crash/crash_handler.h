#pragma once

#include <QtCore/QString>

namespace relevo::ui {

/// From now on, when this process dies of a fault of its own (a signal such as SIGSEGV or SIGABRT), what can
/// be told of it is written to `file` first: version, system, the signal and where in the program it was.
/// Nothing that anybody wrote and nobody's name. The process dies as it would have. False where this system
/// gives no way to do it. Call once.
bool installCrashHandler(const QString& file);

} // namespace relevo::ui
