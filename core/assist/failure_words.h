#pragma once

#include <QtCore/QStringView>

namespace relevo::assist {

/// What a word can mean where a bot may be admitting that it failed.
namespace admission {
inline constexpr quint16 Deny = 1u << 0;     ///< not, didn't, unable, no
inline constexpr quint16 Grasp = 1u << 1;    ///< understand, get, catch, entendí, entender
inline constexpr quint16 Between = 1u << 2;  ///< may stand between the two: quite, sure, able to, pude
inline constexpr quint16 You = 1u << 3;      ///< it is the customer who does not
inline constexpr quint16 Rephrase = 1u << 4; ///< rephrase, reformular
inline constexpr quint16 Say = 1u << 5;      ///< say, ask, write, repeat, decir, dizer
inline constexpr quint16 Answer = 1u << 6;   ///< an answer, a respuesta
inline constexpr quint16 Reason = 1u << 7;   ///< why: a story is not understood, no message
inline constexpr quint16 Help = 1u << 8;     ///< help, assist
inline constexpr quint16 That = 1u << 9;     ///< that, this, eso, isso
inline constexpr quint16 Certain = 1u << 10; ///< admits by itself, a phrase
} // namespace admission

/// The meanings of a word or phrase as words() writes it; 0 for none.
[[nodiscard]] quint16 admissionOf(QStringView word);

/// What a word of a customer's message is, where two are compared.
struct MatterWord
{
    quint8 thing = 0; ///< the thing it names, the same for all its names; 0 when only the word itself counts
    double weight = 1.0;   ///< how much of the matter it carries; 0 for none
    bool denies = false;   ///< turns the meaning of what follows
    bool opposite = false; ///< says the thing is not so: "broken" is "works", denied
    bool turns = false;    ///< denied, it is another matter: "it works", "it does not work"
};

/// Never null: a word that is not in the list carries the matter by itself.
[[nodiscard]] const MatterWord& matterOf(QStringView word);

} // namespace relevo::assist
