#include <assist/wish_words.h>

#include <assist/wish_lexicon.h>
#include <assist/wish_verbs.h>

#include <QtCore/QStringList>

#include <array>
#include <vector>

namespace relevo::assist {
namespace {

constexpr std::size_t tableSize = 1u << 13; ///< a power of two, at most half full
constexpr std::size_t slipSize = 1u << 15;
constexpr std::size_t soundSize = 1u << 12;
constexpr std::size_t shortestSlip = 5; ///< letters; a shorter word is too near to many others
constexpr std::size_t shortestVerb = 4; ///< what must be left when a pronoun at the end is taken off

/// From a word's hash to what it is; open addressing, no removal.
class Table
{
public:
    explicit Table(std::size_t size) : m_slots(size) {}

    [[nodiscard]] const KnownWord* find(quint64 hash) const
    {
        for (std::size_t at = hash & (m_slots.size() - 1); m_slots[at].hash != 0;
             at = (at + 1) & (m_slots.size() - 1)) {
            if (m_slots[at].hash == hash)
                return &m_slots[at].word;
        }
        return nullptr;
    }
    /// The first to come stays.
    void add(quint64 hash, KnownWord word)
    {
        std::size_t at = hash & (m_slots.size() - 1);
        while (m_slots[at].hash != 0 && m_slots[at].hash != hash)
            at = (at + 1) & (m_slots.size() - 1);
        if (m_slots[at].hash == 0)
            m_slots[at] = {hash, word};
    }

private:
    struct Slot
    {
        quint64 hash = 0;
        KnownWord word;
    };
    std::vector<Slot> m_slots;
};

std::span<const char16_t> lettersOf(const QString& word)
{
    return {reinterpret_cast<const char16_t*>(word.utf16()), static_cast<std::size_t>(word.size())};
}

QStringList listOf(const char16_t* words)
{
    return QStringView(words).toString().split(u' ', Qt::SkipEmptyParts);
}

/// Calls `each` with the hash of the word without one of its letters, but never the first: people hit that.
template <typename Each>
void withoutOne(std::span<const char16_t> letters, Each each)
{
    std::array<char16_t, 32> shorter{};
    const std::size_t size = std::min(letters.size(), shorter.size());
    for (std::size_t left = 1; left < size; ++left) {
        std::size_t at = 0;
        for (std::size_t i = 0; i < size; ++i) {
            if (i != left)
                shorter[at++] = letters[i];
        }
        each(spellingOf(std::span(shorter).first(at)));
    }
}

bool isSoft(char16_t vowel)
{
    return vowel == u'e' || vowel == u'i';
}

/// The hash of a word as it sounds to one who spells by ear: "ablar" is "hablar", "ajente" is "agente",
/// "perzona" is "persona", "atendenti" is "atendente".
quint64 soundOf(std::span<const char16_t> letters)
{
    std::array<char16_t, 32> sound{};
    std::size_t size = 0;
    const auto put = [&](char16_t c) {
        if (size < sound.size() && (size == 0 || sound[size - 1] != c))
            sound[size++] = c;
    };
    for (std::size_t at = 0; at < letters.size(); ++at) {
        const char16_t next = at + 1 < letters.size() ? letters[at + 1] : u'\0';
        const char16_t afterU = next == u'u' && at + 2 < letters.size() ? letters[at + 2] : u'\0';
        switch (letters[at]) {
        case u'h':
            break;
        case u'c':
            put(next == u'h' ? u'x' : isSoft(next) ? u's' : u'k');
            break;
        case u'q':
            put(u'k');
            at += next == u'u' ? 1 : 0;
            break;
        case u'g':
            put(isSoft(next) ? u'j' : u'g');
            at += isSoft(afterU) ? 1 : 0;
            break;
        case u'z':
            put(u's');
            break;
        case u'v':
            put(u'b');
            break;
        case u'l':
            put(next == u'l' ? u'y' : u'l');
            at += next == u'l' ? 1 : 0;
            break;
        default:
            put(letters[at]);
        }
    }
    if (size > 0 && sound[size - 1] == u'i')
        sound[size - 1] = u'e';
    else if (size > 0 && sound[size - 1] == u'u')
        sound[size - 1] = u'o';
    return spellingOf(std::span(sound).first(size));
}

/// A word that takes a pronoun at its end when somebody is asked to do it: "comunicar-me", "pónganme".
bool takesPronoun(WordClass wordClass)
{
    return wordClass == WordClass::Move || wordClass == WordClass::Contact || wordClass == WordClass::Talk ||
           wordClass == WordClass::Give || wordClass == WordClass::Help || wordClass == WordClass::Attend;
}

bool canBeMistyped(WordClass wordClass)
{
    switch (wordClass) {
    case WordClass::Human:
    case WordClass::Person:
    case WordClass::Somebody:
    case WordClass::Talk:
    case WordClass::Contact:
    case WordClass::Move:
    case WordClass::Want:
    case WordClass::Attend:
    case WordClass::Machine:
        return true;
    default:
        return false;
    }
}

struct Tables
{
    Table known{tableSize};
    Table slips{slipSize};
    Table sounds{soundSize};

    Tables()
    {
        for (const WishWords& row : wishWords()) {
            for (const QString& word : listOf(row.words)) {
                const quint64 spelling = spellingOf(lettersOf(word));
                known.add(spelling, {spelling, row.wordClass});
            }
        }
        for (const QString& pair : listOf(wishChatSpellings()))
            chat(pair.section(u'=', 0, 0), pair.section(u'=', 1));
        // After the rows: what has a class keeps it.
        for (const QString& word : listOf(wishLookAlikes())) {
            const quint64 spelling = spellingOf(lettersOf(word));
            known.add(spelling, {spelling, WordClass::Other});
        }
        for (const WishWords& row : wishWords()) {
            if (canBeMistyped(row.wordClass))
                slip(row);
        }
    }

private:
    void chat(const QString& written, const QString& meant)
    {
        const quint64 spelling = spellingOf(lettersOf(meant));
        const KnownWord* word = known.find(spelling);
        known.add(spellingOf(lettersOf(written)), {spelling, word ? word->wordClass : WordClass::Other});
    }
    void slip(const WishWords& row)
    {
        for (const QString& word : listOf(row.words)) {
            if (static_cast<std::size_t>(word.size()) < shortestSlip)
                continue;
            const KnownWord meant{spellingOf(lettersOf(word)), row.wordClass};
            slips.add(meant.spelling, meant);
            withoutOne(lettersOf(word), [&](quint64 hash) { slips.add(hash, meant); });
            sounds.add(soundOf(lettersOf(word)), meant);
        }
    }
};

} // namespace

quint64 spellingOf(std::span<const char16_t> letters)
{
    quint64 hash = 0xcbf29ce484222325ULL;
    for (const char16_t letter : letters)
        hash = (hash ^ letter) * 0x100000001b3ULL;
    // The low bits choose the place in tables; let the high ones have a say.
    hash ^= hash >> 29;
    return hash == 0 ? 1 : hash;
}

namespace {

const Tables& tables()
{
    static const Tables all;
    return all;
}

/// The verb of a word that ends with a pronoun; null when it is none.
const KnownWord* verbOf(const Table& known, std::span<const char16_t> letters)
{
    static constexpr std::array<QStringView, 7> pronouns{u"me", u"nos", u"le", u"les", u"lo", u"la", u"se"};
    const QStringView word(letters.data(), static_cast<qsizetype>(letters.size()));
    for (const QStringView pronoun : pronouns) {
        const qsizetype left = word.size() - pronoun.size();
        if (left < static_cast<qsizetype>(shortestVerb) || !word.endsWith(pronoun))
            continue;
        const KnownWord* verb = known.find(spellingOf(letters.first(static_cast<std::size_t>(left))));
        if (verb && takesPronoun(verb->wordClass))
            return verb;
    }
    return nullptr;
}

} // namespace

bool isKnownSpelling(std::span<const char16_t> letters)
{
    return tables().known.find(spellingOf(letters)) != nullptr;
}

KnownWord knownWord(std::span<const char16_t> letters)
{
    const quint64 spelling = spellingOf(letters);
    if (const KnownWord* word = tables().known.find(spelling))
        return *word;
    if (letters.size() < shortestSlip)
        return {spelling, WordClass::Other};
    const KnownWord* meant = verbOf(tables().known, letters);
    if (!meant) {
        if (const std::optional<WordClass> verb = verbClass(letters))
            return {spelling, *verb};
        meant = tables().slips.find(spelling);
    }
    if (!meant) {
        withoutOne(letters, [&](quint64 hash) {
            if (!meant)
                meant = tables().slips.find(hash);
        });
    }
    if (!meant)
        meant = tables().sounds.find(soundOf(letters));
    return meant ? *meant : KnownWord{spelling, WordClass::Other};
}

} // namespace relevo::assist
