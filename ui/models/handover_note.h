#pragma once

#include <client/transcript.h>

namespace relevo::models {

/// What a colleague wrote to `me` as they gave them the conversation, until `me` has answered the customer;
/// null when there is none. Valid until the transcript changes.
[[nodiscard]] const domain::Message* handoverNote(const client::Transcript& transcript,
                                                  const domain::AgentId& me);

} // namespace relevo::models
