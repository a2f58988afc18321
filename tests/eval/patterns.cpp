#include "patterns.h"

namespace relevo::eval {

Patterns::Patterns(const QStringList& lines)
{
    for (const QString& line : lines) {
        if (line.startsWith(u'@')) {
            QStringList alternatives;
            for (const QString& each : line.section(u'=', 1).split(u'|'))
                alternatives.push_back(each.trimmed());
            m_alternatives.insert(line.mid(1).section(u'=', 0, 0).trimmed(), alternatives);
        } else if (line.startsWith(u'+') || line.startsWith(u'-')) {
            m_patterns.push_back({line.mid(1).trimmed(), line.startsWith(u'+')});
        }
    }
}

QString Patterns::sentence(const Pattern& pattern, Dice& dice) const
{
    QString text = pattern.text;
    for (qsizetype open = text.indexOf(u'{'); open >= 0; open = text.indexOf(u'{', open)) {
        const qsizetype close = text.indexOf(u'}', open);
        const QStringList alternatives = m_alternatives.value(text.mid(open + 1, close - open - 1));
        Q_ASSERT_X(!alternatives.isEmpty(), "Patterns", qPrintable(text));
        const QString& chosen =
            alternatives[static_cast<qsizetype>(dice.roll(static_cast<std::size_t>(alternatives.size())))];
        text.replace(open, close - open + 1, chosen);
    }
    return text;
}

QString hurried(QString text, Dice& dice)
{
    const auto anywhere = [&dice](qsizetype size) {
        return static_cast<qsizetype>(dice.roll(static_cast<std::size_t>(size)));
    };
    if (dice.chance(30)) {
        for (const QChar mark : {u',', u'.', u'?', u'!'})
            text.remove(mark);
    }
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.size() > 5 && dice.chance(25)) {
        const qsizetype at = anywhere(words.size());
        if (words[at].size() <= 3 && words[at].compare(QLatin1String("not"), Qt::CaseInsensitive) != 0 &&
            words[at].compare(QLatin1String("no"), Qt::CaseInsensitive) != 0)
            words.removeAt(at);
    }
    if (!words.isEmpty() && dice.chance(40)) {
        QString& word = words[anywhere(words.size())];
        if (word.size() >= 5) {
            const qsizetype at = 1 + anywhere(word.size() - 2);
            switch (dice.roll(4)) {
            case 0:
                word.remove(at, 1);
                break;
            case 1:
                word.insert(at, word[at]);
                break;
            case 2: {
                const QChar first = word[at];
                word[at] = word[at + 1];
                word[at + 1] = first;
                break;
            }
            default:
                word[at] = QChar(static_cast<char16_t>(u'a' + anywhere(26)));
            }
        }
    }
    return words.join(u' ');
}

QString joined(const QString& first, const QString& second, Dice& dice)
{
    static const QStringList between{QStringLiteral(". "), QStringLiteral(", "), QStringLiteral(" "),
                                     QStringLiteral("! "), QStringLiteral("? "), QStringLiteral("; "),
                                     QStringLiteral(" - ")};
    return first + between[static_cast<qsizetype>(dice.roll(static_cast<std::size_t>(between.size())))] +
           second;
}

} // namespace relevo::eval
