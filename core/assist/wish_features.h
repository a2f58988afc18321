#pragma once

#include <assist/linear_model.h>
#include <assist/wish_frames.h>
#include <assist/wish_text.h>

#include <algorithm>

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
    Ending,     ///< how a word without a class ends ("-aron", "-ed"), and what stands next to it
    Stressed,   ///< a word or class that was written with an accent on its end: "llamó", "hablé"
    Frame,      ///< around a word for a person: what rules it, what introduces it, what follows it
    Opening,    ///< the first words of the stretch with what rules a person in it
    Beside,     ///< the words right before and after the stretch
    Elsewhere,  ///< a class of words that stands in the message, but not in the stretch
    Apart,      ///< two words in order with two to five between them
    Stem,       ///< how a word begins, and that with the class of a neighbour
    Ends,       ///< the first and the last of the stretch
};

/// What a stretch says of each person in it: "talk to *an agent*", "*my agent* told …", "*someone* who …".
/// Each odd number keeps one kind of frame apart from the others.
template <typename Feature>
void visitWishFrames(std::span<const WishWord> words, Feature feature)
{
    const std::size_t size = words.size();
    const bool asks = words[size - 1].asks;
    quint64 denied = 0; // how often, before the person
    quint64 told = 0;   // whether a story has begun
    for (std::size_t at = 0; at < size; ++at) {
        const WordClass wordClass = words[at].wordClass;
        denied += wordClass == WordClass::Not || wordClass == WordClass::Without ? 1 : 0;
        told |= wordClass == WordClass::Told || wordClass == WordClass::Past ? 1 : 0;
        if (!isSomebody(wordClass))
            continue;
        const PersonFrame frame = personFrame(words, at);
        const bool ends = frame.next >= size;
        const quint64 introduces = frame.introduced > 0 ? words[frame.introduced - 1].spelling : 2;
        const quint64 follows = ends ? 2 : words[frame.next].spelling;
        const quint64 followsClass = ends ? 2 : static_cast<quint64>(words[frame.next].wordClass) + 16;
        const quint64 who = static_cast<quint64>(wordClass) + 16;
        const quint64 ruled = mixed(frame.rules, frame.far);
        const std::size_t last = std::min(frame.next, size - 1);
        const auto framed = [&](quint64 hash, std::size_t from, std::size_t to) {
            feature(WishFeature::Frame, hash, from, to);
        };
        framed(mixed(ruled, introduces), frame.ruler, at);
        framed(mixed(mixed(ruled, who), followsClass), frame.ruler, last);
        framed(mixed(mixed(introduces, who), follows), frame.introduced, last);
        framed(mixed(mixed(introduces, 3), followsClass), frame.introduced, last);
        framed(mixed(mixed(ruled, 5 + denied), 7 + told), frame.ruler, at);
        framed(mixed(mixed(ruled, 11), asks ? 13 : 17), frame.ruler, at);
        framed(mixed(mixed(frame.rules, 19), frame.more), frame.ruler, size - 1);
        framed(mixed(mixed(who, 23), mixed(followsClass, frame.more)), at, size - 1);
        const quint64 first = words[0].spelling;
        feature(WishFeature::Opening, mixed(first, frame.rules), 0, at);
        if (at > 1)
            feature(WishFeature::Opening, mixed(mixed(first, words[1].spelling), frame.rules), 0, at);
    }
}

/// What stands in the message around a stretch.
template <typename Feature>
void visitWishSurroundings(const WishText& text, std::span<const WishWord> words, Feature feature)
{
    const std::span<const WishWord> all = text.words();
    const auto begin = static_cast<std::size_t>(words.data() - all.data());
    const std::size_t end = begin + words.size();
    const std::size_t last = words.size() - 1;
    const quint64 before = begin > 0 ? all[begin - 1].spelling : 2;
    const quint64 after = end < all.size() ? all[end].spelling : 2;
    feature(WishFeature::Beside, mixed(before, 3), 0, 0);
    feature(WishFeature::Beside, mixed(after, 5), last, last);
    feature(WishFeature::Beside,
            mixed(begin > 0 ? static_cast<quint64>(all[begin - 1].wordClass) + 16 : 2, 7), 0, 0);
    feature(WishFeature::Beside,
            mixed(end < all.size() ? static_cast<quint64>(all[end].wordClass) + 16 : 2, 11), last, last);
    quint64 outside = 0;
    quint64 others = 0; // words of the whole message that are no wish's
    for (std::size_t at = 0; at < all.size(); ++at) {
        others += all[at].wordClass == WordClass::Other ? 1 : 0;
        if (at < begin || at >= end)
            outside |= quint64(1) << static_cast<quint64>(all[at].wordClass);
    }
    feature(WishFeature::Elsewhere, mixed(97, std::min<quint64>(others, 6)), 0, last);
    for (quint64 wordClass = 2; outside >> wordClass != 0; ++wordClass) {
        if ((outside >> wordClass & 1) != 0)
            feature(WishFeature::Elsewhere, wordClass, 0, last);
    }
}

/// How a word begins: what its forms have in common, and words nobody listed.
template <typename Feature>
void visitWishStem(std::span<const char16_t> letters, std::span<const WishWord> words, std::size_t at,
                   Feature feature)
{
    constexpr std::size_t length = 4;
    if (letters.size() <= length)
        return;
    const quint64 stem = spellingOf(letters.first(length));
    const auto classAt = [&words](std::size_t other) {
        return static_cast<quint64>(words[other].wordClass) + 16;
    };
    feature(WishFeature::Stem, stem, at, at);
    if (at > 0)
        feature(WishFeature::Stem, mixed(classAt(at - 1), stem), at - 1, at);
    if (at + 1 < words.size())
        feature(WishFeature::Stem, mixed(stem, classAt(at + 1)), at, at + 1);
}

/// What a stretch begins and ends with, together.
template <typename Feature>
void visitWishEnds(std::span<const WishWord> words, quint64 sizes, Feature feature)
{
    const std::size_t last = words.size() - 1;
    if (last == 0)
        return;
    const quint64 begin = words[0].spelling;
    const quint64 end = words[last].spelling;
    const quint64 beginClass = static_cast<quint64>(words[0].wordClass) + 16;
    const quint64 endClass = static_cast<quint64>(words[last].wordClass) + 16;
    feature(WishFeature::Ends, mixed(begin, end), 0, last);
    feature(WishFeature::Ends, mixed(beginClass, mixed(endClass, sizes)), 0, last);
    feature(WishFeature::Ends, mixed(mixed(begin, 3), endClass), 0, last);
    feature(WishFeature::Ends, mixed(mixed(beginClass, 5), end), 0, last);
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
        for (std::size_t later = at + 3; later < std::min(at + 7, size); ++later)
            feature(WishFeature::Apart, mixed(spelling(at), spelling(later)), at, later);
        visitWishStem(text.letters(words[at]), words, at, feature);
        if (words[at].stressed) {
            feature(WishFeature::Stressed, spelling(at), at, at);
            feature(WishFeature::Stressed, static_cast<quint64>(words[at].wordClass), at, at);
        }
        if (words[at].wordClass == WordClass::Other) {
            const std::span<const char16_t> letters = text.letters(words[at]);
            for (std::size_t from = 0; from + 4 <= letters.size(); ++from)
                feature(WishFeature::Letters, spellingOf(letters.subspan(from, 4)), at, at);
            if (letters.size() > 3) {
                const quint64 ending = spellingOf(letters.last(2));
                const auto beside = [&](std::size_t other) {
                    return other < size ? static_cast<quint64>(words[other].wordClass) : 97;
                };
                feature(WishFeature::Ending, spellingOf(letters.last(3)), at, at);
                feature(WishFeature::Ending, mixed(ending, beside(at + 1)), at, std::min(at + 1, size - 1));
                feature(WishFeature::Ending, mixed(beside(at - 1), ending), at > 0 ? at - 1 : 0, at);
            }
        }
    }
    visitWishEnds(words, sizes, feature);
    visitWishFrames(words, feature);
    visitWishSurroundings(text, words, feature);

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
