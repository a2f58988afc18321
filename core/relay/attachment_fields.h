#pragma once

#include <protocol/json.h>
#include <relay/scope.h>
#include <relay/submission.h>

namespace relevo::relay {

using AttachmentIds = std::vector<domain::AttachmentId>;

/// {content, attachments?: [id, …]}, one of them at least: what a message says, and what it shall carry. A
/// fault is noted in `fields`.
[[nodiscard]] AttachmentIds attachmentsIn(protocol::Fields& fields, QString& content, std::size_t maxBytes);

/// Who an upload belongs to, and so who may send it: one agent, the project's programs, or one visitor
/// (store::visitorOwner).
[[nodiscard]] QString uploadOwner(const Scope& scope);

/// Puts the files that a submission names into its command, as the store knows them. Fails with `invalid`,
/// naming the one that the sender may not send in `conversation`. Writer thread.
[[nodiscard]] Result<void> attach(store::Journal& journal, Submission& submission,
                                  const domain::ConversationState* conversation);

} // namespace relevo::relay
