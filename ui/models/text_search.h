#pragma once

#include <QtCore/QString>

#include <vector>

namespace relevo::models {

/// A stretch of a text, in UTF-16 units of it.
struct TextRange
{
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const TextRange&, const TextRange&) = default;
};

/// Where `needle` stands in `text`, from left to right and without overlap; case and accents do not count
/// ("não" is found by "NAO"). Nothing for a needle without a letter, digit or sign in it.
[[nodiscard]] std::vector<TextRange> findIn(const QString& text, const QString& needle);

/// A needle made ready once to be looked for in many texts.
class TextSearch
{
public:
    explicit TextSearch(const QString& needle = {});

    [[nodiscard]] bool isEmpty() const { return m_folded.isEmpty(); }
    [[nodiscard]] std::vector<TextRange> in(const QString& text) const;

private:
    QString m_folded;
};

} // namespace relevo::models
