#include <models/fuzzy.h>

#include <QtCore/QChar>

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

namespace relevo::models {

namespace {

constexpr int none = std::numeric_limits<int>::min() / 2;

// What a letter is worth, and what its place adds. A beginning is worth more than standing together, so that
// initials find a name; together they beat both.
constexpr int letterWorth = 4;
constexpr int wordStart = 9;
constexpr int adjacent = 8;
constexpr int mostLeading = 3; // letters before the first one count against it up to here

constexpr char16_t latinEnd = 0x250;
constexpr char16_t additionalBegin = 0x1E00;
constexpr char16_t additionalEnd = 0x1F00;

/// The letter under all accents.
char16_t baseOf(char16_t letter)
{
    // Letters that Unicode does not take apart.
    switch (letter) {
    case u'ß':
        return u's';
    case u'æ':
    case u'Æ':
        return u'a';
    case u'ø':
    case u'Ø':
    case u'œ':
    case u'Œ':
        return u'o';
    case u'đ':
    case u'Đ':
    case u'ð':
    case u'Ð':
        return u'd';
    case u'ł':
    case u'Ł':
        return u'l';
    case u'þ':
    case u'Þ':
        return u't';
    case u'ı':
        return u'i';
    default:
        break;
    }
    QChar base(letter);
    for (QString parts = base.decomposition();
         !parts.isEmpty() && base.decompositionTag() == QChar::Canonical; parts = base.decomposition())
        base = parts.front();
    return base.toCaseFolded().unicode();
}

template <char16_t Begin, char16_t End>
std::array<char16_t, End - Begin> basesOf()
{
    std::array<char16_t, End - Begin> bases{};
    for (char16_t letter = Begin; letter < End; ++letter)
        bases[static_cast<std::size_t>(letter - Begin)] = baseOf(letter);
    return bases;
}

/// The bases of all Latin letters, made once.
struct Bases
{
    std::array<char16_t, latinEnd> latin = basesOf<0, latinEnd>();
    std::array<char16_t, additionalEnd - additionalBegin> additional =
        basesOf<additionalBegin, additionalEnd>();

    /// Beyond the first block.
    [[nodiscard]] char16_t foldOther(char16_t letter) const
    {
        if (letter >= additionalBegin && letter < additionalEnd)
            return additional[static_cast<std::size_t>(letter - additionalBegin)];
        return QChar(letter).toCaseFolded().unicode();
    }
};

bool beginsWord(QStringView text, qsizetype at)
{
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

bool isInOrder(QStringView word, QStringView text)
{
    qsizetype next = 0;
    for (const QChar letter : text) {
        if (letter == word[next] && ++next == word.size())
            return true;
    }
    return false;
}

/// One row for each letter of the word: the best score with that letter at each place of the text.
using Row = std::array<int, longestFuzzyText>;

/// The best score of `word[i]` at `at`, given the row before; `from` gets the place of the letter before.
struct Step
{
    int score = none;
    int from = -1;
};

void fillFirst(Row& row, QStringView word, QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at)
        row[static_cast<std::size_t>(at)] = text[at] == word[0]
                                                ? letterWorth + (beginsWord(text, at) ? wordStart : 0) -
                                                      static_cast<int>(std::min<qsizetype>(at, mostLeading))
                                                : none;
}

/// `steps` may be null.
void fillNext(const Row& before, Row& row, QChar letter, QStringView text,
              std::array<int, longestFuzzyText>* froms)
{
    Step apart; // the best of those that are not right before, less what lies between
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto i = static_cast<std::size_t>(at);
        if (at >= 2) {
            apart.score -= 1;
            if (before[i - 2] - 1 > apart.score)
                apart = {before[i - 2] - 1, static_cast<int>(at) - 2};
        }
        row[i] = none;
        if (text[at] != letter || at == 0)
            continue;
        const Step beside{before[i - 1] == none ? none : before[i - 1] + adjacent, static_cast<int>(at) - 1};
        const Step& best = beside.score >= apart.score ? beside : apart;
        if (best.score <= none / 2)
            continue;
        row[i] = best.score + letterWorth + (beginsWord(text, at) ? wordStart : 0);
        if (froms)
            (*froms)[i] = best.from;
    }
}

/// The score of a word with which a text begins.
int wholeAtStart(QStringView word)
{
    int score = letterWorth + wordStart;
    for (qsizetype at = 1; at < word.size(); ++at)
        score += letterWorth + adjacent + (beginsWord(word, at) ? wordStart : 0);
    return score;
}

/// A whole word in a long text: where, and how well.
std::optional<std::pair<int, qsizetype>> wholeIn(QStringView word, QStringView text)
{
    std::optional<std::pair<int, qsizetype>> best;
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const bool start = beginsWord(text, at);
        const int score = static_cast<int>(word.size()) * letterWorth + (start ? wordStart : 0);
        if (!best || score > best->first)
            best = std::pair(score, at);
        if (start)
            break;
    }
    return best;
}

/// Fits in the short text count for more: who is looked for by name is meant.
constexpr int nameBonus = 6;

struct Fit
{
    int score = none;
    bool isShort = false;
    qsizetype at = 0; ///< in the long text
};

Fit fitOf(QStringView word, QStringView shortText, QStringView longText)
{
    Fit fit;
    if (const std::optional<int> score = fuzzyScore(word, shortText))
        fit = {*score + nameBonus, true, 0};
    if (const auto whole = wholeIn(word, longText); whole && whole->first > fit.score)
        fit = {whole->first, false, whole->second};
    return fit;
}

QList<int> sorted(QList<int> positions)
{
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    return positions;
}

} // namespace

QString folded(QStringView text)
{
    static const Bases bases;
    QString result(text.size(), Qt::Uninitialized);
    QChar* to = result.data();
    // A hundred thousand rows pass here: mostly nothing but a look into a table.
    for (const QChar* from = text.begin(); from != text.end(); ++from, ++to) {
        const char16_t letter = from->unicode();
        *to = QChar(letter < latinEnd ? bases.latin[letter] : bases.foldOther(letter));
    }
    return result;
}

quint64 lettersOf(QStringView text)
{
    quint64 letters = 0;
    for (const QChar one : text) {
        const char16_t letter = one.unicode();
        const int bit = letter >= u'a' && letter <= u'z'   ? letter - u'a'
                        : letter >= u'0' && letter <= u'9' ? 26 + letter - u'0'
                                                           : 36 + letter % 28;
        letters |= quint64(1) << bit;
    }
    return letters;
}

std::optional<int> fuzzyScore(QStringView word, QStringView text)
{
    word = word.left(longestFuzzyWord);
    text = text.left(longestFuzzyText);
    if (word.isEmpty() || word.size() > text.size() || !isInOrder(word, text))
        return std::nullopt;
    // Nothing is better than to begin with it, and most of what is looked for does: a letter that follows
    // right away is worth as much as the best that stands apart.
    if (text.startsWith(word))
        return wholeAtStart(word);
    Row one;
    Row two;
    Row* before = &one;
    Row* row = &two;
    fillFirst(*before, word, text);
    for (const QChar letter : word.mid(1)) {
        fillNext(*before, *row, letter, text, nullptr);
        std::swap(before, row);
    }
    return *std::max_element(before->begin(), before->begin() + text.size());
}

QList<int> fuzzyPositions(QStringView word, QStringView text)
{
    word = word.left(longestFuzzyWord);
    text = text.left(longestFuzzyText);
    if (word.isEmpty() || word.size() > text.size() || !isInOrder(word, text))
        return {};
    std::vector<Row> rows(static_cast<std::size_t>(word.size()));
    std::vector<std::array<int, longestFuzzyText>> froms(rows.size());
    fillFirst(rows[0], word, text);
    for (std::size_t i = 1; i < rows.size(); ++i)
        fillNext(rows[i - 1], rows[i], word[static_cast<qsizetype>(i)], text, &froms[i]);
    const Row& last = rows.back();
    auto at = static_cast<int>(std::max_element(last.begin(), last.begin() + text.size()) - last.begin());
    QList<int> positions(word.size());
    for (std::size_t i = rows.size(); i-- > 0; at = froms[i][static_cast<std::size_t>(at)])
        positions[static_cast<qsizetype>(i)] = at;
    return positions;
}

Needle::Needle(const QString& typed)
    : m_words(folded(typed.simplified()).split(QLatin1Char(' '), Qt::SkipEmptyParts))
{
    // Of a word that is longer than what is looked at, only so much must be there.
    for (const QString& word : m_words)
        m_letters.push_back(lettersOf(QStringView(word).left(longestFuzzyWord)));
}

bool Needle::isNarrowerThan(const Needle& wider) const
{
    return wider.m_words.size() <= m_words.size() &&
           std::equal(
               wider.m_words.begin(), wider.m_words.end(), m_words.begin(),
               [](const QString& shorter, const QString& longer) { return longer.startsWith(shorter); });
}

bool Needle::mayFit(quint64 shortLetters, quint64 longLetters) const
{
    return std::all_of(m_letters.begin(), m_letters.end(), [&](quint64 letters) {
        return (letters & ~shortLetters) == 0 || (letters & ~longLetters) == 0;
    });
}

std::optional<int> Needle::score(QStringView shortText, QStringView longText) const
{
    int sum = 0;
    for (const QString& word : m_words) {
        const Fit fit = fitOf(word, shortText, longText);
        if (fit.score == none)
            return std::nullopt;
        sum += fit.score;
    }
    return sum;
}

QList<int> Needle::inShort(QStringView shortText, QStringView longText) const
{
    QList<int> positions;
    for (const QString& word : m_words) {
        if (fitOf(word, shortText, longText).isShort)
            positions += fuzzyPositions(word, shortText);
    }
    return sorted(std::move(positions));
}

QList<int> Needle::inLong(QStringView shortText, QStringView longText) const
{
    QList<int> positions;
    for (const QString& word : m_words) {
        const Fit fit = fitOf(word, shortText, longText);
        if (fit.isShort || fit.score == none)
            continue;
        for (qsizetype i = 0; i < word.size(); ++i)
            positions.push_back(static_cast<int>(fit.at + i));
    }
    return sorted(std::move(positions));
}

} // namespace relevo::models
