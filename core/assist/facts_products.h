#pragma once

#include <QtCore/QString>

#include <vector>

namespace relevo::assist {

struct TextSpan
{
    qsizetype from = 0;
    qsizetype to = 0; ///< one past the last character

    friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

/// Where a text names goods: a make with its model ("Sony WH-1000XM5"), a thing with what describes it ("blue
/// kurti size M"), or a name in quotes that is spoken of as one. In order; none overlaps another. One pass.
[[nodiscard]] std::vector<TextSpan> productsIn(const QString& text);

/// True when the words of one name are among those of the other, so that both speak of one thing.
[[nodiscard]] bool sameProduct(const QString& one, const QString& other);

} // namespace relevo::assist
