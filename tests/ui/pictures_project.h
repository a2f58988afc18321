#pragma once

#include "album.h"

namespace relevo {

/// The settings' pages of a project's people, teams and API keys, in every state.
void showProject(Album& album, ui::SchemeChoice scheme, const QString& suffix);

} // namespace relevo
