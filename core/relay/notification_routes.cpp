#include <relay/notification_routes.h>

#include <protocol/codec.h>

#include <limits>

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

Json listed(const store::StoredNotification& stored)
{
    Json json = protocol::toJson(stored.notification);
    json["seq"] = stored.seq;
    json["at"] = toRfc3339(stored.at);
    if (stored.readAt)
        json["readAt"] = toRfc3339(*stored.readAt);
    return json;
}

std::unexpected<Error> noNotification()
{
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such notification."),
                   QStringLiteral("GET /api/notifications lists yours."));
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

/// The sequence number a page continues before.
Result<qint64> cursorOf(const http::Request& request)
{
    const std::optional<QString> cursor = request.queryItem(u"cursor");
    if (!cursor)
        return std::numeric_limits<qint64>::max();
    bool isNumber = false;
    const qint64 before = cursor->toLongLong(&isNumber);
    if (isNumber && before > 0)
        return before;
    return failure(ErrorCode::Invalid, QStringLiteral("\"cursor\" is not one of a page before."),
                   QStringLiteral("Take it from \"next\", or leave it out for the first page."),
                   {{QStringLiteral("field"), QStringLiteral("cursor")}});
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

std::optional<domain::Agent> NotificationRoutes::reader(const Scope& scope) const
{
    if (!scope.isAgent())
        return std::nullopt;
    return m_parts.hub.state(scope.project)->agents.at(scope.agent);
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
    const int limit = limitOf(request);
    const auto query = [project = scope->project, before = *before, limit, agent = reader(*scope),
                        now = m_parts.clock.now()](store::Reader& reader) {
        return reader.notifications(project, before, limit, agent, now);
    };
    m_parts.queries.run<std::vector<store::StoredNotification>>(
        this, query, [request, responder, limit](Result<std::vector<store::StoredNotification>> found) {
            if (!found) {
                failRequest(request, responder, found.error());
                return;
            }
            Json items = Json::array();
            for (const store::StoredNotification& one : *found)
                items.push_back(listed(one));
            Json next;
            if (static_cast<int>(found->size()) == limit)
                next = std::to_string(found->back().seq);
            responder.send(jsonResponse(200, Json{{"items", std::move(items)}, {"next", std::move(next)}}));
        });
}

void NotificationRoutes::markRead(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.agentOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    const auto id = domain::NotificationId::parse(QStringView(request.parameter(u"id")));
    if (!id) {
        failRequest(request, responder, noNotification().error());
        return;
    }
    const auto query = [project = scope->project, id = *id,
                        agent = *reader(*scope)](store::Reader& reader) -> Result<bool> {
        const auto found = reader.notification(project, id);
        if (!found)
            return std::unexpected(found.error());
        // What is for others is not there.
        return *found && domain::isFor(**found, agent);
    };
    m_parts.queries.run<bool>(
        this, query, [this, request, responder, scope = *scope, id = *id](Result<bool> theirs) {
            if (theirs && *theirs)
                submitRead(request, responder, scope, id);
            else
                failRequest(request, responder, theirs ? noNotification().error() : theirs.error());
        });
}

void NotificationRoutes::submitRead(const http::Request& request, const http::Responder& responder,
                                    const Scope& scope, const domain::NotificationId& id)
{
    Submission submission{scope.project,
                          {},
                          scope.actor,
                          {},
                          domain::ReadNotification{{id, scope.agent}},
                          [](const Outcome&) { return std::string(R"({"success":true})"); },
                          {}};
    // Read once, however often it is said.
    submission.commandIds.push_back(
        {QStringLiteral("read:") + scope.agent.toString() + u'\n' + id.toString()});
    submitRequest(m_parts.pipeline, request, responder, std::move(submission), 200);
}

} // namespace relevo::relay
