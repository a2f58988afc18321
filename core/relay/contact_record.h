#pragma once

#include <protocol/json.h>
#include <store/data_rights.h>

#include <map>
#include <span>

namespace relevo::relay {

/// Under which name a file went out with the document.
using FileNames = std::map<domain::AttachmentId, QString>;

/// All that is known of a contact, the first of them, and of who else is the same person, as one document
/// (PROTOCOL.md, "Erased contacts"), for them to read or to take elsewhere.
/// Each attachment of its messages that `files` names has that in `file`.
[[nodiscard]] protocol::Json contactRecordJson(std::span<const store::ContactRecord> person,
                                               const domain::ProjectId& project, Timestamp now,
                                               const FileNames& files = {});

} // namespace relevo::relay
