#pragma once

#include <domain/message_template.h>
#include <protocol/json.h>

#include <vector>

namespace relevo::client {

using MessageTemplates = std::vector<domain::MessageTemplate>;

/// What the relay's list says ({"items": […]}), in its order. Single ones that make no sense are left out;
/// `invalid` when the whole does not.
[[nodiscard]] Result<MessageTemplates> messageTemplatesFrom(const protocol::Json& list);

} // namespace relevo::client
