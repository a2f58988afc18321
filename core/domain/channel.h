#pragma once

#include <base/timestamp.h>

#include <QtCore/QString>

#include <optional>

namespace relevo::domain {

// What channels are like (Conversation::channel). An unknown one has no rules. Pure.

/// Free text reaches the customer only this long after their own last message; nothing: always.
[[nodiscard]] std::optional<milliseconds> replyWindowOf(const QString& channel);

/// A program may bring conversations of this channel through the bots' door. It is their bot then: the
/// relay's own are not asked.
[[nodiscard]] bool comesThroughDoor(const QString& channel);

} // namespace relevo::domain
