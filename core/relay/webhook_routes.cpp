#include <relay/webhook_routes.h>

#include <protocol/limits.h>
#include <protocol/names.h>
#include <relay/answers.h>
#include <relay/secrets.h>

#include <algorithm>

namespace relevo::relay {

using protocol::Json;

namespace {

constexpr std::size_t mostEvents = 100;

Json hookJson(const store::Webhook& hook)
{
    Json events = Json::array();
    for (const QString& event : hook.events)
        events.push_back(protocol::utf8(event));
    Json json{
        {"id", hook.id.text()},    {"url", protocol::utf8(hook.url)},      {"events", std::move(events)},
        {"enabled", hook.enabled}, {"createdAt", toRfc3339(hook.created)}, {"sentSeq", hook.sent}};
    if (hook.failingSince)
        json["failingSince"] = toRfc3339(*hook.failingSince);
    if (!hook.lastError.isEmpty())
        json["lastError"] = protocol::utf8(hook.lastError);
    return json;
}

bool isKnownType(const QString& text)
{
    const auto type = protocol::valueOf<domain::EventType>(protocol::utf8(text));
    return type && *type < domain::EventType::Hidden && !isKept(text);
}

/// Some type begins like it.
bool isKnownGroup(const QString& text)
{
    if (text == QLatin1String("*"))
        return true;
    if (!text.endsWith(QLatin1String(".*")))
        return false;
    const std::string prefix = protocol::utf8(text.chopped(1));
    for (int type = 0; type < static_cast<int>(domain::EventType::Hidden); ++type) {
        if (protocol::nameOf(static_cast<domain::EventType>(type)).starts_with(prefix))
            return true;
    }
    return false;
}

void readEvents(protocol::Fields& fields, QStringList& events)
{
    const Json* list = fields.member("events");
    bool good = list && list->is_array() && !list->empty() && list->size() <= mostEvents;
    for (std::size_t i = 0; good && i < list->size(); ++i) {
        const QString type = (*list)[i].is_string() ? protocol::toQString((*list)[i]) : QString();
        good = isKnownType(type) || isKnownGroup(type);
        if (!events.contains(type))
            events.push_back(type);
    }
    if (!good)
        fields.fail("events", "must be a list of event types, such as handoff.claimed, handoff.* or *");
}

std::unexpected<Error> noHook()
{
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such webhook."),
                   QStringLiteral("GET /api/webhooks lists them."));
}

Submission about(const Scope& scope, domain::AccessKind kind, const store::Webhook& hook)
{
    return Submission{scope.project, {}, scope.actor, {}, domain::RecordAccess{accessChange(kind, hook)},
                      answers::done, {}};
}

Result<store::Webhook> readHook(const Json& body)
{
    protocol::Fields fields(body);
    store::Webhook hook;
    hook.url = fields.text("url", protocol::maxUrlBytes);
    const QUrl url(hook.url, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasFragment())
        fields.fail("url", "must be an https or http address without a user and fragment");
    readEvents(fields, hook.events);
    if (fields.error())
        return std::unexpected(*fields.error());
    return hook;
}

} // namespace

WebhookRoutes::WebhookRoutes(GatewayParts parts, WebhookCourier& courier, IdSource& ids, QObject* parent)
    : QObject(parent), m_parts(parts), m_courier(courier), m_ids(ids)
{
}

void WebhookRoutes::addTo(http::Router& router)
{
    const QString path = QStringLiteral("/api/webhooks");
    using Handle = void (WebhookRoutes::*)(const http::Request&, const http::Responder&);
    const auto add = [this, &router](const QByteArray& method, const QString& pattern, Handle handle) {
        router.add(method, pattern,
                   [this, handle](const http::Request& request, const http::Responder& responder) {
                       (this->*handle)(request, responder);
                   });
    };
    add("POST", path, &WebhookRoutes::add);
    add("GET", path, &WebhookRoutes::list);
    add("DELETE", path + QStringLiteral("/{id}"), &WebhookRoutes::remove);
    add("POST", path + QStringLiteral("/{id}/enable"), &WebhookRoutes::enable);
}

Result<Scope> WebhookRoutes::admin(const http::Request& request) const
{
    Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (scope && (!scope->isAgent() || scope->role != domain::Role::Admin))
        return failure(ErrorCode::Forbidden, QStringLiteral("Only admins see and change webhooks."),
                       QStringLiteral("Sign in as an admin."));
    return scope;
}

Result<store::Webhook> WebhookRoutes::hook(const http::Request& request) const
{
    const Result<Scope> scope = admin(request);
    if (!scope)
        return std::unexpected(scope.error());
    const auto id = store::WebhookId::parse(QStringView(request.parameter(u"id")));
    for (store::Webhook& hook : m_courier.hooksOf(scope->project)) {
        if (hook.id == id)
            return std::move(hook);
    }
    return noHook();
}

void WebhookRoutes::add(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = admin(request);
    const Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    Result<store::Webhook> hook = body ? readHook(*body) : std::unexpected(body.error());
    if (hook && m_courier.hooksOf(scope->project).size() >= mostHooks)
        hook = failure(ErrorCode::Conflict, QStringLiteral("The project has as many webhooks as it may."),
                       QStringLiteral("Delete one of the %1 first.").arg(mostHooks));
    if (!hook) {
        failRequest(request, responder, hook.error());
        return;
    }
    hook->id = m_ids.make<store::WebhookId>();
    hook->project = scope->project;
    hook->secret = newSigningSecret();
    hook->created = m_parts.clock.now();
    hook->sent = m_parts.hub.state(scope->project)->seq; // from now on
    const auto fresh = std::make_shared<bool>(false);
    Submission submission = about(*scope, domain::AccessKind::WebhookCreated, *hook);
    submission.answer = [text = protocol::dump(hookJson(*hook))](const Outcome&) {
        return text;
    };
    submission.rows = [hook = *hook, fresh](store::Journal& journal) {
        *fresh = true;
        return journal.webhooks().add(hook);
    };
    submitRequest(m_parts.pipeline, request, responder, std::move(submission), 201,
                  [this, hook = *hook, fresh](Json& json) {
                      if (!*fresh) // of a repeat the secret is not told again
                          return;
                      m_courier.add(hook);
                      json["secret"] = hook.secret.toStdString();
                  });
}

void WebhookRoutes::list(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = admin(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    Json items = Json::array();
    for (const store::Webhook& hook : m_courier.hooksOf(scope->project))
        items.push_back(hookJson(hook));
    responder.send(jsonResponse(200, Json{{"items", std::move(items)}, {"next", nullptr}}));
}

void WebhookRoutes::remove(const http::Request& request, const http::Responder& responder)
{
    const Result<store::Webhook> hook = this->hook(request);
    const Result<Scope> scope = admin(request);
    if (!hook || !scope) {
        failRequest(request, responder, hook ? scope.error() : hook.error());
        return;
    }
    Submission submission = about(*scope, domain::AccessKind::WebhookDeleted, *hook);
    // Here, because whether there was one to delete decides whether anything has happened.
    submission.check = [project = hook->project, id = hook->id](store::Journal& journal) -> Result<void> {
        const Result<bool> removed = journal.webhooks().remove(project, id);
        if (!removed)
            return std::unexpected(removed.error());
        return *removed ? Result<void>() : noHook(); // deleted meanwhile
    };
    submission.done = [this, request, responder, id = hook->id](const Result<std::string>& removed) {
        if (!removed) {
            failRequest(request, responder, removed.error());
            return;
        }
        m_courier.remove(id);
        responder.send(http::Response::noContent());
    };
    m_parts.pipeline.submit(std::move(submission));
}

void WebhookRoutes::enable(const http::Request& request, const http::Responder& responder)
{
    const Result<store::Webhook> hook = this->hook(request);
    const Result<Scope> scope = admin(request);
    if (!hook || !scope) {
        failRequest(request, responder, hook ? scope.error() : hook.error());
        return;
    }
    if (hook->enabled) {
        responder.send(jsonResponse(200, hookJson(*hook)));
        return;
    }
    store::Webhook on = *hook;
    on.enabled = true;
    on.failingSince.reset();
    on.lastError.clear();
    Submission submission = about(*scope, domain::AccessKind::WebhookEnabled, on);
    submission.rows = [on](store::Journal& journal) {
        return journal.webhooks().save(on);
    };
    submission.done = [this, request, responder, on](const Result<std::string>& enabled) {
        if (!enabled) {
            failRequest(request, responder, enabled.error());
            return;
        }
        m_courier.enable(on.id);
        responder.send(jsonResponse(200, hookJson(on)));
    };
    m_parts.pipeline.submit(std::move(submission));
}

} // namespace relevo::relay
