#include <assist/language.h>

#include <assist/language_words.h>
#include <assist/spoken_words.h>
#include <assist/tokens.h>

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace relevo::assist {
namespace {

constexpr qsizetype longestSample = 200;
constexpr int letterWeight = 4;  ///< of a letter that only one of the languages has
constexpr int letterAtMost = 12; ///< a name can be full of them
constexpr int endingAtMost = 8;
constexpr int leastLead = 3;     ///< before the next, or nothing is said
constexpr int wordsWeighed = 16; ///< beyond, each word adds nothing to what is certain

using Scores = std::array<int, tongues>;

void add(Scores& scores, Tongue tongue, int weight)
{
    scores[static_cast<std::size_t>(tongue)] += weight;
}

Scores lettersOf(QStringView text)
{
    Scores scores{};
    for (const QChar raw : text) {
        if (raw.unicode() < 128)
            continue;
        switch (raw.toLower().unicode()) {
        case u'ñ':
        case u'¿':
        case u'¡':
            add(scores, Tongue::Spanish, letterWeight);
            break;
        case u'ã':
        case u'õ':
            add(scores, Tongue::Portuguese, letterWeight);
            break;
        case u'ç':
        case u'ê':
        case u'ô':
        case u'â':
            add(scores, Tongue::Portuguese, letterWeight / 2);
            break;
        case u'ß':
        case u'ä':
        case u'ö':
        case u'œ':
        case u'ù':
        case u'è':
        case u'î':
        case u'û':
            add(scores, Tongue::Other, letterWeight);
            break;
        default:
            // Another script altogether.
            if (raw.isLetter() && raw.unicode() >= 0x370)
                add(scores, Tongue::Other, 2);
            break;
        }
    }
    for (int& score : scores)
        score = std::min(score, letterAtMost);
    return scores;
}

} // namespace

QString detectLanguage(const QString& text)
{
    static const std::array<QString, 3> names{QStringLiteral("en"), QStringLiteral("es"),
                                              QStringLiteral("pt")};
    const QStringView read = QStringView(text).left(longestSample);
    const SpokenWords words(read);
    Scores scores = lettersOf(read);
    Scores endings{};
    int weighed = 0;
    for (qsizetype at = 0; at < words.size() && weighed < wordsWeighed; ++at) {
        const SpokenWord& word = words[at];
        const TongueWeights* known = word.digits ? nullptr : tongueWeights(word.text);
        // The end of a name ("Charging Samsung") is not what the customer speaks.
        const TongueWeights* ending = known == nullptr && !word.digits ? tongueOfEnding(word.text) : nullptr;
        for (std::size_t i = 0; i < tongues; ++i) {
            scores[i] += known == nullptr ? 0 : (*known)[i];
            endings[i] += ending == nullptr ? 0 : (*ending)[i];
        }
        weighed += known == nullptr ? 0 : 1;
    }
    for (std::size_t i = 0; i < tongues; ++i)
        scores[i] += std::min(endings[i], endingAtMost);

    const auto best =
        static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    int second = 0;
    for (std::size_t i = 0; i < tongues; ++i)
        second = i == best ? second : std::max(second, scores[i]);
    if (best == static_cast<std::size_t>(Tongue::Other) || scores[best] < second + leastLead)
        return {};
    return names[best];
}

bool tellsLanguage(const QString& text)
{
    constexpr qsizetype fewestWords = 3;
    static const QRegularExpression word(QStringLiteral(R"((?<!\S)[¿¡]?\p{L}+(?=[.,;:!?]*(?:\s|$)))"));
    QRegularExpressionMatchIterator found = word.globalMatch(text.left(longestRead));
    qsizetype count = 0;
    for (; count < fewestWords && found.hasNext(); ++count)
        found.next();
    return count == fewestWords;
}

} // namespace relevo::assist
