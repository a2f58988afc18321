#pragma once

#include <domain/message.h>
#include <domain/summary.h>

#include <vector>

namespace relevo::assist {

/// At most this many facts, so that a summary always fits into one frame.
inline constexpr std::size_t mostFacts = 40;

/// What a customer stated: "order", "tracking", "product", "amount", "reference" (invoice, ticket),
/// "transaction", "payment" (an address to pay to), "card" (its last digits), "date", "time", "email",
/// "phone", "address". Each once, as it was written, with the message it first stands in (a product where it
/// is named most fully); what matters most first. A number that stands alone is what the bot had asked for. A
/// card's full number and what a form left unfilled ("[Full Address]") are no facts. Of messages longer than
/// 4,096 characters some 64,000 are read together, and of those behind them their beginnings.
[[nodiscard]] std::vector<domain::Fact> factsOf(const std::vector<domain::Message>& messages);

/// The first e-mail address in a text, as it was written; empty when there is none.
[[nodiscard]] QString emailIn(const QString& text);

} // namespace relevo::assist
