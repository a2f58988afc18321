#include <assist/phrases.h>

#include <algorithm>

namespace relevo::assist {

QString Phrase::in(const QString& language) const
{
    const char16_t* text = language == QLatin1String("es")   ? spanish
                           : language == QLatin1String("pt") ? portuguese
                                                             : english;
    return QStringView(text).toString();
}

bool beginsWithAny(const std::vector<QString>& words, const char16_t* stems)
{
    QStringView left(stems);
    while (!left.isEmpty()) {
        const qsizetype space = left.indexOf(u' ');
        QStringView stem = space < 0 ? left : left.left(space);
        left = space < 0 ? QStringView() : left.mid(space + 1);
        if (stem.isEmpty())
            continue;
        const bool whole = stem.size() <= 3 || stem.endsWith(u'.');
        if (stem.endsWith(u'.'))
            stem.chop(1);
        const bool met = std::any_of(words.begin(), words.end(), [stem, whole](const QString& word) {
            return whole ? QStringView(word) == stem : word.startsWith(stem);
        });
        if (met)
            return true;
    }
    return false;
}

} // namespace relevo::assist
