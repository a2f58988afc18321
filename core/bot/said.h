#pragma once

#include <QtCore/QString>

namespace relevo::bot {

// What customers write when they answer a bot's question, in English, Spanish and Portuguese. Pure.

enum class YesOrNo { Neither, Yes, No };
/// A short answer; a sentence that merely has a "no" in it is neither.
[[nodiscard]] YesOrNo yesOrNo(const QString& text);

/// The first thing that looks like an order's number, as domain::orderNumber makes it: three to fourteen
/// digits, perhaps with letters and hyphens, that are no e-mail address, phone number, date or amount of
/// money; first of all after a word for an order. There, and with `asked`, also one or two digits that count
/// nothing ("order 77", not "2 days"). Empty when there is none.
[[nodiscard]] QString orderNumberIn(const QString& text, bool asked);

/// They want nothing more of it: "never mind", "olvídalo", "deixa pra lá", "keep it".
[[nodiscard]] bool callsOff(const QString& text);

/// They have not got what they were asked for: "I don't have it", "no lo sé", "esqueci".
[[nodiscard]] bool hasNone(const QString& text);

/// The first e-mail address, in lower case; empty when there is none.
[[nodiscard]] QString emailIn(const QString& text);

/// "My name is Ana Torres", "soy Ana", "me chamo Ana"; with `asked` also a bare name of up to four words
/// before or without an e-mail address. Empty when there is none.
[[nodiscard]] QString nameIn(const QString& text, bool asked);

} // namespace relevo::bot
