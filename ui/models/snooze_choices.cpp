#include <models/snooze_choices.h>

#include <models/choices.h>
#include <models/fuzzy.h>

#include <QtCore/QLocale>
#include <QtCore/QRegularExpression>

#include <algorithm>

namespace relevo::models {

namespace {

constexpr int minutesInHour = 60;
constexpr int minutesInDay = 24 * minutesInHour;
const QTime morning(9, 0);

std::optional<QDateTime> after(const QDateTime& now, qint64 minutes)
{
    if (minutes < 1 || minutes > longestSnoozeMinutes)
        return std::nullopt;
    return now.addSecs(minutes * 60);
}

/// Hours and minutes as the locale writes them.
QString timeFormat(const QLocale& locale)
{
    // Some locales' short form has seconds.
    return locale.timeFormat(QLocale::ShortFormat).remove(QRegularExpression(QStringLiteral("[:.]ss?")));
}

/// The next moment at which the clocks show this time.
std::optional<QDateTime> nextTime(const QDateTime& now, int hour, int minute)
{
    const QTime time(hour, minute);
    if (!time.isValid())
        return std::nullopt;
    const QDateTime today(now.date(), time);
    return today > now ? today : QDateTime(now.date().addDays(1), time);
}

std::optional<QDateTime> parseSpan(const QString& text, const QDateTime& now)
{
    // The unit is known by its first letter in all our languages.
    static const QRegularExpression span(
        QStringLiteral("^(\\d{1,5})\\s*(?:(m|h|d)[a-z]*\\.?)?(?:\\s*(\\d{1,2})\\s*(?:m[a-z]*\\.?)?)?$"));
    const QRegularExpressionMatch match = span.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 number = match.captured(1).toLongLong();
    const QString unit = match.captured(2);
    const QString rest = match.captured(3);
    if (!rest.isEmpty() && unit != QLatin1String("h"))
        return std::nullopt;
    // Four digits alone may be a clock's.
    if (unit.isEmpty() && number > 999)
        return std::nullopt;
    if (unit == QLatin1String("h"))
        return after(now, number * minutesInHour + rest.toLongLong());
    return after(now, unit == QLatin1String("d") ? number * minutesInDay : number);
}

std::optional<QDateTime> parseTime(const QString& text, const QDateTime& now)
{
    static const QRegularExpression clock(
        QStringLiteral("^(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm|a\\.m\\.|p\\.m\\.)?$"));
    const QRegularExpressionMatch match = clock.match(text);
    const QString half = match.captured(3);
    if (!match.hasMatch() || (match.captured(2).isEmpty() && half.isEmpty()))
        return std::nullopt;
    int hour = match.captured(1).toInt();
    if (!half.isEmpty()) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (half.startsWith(QLatin1Char('p')) ? 12 : 0);
    }
    return nextTime(now, hour, match.captured(2).toInt());
}

} // namespace

std::optional<QDateTime> parseSnooze(const QString& typed, const QDateTime& now)
{
    const QString text = folded(typed.simplified());
    if (std::optional<QDateTime> span = parseSpan(text, now))
        return span;
    return parseTime(text, now);
}

SnoozeChoices::SnoozeChoices(const QDateTime& now, QObject* parent) : QAbstractListModel(parent), m_now(now)
{
    m_rows = usual();
}

int SnoozeChoices::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SnoozeChoices::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.words;
    case choice::TrailingRole:
        return untilWords(row.until);
    case choice::IconRole:
        return QStringLiteral("clock");
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(row.words, untilWords(row.until));
    default:
        return {};
    }
}

QString SnoozeChoices::untilWords(const QDateTime& until) const
{
    const QLocale locale;
    QString time = locale.toString(until.time(), timeFormat(locale));
    if (until.date() == m_now.date())
        return time;
    const bool soon = m_now.daysTo(until) < 7;
    const QString day = soon ? locale.dayName(until.date().dayOfWeek(), QLocale::ShortFormat)
                             : locale.toString(until.date(), QLocale::ShortFormat);
    return QStringLiteral("%1, %2").arg(day, time);
}

std::vector<SnoozeChoices::Row> SnoozeChoices::usual() const
{
    std::vector<Row> rows;
    for (const int minutes : {5, 15, 30})
        rows.push_back({tr("%n minute(s)", nullptr, minutes), m_now.addSecs(minutes * 60)});
    for (const int hours : {1, 3})
        rows.push_back({tr("%n hour(s)", nullptr, hours), m_now.addSecs(hours * 3600)});
    const QDate today = m_now.date();
    rows.push_back({tr("Tomorrow morning"), QDateTime(today.addDays(1), morning)});
    const int toMonday = 8 - today.dayOfWeek();
    if (toMonday > 1)
        rows.push_back({tr("Monday morning"), QDateTime(today.addDays(toMonday), morning)});
    return rows;
}

void SnoozeChoices::setTyped(const QString& typed, const QDateTime& now)
{
    beginResetModel();
    m_now = now;
    m_rows.clear();
    if (typed.trimmed().isEmpty())
        m_rows = usual();
    else if (const std::optional<QDateTime> until = parseSnooze(typed, now))
        m_rows.push_back({tr("Until then"), *until});
    endResetModel();
}

int SnoozeChoices::minutesAt(int row) const
{
    const qint64 seconds = m_now.secsTo(m_rows[static_cast<std::size_t>(row)].until);
    return static_cast<int>(std::clamp<qint64>((seconds + 59) / 60, 1, longestSnoozeMinutes));
}

} // namespace relevo::models
