#include <domain/moment.h>

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <array>

namespace relevo::domain {
namespace {

struct Words
{
    std::array<const char16_t*, 7> days; ///< with their preposition, Monday first
    std::array<const char16_t*, 12> months;
    const char16_t* today;
    const char16_t* tomorrow;
    const char16_t* date;  ///< %1 day, %2 month
    const char16_t* at;    ///< %1 day, %2 time
    const char16_t* atOne; ///< the same at one o'clock
    const char16_t* zone;  ///< %1 moment, %2 city
    std::array<const char16_t*, 3> one;
    std::array<const char16_t*, 3> many; ///< minutes, hours, days; %1 how many
};

constexpr Words english{{u"on Monday", u"on Tuesday", u"on Wednesday", u"on Thursday", u"on Friday",
                         u"on Saturday", u"on Sunday"},
                        {u"January", u"February", u"March", u"April", u"May", u"June", u"July", u"August",
                         u"September", u"October", u"November", u"December"},
                        u"today",
                        u"tomorrow",
                        u"on %1 %2",
                        u"%1 at %2",
                        u"%1 at %2",
                        u"%1 (%2 time)",
                        {u"1 minute", u"1 hour", u"1 day"},
                        {u"%1 minutes", u"%1 hours", u"%1 days"}};

constexpr Words spanish{
    {u"el lunes", u"el martes", u"el miércoles", u"el jueves", u"el viernes", u"el sábado", u"el domingo"},
    {u"enero", u"febrero", u"marzo", u"abril", u"mayo", u"junio", u"julio", u"agosto", u"septiembre",
     u"octubre", u"noviembre", u"diciembre"},
    u"hoy",
    u"mañana",
    u"el %1 de %2",
    u"%1 a las %2",
    u"%1 a la %2",
    u"%1 (hora de %2)",
    {u"1 minuto", u"1 hora", u"1 día"},
    {u"%1 minutos", u"%1 horas", u"%1 días"}};

constexpr Words portuguese{{u"na segunda-feira", u"na terça-feira", u"na quarta-feira", u"na quinta-feira",
                            u"na sexta-feira", u"no sábado", u"no domingo"},
                           {u"janeiro", u"fevereiro", u"março", u"abril", u"maio", u"junho", u"julho",
                            u"agosto", u"setembro", u"outubro", u"novembro", u"dezembro"},
                           u"hoje",
                           u"amanhã",
                           u"em %1 de %2",
                           u"%1 às %2",
                           u"%1 à %2",
                           u"%1 (horário de %2)",
                           {u"1 minuto", u"1 hora", u"1 dia"},
                           {u"%1 minutos", u"%1 horas", u"%1 dias"}};

const Words& wordsOf(const QString& language)
{
    return language == QLatin1String("es") ? spanish : language == QLatin1String("pt") ? portuguese : english;
}

QString text(const char16_t* words)
{
    return QStringView(words).toString();
}

QString dayInWords(const QDate& day, const QDate& today, const Words& words)
{
    const qint64 ahead = today.daysTo(day);
    if (ahead <= 0)
        return text(words.today);
    if (ahead == 1)
        return text(words.tomorrow);
    if (ahead < 7)
        return text(words.days.at(static_cast<std::size_t>(day.dayOfWeek() - 1)));
    const QString month = text(words.months.at(static_cast<std::size_t>(day.month() - 1)));
    return text(words.date).arg(QString::number(day.day()), month);
}

} // namespace

QString momentInWords(Timestamp at, Timestamp now, const QString& timezone, const QString& language)
{
    const Words& words = wordsOf(language);
    const QTimeZone named(timezone.toUtf8());
    const QTimeZone zone = named.isValid() ? named : QTimeZone::utc();
    const auto local = [&zone](Timestamp moment) {
        return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone);
    };
    const QDateTime then = local(at);
    const QString day = dayInWords(then.date(), local(now).date(), words);
    const QString clock = then.toString(QStringLiteral("HH:mm"));
    const QString moment = text(then.time().hour() == 1 ? words.atOne : words.at).arg(day, clock);
    if (!named.isValid() || timezone == QLatin1String("UTC") || timezone.startsWith(QLatin1String("Etc/")))
        return QStringLiteral("%1 (%2)").arg(moment, named.isValid() ? timezone.section(u'/', -1)
                                                                     : QStringLiteral("UTC"));
    const QString city = timezone.section(u'/', -1).replace(u'_', u' ');
    return text(words.zone).arg(moment, city);
}

QString spanInWords(int minutes, const QString& language)
{
    const Words& words = wordsOf(language);
    const std::size_t unit = minutes < 120 ? 0 : minutes < 48 * 60 ? 1 : 2;
    static constexpr std::array length{1, 60, 24 * 60};
    const int count = (minutes + length[unit] - 1) / length[unit];
    return count == 1 ? text(words.one[unit]) : text(words.many[unit]).arg(count);
}

} // namespace relevo::domain
