#pragma once

#include <store/attachment_files.h>

namespace relevo::store {

/// The directory beside a backup that holds its messages' files.
[[nodiscard]] QString attachmentsOfBackup(const QString& backup);

/// Copies every file that the rows of a database name; how many. `not_found` when one is not there.
[[nodiscard]] Result<qint64> copyAttachments(const StoreOptions& rows, const AttachmentFiles& from,
                                             const AttachmentFiles& to);

/// Puts the directory `part`, if it is there, in the place of `whole`, which is removed.
[[nodiscard]] Result<void> replaceFolder(const QString& part, const QString& whole);

} // namespace relevo::store
