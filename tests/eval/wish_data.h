#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace relevo::eval {

/// What a sentence is for. A writer's sentences are all in one.
enum class Split {
    Train,   ///< learned from
    Held,    ///< never learned from, but looked at when features and words are chosen
    Fresh,   ///< neither: its faults have never been read, so that its figure is the honest one
    Fresh2,  ///< the same, of later writers, meant to be hard
    Fresh3,  ///< the same, of yet later ones, as many of each language
    Fresh4,  ///< the same, hard and ordinary mixed, set down before what was then added to learn from
    Fresh5,  ///< the same, ordinary chat of many trades, set down before the model was changed
    Fresh6,  ///< the same, a fourth of many writers of all kinds of trades, of whom the rest is learned from
    Fresh7,  ///< the same, a fourth of other hands: long stories, roles, names, and requests that name nobody
    Fresh8,  ///< the same, a fourth of those who wrote as people do, measured whole before any was learned
             ///< from
    Fresh9,  ///< the same, another hand's, asked for the same in other trades when all was learned
    Fresh10, ///< the same, half of a third hand's, all of it measured before the other half was learned from
    Fresh11  ///< the same, three fourth hands', one a language, sealed until all was learned and chosen
};

struct Sentence
{
    QString text;
    bool wish = false;
    QString writer; ///< the manner it is written in
    Split split = Split::Train;
};

/// "train", "held", "fresh" or "fresh2" to "fresh11" as the files of tests/eval/data say it. Another name
/// ends the program with a message: what is meant to stay apart must never be learned from by a slip.
[[nodiscard]] Split splitOf(const QString& name);

/// wish_<language>.tsv in `directory`: split, writer, label, text.
[[nodiscard]] std::vector<Sentence> readSentences(const QString& directory, const QString& language);

/// Of other people's intents, so that one half can be judged by what was learned from the other.
enum class Half { Both, First, Second };

/// "first" or "second"; both for anything else.
[[nodiscard]] Half halfOf(const QString& name);

/// handoff_intent_dev.tsv in `directory`: the wishes for a human and what is none; what counts neither way is
/// left out. `writer` is the intent. A text is always in the same half.
[[nodiscard]] std::vector<Sentence> readIntents(const QString& directory, Half half = Half::Both);

/// Of these what is daily business: no wish for a human, no complaint.
[[nodiscard]] std::vector<Sentence> readBusiness(const QString& directory, Half half = Half::Both);

/// What customers wrote in conversations_dev.jsonl in `directory`, without what looks like asking for
/// somebody.
[[nodiscard]] QStringList readCustomerTurns(const QString& directory);

/// The same, all of it; a conversation is always in the same half.
[[nodiscard]] QStringList readTurns(const QString& directory, Half half = Half::Both);

/// All lines of a text file; ends the program with a message when it cannot be read.
[[nodiscard]] QStringList linesOf(const QString& path);

[[nodiscard]] const QStringList& languages();

} // namespace relevo::eval
