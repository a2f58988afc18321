#pragma once

#include <ui/notify/sound_player.h>

#include <memory>

namespace relevo::ui {

/// What plays sounds on this platform; never null.
[[nodiscard]] std::unique_ptr<SoundPlayer> makePlayer();

} // namespace relevo::ui
