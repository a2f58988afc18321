#pragma once

#include <QtCore/QString>

namespace relevo::assist {

struct Sentiment
{
    QString label;      ///< "frustrated", "neutral" or "happy"
    double score = 0.0; ///< frustration, 0 … 1
};

/// How a customer feels, from words of three languages, capitals and exclamation. First form: counts, no
/// negation.
[[nodiscard]] Sentiment sentimentOf(const QString& text);

} // namespace relevo::assist
