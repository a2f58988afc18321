#pragma once

#include <domain/state.h>
#include <protocol/json.h>
#include <store/audit.h>

namespace relevo::relay {

/// An audited event as people read it: {seq, at, type, actor: {type, id?, name}, subject: {type, id?, name?},
/// text, changes: [{field, from, to}], conversationId?}. `text` is one English sentence; whoever has another
/// language makes theirs of the rest. `project` gives agents' names. No secrets and nothing that customers
/// wrote. Pure.
[[nodiscard]] protocol::Json auditItem(const store::AuditEntry& entry, const domain::ProjectState& project);

} // namespace relevo::relay
