#pragma once

#include <ui/shell/tray_icon.h>

#include <models/inbox.h>

namespace relevo::ui {

/// The first of those who wait, as they stand in the queue now, whatever the inbox is filtered by.
[[nodiscard]] QList<TrayPerson> waitingPeople(const models::Inbox& inbox);

} // namespace relevo::ui
