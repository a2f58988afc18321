#include <assist/tokens.h>

#include <QtCore/QVarLengthArray>

namespace relevo::assist {
namespace {

constexpr qsizetype longestAddress = 512;

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

/// A mark in the middle of a page's address: "https://x.example/y?z=1".
bool isInAddress(const QString& text, qsizetype at)
{
    if (at + 1 >= text.size() || text[at + 1].isSpace())
        return false;
    qsizetype begin = at;
    while (begin > 0 && at - begin < longestAddress && !text[begin - 1].isSpace())
        --begin;
    const QStringView before = QStringView(text).mid(begin, at - begin);
    return before.contains(QLatin1String("://")) ||
           before.startsWith(QLatin1String("www."), Qt::CaseInsensitive);
}

bool endsSentence(QChar c)
{
    return c == u'.' || c == u'!' || c == u'?' || c == u'\n';
}

/// A full stop inside a number or an address, or after a short abbreviation before a number.
bool stopsNothing(const QString& text, qsizetype at)
{
    qsizetype next = at + 1;
    if (next < text.size() && !text[next].isSpace())
        return text[next] != u'!' && text[next] != u'?';
    while (next < text.size() && text[next].isSpace())
        ++next;
    if (next == text.size() || !text[next].isDigit())
        return false;
    qsizetype letters = 0;
    for (qsizetype i = at; i-- > 0 && text[i].isLetter();)
        ++letters;
    return letters > 0 && letters <= 3;
}

/// Calls `word` for each word and `stop` where a clause ends.
template <typename Word, typename Stop>
void readWords(const QString& text, Word word, Stop stop)
{
    QVarLengthArray<char16_t, 64> current;
    const auto finish = [&] {
        if (!current.isEmpty())
            word(QString::fromUtf16(current.constData(), current.size()));
        current.clear();
    };
    for (const QChar c : text) {
        if (const char16_t letter = wordLetter(c)) {
            current.append(letter);
        } else if (c != u'\'' && c != u'’') {
            finish();
            if (endsSentence(c) || c == u';')
                stop();
        }
    }
    finish();
}

} // namespace

char16_t wordLetter(QChar raw)
{
    // Most of what comes is ASCII, which needs no look into Unicode's tables.
    const char16_t c = raw.unicode();
    if (c < 128) {
        if (c >= u'A' && c <= u'Z')
            return static_cast<char16_t>(c + (u'a' - u'A'));
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') ? c : u'\0';
    }
    const QChar lower = raw.toLower();
    return lower.isLetterOrNumber() ? folded(lower.unicode()) : u'\0';
}

std::vector<QString> words(const QString& text)
{
    std::vector<QString> result;
    readWords(
        text, [&result](QString&& word) { result.push_back(std::move(word)); }, [] {});
    return result;
}

std::vector<std::vector<QString>> clauses(const QString& text)
{
    std::vector<std::vector<QString>> result;
    bool open = false;
    const auto add = [&](QString&& word) {
        if (!open)
            result.emplace_back();
        open = true;
        result.back().push_back(std::move(word));
    };
    readWords(text, add, [&open] { open = false; });
    return result;
}

QStringList sentences(const QString& text)
{
    QStringList result;
    QString current;
    const auto finish = [&] {
        if (const QString trimmed = current.trimmed(); trimmed.size() > 1)
            result.push_back(trimmed);
        current.clear();
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        current += c == u'\n' ? QChar(u' ') : c;
        if (endsSentence(c) && !(c == u'.' && stopsNothing(text, i)) && (c == u'\n' || !isInAddress(text, i)))
            finish();
    }
    finish();
    return result;
}

} // namespace relevo::assist
