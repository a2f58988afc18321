#include <assist/wish_text.h>

#include <algorithm>
#include <vector>

namespace relevo::assist {
namespace {

constexpr qsizetype mostRead = 8'192;   ///< characters at the beginning, and as many at the end
constexpr qsizetype mostStretches = 64; ///< half of them before those at the end
constexpr quint32 longestWord = 24;
constexpr std::size_t longestStretch =
    16; ///< words; in a longer clause only the neighbourhood of an anchor is read
constexpr std::size_t wordsBefore = 9;
constexpr std::size_t wordsAfter = 7;
constexpr std::size_t longClause = 10; ///< words; a longer one without commas is also read between its "and"s
constexpr std::size_t shortReply = 6;  ///< words; in no longer part stands another one for a person
constexpr std::size_t sameNeighbourhood = 2; ///< an anchor this near to the last one read adds nothing

/// U+00C0 … U+00FF without accents; the rest is left out of words.
constexpr const char16_t* latin1 = u"aaaaaaaceeeeiiiidnooooo ouuuuyts"
                                   u"aaaaaaaceeeeiiiidnooooo ouuuuyty";

/// The letter or digit as it is compared; 0 for anything else.
char16_t letterOf(char16_t c)
{
    if (c < 128) {
        if (c >= u'A' && c <= u'Z')
            return static_cast<char16_t>(c + (u'a' - u'A'));
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') ? c : u'\0';
    }
    if (c >= 0xC0 && c <= 0xFF)
        return latin1[c - 0xC0] == u' ' ? u'\0' : latin1[c - 0xC0];
    // Accents written as marks of their own are dropped; other alphabets are letters as they are.
    const QChar other(c);
    return other.isLetterOrNumber() ? other.toLower().unicode() : u'\0';
}

bool isAccent(char16_t c)
{
    return c >= 0x300 && c <= 0x36F;
}

/// á, é, í, ó, ú: at a word's end in Spanish and Portuguese a tense, where it is written.
bool isStressed(char16_t c)
{
    switch (c) {
    case 0xE1:
    case 0xE9:
    case 0xED:
    case 0xF3:
    case 0xFA:
    case 0xC1:
    case 0xC9:
    case 0xCD:
    case 0xD3:
    case 0xDA:
        return true;
    default:
        return false;
    }
}

bool isAnchor(WordClass wordClass)
{
    switch (wordClass) {
    case WordClass::Human:
    case WordClass::Person:
    case WordClass::Somebody:
    case WordClass::Machine:
    case WordClass::Canned:
    case WordClass::Talk:
    case WordClass::Contact:
    case WordClass::Move:
    case WordClass::Attend:
    case WordClass::Role:
        return true;
    default:
        return false;
    }
}

/// A few words, by their hashes.
class Words
{
public:
    Words(std::initializer_list<QStringView> words)
    {
        for (const QStringView word : words)
            m_hashes.push_back(spellingOf({word.utf16(), static_cast<std::size_t>(word.size())}));
    }
    [[nodiscard]] bool has(quint64 spelling) const
    {
        return std::find(m_hashes.begin(), m_hashes.end(), spelling) != m_hashes.end();
    }

private:
    std::vector<quint64> m_hashes;
};

/// What joins one matter to the next where people leave out the comma: "… and i want to talk to somebody".
bool joins(quint64 spelling)
{
    static const Words words{u"and", u"but",   u"so",     u"because", u"cause",    u"cuz", u"then",
                             u"y",   u"pero",  u"porque", u"asi",     u"entonces", u"ya",  u"e",
                             u"mas", u"entao", u"porem",  u"pois",    u"ja"};
    return words.has(spelling);
}

/// One of those who answer, without a word for them: "one of you", "alguno de ustedes", "quem de vocês".
bool isOneOfYou(std::span<const WishWord> words, std::size_t at)
{
    static const Words one{u"one", u"any",    u"some",    u"which", u"alguno", u"alguna", u"algun",
                           u"uno", u"una",    u"ninguno", u"quien", u"cual",   u"algum",  u"um",
                           u"uma", u"nenhum", u"quem",    u"qual",  u"either"};
    static const Words of{u"of", u"de", u"d", u"entre", u"dos", u"das", u"da", u"do"};
    static const Words yours{u"ustedes", u"uds", u"vosotros", u"vosotras", u"voces",
                             u"vcs",     u"you", u"suyos",    u"ahi",      u"alla",
                             u"alli",    u"aca", u"nossos",   u"vossos",   u"seus"};
    if (at + 2 >= words.size() || !one.has(words[at].spelling) || !of.has(words[at + 1].spelling))
        return false;
    // "alguno de los suyos", "one of you"
    return yours.has(words[at + 2].spelling) || (at + 3 < words.size() && yours.has(words[at + 3].spelling));
}

/// Somebody else than the one just spoken of: "I want another", "traiga otro", "quiero una".
bool meansAnother(std::span<const WishWord> words)
{
    static const Words another{u"one", u"another", u"other", u"otro", u"otra", u"uno",
                               u"una", u"outro",   u"outra", u"um",   u"uma"};
    if (words.size() > shortReply || !another.has(words.back().spelling))
        return false;
    return std::any_of(words.begin(), words.end(), [](const WishWord& word) {
        return word.wordClass == WordClass::Want || word.wordClass == WordClass::Give;
    });
}

/// Worth a look where the clause is short: "a real one", "your night team", "who can then", "a voice".
bool isHint(const WishWord& word)
{
    static const Words somebodys{u"who",    u"whom", u"quien",  u"quienes", u"quem",
                                 u"handle", u"ia",   u"callme", u"called",  u"whoever"};
    switch (word.wordClass) {
    case WordClass::Real:
    case WordClass::Service:
    case WordClass::Another:
    case WordClass::Tired:
    case WordClass::Desk:
    case WordClass::Name:
    case WordClass::Voice:
        return true;
    default:
        return isAnchor(word.wordClass) || somebodys.has(word.spelling);
    }
}

bool isPerson(WordClass wordClass)
{
    return wordClass == WordClass::Human || wordClass == WordClass::Person;
}

bool hasHint(std::span<const WishWord> words)
{
    return std::any_of(words.begin(), words.end(), [](const WishWord& word) { return isHint(word); });
}

} // namespace

WishText::WishText(const QString& text) : m_text(text)
{
    if (text.size() <= 2 * mostRead) {
        read(text, 0, text.size());
    } else {
        read(text, 0, mostRead);
        m_clause = true;
        read(text, text.size() - mostRead, text.size());
    }
    for (std::size_t at = 0; at < words().size(); ++at) {
        if (isOneOfYou(words(), at))
            m_words[static_cast<qsizetype>(at)].wordClass = WordClass::Somebody;
        m_people = m_people || isPerson(words()[at].wordClass);
    }
    const std::span<const WishWord> all = words();
    QVarLengthArray<std::span<const WishWord>, 32> said;
    for (std::size_t from = 0; from < all.size();) {
        std::size_t to = from + 1;
        while (to < all.size() && !all[to].clauseBefore)
            ++to;
        said.append(all.subspan(from, to - from));
        from = to;
    }
    // Where there is too much, what comes last tells as much as what comes first.
    qsizetype first = 0;
    while (first < said.size() && m_stretches.size() < mostStretches / 2)
        addClause(said[first++]);
    for (qsizetype last = said.size(); last > first && m_stretches.size() < mostStretches; --last)
        addClause(said[last - 1]);
    // A short message is read whole too: "You're a bot. So who?"
    m_noHint = m_stretches.isEmpty();
    if (all.size() <= longestStretch && !all.empty() && (m_noHint || m_stretches.first().size() < all.size()))
        m_stretches.append(all);
}

void WishText::read(const QString& text, qsizetype from, qsizetype to)
{
    const auto* raw = reinterpret_cast<const char16_t*>(text.utf16());
    qsizetype begin = from;
    for (qsizetype at = from; at < to; ++at) {
        const char16_t c = raw[at];
        if (const char16_t letter = letterOf(c)) {
            if (static_cast<quint32>(m_letters.size()) == m_wordStart)
                begin = at;
            if (m_letters.size() - m_wordStart < longestWord)
                m_letters.append(letter);
            continue;
        }
        if (c == u'\'' || c == u'’' || isAccent(c))
            continue;
        finishWord(begin, at);
        if (c == u'?' && !m_words.isEmpty())
            m_words.last().asks = true;
        if (c == u'.' || c == u'!' || c == u'?' || c == u';' || c == u'\n' || c == u'¿' || c == u'¡' ||
            c == u'…')
            m_clause = true;
        else if (c == u',' || c == u':' || c == u'(' || c == u')' || c == u'"')
            m_comma = true;
    }
    finishWord(begin, to);
}

void WishText::finishWord(qsizetype begin, qsizetype end)
{
    const auto from = m_letters.begin() + m_wordStart;
    if (from == m_letters.end())
        return;
    WishWord word;
    if (std::any_of(from, m_letters.end(), [](char16_t c) { return c >= u'0' && c <= u'9'; }) &&
        m_letters.size() - m_wordStart > 1 && !isKnownSpelling({from, m_letters.end()})) {
        m_letters.resize(m_wordStart);
        m_letters.append(u'#');
    } else {
        auto kept = from;
        for (auto at = from; at != m_letters.end();) {
            auto next = at;
            while (next != m_letters.end() && *next == *at)
                ++next;
            const auto count = next - at >= 3 ? 1 : next - at;
            for (auto i = 0; i < count; ++i)
                *kept++ = *at;
            at = next;
        }
        m_letters.resize(kept - m_letters.begin());
    }
    word.letters = m_wordStart;
    word.length = static_cast<quint32>(m_letters.size()) - m_wordStart;
    const KnownWord known = knownWord(letters(word));
    word.spelling = known.spelling;
    word.wordClass = known.wordClass;
    // A name, or whatever else is written with a capital inside a clause.
    if (word.wordClass == WordClass::Other && !m_clause && m_text[begin].isUpper() && end - begin > 1 &&
        m_text[end - 1].isLower())
        word.wordClass = WordClass::Name;
    word.begin = begin;
    word.end = end;
    word.stressed = isStressed(m_text[end - 1].unicode());
    word.clauseBefore = m_clause;
    word.commaBefore = m_comma && !m_clause;
    m_words.append(word);
    m_wordStart = static_cast<quint32>(m_letters.size());
    m_clause = false;
    m_comma = false;
}

void WishText::addClause(std::span<const WishWord> clause)
{
    addPart(clause);
    const auto addBetween = [this](std::span<const WishWord> words, auto begins) {
        std::size_t from = 0;
        for (std::size_t at = 1; at <= words.size(); ++at) {
            if (at < words.size() && !begins(words[at]))
                continue;
            if (from > 0 || at < words.size())
                addPart(words.subspan(from, at - from));
            from = at;
        }
    };
    addBetween(clause, [](const WishWord& word) { return word.commaBefore; });
    if (clause.size() > longClause)
        addBetween(clause, [](const WishWord& word) { return word.commaBefore || joins(word.spelling); });
}

void WishText::addPart(std::span<const WishWord> part)
{
    if (m_stretches.size() >= mostStretches || !(hasHint(part) || (m_people && meansAnother(part))))
        return;
    if (part.size() <= longestStretch) {
        m_stretches.append(part);
        return;
    }
    std::size_t last = part.size();
    for (std::size_t at = 0; at < part.size() && m_stretches.size() < mostStretches; ++at) {
        if (!isAnchor(part[at].wordClass) || (last != part.size() && at - last <= sameNeighbourhood))
            continue;
        last = at;
        const std::size_t from = at > wordsBefore ? at - wordsBefore : 0;
        const std::size_t to = std::min(at + wordsAfter, part.size());
        m_stretches.append(part.subspan(from, to - from));
    }
}

} // namespace relevo::assist
