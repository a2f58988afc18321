#pragma once

#include <relay/admin.h>

namespace relevo::relay {

/// Makes the demo project with its agents, unless the data directory has it already, and writes demo.json
/// beside the database (owner only): {"projectId","apiKey","agents":[{"email","password"}]}.
[[nodiscard]] Result<void> ensureDemo(const store::StoreOptions& options, const Clock& clock, IdSource& ids);

} // namespace relevo::relay
