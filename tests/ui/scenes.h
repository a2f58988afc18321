#pragma once

#include "album.h"

#include <vector>

namespace relevo {

/// A page in a state, by name. What stands in scenes() is photographed in light and dark and in every
/// language (relevo-ui-pictures), and by tests measured for words that are cut off and walked through by
/// keyboard.
struct Scene
{
    const char* name;
    /// Shows windows to the album, under names that end in `suffix`.
    void (*show)(Album& album, ui::SchemeChoice scheme, const QString& suffix);
};

[[nodiscard]] const std::vector<Scene>& scenes();

} // namespace relevo
