#pragma once

#include <QtCore/QList>
#include <QtCore/QString>

namespace relevo::ui {

/// A word of a text, in characters of it.
struct WordSpan
{
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const WordSpan&, const WordSpan&) = default;
};

/// The words of a text that can be spelled rightly or wrongly: no addresses, no numbers and references, no
/// {{variables}}, nothing after "@", "/" or "#", no abbreviations in capitals. Pure.
[[nodiscard]] QList<WordSpan> spelledWords(const QString& text);

} // namespace relevo::ui
