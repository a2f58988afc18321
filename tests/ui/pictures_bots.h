#pragma once

#include "album.h"

namespace relevo {

/// The bots' settings, what they answer, and a conversation in which none of them may speak.
void showBots(Album& album, ui::SchemeChoice scheme, const QString& suffix);

} // namespace relevo
