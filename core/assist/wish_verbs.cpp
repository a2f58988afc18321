#include <assist/wish_verbs.h>

#include <QtCore/QStringView>

#include <algorithm>
#include <array>

namespace relevo::assist {
namespace {

enum class Ending : quint8 {
    Ar, ///< the first conjugation
    Er  ///< the second and third, whose endings do not collide
};

struct Stem
{
    QStringView letters;
    WordClass wordClass;
    Ending ending;
};

// Both spellings where the sound asks for another letter: comunicar, comunique.
constexpr std::array stems{
    Stem{u"habl", WordClass::Talk, Ending::Ar},        Stem{u"charl", WordClass::Talk, Ending::Ar},
    Stem{u"platic", WordClass::Talk, Ending::Ar},      Stem{u"platiqu", WordClass::Talk, Ending::Ar},
    Stem{u"convers", WordClass::Talk, Ending::Ar},     Stem{u"chate", WordClass::Talk, Ending::Ar},
    Stem{u"dialog", WordClass::Talk, Ending::Ar},      Stem{u"dialogu", WordClass::Talk, Ending::Ar},
    Stem{u"fal", WordClass::Talk, Ending::Ar},         Stem{u"discut", WordClass::Talk, Ending::Er},
    Stem{u"llam", WordClass::Contact, Ending::Ar},     Stem{u"contact", WordClass::Contact, Ending::Ar},
    Stem{u"contat", WordClass::Contact, Ending::Ar},   Stem{u"telefone", WordClass::Contact, Ending::Ar},
    Stem{u"telefon", WordClass::Contact, Ending::Ar},  Stem{u"lig", WordClass::Contact, Ending::Ar},
    Stem{u"ligu", WordClass::Contact, Ending::Ar},     Stem{u"transfer", WordClass::Move, Ending::Er},
    Stem{u"transfier", WordClass::Move, Ending::Er},   Stem{u"transfir", WordClass::Move, Ending::Er},
    Stem{u"conect", WordClass::Move, Ending::Ar},      Stem{u"comunic", WordClass::Move, Ending::Ar},
    Stem{u"comuniqu", WordClass::Move, Ending::Ar},    Stem{u"deriv", WordClass::Move, Ending::Ar},
    Stem{u"escal", WordClass::Move, Ending::Ar},       Stem{u"redirig", WordClass::Move, Ending::Er},
    Stem{u"redirij", WordClass::Move, Ending::Er},     Stem{u"remit", WordClass::Move, Ending::Er},
    Stem{u"canaliz", WordClass::Move, Ending::Ar},     Stem{u"canalic", WordClass::Move, Ending::Ar},
    Stem{u"enlaz", WordClass::Move, Ending::Ar},       Stem{u"enlac", WordClass::Move, Ending::Ar},
    Stem{u"traslad", WordClass::Move, Ending::Ar},     Stem{u"encaminh", WordClass::Move, Ending::Ar},
    Stem{u"direcion", WordClass::Move, Ending::Ar},    Stem{u"redirecion", WordClass::Move, Ending::Ar},
    Stem{u"redireccion", WordClass::Move, Ending::Ar}, Stem{u"repass", WordClass::Move, Ending::Ar},
    Stem{u"atend", WordClass::Attend, Ending::Er},     Stem{u"atiend", WordClass::Attend, Ending::Er},
    Stem{u"ayud", WordClass::Help, Ending::Ar},        Stem{u"ajud", WordClass::Help, Ending::Ar},
    Stem{u"auxili", WordClass::Help, Ending::Ar},
};

constexpr std::array<QStringView, 40> arWishes{
    u"ar",    u"a",     u"as",    u"an",      u"am",     u"o",    u"e",    u"es",    u"en",     u"em",
    u"amos",  u"emos",  u"ad",    u"are",     u"ara",    u"aras", u"aran", u"arao",  u"aremos", u"aria",
    u"arias", u"arian", u"ariam", u"ariamos", u"ase",    u"asen", u"asse", u"assem", u"asses",  u"ares",
    u"arem",  u"armos", u"ando",  u"aramos",  u"asemos", u"ais",  u"eis",  u"areis", u"ariais", u"assemos"};
constexpr std::array<QStringView, 12> arTold{u"aron", u"aste", u"asteis", u"aba",  u"aban", u"abas",
                                             u"ou",   u"aram", u"ava",    u"avam", u"avas", u"ado"};
constexpr std::array<QStringView, 46> erWishes{
    u"er",    u"ir",    u"e",    u"es",    u"en",    u"em",   u"o",     u"a",    u"as",    u"an",
    u"am",    u"emos",  u"imos", u"amos",  u"ed",    u"id",   u"ere",   u"ire",  u"era",   u"ira",
    u"eras",  u"iras",  u"eran", u"iran",  u"erao",  u"irao", u"eria",  u"iria", u"erian", u"irian",
    u"eriam", u"iriam", u"iera", u"ieran", u"ieras", u"iese", u"iesen", u"esse", u"essem", u"isse",
    u"issem", u"erem",  u"irem", u"iendo", u"endo",  u"indo"};
constexpr std::array<QStringView, 14> erTold{u"io",   u"ieron", u"iste", u"ia",   u"ian", u"ido", u"eu",
                                             u"eram", u"iu",    u"iram", u"este", u"iam", u"i",   u"ias"};
// The longest first.
constexpr std::array<QStringView, 15> pronouns{u"melos", u"melas", u"noslo", u"nosla", u"melo",
                                               u"mela",  u"selo",  u"sela",  u"nos",   u"les",
                                               u"me",    u"le",    u"lo",    u"la",    u"se"};

std::optional<WordClass> withoutPronoun(QStringView word)
{
    for (const Stem& stem : stems) {
        if (!word.startsWith(stem.letters))
            continue;
        const QStringView ending = word.sliced(stem.letters.size());
        const auto is = [ending](const auto& endings) {
            return std::find(endings.begin(), endings.end(), ending) != endings.end();
        };
        const bool first = stem.ending == Ending::Ar;
        if (first ? is(arWishes) : is(erWishes))
            return stem.wordClass;
        if (first ? is(arTold) : is(erTold))
            return WordClass::Told;
    }
    return std::nullopt;
}

} // namespace

std::optional<WordClass> verbClass(std::span<const char16_t> letters)
{
    const QStringView word(letters.data(), static_cast<qsizetype>(letters.size()));
    if (const std::optional<WordClass> found = withoutPronoun(word))
        return found;
    for (const QStringView pronoun : pronouns) {
        if (!word.endsWith(pronoun))
            continue;
        const std::optional<WordClass> found = withoutPronoun(word.chopped(pronoun.size()));
        // What somebody has done takes its pronoun before it.
        if (found && *found != WordClass::Told)
            return found;
    }
    return std::nullopt;
}

} // namespace relevo::assist
