#pragma once

#include <QtCore/QString>

namespace relevo::assist {

struct Sentiment
{
    QString label;      ///< "frustrated" (score ≥ 0.5), "happy" (pleased, score < 0.3) or "neutral"
    double score = 0.0; ///< frustration, 0 … 1
};

/// How a customer feels, judged by words and phrases of English, Spanish and Portuguese, what denies,
/// strengthens and weakens them, words in capitals, marks, pictures, and praise that is irony ("great,
/// another week"). A matter calmly told is no anger: "has not arrived yet" stays below 0.3.
///
/// Each finding adds to the evidence of frustration or takes from it; the score is 1 - exp(-evidence / 100),
/// so that evidence adds up and no number of findings leaves the range. Pure; a few microseconds a message.
[[nodiscard]] Sentiment sentimentOf(const QString& text);

} // namespace relevo::assist
