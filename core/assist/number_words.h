#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace relevo::assist {

/// The numbers from eleven on that a text has in words, as digits: "twenty thousand", "veinte mil" and "vinte
/// mil" are all "20000", "20 thousand" too. What only sounds like one is none ("mil gracias", "por ciento",
/// the English "once"). English, Spanish and Portuguese, whatever the text's language; the words as words()
/// gives them.
[[nodiscard]] QStringList numberWordsIn(const QString& text);

} // namespace relevo::assist
