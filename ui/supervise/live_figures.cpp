#include <ui/supervise/live_figures.h>

#include <domain/priority.h>
#include <protocol/limits.h>
#include <ui/widgets/times.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QLocale>

#include <algorithm>
#include <cmath>

namespace relevo::ui {

using protocol::Json;

namespace {

constexpr int riskShare = 5; ///< at risk: less than one of so many parts of the time is left

std::optional<double> numberAt(const Json& json, const char* name)
{
    const auto found = json.is_object() ? json.find(name) : json.end();
    if (found == json.end() || !found->is_number())
        return std::nullopt;
    return found->get<double>();
}

std::optional<double> numberAt(const Json& json, const char* group, const char* name)
{
    const auto found = json.is_object() ? json.find(group) : json.end();
    return found == json.end() ? std::nullopt : numberAt(*found, name);
}

std::optional<double> times(std::optional<double> value, double factor)
{
    return value ? std::optional(*value * factor) : std::nullopt;
}

QString whyOf(const QString& fit)
{
    if (fit == QLatin1String("disabled"))
        return QCoreApplication::translate("relevo::ui", "Their account is disabled.");
    if (fit == QLatin1String("team"))
        return QCoreApplication::translate("relevo::ui", "Not in the requested team.");
    if (fit == QLatin1String("not_available"))
        return QCoreApplication::translate("relevo::ui", "Busy or away.");
    if (fit == QLatin1String("gone"))
        return QCoreApplication::translate("relevo::ui", "Their desk is not connected.");
    if (fit == QLatin1String("language"))
        return QCoreApplication::translate("relevo::ui", "Does not speak the customer’s language.");
    if (fit == QLatin1String("skills"))
        return QCoreApplication::translate("relevo::ui", "Lacks a requested skill.");
    if (fit == QLatin1String("full"))
        return QCoreApplication::translate("relevo::ui", "Already has as many as they can take.");
    if (fit == QLatin1String("offered"))
        return QCoreApplication::translate("relevo::ui", "Is being offered another customer.");
    if (fit == QLatin1String("passed"))
        return QCoreApplication::translate("relevo::ui", "Was offered the customer and did not take it.");
    return {};
}

QString fitOf(const AgentFigure& agent)
{
    if (agent.availability != domain::Availability::Available)
        return QStringLiteral("not_available");
    if (agent.gone || !agent.online)
        return QStringLiteral("gone");
    if (agent.capacity > 0 && agent.load >= agent.capacity)
        return QStringLiteral("full");
    return QStringLiteral("fits");
}

bool waitsForAnswer(const client::ConversationRow& row)
{
    return client::isWaiting(row) ||
           (row.holder == domain::Holder::Agent && row.lastAuthor == domain::Author::Customer);
}

} // namespace

qint64 secondsBetween(Timestamp from, Timestamp to)
{
    return std::chrono::duration_cast<std::chrono::seconds>(to - from).count();
}

bool isAtRisk(const client::ConversationRow& row, Timestamp now)
{
    if (row.handoffId.isNull() || !row.responseDueAt || !waitsForAnswer(row))
        return false;
    const qint64 whole = std::max<qint64>(1, secondsBetween(row.requestedAt, *row.responseDueAt));
    return secondsBetween(now, *row.responseDueAt) * riskShare < whole;
}

Moment momentOf(const client::LiveView& live, Timestamp now)
{
    Moment moment;
    for (const client::ConversationRow& row : live.rows()) {
        if (client::isWaiting(row)) {
            ++moment.waiting;
            moment.longestWait =
                std::max(moment.longestWait.value_or(0), secondsBetween(row.requestedAt, now));
        }
        moment.held += row.holder == domain::Holder::Agent ? 1 : 0;
        moment.atRisk += isAtRisk(row, now) ? 1 : 0;
        moment.late += isAtRisk(row, now) && *row.responseDueAt <= now ? 1 : 0;
    }
    for (const domain::Agent& agent : live.agents()) {
        if (agent.disabled)
            continue;
        ++moment.agents;
        moment.here += agent.availability == domain::Availability::Available && !agent.goneAt ? 1 : 0;
    }
    return moment;
}

QString textOf(double value, TargetFigure::Unit unit)
{
    const QLocale locale;
    switch (unit) {
    case TargetFigure::Unit::Percent:
        return QCoreApplication::translate("relevo::ui", "%1 %")
            .arg(locale.toString(value, 'f', value < 10 ? 1 : 0));
    case TargetFigure::Unit::Minutes:
        if (value >= 60)
            return minutesText(static_cast<int>(std::lround(value)));
        return QCoreApplication::translate("relevo::ui", "%1 min")
            .arg(locale.toString(value, 'f', value < 10 ? 1 : 0));
    case TargetFigure::Unit::Stars:
        return QCoreApplication::translate("relevo::ui", "%1 of 5").arg(locale.toString(value, 'f', 1));
    }
    return {};
}

QString targetText(const TargetFigure& figure)
{
    // A target is a round number, whatever its size.
    const QString number = QLocale().toString(figure.target, 'f', 0);
    const QString text = figure.unit == TargetFigure::Unit::Percent
                             ? QCoreApplication::translate("relevo::ui", "%1 %").arg(number)
                         : figure.unit == TargetFigure::Unit::Minutes
                             ? minutesText(static_cast<int>(std::lround(figure.target)))
                             : number;
    return figure.below ? QCoreApplication::translate("relevo::ui", "below %1").arg(text)
                        : QCoreApplication::translate("relevo::ui", "above %1").arg(text);
}

namespace {

/// How long it took until a conversation was resolved; empty when none was.
QString resolutionTime(const Json& summary)
{
    const std::optional<double> half = numberAt(summary, "resolution", "p50Seconds");
    return half ? QCoreApplication::translate("relevo::ui", "half within %1")
                      .arg(minutesText(std::max(1, static_cast<int>(std::lround(*half / 60)))))
                : QString();
}

} // namespace

std::vector<TargetFigure> targetsOf(const Json& summary)
{
    using Unit = TargetFigure::Unit;
    const Json nothing = Json::object();
    const auto found = summary.is_object() ? summary.find("targets") : summary.end();
    const Json& targets = found == summary.end() ? nothing : *found;
    return {
        {QCoreApplication::translate("relevo::ui", "Escalation"),
         times(numberAt(summary, "escalationRate"), 100),
         numberAt(targets, "escalationRateBelow").value_or(0.2) * 100, 100, true, Unit::Percent},
        {QCoreApplication::translate("relevo::ui", "First response"),
         times(numberAt(summary, "firstResponse", "p50Seconds"), 1 / 60.0),
         numberAt(targets, "firstResponseSecondsBelow").value_or(300) / 60, 10, true, Unit::Minutes},
        {QCoreApplication::translate("relevo::ui", "Resolved"),
         times(numberAt(summary, "resolutionRate"), 100),
         numberAt(targets, "resolutionRateAbove").value_or(0.9) * 100, 100, false, Unit::Percent,
         resolutionTime(summary)},
        {QCoreApplication::translate("relevo::ui", "Customer rating"), numberAt(summary, "csat", "average"),
         4, 5, false, Unit::Stars},
        {QCoreApplication::translate("relevo::ui", "Gave up waiting"),
         times(numberAt(summary, "abandonmentRate"), 100),
         numberAt(targets, "abandonmentRateBelow").value_or(0.1) * 100, 100, true, Unit::Percent},
    };
}

std::vector<DayFigure> daysOf(const Json& timeline)
{
    std::vector<DayFigure> days;
    const auto items = timeline.is_object() ? timeline.find("items") : timeline.end();
    if (items == timeline.end() || !items->is_array())
        return days;
    for (const Json& item : *items) {
        if (!item.is_object())
            continue;
        const QString day = protocol::Fields(item).optionalText("day", protocol::maxShortText);
        days.push_back({QDate::fromString(day, Qt::ISODate),
                        static_cast<qint64>(numberAt(item, "handoffs").value_or(0)),
                        static_cast<qint64>(numberAt(item, "resolved").value_or(0))});
    }
    return days;
}

std::map<domain::AgentId, QString> fitsOf(const Json& routing)
{
    std::map<domain::AgentId, QString> fits;
    const auto items = routing.is_object() ? routing.find("items") : routing.end();
    if (items == routing.end() || !items->is_array())
        return fits;
    for (const Json& item : *items) {
        if (!item.is_object())
            continue;
        protocol::Fields fields(item);
        const QString fit = fields.optionalText("fit", protocol::maxShortText);
        const auto id =
            domain::AgentId::parse(QStringView(fields.optionalText("agentId", protocol::maxShortText)));
        if (id)
            fits.emplace(*id, fit);
    }
    return fits;
}

std::vector<AgentFigure> agentsOf(const client::LiveView& live,
                                  const std::map<domain::AgentId, QString>& fits)
{
    std::map<domain::AgentId, int> loads;
    for (const client::ConversationRow& row : live.rows()) {
        if (row.holder == domain::Holder::Agent)
            ++loads[row.holderAgent];
    }
    const bool manual = live.settings().routing == domain::Routing::Manual;
    std::vector<AgentFigure> figures;
    for (const domain::Agent& agent : live.agents()) {
        if (agent.disabled)
            continue;
        AgentFigure figure{agent.id,
                           agent.name,
                           agent.availability,
                           agent.online,
                           agent.goneAt.has_value(),
                           loads[agent.id],
                           agent.capacity,
                           {}};
        // What everybody sees of them is newer than what the relay was last asked for.
        QString fit = fitOf(figure);
        if (const auto told = fits.find(agent.id); told != fits.end() && fit == QLatin1String("fits"))
            fit = told->second;
        figure.why = whyOf(fit);
        if (figure.why.isEmpty() && manual)
            figure.why = QCoreApplication::translate("relevo::ui",
                                                     "Not offered to anybody: the first to claim gets them.");
        figures.push_back(std::move(figure));
    }
    std::sort(figures.begin(), figures.end(), [](const AgentFigure& a, const AgentFigure& b) {
        const int order = QString::localeAwareCompare(a.name, b.name);
        return a.load != b.load ? a.load > b.load : order != 0 ? order < 0 : a.id < b.id;
    });
    return figures;
}

const client::ConversationRow* firstWaiting(const client::LiveView& live, Timestamp now)
{
    const client::ConversationRow* first = nullptr;
    domain::Handoff its;
    for (const client::ConversationRow& row : live.rows()) {
        if (!client::isWaiting(row))
            continue;
        domain::Handoff handoff = client::queueHandoff(row);
        if (first && !domain::queueBefore(handoff, its, now))
            continue;
        first = &row;
        its = std::move(handoff);
    }
    return first;
}

Pressing pressingOf(const client::LiveView& live, Timestamp now, std::size_t most)
{
    std::vector<std::pair<domain::Handoff, const client::ConversationRow*>> found;
    for (const client::ConversationRow& row : live.rows()) {
        if (client::isWaiting(row) || isAtRisk(row, now))
            found.emplace_back(client::queueHandoff(row), &row);
    }
    const auto before = [now](const auto& a, const auto& b) {
        return domain::queueBefore(a.first, b.first, now);
    };
    const std::size_t shown = std::min(most, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(shown), found.end(), before);
    Pressing pressing{{}, found.size()};
    pressing.rows.reserve(shown);
    for (std::size_t i = 0; i < shown; ++i)
        pressing.rows.push_back(*found[i].second);
    return pressing;
}

} // namespace relevo::ui
