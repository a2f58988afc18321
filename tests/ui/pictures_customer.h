#pragma once

#include "album.h"

namespace relevo {

/// The customer's column in all its states, and the question who else they are.
void showCustomer(Album& album, ui::SchemeChoice scheme, const QString& suffix);

} // namespace relevo
