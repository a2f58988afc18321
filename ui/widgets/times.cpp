#include <ui/widgets/times.h>

#include <models/local_moment.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

namespace relevo::ui {

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

} // namespace

QString shortSpan(qint64 seconds)
{
    if (seconds < hour)
        return QStringLiteral("%1:%2").arg(seconds / minute).arg(seconds % minute, 2, 10, QLatin1Char('0'));
    if (seconds < day)
        return QCoreApplication::translate("relevo::ui", "%1 h %2 min")
            .arg(seconds / hour)
            .arg(seconds % hour / minute, 2, 10, QLatin1Char('0'));
    return QCoreApplication::translate("relevo::ui", "%1 d %2 h")
        .arg(seconds / day)
        .arg(seconds % day / hour);
}

QString minutesText(int minutes)
{
    constexpr int hourly = hour / minute;
    constexpr int daily = day / minute;
    if (minutes >= daily && minutes % daily == 0)
        return QCoreApplication::translate("relevo::ui", "%1 d").arg(minutes / daily);
    if (minutes < hourly)
        return QCoreApplication::translate("relevo::ui", "%1 min").arg(minutes);
    if (minutes % hourly == 0)
        return QCoreApplication::translate("relevo::ui", "%1 h").arg(minutes / hourly);
    return QCoreApplication::translate("relevo::ui", "%1 h %2 min")
        .arg(minutes / hourly)
        .arg(minutes % hourly, 2, 10, QLatin1Char('0'));
}

QString spokenSpan(qint64 seconds)
{
    const qint64 unit = seconds < minute ? 1 : seconds < hour ? minute : seconds < day ? hour : day;
    const int count = static_cast<int>(seconds / unit);
    switch (unit) {
    case 1:
        return QCoreApplication::translate("relevo::ui", "%n second(s)", nullptr, count);
    case minute:
        return QCoreApplication::translate("relevo::ui", "%n minute(s)", nullptr, count);
    case hour:
        return QCoreApplication::translate("relevo::ui", "%n hour(s)", nullptr, count);
    default:
        return QCoreApplication::translate("relevo::ui", "%n day(s)", nullptr, count);
    }
}

QString dueText(qint64 seconds)
{
    const qint64 span = std::abs(seconds);
    const QString amount = span < minute ? QCoreApplication::translate("relevo::ui", "%1 s").arg(span)
                           : span < hour
                               ? QCoreApplication::translate("relevo::ui", "%1 min").arg(span / minute)
                           : span < day ? QCoreApplication::translate("relevo::ui", "%1 h").arg(span / hour)
                                        : QCoreApplication::translate("relevo::ui", "%1 d").arg(span / day);
    return seconds < 0 ? QCoreApplication::translate("relevo::ui", "%1 late").arg(amount)
                       : QCoreApplication::translate("relevo::ui", "due in %1").arg(amount);
}

QString spokenDue(qint64 seconds)
{
    const QString span = spokenSpan(std::abs(seconds));
    return seconds < 0 ? QCoreApplication::translate("relevo::ui", "answer %1 late").arg(span)
                       : QCoreApplication::translate("relevo::ui", "answer due in %1").arg(span);
}

QString clockFormat()
{
    // Asked for by every message that is measured; the desk's language seldom changes.
    thread_local QLocale locale = QLocale::c();
    thread_local QString format;
    if (const QLocale now; format.isEmpty() || now != locale) {
        locale = now;
        // Some locales' short form has seconds, which nobody needs here.
        static const QRegularExpression seconds(QStringLiteral("[:.]ss?"));
        format = now.timeFormat(QLocale::ShortFormat).remove(seconds);
    }
    return format;
}

QString clockText(const QDateTime& at)
{
    if (!at.isValid())
        return {};
    const Timestamp moment{milliseconds(at.toMSecsSinceEpoch())};
    return QLocale().toString(models::localMoment(moment).time, clockFormat());
}

QString momentText(const QDateTime& at)
{
    return QLocale().toString(at.toLocalTime().date(), QLocale::ShortFormat) + u' ' + clockText(at);
}

QString listTime(const QDateTime& at, const QDate& today)
{
    const QDate date = at.toLocalTime().date();
    if (date == today)
        return clockText(at);
    if (date.daysTo(today) < 7 && date < today)
        return QLocale().standaloneDayName(date.dayOfWeek(), QLocale::ShortFormat);
    return QLocale().toString(date, QLocale::ShortFormat);
}

QString dayText(const QDate& date, const QDate& today)
{
    if (date == today)
        return QCoreApplication::translate("relevo::ui", "Today");
    if (date.daysTo(today) == 1)
        return QCoreApplication::translate("relevo::ui", "Yesterday");
    const QLocale locale;
    if (date.year() == today.year())
        return locale.toString(date, QCoreApplication::translate("relevo::ui", "dddd, d MMMM",
                                                                 "A day of this year, as QLocale writes it"));
    return locale.toString(date, QLocale::LongFormat);
}

} // namespace relevo::ui
