#pragma once

#include <QtCore/QtGlobal>

#include <span>

namespace relevo::assist {

/// What a word can be where somebody may be asking for a human. Other is every word without a part in it.
enum class WordClass : quint8 {
    Other,
    Little,   ///< says nothing by itself: a, the, to, de, com
    Human,    ///< one who would answer: agent, operator, asesor, atendente
    Person,   ///< human, person, people, persona, pessoa, gente
    Somebody, ///< someone, alguien, alguém
    Machine,  ///< bot, recording, robot, máquina
    Canned,   ///< what machines say: automated, canned, script, menu
    Talk,     ///< talk, speak, chat, hablar, falar
    Contact,  ///< contact, reach, call, llamar, ligar
    Move,     ///< transfer, connect, put through, pásame, transfere
    Want,     ///< want, need, prefer, quiero, preciso
    Give,     ///< get, give, send, dame, manda
    Me,       ///< me, us, nos
    Not,      ///< not, no, never, nunca, não
    Without,  ///< without, instead, sin, sem
    Told,     ///< what somebody did in a story: said, gave, dijo, mandou
    Past,     ///< places a story: yesterday, was, after, ayer, estuve, ontem
    Real,     ///< real, live, actual, verdad, vivo
    Service,  ///< support, service, team, soporte, atendimento
    Help,     ///< help, assist, attend, ayude, resolva
    Ask,      ///< what, how, where, when, cómo, qual
    You,      ///< you, usted, tú, vos, você
    Be,       ///< are, is, eres, sos, é
    Tired,    ///< tired, enough, stop, harto, chega
    May,      ///< can, could, may, puedo, podría, dá
    Polite,   ///< please, hi, thanks, por favor, oi
    Stranger, ///< makes somebody one who is not ours: delivery, travel, sales
    Info,     ///< asked about: hours, number, address, horario, correo
    Another,  ///< else, another, otra, outro
    Cost,     ///< what talking to somebody costs: fee, free, costo, custo
    Judge,    ///< what is said of somebody's manners: rude, helpful, grosero, gentil
    Attend,   ///< serve, atender, atiéndanme, me atende
    Build,    ///< of one who sets such a service up himself: api, dashboard, integrar, painel
    Number,   ///< how many: two, several, cinco, duas
    Shun,     ///< to do without: skip, forget, cancel, olvida, esquece, dispenso
    If,       ///< makes it depend on something: if, unless, si, caso
    Role,     ///< one of some trade, who may be the company's or not: mechanic, enfermera, advogado
    Desk,     ///< a part of a company: billing, dispatch, averías, cobrança
    Name,     ///< written with a capital where none is needed: "ask Sheila"
    Voice,    ///< what only a person has: voice, phone, voz, rosto
};

struct KnownWord
{
    quint64 spelling = 0; ///< hash of the usual spelling: that of "please" for "pls"
    WordClass wordClass = WordClass::Other;
};

[[nodiscard]] quint64 spellingOf(std::span<const char16_t> letters);

/// Whether the table has the word as it is written: "some1".
[[nodiscard]] bool isKnownSpelling(std::span<const char16_t> letters);

/// The class and usual spelling of a word (small letters without accents): by the table, or, for a word that
/// is not in it and has five letters or more, by the verb it is with a pronoun at its end ("pónganme") or
/// in another form (wish_verbs.h), by one that is one slip of the keyboard away ("agnet") or that sounds the
/// same ("ajente").
[[nodiscard]] KnownWord knownWord(std::span<const char16_t> letters);

} // namespace relevo::assist
