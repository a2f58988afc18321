#pragma once

#include <domain/settings.h>

namespace relevo::relay {

/// A customer who asks for a human gets one, so that bots and the web chat may offer it.
[[nodiscard]] inline bool hearsWishes(const domain::Settings& settings)
{
    return settings.enabled && settings.triggers.wish;
}

} // namespace relevo::relay
