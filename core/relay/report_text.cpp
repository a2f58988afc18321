#include <relay/report_text.h>

#include <domain/local_time.h>

#include <array>

namespace relevo::relay {

using protocol::Json;

namespace {

constexpr int longestDays = 366;
constexpr int usualDays = 30;

struct NamedKind
{
    const char* name;
    const char* key; ///< what its lines are called by
    domain::ReportKind kind;
};

constexpr std::array kinds{NamedKind{"summary", "", domain::ReportKind::Summary},
                           NamedKind{"agents", "agentId", domain::ReportKind::Agents},
                           NamedKind{"channels", "channel", domain::ReportKind::Channels},
                           NamedKind{"triggers", "trigger", domain::ReportKind::Triggers},
                           NamedKind{"timeline", "day", domain::ReportKind::Timeline}};

const NamedKind& kindOf(domain::ReportKind kind)
{
    return kinds.at(static_cast<std::size_t>(kind));
}

std::unexpected<Error> wrong(const char* field, const QString& message)
{
    return failure(ErrorCode::Invalid, message,
                   QStringLiteral("Give days such as 2026-11-01, or moments such as 2026-11-01T09:00:00Z."),
                   {{QStringLiteral("field"), QString::fromLatin1(field)}});
}

/// A day's beginning or, with `end`, its end; or a moment.
std::optional<Timestamp> momentOf(const QString& text, const domain::LocalTime& time, bool end)
{
    if (text.size() != 10)
        return fromRfc3339(text.toStdString());
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid())
        return std::nullopt;
    return time.first(end ? day.addDays(1) : day, 0);
}

double seconds(milliseconds span)
{
    return static_cast<double>(span.count()) / 1'000.0;
}

/// A column of the CSV: a number, or nothing.
using Cell = std::optional<double>;

struct Column
{
    const char* name;
    Cell (*value)(const domain::ReportFigures&);
};

template <std::optional<domain::SpanFigures> domain::ReportFigures::*spans,
          milliseconds domain::SpanFigures::*which>
Cell span(const domain::ReportFigures& figures)
{
    const auto& found = figures.*spans;
    return found ? Cell(seconds((*found).*which)) : std::nullopt;
}

template <qint64 domain::ReportFigures::*count>
Cell number(const domain::ReportFigures& figures)
{
    return static_cast<double>(figures.*count);
}

template <std::optional<double> (domain::ReportFigures::*rate)() const>
Cell rateOf(const domain::ReportFigures& figures)
{
    return (figures.*rate)();
}

template <domain::PromiseFigures domain::ReportFigures::*kind, qint64 domain::PromiseFigures::*count>
Cell promise(const domain::ReportFigures& figures)
{
    return static_cast<double>(figures.*kind.*count);
}

template <int score>
Cell rated(const domain::ReportFigures& figures)
{
    return static_cast<double>(figures.ratings.scores.at(score - domain::lowestRating));
}

using F = domain::ReportFigures;
using S = domain::SpanFigures;
using P = domain::PromiseFigures;

constexpr std::array columns{Column{"conversations", number<&F::conversations>},
                             Column{"escalated", number<&F::escalated>},
                             Column{"escalationRate", rateOf<&F::escalationRate>},
                             Column{"handoffs", number<&F::handoffs>},
                             Column{"resolved", number<&F::resolved>},
                             Column{"resolutionRate", rateOf<&F::resolutionRate>},
                             Column{"abandoned", number<&F::abandoned>},
                             Column{"abandonmentRate", rateOf<&F::abandonmentRate>},
                             Column{"tickets", number<&F::tickets>},
                             Column{"waiting", number<&F::waiting>},
                             Column{"held", number<&F::held>},
                             Column{"handedBack", number<&F::handedBack>},
                             Column{"handBackRate", rateOf<&F::handBackRate>},
                             Column{"slaFirstResponseMet", promise<&F::firstResponses, &P::met>},
                             Column{"slaFirstResponseBreached", promise<&F::firstResponses, &P::breached>},
                             Column{"slaNextResponseMet", promise<&F::nextResponses, &P::met>},
                             Column{"slaNextResponseBreached", promise<&F::nextResponses, &P::breached>},
                             Column{"slaResolutionMet", promise<&F::resolutions, &P::met>},
                             Column{"slaResolutionBreached", promise<&F::resolutions, &P::breached>},
                             Column{"waitMeanSeconds", span<&F::wait, &S::mean>},
                             Column{"waitP50Seconds", span<&F::wait, &S::median>},
                             Column{"waitP90Seconds", span<&F::wait, &S::p90>},
                             Column{"firstResponseMeanSeconds", span<&F::firstResponse, &S::mean>},
                             Column{"firstResponseP50Seconds", span<&F::firstResponse, &S::median>},
                             Column{"firstResponseP90Seconds", span<&F::firstResponse, &S::p90>},
                             Column{"resolutionMeanSeconds", span<&F::resolution, &S::mean>},
                             Column{"resolutionP50Seconds", span<&F::resolution, &S::median>},
                             Column{"resolutionP90Seconds", span<&F::resolution, &S::p90>},
                             Column{"csatAsked",
                                    [](const F& figures) -> Cell {
                                        return static_cast<double>(figures.ratings.asked);
                                    }},
                             Column{"csatAnswered",
                                    [](const F& figures) -> Cell {
                                        return static_cast<double>(figures.ratings.answered());
                                    }},
                             Column{"csatAverage",
                                    [](const F& figures) {
                                        return figures.ratings.average();
                                    }},
                             Column{"csatSatisfiedRate",
                                    [](const F& figures) {
                                        return figures.ratings.contentRate();
                                    }},
                             Column{"csat1", rated<1>},
                             Column{"csat2", rated<2>},
                             Column{"csat3", rated<3>},
                             Column{"csat4", rated<4>},
                             Column{"csat5", rated<5>},
                             Column{"availableSeconds", [](const F& figures) -> Cell {
                                        return seconds(figures.atWork);
                                    }}};

Json spanJson(const std::optional<domain::SpanFigures>& spans)
{
    if (!spans)
        return nullptr;
    return Json{{"count", spans->count},
                {"meanSeconds", seconds(spans->mean)},
                {"p50Seconds", seconds(spans->median)},
                {"p90Seconds", seconds(spans->p90)}};
}

Json rateJson(const std::optional<double>& rate)
{
    return rate ? Json(*rate) : Json();
}

Json promiseJson(const domain::PromiseFigures& promises)
{
    return Json{{"met", promises.met}, {"breached", promises.breached}};
}

/// By kind, and all kinds together.
Json slaJson(const domain::ReportFigures& figures)
{
    Json json{{"met", 0},
              {"breached", 0},
              {"firstResponse", promiseJson(figures.firstResponses)},
              {"nextResponse", promiseJson(figures.nextResponses)},
              {"resolution", promiseJson(figures.resolutions)}};
    for (const domain::PromiseFigures& kind :
         {figures.firstResponses, figures.nextResponses, figures.resolutions}) {
        json["met"] = json["met"].get<qint64>() + kind.met;
        json["breached"] = json["breached"].get<qint64>() + kind.breached;
    }
    return json;
}

Json csatJson(const domain::RatingFigures& ratings)
{
    Json distribution = Json::object();
    for (int score = domain::lowestRating; score <= domain::highestRating; ++score)
        distribution[std::to_string(score)] =
            ratings.scores.at(static_cast<std::size_t>(score - domain::lowestRating));
    return Json{{"asked", ratings.asked},
                {"answered", ratings.answered()},
                {"average", rateJson(ratings.average())},
                {"satisfied", ratings.content()},
                {"satisfiedRate", rateJson(ratings.contentRate())},
                {"distribution", std::move(distribution)}};
}

Json figuresJson(const domain::ReportFigures& figures)
{
    return Json{{"conversations", figures.conversations},
                {"escalated", figures.escalated},
                {"escalationRate", rateJson(figures.escalationRate())},
                {"handoffs", figures.handoffs},
                {"resolved", figures.resolved},
                {"resolutionRate", rateJson(figures.resolutionRate())},
                {"abandoned", figures.abandoned},
                {"abandonmentRate", rateJson(figures.abandonmentRate())},
                {"tickets", figures.tickets},
                {"waiting", figures.waiting},
                {"held", figures.held},
                {"handedBack", figures.handedBack},
                {"handBackRate", rateJson(figures.handBackRate())},
                {"sla", slaJson(figures)},
                {"csat", csatJson(figures.ratings)},
                {"wait", spanJson(figures.wait)},
                {"firstResponse", spanJson(figures.firstResponse)},
                {"resolution", spanJson(figures.resolution)}};
}

QString nameOf(const Report& report, const QString& agent)
{
    const auto id = domain::AgentId::parse(QStringView(agent));
    const auto found = id ? report.agentNames.find(*id) : report.agentNames.end();
    return found == report.agentNames.end() ? QString() : found->second;
}

/// What fits the report: whoever counts agents counts no conversations of theirs, for one.
bool belongs(domain::ReportKind kind, const char* column)
{
    const std::string_view name(column);
    const bool ofConversations = name == "conversations" || name == "escalated" || name == "escalationRate";
    if (ofConversations)
        return kind != domain::ReportKind::Agents && kind != domain::ReportKind::Triggers;
    return name != "availableSeconds" || kind == domain::ReportKind::Agents;
}

Json lineJson(const Report& report, const domain::ReportLine& line)
{
    Json json = figuresJson(line.figures);
    for (const char* name : {"conversations", "escalated", "escalationRate"}) {
        if (!belongs(report.kind, name))
            json.erase(name);
    }
    if (report.kind == domain::ReportKind::Agents) {
        json["name"] = protocol::utf8(nameOf(report, line.key));
        json["availableSeconds"] = seconds(line.figures.atWork);
    }
    if (const char* key = kindOf(report.kind).key; *key != '\0')
        json[key] = protocol::utf8(line.key);
    return json;
}

QByteArray csvText(const QString& text)
{
    QByteArray cell = text.toUtf8();
    if (!cell.isEmpty() && QByteArrayView("=+-@\t\r").contains(cell.front()))
        cell.prepend('\'');
    if (cell.contains(',') || cell.contains('"') || cell.contains('\n') || cell.contains('\r')) {
        cell.replace("\"", "\"\"");
        cell = '"' + cell + '"';
    }
    return cell;
}

} // namespace

std::optional<domain::ReportKind> reportKind(const QString& name)
{
    for (const NamedKind& kind : kinds) {
        if (name == QLatin1String(kind.name))
            return kind.kind;
    }
    return std::nullopt;
}

Result<domain::ReportPeriod> reportPeriod(const std::optional<QString>& from,
                                          const std::optional<QString>& to, const QString& timezone,
                                          Timestamp now)
{
    const domain::LocalTime time(timezone);
    const QDate today = time.dayOf(now);
    std::optional<Timestamp> begin = time.first(today.addDays(1 - usualDays), 0);
    std::optional<Timestamp> end = time.first(today.addDays(1), 0);
    if (to)
        end = momentOf(*to, time, true);
    if (!end)
        return wrong("to", QStringLiteral("\"to\" is neither a day nor a moment."));
    if (from)
        begin = momentOf(*from, time, false);
    else if (to)
        begin = time.first(time.dayOf(*end - milliseconds(1)).addDays(1 - usualDays), 0);
    if (!begin)
        return wrong("from", QStringLiteral("\"from\" is neither a day nor a moment."));
    if (*begin >= *end)
        return wrong("to", QStringLiteral("The period ends before it begins."));
    if (*end - *begin > std::chrono::hours(24 * longestDays + 1))
        return wrong("from", QStringLiteral("A report covers a year at most."));
    return domain::ReportPeriod{*begin, *end, timezone};
}

Json reportJson(const Report& report)
{
    using Targets = domain::ReportTargets;
    Json json{{"report", kindOf(report.kind).name},
              {"from", toRfc3339(report.period.from)},
              {"to", toRfc3339(report.period.to)},
              {"timezone", protocol::utf8(report.period.timezone)},
              {"targets",
               {{"escalationRateBelow", Targets::escalationBelow},
                {"firstResponseSecondsBelow", seconds(Targets::firstResponseBelow)},
                {"resolutionRateAbove", Targets::resolutionAbove},
                {"abandonmentRateBelow", Targets::abandonmentBelow}}}};
    if (report.kind == domain::ReportKind::Summary) {
        json.update(lineJson(report, report.lines.front()));
        return json;
    }
    Json& items = json["items"] = Json::array();
    for (const domain::ReportLine& line : report.lines)
        items.push_back(lineJson(report, line));
    return json;
}

QByteArray reportCsv(const Report& report)
{
    QByteArrayList cells;
    const char* key = kindOf(report.kind).key;
    const bool agents = report.kind == domain::ReportKind::Agents;
    if (*key != '\0')
        cells.push_back(key);
    if (agents)
        cells.push_back("name");
    for (const Column& column : columns) {
        if (belongs(report.kind, column.name))
            cells.push_back(column.name);
    }
    QByteArray text = cells.join(',') + "\r\n";
    for (const domain::ReportLine& line : report.lines) {
        cells.clear();
        if (*key != '\0')
            cells.push_back(csvText(line.key));
        if (agents)
            cells.push_back(csvText(nameOf(report, line.key)));
        for (const Column& column : columns) {
            if (!belongs(report.kind, column.name))
                continue;
            const Cell value = column.value(line.figures);
            cells.push_back(value ? QByteArray::number(*value, 'g', 12) : QByteArray());
        }
        text += cells.join(',') + "\r\n";
    }
    return text;
}

} // namespace relevo::relay
