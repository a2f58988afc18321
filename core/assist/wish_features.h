#pragma once

#include <assist/wish_text.h>

namespace relevo::assist {

/// The kinds of evidence the wish's model weighs. The order is part of the weights' file: new ones go to the
/// end.
enum class WishFeature : quint8 {
    Word,       ///< a word
    Pair,       ///< two words next to each other, also with the stretch's begin or end
    Triple,     ///< three words in a row
    Gap,        ///< two words with one between them
    Letters,    ///< four letters of a word without a class
    Class,      ///< a class of words
    ClassPair,  ///< classes in order, little words left out
    ClassThree, ///< three
    ClassFour,  ///< four
    Within,     ///< one class before another, with up to four words between them
    WordClass,  ///< a word and the class of the next one
    ClassWord,  ///< a class and the next word
    Length,     ///< how long the stretch is, in powers of two
    Question,   ///< a word or class in a stretch that ends with a question mark
};

[[nodiscard]] constexpr quint64 mixed(quint64 a, quint64 b)
{
    quint64 hash = (a ^ (b + 0x9e3779b97f4a7c15ULL + (a << 6) + (a >> 2))) * 0xff51afd7ed558ccdULL;
    return hash ^ (hash >> 32);
}

/// Calls visit(hash, kind, first, last) for each feature of a stretch; `first` and `last` are the words it is
/// made of (both inclusive, by index). Learning, weighing and explaining all see the features through this.
template <typename Visit>
void visitWishFeatures(const WishText& text, std::span<const WishWord> words, Visit visit)
{
    constexpr quint64 edge = 2;
    const auto feature = [&visit](WishFeature kind, quint64 hash, std::size_t first, std::size_t last) {
        visit(mixed(hash, static_cast<quint64>(kind) + 1), kind, first, last);
    };
    const auto spelling = [&words](std::size_t at) {
        return words[at].spelling;
    };
    const std::size_t size = words.size();
    quint64 sizes = 0;
    for (std::size_t left = size; left > 0; left /= 2)
        ++sizes;
    feature(WishFeature::Length, sizes, 0, size - 1);
    feature(WishFeature::Pair, mixed(edge, spelling(0)), 0, 0);
    feature(WishFeature::Pair, mixed(spelling(size - 1), edge), size - 1, size - 1);
    const bool asks = words[size - 1].asks;
    for (std::size_t at = 0; at < size; ++at) {
        feature(WishFeature::Word, spelling(at), at, at);
        if (asks && at < 3)
            feature(WishFeature::Question, spelling(at), at, at);
        if (at + 1 < size) {
            const quint64 pair = mixed(spelling(at), spelling(at + 1));
            feature(WishFeature::Pair, pair, at, at + 1);
            const auto next = static_cast<quint64>(words[at + 1].wordClass);
            feature(WishFeature::WordClass, mixed(spelling(at), next), at, at + 1);
            feature(WishFeature::ClassWord,
                    mixed(static_cast<quint64>(words[at].wordClass), spelling(at + 1)), at, at + 1);
            if (at + 2 < size) {
                feature(WishFeature::Triple, mixed(pair, spelling(at + 2)), at, at + 2);
                feature(WishFeature::Gap, mixed(spelling(at), spelling(at + 2)), at, at + 2);
            }
        }
        if (words[at].wordClass == WordClass::Other) {
            const std::span<const char16_t> letters = text.letters(words[at]);
            for (std::size_t from = 0; from + 4 <= letters.size(); ++from)
                feature(WishFeature::Letters, spellingOf(letters.subspan(from, 4)), at, at);
        }
    }

    // The same with classes: little words left out, several words without a class in a row are one.
    QVarLengthArray<std::size_t, 64> kept;
    for (std::size_t at = 0; at < size; ++at) {
        const WordClass wordClass = words[at].wordClass;
        const bool again = wordClass == WordClass::Other && !kept.isEmpty() &&
                           words[kept.last()].wordClass == WordClass::Other;
        if (wordClass != WordClass::Little && !again)
            kept.append(at);
    }
    const auto count = static_cast<std::size_t>(kept.size());
    const auto classAt = [&](std::size_t at) {
        return at < count ? static_cast<quint64>(words[kept[static_cast<qsizetype>(at)]].wordClass) + 16
                          : edge;
    };
    const auto word = [&](std::size_t at) {
        return kept[static_cast<qsizetype>(std::min(at, count - 1))];
    };
    if (count > 0)
        feature(WishFeature::ClassPair, mixed(edge, classAt(0)), word(0), word(0));
    for (std::size_t at = 0; at < count; ++at) {
        const quint64 one = classAt(at);
        const quint64 two = mixed(one, classAt(at + 1));
        feature(WishFeature::Class, one, word(at), word(at));
        if (asks)
            feature(WishFeature::Question, two, word(at), word(at + 1));
        feature(WishFeature::ClassPair, two, word(at), word(at + 1));
        if (at + 1 < count) {
            const quint64 three = mixed(two, classAt(at + 2));
            feature(WishFeature::ClassThree, three, word(at), word(at + 2));
            if (at + 2 < count)
                feature(WishFeature::ClassFour, mixed(three, classAt(at + 3)), word(at), word(at + 3));
        }
        for (std::size_t later = at + 1; later < std::min(at + 6, count); ++later)
            feature(WishFeature::Within, mixed(one, classAt(later)), word(at), word(later));
    }
}

} // namespace relevo::assist
