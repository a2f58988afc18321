#pragma once

#include <base/error.h>

#include <QtCore/QString>

namespace relevo::store {

/// What was written to the file is on the disk, not only with the system. A directory too, so that a file
/// that was renamed in it is found after a power cut. Fails with `unavailable`.
[[nodiscard]] Result<void> syncToDisk(const QString& path);

} // namespace relevo::store
