#pragma once

#include <assist/wish_words.h>

#include <span>

namespace relevo::assist {

/// The words of a class, separated by spaces, as they are compared: small, without accents and apostrophes;
/// English, Spanish, Portuguese.
struct WishWords
{
    WordClass wordClass;
    const char16_t* words;
};

/// All words with a class. A word that could be two things counts where it first stands.
[[nodiscard]] std::span<const WishWords> wishWords();

/// How people write in chats, and the word it stands for: "pls=please", separated by spaces.
[[nodiscard]] const char16_t* wishChatSpellings();

/// Words of their own that only look like one with a class, separated by spaces.
[[nodiscard]] const char16_t* wishLookAlikes();

} // namespace relevo::assist
