#include <relay/notification_routes.h>

#include <protocol/codec.h>
#include <relay/notification_box.h>

namespace relevo::relay {

using protocol::Json;

namespace {

std::string posted(const Outcome& outcome)
{
    for (const store::CommittedEvent& committed : outcome.events) {
        if (const auto* notification = std::get_if<domain::Notification>(&committed.event.data))
            return protocol::dump(protocol::toJson(*notification));
    }
    return "{}";
}

/// Everybody who is named must be there.
Result<void> checkNamed(const domain::Notification& notification, const domain::ProjectState& project)
{
    for (const domain::AgentId& agent : notification.agents) {
        if (!project.agents.contains(agent))
            return failure(ErrorCode::Invalid, QStringLiteral("The audience names somebody who is no agent."),
                           QStringLiteral("GET /api/agents lists them."),
                           {{QStringLiteral("field"), QStringLiteral("audience")},
                            {QStringLiteral("agentId"), agent.toString()}});
    }
    return {};
}

} // namespace

NotificationRoutes::NotificationRoutes(GatewayParts parts, QObject* parent) : QObject(parent), m_parts(parts)
{
}

void NotificationRoutes::addTo(http::Router& router)
{
    const QString path = QStringLiteral("/api/notifications");
    router.add("POST", path, [this](const http::Request& request, http::Responder responder) {
        post(request, std::move(responder));
    });
    router.add("GET", path, [this](const http::Request& request, const http::Responder& responder) {
        list(request, responder);
    });
    router.add("POST", path + QStringLiteral("/{id}/read"),
               [this](const http::Request& request, const http::Responder& responder) {
                   markRead(request, responder);
               });
}

void NotificationRoutes::post(const http::Request& request, http::Responder responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    if (!scope->isIntegration() && scope->role != domain::Role::Admin) {
        failRequest(request, responder,
                    {ErrorCode::Forbidden,
                     QStringLiteral("Only programs and admins post notifications."),
                     QStringLiteral("Use the project's API key, or sign in as an admin."),
                     {}});
        return;
    }
    const Result<Json> body = jsonBody(request);
    Result<domain::Notification> notification =
        body ? protocol::notificationFromJson(*body)
             : Result<domain::Notification>(std::unexpected(body.error()));
    const domain::ProjectState* project = m_parts.hub.state(scope->project);
    if (notification && project) {
        if (const Result<void> known = checkNamed(*notification, *project); !known)
            notification = std::unexpected(known.error());
    }
    if (!notification) {
        failRequest(request, responder, notification.error());
        return;
    }
    submitRequest(m_parts.pipeline, request, std::move(responder),
                  Submission{scope->project,
                             {},
                             scope->actor,
                             {},
                             domain::PostNotification{std::move(*notification)},
                             posted,
                             {}},
                  201);
}

void NotificationRoutes::list(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const Result<qint64> before = scope ? cursorOf(request) : std::unexpected(scope.error());
    if (!before) {
        failRequest(request, responder, before.error());
        return;
    }
    notificationbox::list(m_parts, this, *scope, *before, limitOf(request),
                          [request, responder](const Result<Json>& page) {
                              if (page)
                                  responder.send(jsonResponse(200, *page));
                              else
                                  failRequest(request, responder, page.error());
                          });
}

void NotificationRoutes::markRead(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.agentOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    // What is no id names no notification.
    const auto id = domain::NotificationId::parse(QStringView(request.parameter(u"id")));
    notificationbox::read(m_parts, this, *scope, id.value_or(domain::NotificationId()),
                          [this, request, responder](Result<Submission> submission) {
                              submitRequest(m_parts.pipeline, request, responder, std::move(submission), 200);
                          });
}

} // namespace relevo::relay
