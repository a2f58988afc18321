#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QStringView>

#include <algorithm>
#include <span>
#include <vector>

namespace relevo::assist {

/// Of a message no more characters are read than these: what matters is said by then.
inline constexpr qsizetype longestRead = 4'096;

[[nodiscard]] inline bool isOneOf(QStringView word, std::span<const QStringView> list)
{
    return std::ranges::find(list, word) != list.end();
}

/// The letter or digit as words are compared, small and without its accent; 0 for anything else.
[[nodiscard]] char16_t wordLetter(QChar raw);

/// The words of a text in order: letters and digits, lower case, without accents ("Pásame" → "pasame").
/// Apostrophes are dropped ("don't" → "dont"). One pass, no regular expressions.
[[nodiscard]] std::vector<QString> words(const QString& text);

/// The words of each clause: what stands between full stops, question and exclamation marks, semicolons and
/// line ends. No clause is empty.
[[nodiscard]] std::vector<std::vector<QString>> clauses(const QString& text);

/// The sentences of a text, trimmed, with their closing punctuation. A stop inside a number, any mark inside
/// an address, or a short abbreviation before a number ("Rs. 500") ends none.
[[nodiscard]] QStringList sentences(const QString& text);

} // namespace relevo::assist
