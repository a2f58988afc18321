#include <relay/assist_routes.h>

#include <protocol/limits.h>

namespace relevo::relay {

using protocol::Json;

AssistRoutes::AssistRoutes(GatewayParts parts, QObject* parent) : QObject(parent), m_parts(parts) {}

void AssistRoutes::addTo(http::Router& router)
{
    const auto add = [this, &router](const QString& pattern, Assistant::Request what) {
        router.add("POST", pattern,
                   [this, what](const http::Request& request, const http::Responder& responder) {
                       ask(what, request, responder);
                   });
    };
    add(QStringLiteral("/api/handoff/{id}/summary"), &Assistant::refreshSummary);
    add(QStringLiteral("/api/handoff/{id}/suggestions"), &Assistant::suggest);
    add(QStringLiteral("/api/handoff/{id}/closing-note"), &Assistant::closingNote);
    add(QStringLiteral("/api/assist/rewrite"), &Assistant::rewrite);
}

void AssistRoutes::ask(Assistant::Request what, const http::Request& request,
                       const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    const QByteArray key = request.header("idempotency-key");
    if (body && key.size() > static_cast<qsizetype>(protocol::maxShortText))
        body = failure(ErrorCode::Invalid, QStringLiteral("The Idempotency-Key is too long."));
    if (!body) {
        failRequest(request, responder, body.error());
        return;
    }
    // What the path names counts, whatever the body says.
    if (const QString id = request.parameter(u"id"); !id.isEmpty()) {
        if (!domain::HandoffId::parse(QStringView(id))) {
            failRequest(request, responder,
                        {ErrorCode::NotFound,
                         QStringLiteral("There is no such handoff."),
                         QStringLiteral("GET /api/handoff/pending lists the waiting ones."),
                         {}});
            return;
        }
        (*body)["handoffId"] = protocol::utf8(id);
    }
    http::Request about; // what the log line of a refusal needs, without the body
    about.method = request.method;
    about.correlationId = request.correlationId;
    (m_parts.assistant.*
     what)(*scope, *body, QString::fromUtf8(key), [about, responder](const Result<std::string>& answer) {
        if (answer)
            responder.send(http::Response::json(200, QByteArray::fromStdString(*answer)));
        else
            failRequest(about, responder, answer.error());
    });
}

} // namespace relevo::relay
