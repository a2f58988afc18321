#pragma once

#include <relay/contact_record.h>
#include <store/attachment_files.h>

namespace relevo::relay {

/// What of a person's files went out.
struct ExportedFiles
{
    FileNames names;                           ///< in the directory they went to
    std::vector<domain::AttachmentId> missing; ///< which the store does not have as they were uploaded
};

/// A directory for what is only the caller's to read; made when it is not there. `conflict` when there is
/// something in it already, `unavailable` when it cannot be made.
[[nodiscard]] Result<void> makeExportFolder(const QString& directory);

/// Copies the files of a person's messages there, each once, under a number and the name it was sent with,
/// which no file system takes for anything else. Fails with `unavailable`, and then nothing is left of them.
[[nodiscard]] Result<ExportedFiles> exportFiles(std::span<const store::ContactRecord> person,
                                                const store::AttachmentFiles& from, const QString& directory);

} // namespace relevo::relay
