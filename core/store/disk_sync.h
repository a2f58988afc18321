#pragma once

#include <base/error.h>

#include <QtCore/QString>

namespace relevo::store {

/// What was written to the file is on the disk, not only with the system. A directory too, so that a file
/// that was renamed in it is found after a power cut. Fails with `unavailable`.
[[nodiscard]] Result<void> syncToDisk(const QString& path);

/// Takes the place of a file of that name in one step, and stays there over a power cut. Both in one file
/// system. Fails with `unavailable`, and then nothing has moved.
[[nodiscard]] Result<void> moveOnDisk(const QString& from, const QString& to);

/// What root has made in a relay's directory, a directory with all that is in it, gets the owner of that: or
/// the relay could not open it any more. Nothing for other users' programs.
void giveToOwnerOfDirectory(const QString& path);

} // namespace relevo::store
