#include <bot/hours_text.h>

#include <assist/phrases.h>

#include <algorithm>

namespace relevo::bot {
namespace {

using assist::Phrase;

const QString hoursMark = QStringLiteral("{hours}");

constexpr std::array<Phrase, 7> days{
    Phrase{u"Monday", u"lunes", u"segunda"},       Phrase{u"Tuesday", u"martes", u"terça"},
    Phrase{u"Wednesday", u"miércoles", u"quarta"}, Phrase{u"Thursday", u"jueves", u"quinta"},
    Phrase{u"Friday", u"viernes", u"sexta"},       Phrase{u"Saturday", u"sábado", u"sábado"},
    Phrase{u"Sunday", u"domingo", u"domingo"}};

constexpr Phrase always{u"We are open at any time.", u"Estamos disponibles a cualquier hora.",
                        u"Atendemos a qualquer hora."};
constexpr Phrase alwaysWithin{u"around the clock", u"las 24 horas", u"24 horas por dia"};
constexpr Phrase never{u"We have no opening hours at the moment.",
                       u"Ahora mismo no tenemos horario de atención.",
                       u"No momento não temos horário de atendimento."};
constexpr Phrase sentence{u"We are open %1.", u"Atendemos %1.", u"Atendemos %1."};
constexpr Phrase ofPlace{u"%1 (time of %2)", u"%1 (hora de %2)", u"%1 (horário de %2)"};
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

/// "Monday to Friday from 09:00 to 17:00 (time of Europe/Madrid)"; empty when it is never open.
QString openingText(const domain::BusinessHours& hours, const QString& language)
{
    QStringList parts;
    for (std::size_t first = 0; first < 7;) {
        std::size_t last = first;
        while (last + 1 < 7 && hours.days.at(last + 1) == hours.days.at(first))
            ++last;
        if (!hours.days.at(first).empty())
            parts.push_back(daysText(first, last, language) + u' ' +
                            spansText(hours.days.at(first), language));
        first = last + 1;
    }
    if (parts.isEmpty())
        return {};
    const QString tail = parts.size() > 1 ? also.in(language) + parts.takeLast() : QString();
    return ofPlace.in(language).arg(parts.join(QStringLiteral(", ")) + tail,
                                    QString(hours.timezone).replace(u'_', u' '));
}

bool endsSentence(const QString& text, qsizetype at)
{
    const QChar c = text[at];
    return c == u'\n' || ((c == u'.' || c == u'!' || c == u'?' || c == u'…') &&
                          (at + 1 == text.size() || text[at + 1].isSpace()));
}

/// Of the sentence in which something stands at `at`: where it begins, spaces apart.
qsizetype beginOf(const QString& text, qsizetype at)
{
    qsizetype begin = at;
    while (begin > 0 && !endsSentence(text, begin - 1))
        --begin;
    while (begin < at && text[begin].isSpace())
        ++begin;
    return begin;
}

/// Where it ends, with its mark.
qsizetype endOf(const QString& text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && !endsSentence(text, end))
        ++end;
    return end < text.size() && text[end] != u'\n' ? end + 1 : end;
}

/// What comes there goes on with the sentence: it is no mark, and no sentence that begins without one.
bool goesOn(const QString& text, qsizetype from, qsizetype end)
{
    while (from < end && text[from].isSpace())
        ++from;
    return from < end && !text[from].isUpper() && text[from] != u'¿' && text[from] != u'¡' &&
           !endsSentence(text, from);
}

} // namespace

QString hoursText(const std::optional<domain::BusinessHours>& hours, const QString& language)
{
    if (!hours)
        return always.in(language);
    const QString open = openingText(*hours, language);
    return open.isEmpty() ? never.in(language) : sentence.in(language).arg(open);
}

QString withHours(QString answer, const std::optional<domain::BusinessHours>& hours, const QString& language)
{
    const QString whole = hoursText(hours, language);
    const QString within = hours ? openingText(*hours, language) : alwaysWithin.in(language);
    for (qsizetype at = answer.indexOf(hoursMark); at >= 0; at = answer.indexOf(hoursMark, at)) {
        const qsizetype begin = beginOf(answer, at);
        const qsizetype after = at + hoursMark.size();
        const qsizetype end = endOf(answer, after);
        const bool alone = begin == at && !goesOn(answer, after, end);
        if (alone || within.isEmpty()) {
            // A mark of its own would be the second.
            const qsizetype upTo = within.isEmpty() || end == after + 1 ? end : after;
            answer.replace(begin, upTo - begin, whole);
            at = begin + whole.size();
            continue;
        }
        QString hoursAlone = within;
        if (begin == at)
            hoursAlone[0] = hoursAlone[0].toUpper();
        answer.replace(at, hoursMark.size(), hoursAlone);
        at += hoursAlone.size();
    }
    return answer;
}

} // namespace relevo::bot
