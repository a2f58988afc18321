#pragma once

#include <domain/conversation.h>
#include <domain/settings.h>

namespace relevo::domain {

/// So many days after it was closed the conversation's contact is erased: by the first of the project's rules
/// that applies to its channel and its tags (tagsOf, sla_clock.h), else by the days of the project. 0: never.
/// Pure.
[[nodiscard]] int daysKept(const Settings& settings, const Conversation& conversation);

/// Whether anything of the project is ever removed by its age.
[[nodiscard]] bool forgetsAnything(const Settings& settings);

} // namespace relevo::domain
