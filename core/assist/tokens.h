#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace relevo::assist {

/// The letter or digit as words are compared, small and without its accent; 0 for anything else.
[[nodiscard]] char16_t wordLetter(QChar raw);

/// The words of a text in order: letters and digits, lower case, without accents ("Pásame" → "pasame").
/// Apostrophes are dropped ("don't" → "dont"). One pass, no regular expressions.
[[nodiscard]] std::vector<QString> words(const QString& text);

/// The words of each clause: what stands between full stops, question and exclamation marks, semicolons and
/// line ends. No clause is empty.
[[nodiscard]] std::vector<std::vector<QString>> clauses(const QString& text);

/// The sentences of a text, trimmed, with their closing punctuation. A stop inside a number, an address or a
/// short abbreviation before a number ("Rs. 500") ends none.
[[nodiscard]] QStringList sentences(const QString& text);

} // namespace relevo::assist
