#include <ui/spelling/spelled_words.h>

#include <algorithm>

namespace relevo::ui {

namespace {

bool isOfWord(QChar c)
{
    return c.isLetter() || c.isMark() || c.isSurrogate();
}

bool isApostrophe(QChar c)
{
    return c == QLatin1Char('\'') || c == QChar(0x2019);
}

/// What stands between two spaces, when none of it is a word of a language.
bool isNoProse(QStringView piece)
{
    if (piece.startsWith(u'@') || piece.startsWith(u'/') || piece.startsWith(u'#'))
        return true;
    return std::any_of(piece.begin(), piece.end(),
                       [](QChar c) {
                           return c.isDigit() || c == u'@' || c == u'{' || c == u'}' || c == u'_' ||
                                  c == u'\\';
                       }) ||
           piece.contains(QLatin1String("://")) || piece.startsWith(QLatin1String("www."));
}

bool isCapitals(QStringView word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return !c.isLower(); });
}

void takeWords(const QString& text, qsizetype from, qsizetype to, QList<WordSpan>& words)
{
    for (qsizetype at = from; at < to;) {
        if (!isOfWord(text[at])) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < to &&
               (isOfWord(text[end]) || (isApostrophe(text[end]) && end + 1 < to && isOfWord(text[end + 1]))))
            ++end;
        if (end - at > 1 && !isCapitals(QStringView(text).mid(at, end - at)))
            words.push_back({at, end - at});
        at = end;
    }
}

} // namespace

QList<WordSpan> spelledWords(const QString& text)
{
    QList<WordSpan> words;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at].isSpace()) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && !text[end].isSpace())
            ++end;
        if (!isNoProse(QStringView(text).mid(at, end - at)))
            takeWords(text, at, end, words);
        at = end;
    }
    return words;
}

} // namespace relevo::ui
