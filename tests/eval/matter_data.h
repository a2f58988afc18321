#pragma once

#include <assist/matter_model.h>

#include <QtCore/QString>

#include <vector>

namespace relevo::eval {

/// A text and what it is about.
struct MatterSentence
{
    QString text;
    QString kind;      ///< "sensitive", "urgent", "failure", "none": what it hands off for
    quint32 right = 0; ///< a bit for each matter it may be (assist::Matter); the one behind them: none
    QString writer;    ///< the manner it is written in; empty where nobody noted it
    QString split;     ///< as the files say it
};

/// matters_<language>.tsv (split, kind, text), matters_blind_<language>.tsv and matters_plain_<language>.tsv
/// (split, writer, matter, text) in `directory`.
[[nodiscard]] std::vector<MatterSentence> readMatters(const QString& directory, const QString& language);

/// Whether its split is one that is learned from.
[[nodiscard]] bool isLearnedFrom(const MatterSentence& sentence);

} // namespace relevo::eval
