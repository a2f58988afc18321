#include <relay/auth_routes.h>

#include <base/log.h>
#include <protocol/codec.h>
#include <protocol/limits.h>
#include <relay/secrets.h>

namespace relevo::relay {

using protocol::Json;

namespace {

constexpr int maxPasswordChecks = 32;

Error wrongPassword()
{
    return {ErrorCode::Unauthorized,
            QStringLiteral("The e-mail address or the password is wrong."),
            QStringLiteral("Check both and try again."),
            {}};
}

struct Candidate
{
    domain::ProjectId project;
    domain::AgentId agent;
};

/// The agent whose password it is. An unknown address takes the same time as a wrong password.
std::optional<Candidate> matching(const std::vector<store::StoredPassword>& stored,
                                  const QByteArray& password)
{
    if (stored.empty())
        (void)passwordMatches(impossibleHash(), password);
    for (const store::StoredPassword& one : stored) {
        if (passwordMatches(one.hash, password))
            return Candidate{one.project, one.agent};
    }
    return std::nullopt;
}

} // namespace

AuthRoutes::AuthRoutes(GatewayParts parts, QObject* parent)
    : QObject(parent), m_parts(parts), m_guard(parts.clock)
{
    m_passwords.setMaxThreadCount(1);
}

AuthRoutes::~AuthRoutes()
{
    m_passwords.clear();
    m_passwords.waitForDone();
}

void AuthRoutes::addTo(http::Router& router)
{
    router.add("POST", QStringLiteral("/api/auth/login"),
               [this](const http::Request& request, const http::Responder& responder) {
                   login(request, responder);
               });
    router.add("POST", QStringLiteral("/api/auth/logout"),
               [this](const http::Request& request, const http::Responder& responder) {
                   logout(request, responder);
               });
    router.add(
        "GET", QStringLiteral("/api/auth/me"),
        [this](const http::Request& request, const http::Responder& responder) { me(request, responder); });
    router.add("GET", QStringLiteral("/api/agents"),
               [this](const http::Request& request, const http::Responder& responder) {
                   agents(request, responder);
               });
    router.add("PUT", QStringLiteral("/api/agents/me/availability"),
               [this](const http::Request& request, http::Responder responder) {
                   setAvailability(request, std::move(responder));
               });
}

Json AuthRoutes::identity(const Scope& scope) const
{
    Json json{{"agent", nullptr}, {"project", nullptr}};
    const domain::ProjectState* state = m_parts.hub.state(scope.project);
    if (!state)
        return json;
    json["project"] = protocol::toJson(state->project);
    if (const auto agent = state->agents.find(scope.agent); agent != state->agents.end())
        json["agent"] = protocol::toJson(agent->second);
    return json;
}

void AuthRoutes::login(const http::Request& request, const http::Responder& responder)
{
    const Result<Json> body = jsonBody(request);
    if (!body) {
        failRequest(request, responder, body.error());
        return;
    }
    protocol::Fields fields(*body);
    const QString email = fields.text("email", protocol::maxShortText).trimmed();
    const QString password = fields.text("password", protocol::maxShortText);
    const QString address = request.peer.toString();
    Result<void> allowed;
    if (fields.error())
        allowed = std::unexpected(*fields.error());
    else if (m_waiting >= maxPasswordChecks)
        allowed = failure(ErrorCode::Unavailable, QStringLiteral("Too many people are signing in."),
                          QStringLiteral("Try again in a few seconds."));
    else
        allowed = m_guard.attempt(email, address);
    if (!allowed) {
        failRequest(request, responder, allowed.error());
        return;
    }
    ++m_waiting;
    const auto query = [email](store::Reader& reader) {
        return reader.credentials().passwordsOf(email);
    };
    using Passwords = std::vector<store::StoredPassword>;
    m_parts.queries.run<Passwords>(
        this, query, [this, request, responder, email, address, password](Result<Passwords> stored) {
            if (!stored) {
                --m_waiting;
                failRequest(request, responder, stored.error());
                return;
            }
            m_passwords.start([this, request, responder, email, address, stored = std::move(*stored),
                               password = password.toUtf8()] {
                const std::optional<Candidate> found = matching(stored, password);
                // Crosses from the password thread to the I/O thread; the destructor waits for this thread,
                // so `this` is there.
                QMetaObject::invokeMethod(
                    this,
                    [this, request, responder, email, address, found] {
                        --m_waiting;
                        if (!found) {
                            qCInfo(logAuth).noquote()
                                << logLine(u"Sign-in refused",
                                           {{u"requestId", QString::fromLatin1(request.correlationId)}});
                            failRequest(request, responder, wrongPassword());
                            return;
                        }
                        m_guard.succeeded(email, address);
                        loggedIn(request, responder, found->project, found->agent);
                    },
                    Qt::QueuedConnection);
            });
        });
}

void AuthRoutes::loggedIn(const http::Request& request, const http::Responder& responder,
                          const domain::ProjectId& project, const domain::AgentId& agent)
{
    const QByteArray token = newToken("ra_");
    const Timestamp now = m_parts.clock.now();
    const Timestamp expires = now + sessionTime;
    const auto work = [hash = tokenHash(token), project, agent, expires, now](store::Journal& journal) {
        return journal.credentials().addSession(hash, project, agent, expires, now);
    };
    const auto done = [this, request, responder, token, project, agent, expires](const Result<void>& result) {
        if (!result) {
            failRequest(request, responder, result.error());
            return;
        }
        qCInfo(logAuth).noquote() << logLine(
            u"Signed in",
            {{u"requestId", QString::fromLatin1(request.correlationId)}, {u"agentId", agent.toString()}});
        Scope scope;
        scope.project = project;
        scope.agent = agent;
        Json json = identity(scope);
        json["token"] = token.toStdString();
        json["expiresAt"] = toRfc3339(expires);
        responder.send(jsonResponse(200, json));
    };
    m_parts.pipeline.submit(Chore{project, work, done});
}

void AuthRoutes::logout(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.agentOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    const QByteArray token = request.bearerToken();
    m_parts.auth.forget(token);
    Q_EMIT loggedOut(tokenHash(token));
    const auto work = [hash = tokenHash(token)](store::Journal& journal) {
        return journal.credentials().removeSession(hash);
    };
    const auto done = [this, request, responder, token](const Result<void>& result) {
        m_parts.auth.forget(token);
        if (!result)
            failRequest(request, responder, result.error());
        else
            responder.send(jsonResponse(200, Json{{"success", true}}));
    };
    m_parts.pipeline.submit(Chore{scope->project, work, done});
}

void AuthRoutes::me(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.agentOf(request);
    if (!scope)
        failRequest(request, responder, scope.error());
    else
        responder.send(jsonResponse(200, identity(*scope)));
}

void AuthRoutes::agents(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    Json items = Json::array();
    if (const domain::ProjectState* state = m_parts.hub.state(scope->project)) {
        std::map<domain::AgentId, int> load;
        for (const auto& [id, conversation] : state->conversations) {
            if (conversation.control.holder == domain::Holder::Agent)
                ++load[conversation.control.agent];
        }
        for (const auto& [id, agent] : state->agents) {
            Json json = protocol::toJson(agent);
            json["load"] = load[id];
            items.push_back(std::move(json));
        }
    }
    responder.send(jsonResponse(200, Json{{"items", std::move(items)}, {"next", nullptr}}));
}

void AuthRoutes::setAvailability(const http::Request& request, http::Responder responder)
{
    const Result<Scope> scope = m_parts.auth.agentOf(request);
    const Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    submitRequest(m_parts.pipeline, request, std::move(responder),
                  body ? m_parts.commands.availability(*scope, *body)
                       : Result<Submission>(std::unexpected(body.error())),
                  200);
}

} // namespace relevo::relay
