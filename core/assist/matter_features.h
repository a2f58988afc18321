#pragma once

#include <assist/linear_model.h>
#include <assist/matter_text.h>

#include <algorithm>
#include <bit>

namespace relevo::assist {

/// The kinds of evidence the matters' model weighs. The order is part of the weights' file: new ones go to
/// the end.
enum class MatterFeature : quint8 {
    Word,            ///< a word
    Denied,          ///< a word with a "not" up to three words before it
    Asked,           ///< a word of a question
    Pair,            ///< two words next to each other, also with the clause's begin or end
    Gap,             ///< two words with one between them
    Triple,          ///< three words in a row
    Beginning,       ///< the first five letters of a longer word, whatever its ending
    Letters,         ///< four letters of a word, its edges are letters too
    Sense,           ///< what a word can stand for (matter_words.h)
    SensePair,       ///< one such meaning before another, with up to four words between them
    WordSense,       ///< a word and what the next one can stand for
    Length,          ///< how many words there are, in powers of two
    Near,            ///< the beginnings of two words up to six apart, in either order
    DeniedBeginning, ///< the beginning of a word with a "not" before it
    AskedBeginning,  ///< the beginning of a word of a question
};

/// Calls visit(hash, first, last) for the features of the words from `from` up to but not including `to`;
/// `first` and `last` are the words one is made of (both inclusive). Learning, weighing and quoting all see
/// the features through this.
template <typename Visit>
void visitMatterFeatures(const MatterText& all, std::size_t from, std::size_t to, Visit visit)
{
    constexpr quint64 edge = 2;
    const std::span<const WishWord> words = all.text().words();
    const auto feature = [&visit](MatterFeature kind, quint64 hash, std::size_t first, std::size_t last) {
        visit(mixed(hash, static_cast<quint64>(kind) + 1), first, last);
    };
    const auto eachSense = [](quint64 senses, auto&& call) {
        for (; senses != 0; senses &= senses - 1)
            call(static_cast<quint64>(std::countr_zero(senses)) + 16);
    };
    const auto beginning = [&](std::size_t at) {
        const std::span<const char16_t> letters = all.text().letters(words[at]);
        return spellingOf(letters.first(std::min<std::size_t>(letters.size(), 5)));
    };
    feature(MatterFeature::Length, static_cast<quint64>(std::bit_width(to - from)), from, to - 1);
    for (std::size_t at = from; at < to; ++at) {
        const quint64 word = words[at].spelling;
        const bool begins = at == from || words[at].clauseBefore;
        const bool ends = at + 1 == to || words[at + 1].clauseBefore;
        feature(MatterFeature::Word, word, at, at);
        if (all.isDenied(at))
            feature(MatterFeature::Denied, word, at, at);
        if (all.isAsked(at))
            feature(MatterFeature::Asked, word, at, at);
        if (begins)
            feature(MatterFeature::Pair, mixed(edge, word), at, at);
        if (ends) {
            feature(MatterFeature::Pair, mixed(word, edge), at, at);
        } else {
            const quint64 pair = mixed(word, words[at + 1].spelling);
            feature(MatterFeature::Pair, pair, at, at + 1);
            eachSense(all.senses(at + 1), [&](quint64 sense) {
                feature(MatterFeature::WordSense, mixed(word, sense), at, at + 1);
            });
            if (at + 2 < to && !words[at + 2].clauseBefore) {
                feature(MatterFeature::Gap, mixed(word, words[at + 2].spelling), at, at + 2);
                feature(MatterFeature::Triple, mixed(pair, words[at + 2].spelling), at, at + 2);
            }
        }
        const std::span<const char16_t> letters = all.text().letters(words[at]);
        const quint64 start = beginning(at);
        if (letters.size() > 5)
            feature(MatterFeature::Beginning, start, at, at);
        if (all.isDenied(at))
            feature(MatterFeature::DeniedBeginning, start, at, at);
        if (all.isAsked(at))
            feature(MatterFeature::AskedBeginning, start, at, at);
        for (std::size_t other = at + 2; other < std::min(at + 7, to) && !words[other].clauseBefore;
             ++other) {
            const quint64 second = beginning(other);
            feature(MatterFeature::Near, mixed(std::min(start, second), std::max(start, second)), at, other);
        }
        if (letters.size() > 3) {
            feature(MatterFeature::Letters, mixed(edge, spellingOf(letters.first(3))), at, at);
            for (std::size_t first = 0; first + 4 <= letters.size(); ++first)
                feature(MatterFeature::Letters, spellingOf(letters.subspan(first, 4)), at, at);
            feature(MatterFeature::Letters, mixed(spellingOf(letters.last(3)), edge), at, at);
        }
        eachSense(all.senses(at), [&](quint64 sense) {
            feature(MatterFeature::Sense, sense, at, at);
            if (all.isDenied(at))
                feature(MatterFeature::Sense, mixed(sense, 3), at, at);
            if (all.isAsked(at))
                feature(MatterFeature::Sense, mixed(sense, 5), at, at);
            for (std::size_t other = at + 1; other < std::min(at + 6, to) && !words[other].clauseBefore;
                 ++other) {
                eachSense(all.senses(other), [&](quint64 second) {
                    feature(MatterFeature::SensePair, mixed(sense, second), at, other);
                });
            }
        });
    }
}

} // namespace relevo::assist
