#pragma once

#include <assist/summary.h>
#include <store/reader.h>

namespace relevo::relay {

/// What a summary or a draft is made from: the messages since the conversation was opened, of a long one the
/// first and the newest. Query thread.
[[nodiscard]] Result<assist::SummaryInput> readForSummary(store::Reader& reader,
                                                          const domain::ProjectId& project,
                                                          domain::Conversation conversation,
                                                          domain::Trigger trigger);

/// The same by a handoff's id, also of one that is over. Fails with `not_found`.
[[nodiscard]] Result<assist::SummaryInput>
readForSummary(store::Reader& reader, const domain::ProjectId& project, const domain::HandoffId& handoff);

} // namespace relevo::relay
