#pragma once

#include <protocol/json.h>
#include <store/data_rights.h>

#include <span>

namespace relevo::relay {

/// All that is known of a contact, the first of them, and of who else is the same person, as one document
/// (PROTOCOL.md, "Erased contacts"), for them to read or to take elsewhere.
[[nodiscard]] protocol::Json contactRecordJson(std::span<const store::ContactRecord> person,
                                               const domain::ProjectId& project, Timestamp now);

} // namespace relevo::relay
