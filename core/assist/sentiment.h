#pragma once

#include <QtCore/QString>

namespace relevo::assist {

struct Sentiment
{
    QString label;      ///< "frustrated" (score ≥ 0.5), "neutral" or "happy"
    double score = 0.0; ///< frustration, 0 … 1
};

/// How a customer feels, judged by words of English, Spanish and Portuguese (a pleased word after "not" is
/// none), capitals and exclamation marks. Pure; a few microseconds a message.
[[nodiscard]] Sentiment sentimentOf(const QString& text);

} // namespace relevo::assist
