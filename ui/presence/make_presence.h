#pragma once

#include <ui/presence/system_presence.h>

#include <memory>

namespace relevo::ui {

/// The best this platform has; UnknownPresence where it tells nothing.
[[nodiscard]] std::unique_ptr<SystemPresence> makePresence();

} // namespace relevo::ui
