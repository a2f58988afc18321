#pragma once

#include <base/timestamp.h>

#include <functional>
#include <optional>

namespace relevo::ui {

/// Asks the X server how long nobody has touched keyboard or mouse, through its library for screen savers
/// where that is installed. Empty where there is no X server or no such library. UI thread.
[[nodiscard]] std::function<std::optional<milliseconds>()> x11Idle();

} // namespace relevo::ui
