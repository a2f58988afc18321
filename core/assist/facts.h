#pragma once

#include <domain/message.h>
#include <domain/summary.h>

#include <vector>

namespace relevo::assist {

/// What a customer stated: order numbers, amounts, dates, e-mail addresses, phone numbers, tracking numbers;
/// each once, with the message it first stands in, as it was written.
[[nodiscard]] std::vector<domain::Fact> factsOf(const std::vector<domain::Message>& messages);

} // namespace relevo::assist
