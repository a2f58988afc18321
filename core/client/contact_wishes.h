#pragma once

#include <domain/agent.h>
#include <domain/contact.h>

namespace relevo::client {

struct OutboxItem;

/// What a wish about a contact will make of it, once the relay has done it: shown at once, as every own
/// wish is. Others change nothing. A note that the relay has not heard of has a null id.
void foldWish(domain::Contact& contact, const OutboxItem& item, const domain::AgentRef& me);

} // namespace relevo::client
