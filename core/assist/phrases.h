#pragma once

#include <QtCore/QString>

#include <vector>

namespace relevo::assist {

/// The same short text in the three languages.
struct Phrase
{
    const char16_t* english;
    const char16_t* spanish;
    const char16_t* portuguese;

    /// In "es" or "pt"; English for any other.
    [[nodiscard]] QString in(const QString& language) const;
};

/// True when one of the words begins with one of the stems (separated by spaces). A stem of up to three
/// letters, or one that ends in '.', is a whole word.
[[nodiscard]] bool beginsWithAny(const std::vector<QString>& words, const char16_t* stems);

} // namespace relevo::assist
