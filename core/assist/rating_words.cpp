#include <assist/rating_words.h>

#include <assist/tokens.h>

#include <QtCore/QStringView>

#include <algorithm>
#include <array>
#include <span>

namespace relevo::assist {
namespace {

using RatingWords = std::span<const QStringView>;

constexpr qsizetype longestRating = 80; ///< characters; a rating is shortly said
constexpr int best = 5;

/// What a number may be said with: before it, and after it or its scale.
constexpr auto before = std::to_array<QStringView>(
    {u"a",         u"an",        u"un",   u"una", u"um",  u"uma",        u"nota",       u"score",
     u"rating",    u"i",         u"give", u"it",  u"you", u"puntuacion", u"valoracion", u"calificacion",
     u"avaliacao", u"pontuacao", u"le",   u"te",  u"doy", u"lhe",        u"dou"});
constexpr auto stars =
    std::to_array<QStringView>({u"star", u"stars", u"estrella", u"estrellas", u"estrela", u"estrelas",
                                u"point", u"points", u"punto", u"puntos", u"ponto", u"pontos"});
constexpr auto scale = std::to_array<QStringView>({u"of", u"out", u"de", u"sobre", u"em"});
constexpr auto courtesies =
    std::to_array<QStringView>({u"thanks", u"thank", u"you", u"very", u"much", u"please", u"thx", u"gracias",
                                u"muchas", u"por", u"favor", u"obrigado", u"obrigada", u"muito", u"valeu"});

/// "five", "cinco" and the digit; nothing for any other word.
std::optional<int> numberOf(QStringView word)
{
    struct Named
    {
        QStringView word;
        int number;
    };
    static constexpr std::array named{
        Named{u"one", 1},  Named{u"two", 2},  Named{u"three", 3}, Named{u"four", 4},   Named{u"five", 5},
        Named{u"uno", 1},  Named{u"dos", 2},  Named{u"tres", 3},  Named{u"cuatro", 4}, Named{u"cinco", 5},
        Named{u"dois", 2}, Named{u"duas", 2}, Named{u"quatro", 4}};
    if (word.size() == 1 && word.front().isDigit()) {
        const int digit = word.front().digitValue();
        return digit >= 1 && digit <= best ? std::optional(digit) : std::nullopt;
    }
    const auto found = std::ranges::find(named, word, &Named::word);
    return found == named.end() ? std::nullopt : std::optional(found->number);
}

/// "Un" and "um" are articles, and "um" is a pause: they count only with what they count ("una estrella").
bool isLoneOne(QStringView word)
{
    static constexpr auto ones = std::to_array<QStringView>({u"un", u"una", u"um", u"uma"});
    return isOneOf(word, ones);
}

/// The words of a text that is nothing but words, digits, pictures and quiet punctuation, a slash between
/// numbers being "of"; nothing for any other text: a question, a decimal, a price.
struct Spoken
{
    std::vector<QString> words;
    int filled = 0; ///< stars
    int empty = 0;
};

std::optional<Spoken> spokenIn(const QString& text)
{
    Spoken spoken;
    QString plain;
    const QList<uint> points = text.toUcs4();
    for (qsizetype i = 0; i < points.size(); ++i) {
        const auto point = static_cast<char32_t>(points[i]);
        const bool inNumber =
            i > 0 && i + 1 < points.size() && QChar::isDigit(points[i - 1]) && QChar::isDigit(points[i + 1]);
        if (point == U'⭐' || point == U'★' || point == U'🌟') {
            ++spoken.filled;
        } else if (point == U'☆' || point == U'✩') {
            ++spoken.empty;
        } else if (QChar::isLetterOrNumber(point) || QChar::isMark(point) || QChar::isSpace(point)) {
            // The picture of a digit is the digit with marks about it.
            if (point != U'\ufe0f' && point != U'\u20e3')
                plain += QString::fromUcs4(&point, 1);
        } else if (point == U'/') {
            plain += QStringLiteral(" of ");
        } else if (QStringView(u".,;:!¡\"'()*#~…“”‘’").contains(QString::fromUcs4(&point, 1))) {
            if (inNumber)
                return std::nullopt; // 4.5
            plain += u' ';
        } else if (QChar::category(point) == QChar::Symbol_Other || point == U'\u200d' ||
                   QChar::category(point) == QChar::Symbol_Modifier) {
            plain += u' '; // a smile beside it
        } else {
            return std::nullopt;
        }
    }
    spoken.words = words(plain);
    return spoken;
}

class RatingReading
{
public:
    explicit RatingReading(const std::vector<QString>& words) : m_words(words) {}

    [[nodiscard]] std::optional<int> rating()
    {
        skip(courtesies);
        if (std::optional<int> one = loneOne())
            return atEnd(one);
        skip(before);
        const std::optional<int> number = here().isEmpty() ? std::nullopt : numberOf(here());
        if (!number)
            return std::nullopt;
        ++m_at;
        skip(stars, 1);
        if (!readScale())
            return std::nullopt;
        skip(stars, 1);
        return atEnd(number);
    }

private:
    [[nodiscard]] QStringView here() const
    {
        return m_at < m_words.size() ? QStringView(m_words[m_at]) : QStringView();
    }
    void skip(RatingWords words, std::size_t most = 4)
    {
        for (; most > 0 && !here().isEmpty() && isOneOf(here(), words); --most)
            ++m_at;
    }
    [[nodiscard]] std::optional<int> loneOne()
    {
        const bool counted = m_at + 1 < m_words.size() && isOneOf(m_words[m_at + 1], stars);
        if (!counted || !isLoneOne(m_words[m_at]))
            return std::nullopt;
        m_at += 2;
        return readScale() ? std::optional(1) : std::nullopt;
    }
    /// "Of 5", "out of five", "de cinco", or nothing; false for another scale.
    [[nodiscard]] bool readScale()
    {
        const std::size_t from = m_at;
        skip(scale, 2);
        if (m_at == from)
            return true;
        const bool ours = !here().isEmpty() && numberOf(here()) == best;
        ++m_at;
        return ours;
    }
    [[nodiscard]] std::optional<int> atEnd(std::optional<int> rating)
    {
        skip(courtesies);
        return here().isEmpty() ? rating : std::nullopt;
    }

    const std::vector<QString>& m_words;
    std::size_t m_at = 0;
};

} // namespace

std::optional<int> ratingIn(const QString& customerText)
{
    if (customerText.isEmpty() || customerText.size() > longestRating)
        return std::nullopt;
    const std::optional<Spoken> spoken = spokenIn(customerText.normalized(QString::NormalizationForm_C));
    if (!spoken)
        return std::nullopt;
    const bool starsFit =
        spoken->filled <= best && (spoken->empty == 0 || spoken->filled + spoken->empty == best);
    if (!starsFit)
        return std::nullopt;
    const bool onlyStars =
        std::ranges::all_of(spoken->words, [](const QString& word) { return isOneOf(word, courtesies); });
    if (onlyStars)
        return spoken->filled > 0 ? std::optional(spoken->filled) : std::nullopt;
    const std::optional<int> rating = RatingReading(spoken->words).rating();
    // "5 ⭐" names its unit, "4 ⭐⭐⭐⭐" says it twice.
    const bool agree = spoken->filled <= 1 || spoken->filled == rating;
    return agree ? rating : std::nullopt;
}

} // namespace relevo::assist
