#include <sql/full_text.h>

#include <utility>

namespace relevo::sql {

QStringList quotedWords(const QString& text, qsizetype most)
{
    QStringList words;
    QString word;
    for (const QChar c : text + u' ') {
        if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
            word += c;
        else if (!word.isEmpty())
            words.push_back(u'"' + std::exchange(word, {}) + u'"');
        if (words.size() == most)
            break;
    }
    return words;
}

} // namespace relevo::sql
