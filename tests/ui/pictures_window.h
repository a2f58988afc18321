#pragma once

#include "album.h"

namespace relevo {

/// A channel's reply window: open, near its end, closed; and the templates for when it is.
void showReplyWindow(Album& album, ui::SchemeChoice scheme, const QString& suffix);

} // namespace relevo
