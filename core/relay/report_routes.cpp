#include <relay/report_routes.h>

#include <domain/timers.h>
#include <relay/report_text.h>

namespace relevo::relay {
namespace {

bool wantsCsv(const http::Request& request)
{
    const std::optional<QString> format = request.queryItem(u"format");
    return format ? *format == QLatin1String("csv")
                  : request.header("accept").toLower().startsWith("text/csv");
}

Result<domain::ReportKind> kindOf(const http::Request& request)
{
    if (const auto kind = reportKind(request.parameter(u"report")))
        return *kind;
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such report."),
                   QStringLiteral("There are summary, agents, channels, triggers and timeline."));
}

} // namespace

ReportRoutes::ReportRoutes(GatewayParts parts, QueryThread& reports, QObject* parent)
    : QObject(parent), m_parts(parts), m_reports(reports)
{
}

void ReportRoutes::addTo(http::Router& router)
{
    router.add(
        "GET", QStringLiteral("/api/reports/{report}"),
        [this](const http::Request& request, const http::Responder& responder) { get(request, responder); });
}

void ReportRoutes::get(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    if (!scope->mayActForOthers()) {
        failRequest(request, responder,
                    {ErrorCode::Forbidden,
                     QStringLiteral("Only supervisors, admins and programs see reports."),
                     QStringLiteral("Sign in as one of them, or use the project's API key."),
                     {}});
        return;
    }
    const domain::ProjectState* project = m_parts.hub.state(scope->project);
    static const domain::Settings defaults;
    const Timestamp now = m_parts.clock.now();
    const Result<domain::ReportKind> kind = kindOf(request);
    const Result<domain::ReportPeriod> period =
        kind ? reportPeriod(request.queryItem(u"from"), request.queryItem(u"to"),
                            domain::timezoneOf(project ? project->settings : defaults), now)
             : std::unexpected(kind.error());
    if (!period) {
        failRequest(request, responder, period.error());
        return;
    }
    Report report{*kind, *period, {}, {}};
    if (project) {
        for (const auto& [id, agent] : project->agents)
            report.agentNames[id] = agent.name;
    }
    const auto query = [id = scope->project, report = std::move(report), now,
                        csv = wantsCsv(request)](store::Reader& reader) mutable -> Result<http::Response> {
        const auto facts = reader.reportFacts(id, report.period.from, report.period.to);
        if (!facts)
            return std::unexpected(facts.error());
        report.lines = domain::makeReport(report.kind, *facts, report.period, now);
        if (!csv)
            return jsonResponse(200, reportJson(report));
        return http::Response::text(200, reportCsv(report), "text/csv; charset=utf-8")
            .with("Content-Disposition", "attachment; filename=\"report.csv\"");
    };
    m_reports.run<http::Response>(this, query, [request, responder](Result<http::Response> answer) {
        if (answer)
            responder.send(std::move(*answer));
        else
            failRequest(request, responder, answer.error());
    });
}

} // namespace relevo::relay
