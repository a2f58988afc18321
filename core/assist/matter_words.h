#pragma once

#include <assist/wish_text.h>

#include <domain/handoff.h>

#include <span>

namespace relevo::assist {

/// What a word can stand for in the rules of triggers_matters.cpp; a word can have several.
namespace sense {
inline constexpr quint64 Lawyer = 1ULL << 0;
inline constexpr quint64 Sue = 1ULL << 1;       ///< legal steps, by a word that means nothing else
inline constexpr quint64 Legal = 1ULL << 2;     ///< legal, court: with Step
inline constexpr quint64 Step = 1ULL << 3;      ///< action, proceedings, take, go to
inline constexpr quint64 Authority = 1ULL << 4; ///< who protects consumers
inline constexpr quint64 Police = 1ULL << 5;
inline constexpr quint64 Hurt = 1ULL << 6;     ///< injury, by a word that means nothing else
inline constexpr quint64 Harmed = 1ULL << 7;   ///< burned, cut, rash: with a Body
inline constexpr quint64 Body = 1ULL << 8;     ///< hand, child, me
inline constexpr quint64 Fire = 1ULL << 9;     ///< explosion, flames, smoke
inline constexpr quint64 Fraud = 1ULL << 10;   ///< by a word that means nothing else
inline constexpr quint64 Steal = 1ULL << 11;   ///< stolen, hacked: with Card or Account
inline constexpr quint64 Card = 1ULL << 12;    ///< card, identity
inline constexpr quint64 Charge = 1ULL << 13;  ///< charge, payment, purchase
inline constexpr quint64 Unknown = 1ULL << 14; ///< unauthorised; recognise, authorise after a "not"
inline constexpr quint64 Law = 1ULL << 15;     ///< GDPR, LGPD
inline constexpr quint64 Data = 1ULL << 16;
inline constexpr quint64 Erase = 1ULL << 17;  ///< breach, leak, delete: with Data
inline constexpr quint64 Back = 1ULL << 18;   ///< refund, money back
inline constexpr quint64 Refuse = 1ULL << 19; ///< refuse, deny, won't
inline constexpr quint64 Dispute = 1ULL << 20;
inline constexpr quint64 End = 1ULL << 21;  ///< cancel, terminate, close
inline constexpr quint64 Bond = 1ULL << 22; ///< contract, subscription, membership
inline constexpr quint64 Account = 1ULL << 23;
inline constexpr quint64 Will = 1ULL << 24; ///< want, demand, going to
inline constexpr quint64 More = 1ULL << 25; ///< at once, again, never: more than a closing
inline constexpr quint64 How = 1ULL << 26;  ///< asks how, what, whether
inline constexpr quint64 Urgent = 1ULL << 27;
inline constexpr quint64 Hint = 1ULL << 28; ///< asap, hurry
inline constexpr quint64 Trip = 1ULL << 29; ///< flight, wedding, appointment, move
inline constexpr quint64 Number = 1ULL << 30;
inline constexpr quint64 Hours = 1ULL << 31; ///< hours, minutes
inline constexpr quint64 Today = 1ULL << 32; ///< today, tonight
inline constexpr quint64 In = 1ULL << 33;    ///< in, en, em, dentro
inline constexpr quint64 Right = 1ULL << 34; ///< right, mismo: with Now
inline constexpr quint64 Now = 1ULL << 35;
inline constexpr quint64 For = 1ULL << 36; ///< for, para: "es para hoy"
inline constexpr quint64 Not = 1ULL << 37;
inline constexpr quint64 Tame = 1ULL << 38; ///< makes the word beside it harmless: emergency light, fire sale
inline constexpr quint64 Clone = 1ULL << 39; ///< done to a card or an account only by thieves
inline constexpr quint64 Used = 1ULL << 40;  ///< with a Card, by Somebody
inline constexpr quint64 Somebody = 1ULL << 41;
inline constexpr quint64 Billed = 1ULL << 42; ///< charge, bill: in spite of an Ended
inline constexpr quint64 Ended = 1ULL << 43;  ///< cancelled, cancelé
inline constexpr quint64 Leak = 1ULL << 44;   ///< leaked, vazaram: with Data or Mail
inline constexpr quint64 Mail = 1ULL << 45;
inline constexpr quint64 Found = 1ULL << 46;   ///< found, encontré: with Foreign
inline constexpr quint64 Foreign = 1ULL << 47; ///< glass, mould, worm
inline constexpr quint64 Need = 1ULL << 48;
// Of what a customer says of the bot's answers:
inline constexpr quint64 Said = 1ULL << 49;     ///< that the bot said
inline constexpr quint64 Already = 1ULL << 50;  ///< already, ya, já
inline constexpr quint64 You = 1ULL << 51;      ///< you, and verbs that say it alone: dijiste
inline constexpr quint64 Same = 1ULL << 52;     ///< same, misma
inline constexpr quint64 Answer = 1ULL << 53;   ///< answer, link, respuesta
inline constexpr quint64 Asked = 1ULL << 54;    ///< I asked, pregunté
inline constexpr quint64 Question = 1ULL << 55; ///< question, pregunta
inline constexpr quint64 Reply = 1ULL << 56;    ///< answering, responde
inline constexpr quint64 Grasp = 1ULL << 57;    ///< understand, entender
inline constexpr quint64 Read = 1ULL << 58;     ///< read, leíste
inline constexpr quint64 Wrote = 1ULL << 59;    ///< what I wrote, my message
inline constexpr quint64 Keep = 1ULL << 60;     ///< keep, sigues, continua
inline constexpr quint64 Know = 1ULL << 61;     ///< know, recognise, conozco: after a "not", with a Charge
inline constexpr quint64 Offer = 1ULL << 62;    ///< discount: a lawyer's discount is no threat
inline constexpr quint64 Tomorrow = 1ULL << 63;
} // namespace sense

/// Phrases that say enough by themselves, all with the same meaning.
struct Saying
{
    domain::TriggerType type;
    double score;
    const char16_t* reason;
    /// Separated by '|', their words as sensesOf() takes them; one that ends in '*' stands for all that begin
    /// so, but not a phrase's first; "*" alone is any word, "..." up to five of them.
    const char16_t* phrases;
};

/// What no bot should handle: law, danger, injury, fraud, disputes.
[[nodiscard]] std::span<const Saying> sensitiveSayings();
/// What cannot wait, and what is said of a bot's answers.
[[nodiscard]] std::span<const Saying> pressingSayings();

/// What a word (small letters without accents, as WishText has them) can stand for; 0 for nothing.
[[nodiscard]] quint64 sensesOf(std::span<const char16_t> letters);

} // namespace relevo::assist
