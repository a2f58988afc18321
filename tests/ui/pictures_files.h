#pragma once

#include "album.h"

namespace relevo {

/// Files: attached, in the conversation on their way and seen, and one of them large.
void showFiles(Album& album, ui::SchemeChoice scheme, const QString& suffix);

} // namespace relevo
