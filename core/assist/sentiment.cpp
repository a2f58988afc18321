#include <assist/sentiment.h>

#include <assist/tokens.h>

#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <algorithm>

namespace relevo::assist {
namespace {

QSet<QString> setOf(const char16_t* list)
{
    const QStringList words = QStringView(list).toString().split(u' ', Qt::SkipEmptyParts);
    return {words.begin(), words.end()};
}

} // namespace

Sentiment sentimentOf(const QString& text)
{
    static const QSet<QString> angry =
        setOf(u"angry furious terrible awful horrible useless ridiculous unacceptable worst scam fraud "
              u"disappointed disappointing frustrated "
              u"frustrating annoyed fed disgusting pathetic joke lied rude stupid hate waste incompetent "
              u"enough never again waiting "
              u"enojado furioso terrible horrible inutil ridiculo inaceptable peor estafa fraude "
              u"decepcionado harto molesto asco verguenza odio "
              u"mentira incompetentes pesimo basta "
              u"irritado furiosa terrivel horrivel ridiculo inaceitavel pior golpe decepcionado chateado "
              u"vergonha absurdo pessimo cansado mentira");
    static const QSet<QString> pleased =
        setOf(u"thanks thank great perfect awesome wonderful love excellent happy gracias perfecto genial "
              u"excelente encantado feliz obrigado "
              u"obrigada perfeito otimo excelente adorei feliz maravilha");
    const std::vector<QString> spoken = words(text);
    int bad = 0;
    int good = 0;
    for (const QString& word : spoken) {
        bad += angry.contains(word) ? 1 : 0;
        good += pleased.contains(word) ? 1 : 0;
    }
    const auto capitals = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isUpper(); });
    const auto letters = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
    double score = std::min(0.8, bad * 0.3);
    if (letters > 12 && capitals * 2 > letters)
        score += 0.25;
    score += std::min<double>(0.2, 0.07 * static_cast<double>(text.count(u'!')));
    if (bad == 0)
        score = std::min(score, 0.45);
    score = std::clamp(score - 0.2 * good, 0.0, 1.0);
    if (score >= 0.5)
        return {QStringLiteral("frustrated"), score};
    return {good > 0 && bad == 0 ? QStringLiteral("happy") : QStringLiteral("neutral"), score};
}

} // namespace relevo::assist
