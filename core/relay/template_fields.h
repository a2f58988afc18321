#pragma once

#include <protocol/json.h>
#include <relay/submission.h>

namespace relevo::relay {

/// template: {name, language, values?: [text, …]}, if the caller wants the relay to make the text of one;
/// then `content` and `attachments` must not be given, and are not asked for. A fault is noted in `fields`.
[[nodiscard]] std::optional<domain::TemplateUse> templateIn(protocol::Fields& fields);

/// Fills the text of the template that a submission's command names, as the project has it now. Fails with
/// `invalid` (unknown name, wrong values). Writer thread.
[[nodiscard]] Result<void> fillTemplate(store::Journal& journal, Submission& submission);

} // namespace relevo::relay
