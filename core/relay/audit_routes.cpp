#include <relay/audit_routes.h>

#include <protocol/limits.h>
#include <relay/audit_words.h>

namespace relevo::relay {

using protocol::Json;

namespace {

std::unexpected<Error> wrongField(const QString& field, const QString& what)
{
    return failure(ErrorCode::Invalid, QStringLiteral("\"%1\" %2.").arg(field, what), {},
                   {{QStringLiteral("field"), field}});
}

Result<std::optional<Timestamp>> timeOf(const http::Request& request, const QString& name)
{
    const std::optional<QString> text = request.queryItem(name);
    if (!text || text->isEmpty())
        return std::nullopt;
    const std::optional<Timestamp> at = fromRfc3339(text->toStdString());
    if (!at)
        return wrongField(name, QStringLiteral("must be an RFC 3339 time"));
    return at;
}

Result<store::AuditFilter> filterOf(const http::Request& request)
{
    store::AuditFilter filter;
    filter.actor = request.queryItem(u"actor").value_or(QString());
    filter.type = request.queryItem(u"type").value_or(QString());
    filter.limit = limitOf(request);
    const auto from = timeOf(request, QStringLiteral("from"));
    const auto to = timeOf(request, QStringLiteral("to"));
    if (!from || !to)
        return std::unexpected(!from ? from.error() : to.error());
    filter.from = *from;
    filter.to = *to;
    if (const QString cursor = request.queryItem(u"cursor").value_or(QString()); !cursor.isEmpty()) {
        bool isNumber = false;
        filter.beforeSeq = cursor.toLongLong(&isNumber);
        if (!isNumber || filter.beforeSeq < 1)
            return wrongField(QStringLiteral("cursor"), QStringLiteral("must be what \"next\" gave"));
    }
    return filter;
}

} // namespace

AuditRoutes::AuditRoutes(GatewayParts parts, QObject* parent) : QObject(parent), m_parts(parts) {}

void AuditRoutes::addTo(http::Router& router)
{
    router.add(
        "GET", QStringLiteral("/api/audit"),
        [this](const http::Request& request, const http::Responder& responder) { find(request, responder); });
}

void AuditRoutes::find(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const Result<store::AuditFilter> filter =
        scope ? filterOf(request) : Result<store::AuditFilter>(std::unexpected(scope.error()));
    if (!filter) {
        failRequest(request, responder, filter.error());
        return;
    }
    using Entries = std::vector<store::AuditEntry>;
    const auto query = [project = scope->project, filter = *filter](store::Reader& reader) {
        return reader.audit(project, filter);
    };
    m_parts.queries.run<Entries>(
        this, query,
        [this, request, responder, project = scope->project,
         limit = filter->limit](const Result<Entries>& found) {
            if (!found) {
                failRequest(request, responder, found.error());
                return;
            }
            static const domain::ProjectState nothing;
            const domain::ProjectState* state = m_parts.hub.state(project);
            Json items = Json::array();
            for (const store::AuditEntry& entry : *found)
                items.push_back(auditItem(entry, state ? *state : nothing));
            Json next;
            if (static_cast<int>(found->size()) == limit)
                next = std::to_string(found->back().event.seq);
            responder.send(jsonResponse(200, Json{{"items", std::move(items)}, {"next", std::move(next)}}));
        });
}

} // namespace relevo::relay
