#pragma once

#include <domain/message.h>
#include <domain/summary.h>

#include <vector>

namespace relevo::assist {

/// At most this many facts, so that a summary always fits into one frame.
inline constexpr std::size_t mostFacts = 40;

/// What a customer stated: order numbers, amounts, dates, e-mail addresses, phone numbers, tracking numbers;
/// each once, with the message it first stands in, as it was written. Only the first 4,096 characters of a
/// message are read.
[[nodiscard]] std::vector<domain::Fact> factsOf(const std::vector<domain::Message>& messages);

} // namespace relevo::assist
