#pragma once

#include <QtCore/QString>

namespace relevo::assist {

/// "en", "es" or "pt", judged by everyday words, letters that only one of them has, and ends of words;
/// accents may be missing. Empty when the text does not tell, or tells of another language. Pure; a
/// microsecond or two a message, of which the first 200 characters are read.
[[nodiscard]] QString detectLanguage(const QString& text);

/// Whether a text has words enough, addresses and numbers apart, to change the language of a conversation
/// that has one.
[[nodiscard]] bool tellsLanguage(const QString& text);

} // namespace relevo::assist
