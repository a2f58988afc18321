#pragma once

#include <QtCore/QStringView>

#include <span>

namespace relevo::assist {

/// What a word or a phrase does to the feeling of a message.
enum class Feeling : quint8 {
    None,
    Anger,    ///< adds its weight, unless denied
    Strain,   ///< waiting and repeating: adds its weight, but alone never anger
    Demand,   ///< now, at once, my money: adds its weight, twice when shouted
    Joy,      ///< takes weight away; denied it is anger
    Praise,   ///< joy that irony is made of: "great, another week"
    Thanks,   ///< joy in a message that only thanks, politeness in any other
    Worth,    ///< fair, acceptable, help: nothing by itself, anger when denied
    Polite,   ///< please, could you: takes weight away where there is little
    Problem,  ///< broken, missing: a matter, no feeling; but nobody is glad of it
    Deny,     ///< turns what follows in the same part of the sentence
    Stronger, ///< very, so
    Weaker,   ///< a bit, slightly
    Join,     ///< and, because: ends what is denied
    Turn,     ///< but: what follows is what is meant
    Span,     ///< days, weeks: strain after a number
    Times,    ///< times, veces, vezes: strain after a number
    Emphatic, ///< nothing by itself, but people shout it in anger: NOT, NOW, YOU
    Ironic    ///< another, again: makes irony of the praise before it
};

struct FeelingWord
{
    Feeling feeling = Feeling::None;
    quint8 weight = 0; ///< hundredths, see sentimentOf()
    quint8 denied = 0; ///< Joy and Worth: the weight of anger when denied
    quint8 phrase = 0; ///< the words of the longest phrase that begins with this one; 0 for none
};

/// Words and phrases of one feeling, separated by commas, as words() gives them.
struct FeelingRow
{
    Feeling feeling;
    quint8 weight;
    quint8 denied;
    const char16_t* list;
};

/// The lists beside that of sentiment_words.cpp.
[[nodiscard]] std::span<const FeelingRow> feelingIdioms();

/// What is known of a word or of a phrase, written as words() writes them; null for nothing.
[[nodiscard]] const FeelingWord* feelingOf(QStringView word);

/// What is known of all words that begin as this one does ("vergonz…"); null for nothing.
[[nodiscard]] const FeelingWord* feelingOfStem(QStringView word);

/// The weight of a picture, in hundredths: above zero anger, below joy; 0 for one that says nothing.
[[nodiscard]] int feelingOfPicture(char32_t picture);

} // namespace relevo::assist
