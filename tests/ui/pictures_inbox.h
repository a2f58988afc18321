#pragma once

#include "album.h"

namespace relevo {

/// The left column with everything unfolded, marked, asking, telling, filtered and long; all of them when the
/// first is asked for.
void showInbox(Album& album, ui::SchemeChoice scheme, const QString& suffix);

} // namespace relevo
