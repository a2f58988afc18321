#pragma once

#include <ui/notify/notifier.h>

namespace relevo::ui {

/// The best way to notify on this platform, with `fallback` (which must outlive it) behind it. `parent` owns
/// the answer, which is `fallback` itself where there is nothing better.
[[nodiscard]] Notifier& makeNotifier(Notifier& fallback, QObject& parent);

} // namespace relevo::ui
