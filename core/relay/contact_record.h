#pragma once

#include <protocol/json.h>
#include <store/data_rights.h>

namespace relevo::relay {

/// All that is known of a contact as one document (PROTOCOL.md, "Erased contacts"), for them to read or to
/// take elsewhere.
[[nodiscard]] protocol::Json contactRecordJson(const store::ContactRecord& record,
                                               const domain::ProjectId& project, Timestamp now);

} // namespace relevo::relay
