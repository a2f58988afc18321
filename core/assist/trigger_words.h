#pragma once

#include <QtCore/QString>

#include <vector>

namespace relevo::assist {

/// What a word can mean where somebody may be asking for a human. A word can have several senses.
namespace sense {
inline constexpr quint32 Human = 1u << 0; ///< one who would answer: agent, human, person, asesor, atendente
inline constexpr quint32 Somebody = 1u << 1; ///< someone, alguien, alguém
inline constexpr quint32 Machine = 1u << 2;  ///< bot, robot, machine
inline constexpr quint32 Talk = 1u << 3;     ///< asks to be brought together: talk, contact, hablar, falar
inline constexpr quint32 Move = 1u << 4;     ///< does so only with somebody to be moved: transfer me, pásame
inline constexpr quint32 Want = 1u << 5;     ///< want, need, quiero, preciso
inline constexpr quint32 Me = 1u << 6;       ///< me, us, this chat: who is to be moved
inline constexpr quint32 Little = 1u << 7;   ///< says nothing: a, the, please, por, com, real
inline constexpr quint32 Not = 1u << 8;      ///< dont, no, nao
inline constexpr quint32 Without = 1u << 9;  ///< without, sin, sem: no wish in what follows
inline constexpr quint32 Over = 1u << 10;    ///< was, been, after: the talk is a story
inline constexpr quint32 Did = 1u << 11;     ///< what somebody did in a story: said, gave, dijo, disse
inline constexpr quint32 About = 1u << 12;   ///< about, sobre
inline constexpr quint32 Help = 1u << 13;    ///< what one is needed for: help, assist, atender
inline constexpr quint32 Other = 1u << 14;   ///< else: another person, not one of ours
inline constexpr quint32 Stranger = 1u
                                    << 15; ///< makes the next word somebody who is not us: delivery, travel
inline constexpr quint32 Tired = 1u << 16; ///< tired, sick, harto, cansado
inline constexpr quint32 Hours = 1u << 17; ///< hours, time, horario
inline constexpr quint32 Known = 1u << 18; ///< a word of its own that only looks like one of the others
} // namespace sense

/// The senses of a word as words() gives it; 0 for a word without any.
[[nodiscard]] quint32 senseOf(const QString& word);

/// The same for a word without a sense that is one slip of the keyboard away from one for talking or for
/// a human ("agnet", "tospeak"); 0 otherwise. Slower than senseOf: for texts that have half of a wish.
[[nodiscard]] quint32 senseOfMisspelt(const QString& word);

[[nodiscard]] std::vector<quint32> sensesOf(const std::vector<QString>& words);

} // namespace relevo::assist
