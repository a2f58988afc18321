#include <bot/hours_text.h>

#include <assist/phrases.h>

#include <algorithm>

namespace relevo::bot {
namespace {

using assist::Phrase;

constexpr std::array<Phrase, 7> days{
    Phrase{u"Monday", u"lunes", u"segunda"},       Phrase{u"Tuesday", u"martes", u"terça"},
    Phrase{u"Wednesday", u"miércoles", u"quarta"}, Phrase{u"Thursday", u"jueves", u"quinta"},
    Phrase{u"Friday", u"viernes", u"sexta"},       Phrase{u"Saturday", u"sábado", u"sábado"},
    Phrase{u"Sunday", u"domingo", u"domingo"}};

constexpr Phrase always{u"We are open at any time.", u"Estamos disponibles a cualquier hora.",
                        u"Atendemos a qualquer hora."};
constexpr Phrase never{u"We have no opening hours at the moment.",
                       u"Ahora mismo no tenemos horario de atención.",
                       u"No momento não temos horário de atendimento."};
constexpr Phrase sentence{u"We are open %1 (time of %2).", u"Atendemos %1 (hora de %2).",
                          u"Atendemos %1 (horário de %2)."};
constexpr Phrase oneDay{u"%1", u"el %1", u"%1"};
constexpr Phrase dayRange{u"%1 to %2", u"de %1 a %2", u"de %1 a %2"};
constexpr Phrase everyDay{u"every day", u"todos los días", u"todos os dias"};
constexpr Phrase timeRange{u"from %1 to %2", u"de %1 a %2", u"das %1 às %2"};
constexpr Phrase wholeDay{u"around the clock", u"las 24 horas", u"24 horas"};
constexpr Phrase also{u" and ", u" y ", u" e "};

QString clockTime(int minute)
{
    const int ofDay = minute % (24 * 60);
    // Midnight at the end of a day is told as its end.
    const int hour = minute == 24 * 60 ? 24 : ofDay / 60;
    return QStringLiteral("%1:%2").arg(hour, 2, 10, QChar(u'0')).arg(ofDay % 60, 2, 10, QChar(u'0'));
}

QString spansText(const std::vector<domain::OpenSpan>& spans, const QString& language)
{
    QStringList texts;
    for (const domain::OpenSpan& span : spans)
        texts.push_back(span.to - span.from == 24 * 60
                            ? wholeDay.in(language)
                            : timeRange.in(language).arg(clockTime(span.from), clockTime(span.to)));
    return texts.join(also.in(language));
}

QString daysText(std::size_t first, std::size_t last, const QString& language)
{
    if (first == 0 && last == 6)
        return everyDay.in(language);
    const QString from = days.at(first).in(language);
    const QString to = days.at(last).in(language);
    if (first == last)
        return oneDay.in(language).arg(from);
    return last == first + 1 ? oneDay.in(language).arg(from) + also.in(language) + oneDay.in(language).arg(to)
                             : dayRange.in(language).arg(from, to);
}

} // namespace

QString hoursText(const std::optional<domain::BusinessHours>& hours, const QString& language)
{
    if (!hours)
        return always.in(language);
    QStringList parts;
    for (std::size_t first = 0; first < 7;) {
        std::size_t last = first;
        while (last + 1 < 7 && hours->days.at(last + 1) == hours->days.at(first))
            ++last;
        if (!hours->days.at(first).empty())
            parts.push_back(daysText(first, last, language) + u' ' +
                            spansText(hours->days.at(first), language));
        first = last + 1;
    }
    if (parts.isEmpty())
        return never.in(language);
    const QString tail = parts.size() > 1 ? also.in(language) + parts.takeLast() : QString();
    const QString place = QString(hours->timezone).replace(u'_', u' ');
    return sentence.in(language).arg(parts.join(QStringLiteral(", ")) + tail, place);
}

} // namespace relevo::bot
