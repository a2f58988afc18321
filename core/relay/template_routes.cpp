#include <relay/template_routes.h>

#include <protocol/codec.h>
#include <relay/answers.h>

#include <QtCore/QPointer>

namespace relevo::relay {

using domain::MessageTemplate;
using protocol::Json;

namespace {

std::unexpected<Error> noTemplate()
{
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such message template."),
                   QStringLiteral("GET /api/message-templates lists them."));
}

domain::RecordAccess about(domain::AccessKind kind, const MessageTemplate& text)
{
    domain::AccessChange change;
    change.kind = kind;
    change.name = QStringLiteral("%1 (%2)").arg(text.name, text.language);
    return {change};
}

} // namespace

TemplateRoutes::TemplateRoutes(GatewayParts parts, QObject* parent) : QObject(parent), m_parts(parts) {}

void TemplateRoutes::addTo(http::Router& router)
{
    const QString path = QStringLiteral("/api/message-templates");
    const QString single = path + QStringLiteral("/{id}");
    router.add("GET", path, [this](const http::Request& request, const http::Responder& responder) {
        list(request, responder);
    });
    router.add("PUT", single, [this](const http::Request& request, const http::Responder& responder) {
        put(request, responder);
    });
    router.add("DELETE", single, [this](const http::Request& request, const http::Responder& responder) {
        remove(request, responder);
    });
}

void TemplateRoutes::list(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    using Templates = std::vector<MessageTemplate>;
    const auto query = [project = scope->project](store::Reader& reader) {
        return reader.messageTemplates().of(project);
    };
    m_parts.queries.run<Templates>(this, query, [request, responder](const Result<Templates>& templates) {
        if (!templates) {
            failRequest(request, responder, templates.error());
            return;
        }
        Json items = Json::array();
        for (const MessageTemplate& text : *templates)
            items.push_back(protocol::toJson(text));
        responder.send(jsonResponse(200, Json{{"items", std::move(items)}, {"next", nullptr}}));
    });
}

void TemplateRoutes::submit(const http::Request& request, const http::Responder& responder,
                            const Scope& scope, Submission submission)
{
    const QPointer<TemplateRoutes> guard(this);
    submitRequest(m_parts.pipeline, request, responder, std::move(submission), 200,
                  [guard, project = scope.project](Json&) {
                      if (guard)
                          guard->m_parts.hub.tellMessageTemplates(project);
                  });
}

void TemplateRoutes::put(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    Result<MessageTemplate> text = body ? protocol::fromJson<MessageTemplate>(*body)
                                        : Result<MessageTemplate>(std::unexpected(body.error()));
    const QUuid id = QUuid::fromString(request.parameter(u"id"));
    if (text && id.isNull())
        text = noTemplate();
    if (!text) {
        failRequest(request, responder, text.error());
        return;
    }
    text->id = id;
    text->updatedAt = m_parts.clock.now();
    Submission submission{
        scope->project, {}, scope->actor, {}, about(domain::AccessKind::TemplateChanged, *text), {}, {}};
    submission.answer = [answer = protocol::dump(protocol::toJson(*text))](const Outcome&) {
        return answer;
    };
    submission.check = [project = scope->project, text = *text](store::Journal& journal) {
        return journal.messageTemplates().save(project, text);
    };
    submit(request, responder, *scope, std::move(submission));
}

void TemplateRoutes::remove(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const QUuid id = QUuid::fromString(request.parameter(u"id"));
    if (!scope || id.isNull()) {
        failRequest(request, responder, scope ? noTemplate().error() : scope.error());
        return;
    }
    const auto deletion = [project = scope->project, id](store::Journal& journal) -> Result<void> {
        const auto known = journal.messageTemplates().find(project, id);
        if (!known)
            return std::unexpected(known.error());
        return *known ? journal.messageTemplates().remove(project, id) : noTemplate();
    };
    // The audit names it, so it is looked up first; whether it is still there the deletion itself finds.
    m_parts.queries.run<std::optional<MessageTemplate>>(
        this,
        [project = scope->project, id](store::Reader& reader) {
            return reader.messageTemplates().find(project, id);
        },
        [this, request, responder, scope = *scope,
         deletion](const Result<std::optional<MessageTemplate>>& known) {
            if (!known || !*known) {
                failRequest(request, responder, known ? noTemplate().error() : known.error());
                return;
            }
            Submission submission{
                scope.project, {}, scope.actor, {}, about(domain::AccessKind::TemplateDeleted, **known),
                answers::done, {}};
            submission.check = deletion;
            submit(request, responder, scope, std::move(submission));
        });
}

} // namespace relevo::relay
