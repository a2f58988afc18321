#include <assist/folded.h>

#include <assist/tokens.h>

namespace relevo::assist {

QString foldedText(const QString& text)
{
    QString folded;
    for (const QString& word : words(text)) {
        if (!folded.isEmpty())
            folded += u' ';
        folded += word;
    }
    return folded;
}

QStringList foldedClauses(const QString& text)
{
    static const QRegularExpression stops(QStringLiteral(R"([,;:!?\n…()]+|\.(?=\s|$))"));
    QStringList found;
    for (const QString& part : text.split(stops, Qt::SkipEmptyParts)) {
        if (QString folded = foldedText(part); !folded.isEmpty())
            found.push_back(std::move(folded));
    }
    return found;
}

QRegularExpression frame(const QString& pattern)
{
    return QRegularExpression(QStringLiteral(R"(\b(?:)") + pattern + QStringLiteral(R"()\b)"));
}

bool stands(const QRegularExpression& expression, const QString& text)
{
    return expression.match(text).hasMatch();
}

} // namespace relevo::assist
