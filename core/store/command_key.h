#pragma once

#include <domain/ids.h>

namespace relevo::store {

/// The 24 bytes by which a command is remembered: 8 that hash the project and the part of the id before its
/// last newline (who sends), then 16 that are the rest when it is a UUID, or else hash it. So the commands of
/// one sender lie together, in the order of their making where their ids are UUIDs of version 7, and an index
/// over many of them is written in few places.
[[nodiscard]] QByteArray commandKey(const domain::ProjectId& project, const QString& commandId);

} // namespace relevo::store
