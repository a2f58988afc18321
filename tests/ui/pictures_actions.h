#pragma once

#include "album.h"

namespace relevo {

/// What the actions ask, the palette, and the way back.
void showActions(Album& album, ui::SchemeChoice scheme, const QString& suffix);

} // namespace relevo
