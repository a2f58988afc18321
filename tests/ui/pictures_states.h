#pragma once

#include "album.h"

namespace relevo {

/// Whose conversation it is, what is not known yet, and the states in which the relay lets nobody in.
void showStates(Album& album, ui::SchemeChoice scheme, const QString& suffix);

/// What is asked about a relay's certificate: at the first meeting, and when it is another one.
void showTrust(Album& album, ui::SchemeChoice scheme, const QString& suffix);

/// The pages of an admin when the relay has nothing to tell, or does not answer, and what is wrong on them.
void showOfficeTrouble(Album& album, ui::SchemeChoice scheme, const QString& suffix);

} // namespace relevo
