#pragma once

#include <QtCore/QString>

#include <vector>

namespace relevo::assist {

/// The words of a text in order: letters and digits, lower case, without accents ("Pásame" → "pasame").
/// Apostrophes are dropped
/// ("don't" → "dont"). One pass, no regular expressions.
[[nodiscard]] std::vector<QString> words(const QString& text);

/// The sentences of a text, trimmed, with their closing punctuation.
[[nodiscard]] QStringList sentences(const QString& text);

} // namespace relevo::assist
