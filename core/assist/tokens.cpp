#include <assist/tokens.h>

#include <QtCore/QStringList>

namespace relevo::assist {
namespace {

/// The base letter of the accented letters of our languages; others stay.
char16_t folded(char16_t c)
{
    switch (c) {
    case u'á':
    case u'à':
    case u'â':
    case u'ã':
    case u'ä':
        return u'a';
    case u'é':
    case u'è':
    case u'ê':
    case u'ë':
        return u'e';
    case u'í':
    case u'ì':
    case u'î':
    case u'ï':
        return u'i';
    case u'ó':
    case u'ò':
    case u'ô':
    case u'õ':
    case u'ö':
        return u'o';
    case u'ú':
    case u'ù':
    case u'û':
    case u'ü':
        return u'u';
    case u'ç':
        return u'c';
    case u'ñ':
        return u'n';
    default:
        return c;
    }
}

bool endsSentence(QChar c)
{
    return c == u'.' || c == u'!' || c == u'?' || c == u'\n';
}

} // namespace

std::vector<QString> words(const QString& text)
{
    std::vector<QString> result;
    QString word;
    for (const QChar raw : text) {
        const QChar c = raw.toLower();
        if (c.isLetterOrNumber()) {
            word += QChar(folded(c.unicode()));
        } else if (c == u'\'' || c == u'’') {
            continue;
        } else if (!word.isEmpty()) {
            result.push_back(std::move(word));
            word = QString();
        }
    }
    if (!word.isEmpty())
        result.push_back(std::move(word));
    return result;
}

QStringList sentences(const QString& text)
{
    QStringList result;
    QString current;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        current += c == u'\n' ? QChar(u' ') : c;
        // A stop inside a number or an address ends nothing.
        const bool inside = c == u'.' && i + 1 < text.size() && !text[i + 1].isSpace();
        if (endsSentence(c) && !inside) {
            if (const QString trimmed = current.trimmed(); trimmed.size() > 1)
                result.push_back(trimmed);
            current.clear();
        }
    }
    if (const QString trimmed = current.trimmed(); trimmed.size() > 1)
        result.push_back(trimmed);
    return result;
}

} // namespace relevo::assist
