#include <assist/sentiment.h>

#include <assist/tokens.h>

#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <algorithm>

namespace relevo::assist {
namespace {

using Words = QSet<QString>;

Words setOf(const char16_t* list)
{
    const QStringList words = QStringView(list).toString().split(u' ', Qt::SkipEmptyParts);
    return {words.begin(), words.end()};
}

const Words& angry()
{
    static const Words words = setOf(
        u"angry furious terrible awful horrible useless ridiculous unacceptable worst scam fraud "
        u"disappointed "
        u"disappointing frustrated frustrating annoyed annoying disgusting pathetic lied liars rude stupid "
        u"hate "
        u"incompetent outrageous cheated cheating nonsense rubbish garbage crap damn wtf hell fucking bloody "
        u"shame "
        u"enojado enojada furioso furiosa inutil inutiles ridiculo inaceptable estafa fraude decepcionado "
        u"decepcionada harto harta molesto molesta asco verguenza odio incompetentes pesimo pesima "
        u"indignante "
        u"mierda enfadado enfadada "
        u"irritado irritada terrivel horrivel inutil inaceitavel golpe decepcionado decepcionada chateado "
        u"chateada "
        u"vergonha absurdo pessimo pessima palhacada droga merda raiva indignado indignada");
    return words;
}

/// Not anger by itself, but two of them are.
const Words& impatient()
{
    static const Words words =
        setOf(u"still again waiting nobody nothing never yet late delayed wrong seriously enough ignored "
              u"todavia aun nadie nada nunca tarde esperando siempre basta "
              u"ainda ninguem nada nunca atrasado esperando sempre chega");
    return words;
}

const Words& pleased()
{
    static const Words words = setOf(
        u"thanks thank thx great perfect awesome wonderful love excellent happy glad appreciate amazing "
        u"gracias perfecto perfecta genial excelente encantado encantada feliz estupendo maravilloso "
        u"obrigado obrigada valeu perfeito perfeita otimo otima excelente adorei maravilha");
    return words;
}

bool denies(const QString& word)
{
    static const Words words = setOf(u"not no dont isnt wasnt arent never hardly nao nem sin sem");
    return words.contains(word);
}

bool shouts(const QString& text)
{
    qsizetype letters = 0;
    qsizetype capitals = 0;
    for (const QChar c : text) {
        letters += c.isLetter() ? 1 : 0;
        capitals += c.isUpper() ? 1 : 0;
    }
    return letters > 12 && capitals * 2 > letters;
}

} // namespace

Sentiment sentimentOf(const QString& text)
{
    int bad = 0;
    int waiting = 0;
    int good = 0;
    const std::vector<QString> spoken = words(text);
    for (std::size_t i = 0; i < spoken.size(); ++i) {
        const bool denied = (i > 0 && denies(spoken[i - 1])) || (i > 1 && denies(spoken[i - 2]));
        if (pleased().contains(spoken[i]))
            denied ? ++bad : ++good;
        else if (angry().contains(spoken[i]))
            bad += denied ? 0 : 1;
        else if (impatient().contains(spoken[i]))
            ++waiting;
    }
    const double exclaimed = std::min<double>(0.2, 0.07 * static_cast<double>(text.count(u'!')));
    double score = bad > 0 ? std::min(0.8, 0.3 + 0.25 * bad) : 0.0;
    score += std::min(0.3, 0.12 * waiting);
    // Capitals and exclamation marks are joy as often as anger; alone they say little.
    score += (shouts(text) ? 0.25 : 0.0) + (bad + waiting > 0 ? exclaimed : exclaimed / 2);
    if (bad == 0)
        score = std::min(score, waiting > 1 ? 0.6 : 0.45);
    score = std::clamp(score - 0.15 * good, 0.0, 1.0);
    if (score >= 0.5)
        return {QStringLiteral("frustrated"), score};
    return {good > 0 && bad == 0 ? QStringLiteral("happy") : QStringLiteral("neutral"), score};
}

} // namespace relevo::assist
