#pragma once

#include <assist/wish_text.h>

#include <span>

namespace relevo::assist {

/// A word that stands for somebody who could answer.
[[nodiscard]] constexpr bool isSomebody(WordClass wordClass)
{
    return wordClass == WordClass::Human || wordClass == WordClass::Person ||
           wordClass == WordClass::Somebody || wordClass == WordClass::Role || wordClass == WordClass::Desk ||
           wordClass == WordClass::Name;
}

/// Words that say more about the one they stand before, and nothing else: "a real support agent".
[[nodiscard]] constexpr bool describes(WordClass wordClass)
{
    return wordClass == WordClass::Real || wordClass == WordClass::Service ||
           wordClass == WordClass::Another || wordClass == WordClass::Person || wordClass == WordClass::Human;
}

/// What stands around a word for a person in its stretch, by index.
struct PersonFrame
{
    std::size_t introduced = 0; ///< where what belongs to it begins: "real" of "a real support agent"
    std::size_t next = 0;       ///< the first word after it that no longer belongs to it
    std::size_t ruler = 0;      ///< the nearest word before it that rules it: "talk", "was", "told"
    quint64 rules = 1;          ///< the ruler's class; 1 when there is none
    quint64 far = 0;            ///< 1 when a word without a class stands between
    quint64 more = 0;           ///< words without a class after it, up to four: "who can carry our bags"
};

[[nodiscard]] inline PersonFrame personFrame(std::span<const WishWord> words, std::size_t at)
{
    PersonFrame frame{at, at + 1, 0, 1, 0, 0};
    while (frame.introduced > 0 && describes(words[frame.introduced - 1].wordClass))
        --frame.introduced;
    frame.ruler = frame.introduced;
    while (frame.ruler > 0 && frame.rules == 1) {
        --frame.ruler;
        const WordClass before = words[frame.ruler].wordClass;
        if (before == WordClass::Other)
            frame.far = 1;
        else if (before != WordClass::Little && before != WordClass::Polite && !describes(before))
            frame.rules = static_cast<quint64>(before) + 16;
    }
    while (frame.next < words.size() && describes(words[frame.next].wordClass))
        ++frame.next;
    for (std::size_t later = frame.next; later < words.size() && frame.more < 4; ++later)
        frame.more += words[later].wordClass == WordClass::Other ? 1 : 0;
    return frame;
}

} // namespace relevo::assist
