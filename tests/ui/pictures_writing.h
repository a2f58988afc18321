#pragma once

#include "album.h"

namespace relevo {

/// What an agent writes, and what becomes of it.
void showWriting(Album& album, ui::SchemeChoice scheme, const QString& suffix);

} // namespace relevo
