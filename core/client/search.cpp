#include <client/search.h>

#include <QtCore/QRegularExpression>

namespace relevo::client {

namespace {

std::optional<Timestamp> startOf(const QString& text, const QTimeZone& zone, int daysLater)
{
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid())
        return std::nullopt;
    return Timestamp(milliseconds(day.addDays(daysLater).startOfDay(zone).toMSecsSinceEpoch()));
}

/// False when it is no filter, or its value none that it could have.
bool take(SearchQuery& query, const QString& name, const QString& value, const QTimeZone& zone)
{
    const auto texts = {std::pair("from", &query.from), std::pair("channel", &query.channel),
                        std::pair("agent", &query.agent), std::pair("tag", &query.tag)};
    for (const auto& [known, target] : texts) {
        if (name == QLatin1String(known)) {
            *target = value;
            return true;
        }
    }
    const bool on = name == QLatin1String("on");
    const auto from = startOf(value, zone, 0);
    if (!from)
        return false;
    if (on || name == QLatin1String("after"))
        query.after = from;
    if (on)
        query.before = startOf(value, zone, 1);
    else if (name == QLatin1String("before"))
        query.before = from;
    return on || name == QLatin1String("after") || name == QLatin1String("before");
}

} // namespace

bool SearchQuery::isEmpty() const
{
    return words.isEmpty() && !hasFilters();
}

bool SearchQuery::hasFilters() const
{
    return !from.isEmpty() || !channel.isEmpty() || !agent.isEmpty() || !tag.isEmpty() || after || before;
}

SearchQuery parseSearch(const QString& typed, const QTimeZone& zone)
{
    static const QRegularExpression part(
        QStringLiteral("(?:(?<name>[a-z]+):)?(?:\"(?<quoted>[^\"]*)\"?|(?<plain>\\S+))"),
        QRegularExpression::CaseInsensitiveOption);
    SearchQuery query;
    QStringList words;
    auto parts = part.globalMatch(typed);
    while (parts.hasNext()) {
        const QRegularExpressionMatch match = parts.next();
        const QString name = match.captured(u"name").toLower();
        const QString value = match.captured(u"quoted") + match.captured(u"plain");
        if (name.isEmpty() || value.isEmpty() || !take(query, name, value.trimmed(), zone))
            words.push_back(name.isEmpty() ? value : match.captured(0));
    }
    query.words = words.join(u' ').trimmed();
    return query;
}

} // namespace relevo::client
