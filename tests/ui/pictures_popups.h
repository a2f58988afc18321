#pragma once

#include "album.h"

namespace relevo {

/// What opens over the windows: menus, the emoji, the names one can mention.
void showPopups(Album& album, ui::SchemeChoice scheme, const QString& suffix);

} // namespace relevo
