#pragma once

#include <QtCore/QRegularExpression>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace relevo::assist {

/// The words of a text as words() gives them, a space between each: what expressions about how words stand
/// together are held against, so that they need neither accents nor apostrophes nor capitals.
[[nodiscard]] QString foldedText(const QString& text);

/// The same of each part between commas, stops and brackets. None is empty.
[[nodiscard]] QStringList foldedClauses(const QString& text);

/// An expression for such text, at the bounds of words. Its gaps are counted words (`(?: \w+){0,3}`), so that
/// no text is read for long.
[[nodiscard]] QRegularExpression frame(const QString& pattern);

/// True when the expression stands anywhere in the text.
[[nodiscard]] bool stands(const QRegularExpression& expression, const QString& text);

} // namespace relevo::assist
