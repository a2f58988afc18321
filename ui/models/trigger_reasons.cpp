#include <models/trigger_reasons.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>
#include <array>

namespace relevo::models {

namespace {

/// With the customer's words behind them: The customer mentions a lawyer: "my lawyer".
constexpr std::array quoted{
    QT_TRANSLATE_NOOP("relevo::models", "It is about data protection"),
    QT_TRANSLATE_NOOP("relevo::models", "It may be about a disputed payment"),
    QT_TRANSLATE_NOOP("relevo::models", "It may be about a disputed refund"),
    QT_TRANSLATE_NOOP("relevo::models", "It may be about data protection"),
    QT_TRANSLATE_NOOP("relevo::models", "It may be about ending a contract"),
    QT_TRANSLATE_NOOP("relevo::models", "It may be about fraud"),
    QT_TRANSLATE_NOOP("relevo::models", "It may be about legal steps"),
    QT_TRANSLATE_NOOP("relevo::models", "It may be urgent"),
    QT_TRANSLATE_NOOP("relevo::models", "Somebody may be in danger"),
    QT_TRANSLATE_NOOP("relevo::models", "Somebody may be injured"),
    QT_TRANSLATE_NOOP("relevo::models", "The bot could not help"),
    QT_TRANSLATE_NOOP("relevo::models", "The bot did not answer what was asked"),
    QT_TRANSLATE_NOOP("relevo::models", "The bot did not understand"),
    QT_TRANSLATE_NOOP("relevo::models", "The bot repeats itself"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer accepted the offer of a person"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer disputes a payment"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer disputes a refund"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer has little time"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer has said it already"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer is in a hurry"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer is kept from cancelling"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer mentions a consumer authority"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer mentions a lawyer"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer mentions the police"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer needs it today"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer reports a danger"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer reports a payment that was not theirs"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer reports a stolen card"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer reports fraud"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer reports how he was treated"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer reports something foreign in the product"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer says that it cannot wait"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer says that it is urgent"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer threatens legal action"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer wants to end a contract"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer wants to leave"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer was charged after cancelling"),
    QT_TRANSLATE_NOOP("relevo::models", "The customer asked for a human"),
};

/// With a word of the moment in them, or none. The longer one of two that begin alike stands first.
constexpr std::array sentencesOfReasons{
    QT_TRANSLATE_NOOP("relevo::models", "The customer wrote \"%1\"."),
    QT_TRANSLATE_NOOP("relevo::models", "The customer is frustrated (%1 of 1)."),
    QT_TRANSLATE_NOOP("relevo::models", "An important customer needs attention: %1"),
    QT_TRANSLATE_NOOP("relevo::models", "not content (%1 of 1)."),
    QT_TRANSLATE_NOOP("relevo::models", "the bot could not help."),
    QT_TRANSLATE_NOOP("relevo::models", "The bot could not help %1 times in a row."),
    QT_TRANSLATE_NOOP("relevo::models", "The bot gave no answer."),
    QT_TRANSLATE_NOOP("relevo::models", "The bot asked for a human."),
    QT_TRANSLATE_NOOP("relevo::models", "The customer's order could not be found in %1 tries."),
    QT_TRANSLATE_NOOP("relevo::models", "The customer does not have the number of the order."),
    QT_TRANSLATE_NOOP("relevo::models",
                      "The customer wants order %1 cancelled, and the shop has not said whether it is."),
    QT_TRANSLATE_NOOP("relevo::models", "The customer wants order %1 cancelled."),
};

/// What the triage bot found out, as it begins, and where the customer's own words begin behind it.
constexpr QStringView support = u"Support: ";
constexpr QStringView ownWords = u". “";

QString inOurWords(const char* source)
{
    return QCoreApplication::translate("relevo::models", source);
}

/// One of the things the triage bot lists: an order, files, or a name or address, which stays.
QString factText(const QString& fact)
{
    const QString order = QStringLiteral("order ");
    if (fact.startsWith(order))
        return QCoreApplication::translate("relevo::models", "order %1").arg(fact.mid(order.size()));
    if (fact == QLatin1String("nothing more is known"))
        return QCoreApplication::translate("relevo::models", "nothing more is known");
    const QString number = fact.section(u' ', 0, 0);
    const QString things = fact.section(u' ', 1);
    bool isNumber = false;
    const int count = number.toInt(&isNumber);
    return isNumber && (things == QLatin1String("file") || things == QLatin1String("files"))
               ? QCoreApplication::translate("relevo::models", "%n file(s)", nullptr, count)
               : fact;
}

/// The customer's own words, with this language's marks around them.
QString saidText(const QString& words)
{
    return words.startsWith(u'“') && words.endsWith(u'”')
               ? QCoreApplication::translate("relevo::models", "“%1”").arg(words.mid(1).chopped(1))
               : words;
}

QString supportText(const QString& reason)
{
    const QString all = reason.mid(support.size());
    const qsizetype words = all.indexOf(ownWords);
    QStringList facts = (words < 0 ? all.chopped(1) : all.left(words)).split(QStringLiteral(", "));
    std::transform(facts.cbegin(), facts.cend(), facts.begin(), factText);
    return QCoreApplication::translate("relevo::models", "Support: %1.")
               .arg(facts.join(QStringLiteral(", "))) +
           (words < 0 ? QString() : u' ' + saidText(all.mid(words + 2)));
}

/// What stands for a sentence's %1: a score as this language writes it, or a reason within the other.
QString wordText(const QString& word, const QString& after)
{
    bool isNumber = false;
    const double score = after.startsWith(QLatin1String(" of 1)")) ? word.toDouble(&isNumber) : 0;
    return isNumber ? QLocale().toString(score, 'g', QLocale::FloatingPointShortest)
                    : triggerReasonText(word);
}

/// Where a second reason begins behind one with the customer's words; -1 when there is none.
qsizetype secondReason(const QString& reason)
{
    const QLatin1String end("\". ");
    for (qsizetype at = reason.indexOf(end); at >= 0; at = reason.indexOf(end, at + 1)) {
        const QString rest = reason.mid(at + end.size());
        if (std::ranges::any_of(quoted, [&rest](const char* source) {
                return rest.startsWith(QString::fromLatin1(source) + QStringLiteral(": \""));
            }))
            return at + end.size();
    }
    return -1;
}

} // namespace

QString triggerReasonText(const QString& reason)
{
    if (reason.startsWith(support) && (reason.endsWith(u'.') || reason.contains(ownWords)))
        return supportText(reason);
    if (const qsizetype second = secondReason(reason); second > 0)
        return triggerReasonText(reason.left(second - 1)) + QStringLiteral(" · ") +
               triggerReasonText(reason.mid(second));
    for (const char* source : quoted) {
        const QString before = QString::fromLatin1(source) + QStringLiteral(": \"");
        if (reason.startsWith(before) && reason.endsWith(QLatin1String("\".")))
            return QCoreApplication::translate("relevo::models", "%1: “%2”")
                .arg(inOurWords(source), reason.mid(before.size(), reason.size() - before.size() - 2));
    }
    for (const char* source : sentencesOfReasons) {
        const QString sentence = QString::fromLatin1(source);
        const qsizetype place = sentence.indexOf(QLatin1String("%1"));
        if (place < 0) {
            if (reason == sentence)
                return inOurWords(source);
            continue;
        }
        const QString before = sentence.left(place);
        const QString after = sentence.mid(place + 2);
        const qsizetype word = reason.size() - before.size() - after.size();
        // Behind some stands another reason.
        if (word > 0 && reason.startsWith(before) && reason.endsWith(after))
            return inOurWords(source).arg(wordText(reason.mid(before.size(), word), after));
    }
    return reason;
}

} // namespace relevo::models
