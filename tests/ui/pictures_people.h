#pragma once

#include "album.h"

namespace relevo {

/// A customer of whom much is known, one who is blocked, and the question whether two are one person.
void showPeople(Album& album, ui::SchemeChoice scheme, const QString& suffix);

} // namespace relevo
