#pragma once

#include <ui/shell/tray_icon.h>

#include <client/live_view.h>

namespace relevo::ui {

/// The first of those who wait, as they stand in the queue at `now`.
[[nodiscard]] QList<TrayPerson> waitingPeople(const client::LiveView& live, Timestamp now);

} // namespace relevo::ui
