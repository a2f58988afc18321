#include <ui/widgets/times.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

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

QString spokenSpan(qint64 seconds)
{
    if (seconds < minute)
        return QCoreApplication::translate("relevo::ui", "%n second(s)", nullptr, static_cast<int>(seconds));
    if (seconds < hour)
        return QCoreApplication::translate("relevo::ui", "%n minute(s)", nullptr,
                                           static_cast<int>(seconds / minute));
    if (seconds < day)
        return QCoreApplication::translate("relevo::ui", "%n hour(s)", nullptr,
                                           static_cast<int>(seconds / hour));
    return QCoreApplication::translate("relevo::ui", "%n day(s)", nullptr, static_cast<int>(seconds / day));
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

QString clockText(const QDateTime& at)
{
    return QLocale().toString(at.toLocalTime().time(), QLocale::ShortFormat);
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
