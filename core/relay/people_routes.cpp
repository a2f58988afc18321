#include <relay/people_routes.h>

#include <protocol/codec.h>
#include <protocol/limits.h>
#include <relay/answers.h>
#include <relay/password_rules.h>

namespace relevo::relay {

using domain::AccessKind;
using protocol::Json;

namespace {

std::unexpected<Error> noAgent()
{
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such agent."),
                   QStringLiteral("GET /api/agents lists them."));
}

std::unexpected<Error> noTeam()
{
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such team."),
                   QStringLiteral("GET /api/teams lists them."));
}

Submission aboutAccess(const Scope& scope, AccessKind kind, const domain::AgentId& agent)
{
    return Submission{scope.project, {}, scope.actor, {}, domain::RecordAccess{{kind, agent, {}, {}, {}}},
                      answers::done, {}};
}

} // namespace

PeopleRoutes::PeopleRoutes(GatewayParts parts, DoorParts door, QObject* parent)
    : QObject(parent), m_parts(parts), m_door(door), m_commands(parts.hub, parts.ids)
{
}

void PeopleRoutes::addTo(http::Router& router)
{
    using Method = void (PeopleRoutes::*)(const http::Request&, const http::Responder&);
    const auto add = [this, &router](const char* verb, const char* path, Method method) {
        router.add(verb, QString::fromLatin1(path),
                   [this, method](const http::Request& request, const http::Responder& responder) {
                       (this->*method)(request, responder);
                   });
    };
    add("GET", "/api/agents", &PeopleRoutes::agents);
    add("POST", "/api/agents", &PeopleRoutes::create);
    add("POST", "/api/agents/invite", &PeopleRoutes::invite);
    add("PATCH", "/api/agents/{id}", &PeopleRoutes::update);
    add("POST", "/api/agents/{id}/reset-password", &PeopleRoutes::resetPassword);
    add("POST", "/api/agents/{id}/reset-totp", &PeopleRoutes::resetTotp);
    add("DELETE", "/api/agents/{id}/sessions", &PeopleRoutes::endSessions);
    add("GET", "/api/teams", &PeopleRoutes::teams);
    add("POST", "/api/teams", &PeopleRoutes::createTeam);
    add("PATCH", "/api/teams/{id}", &PeopleRoutes::updateTeam);
    add("DELETE", "/api/teams/{id}", &PeopleRoutes::deleteTeam);
}

Result<Json> PeopleRoutes::read(const http::Request& request, Scope& scope) const
{
    Result<Scope> found = m_parts.auth.scopeOf(request);
    if (!found)
        return std::unexpected(found.error());
    scope = std::move(*found);
    return jsonBody(request);
}

void PeopleRoutes::submit(const http::Request& request, const http::Responder& responder,
                          Result<Submission> submission, int status)
{
    submitRequest(m_parts.pipeline, request, responder, std::move(submission), status);
}

Result<domain::Agent> PeopleRoutes::named(const http::Request& request, const Scope& scope) const
{
    const auto id = domain::AgentId::parse(QStringView(request.parameter(u"id")));
    const domain::Agent* agent = id ? agentIn(m_parts.hub, scope.project, *id) : nullptr;
    return agent ? Result<domain::Agent>(*agent) : noAgent();
}

void PeopleRoutes::agents(const http::Request& request, const http::Responder& responder)
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

void PeopleRoutes::create(const http::Request& request, const http::Responder& responder)
{
    Scope scope;
    const Result<Json> body = read(request, scope);
    QString password;
    if (body) {
        protocol::Fields fields(*body);
        password = fields.optionalText("password", protocol::maxShortText);
        if (fields.error()) {
            failRequest(request, responder, *fields.error());
            return;
        }
    }
    if (password.isEmpty()) {
        invite(request, responder);
        return;
    }
    Result<Submission> submission = m_commands.createAgent(scope, *body, false);
    if (!submission) {
        failRequest(request, responder, submission.error());
        return;
    }
    const domain::Agent agent = std::get<domain::CreateAgent>(submission->command).agent;
    Result<void> good = checkPassword(password, agent.name, agent.email);
    if (good)
        good = m_door.passwords.mayTake();
    if (!good) {
        failRequest(request, responder, good.error());
        return;
    }
    m_door.passwords.hash(password.toUtf8(), [this, request, responder, agent, submission = *submission](
                                                 const Result<QByteArray>& hash) mutable {
        if (!hash) {
            failRequest(request, responder, hash.error());
            return;
        }
        submission.rows = [project = submission.project, agent, hash = *hash](store::Journal& journal) {
            return journal.credentials().setPassword(project, agent.id, agent.email, hash);
        };
        submit(request, responder, std::move(submission), 201);
    });
}

void PeopleRoutes::submitWithToken(const http::Request& request, const http::Responder& responder,
                                   Submission submission, const domain::AgentId& agent,
                                   std::chrono::milliseconds holds, int status)
{
    const Timestamp now = m_parts.clock.now();
    const OneTimeToken token = makeOneTimeToken(now, holds);
    const auto fresh = std::make_shared<bool>(false);
    submission.rows = [before = submission.rows, project = submission.project, agent, token, now,
                       fresh](store::Journal& journal) -> Result<void> {
        *fresh = true;
        const Result<void> done = before ? before(journal) : Result<void>();
        return done ? keepOneTimeToken(journal, project, agent, token, now) : done;
    };
    submitRequest(m_parts.pipeline, request, responder, std::move(submission), status,
                  [token, fresh](Json& json) {
                      if (!*fresh)
                          return; // a repeat: only its hash is known any more
                      json["token"] = token.token.toStdString();
                      json["expiresAt"] = toRfc3339(token.expiresAt);
                  });
}

void PeopleRoutes::invite(const http::Request& request, const http::Responder& responder)
{
    Scope scope;
    const Result<Json> body = read(request, scope);
    Result<Submission> submission =
        body ? m_commands.createAgent(scope, *body, true) : Result<Submission>(std::unexpected(body.error()));
    if (!submission) {
        failRequest(request, responder, submission.error());
        return;
    }
    const domain::AgentId agent = std::get<domain::CreateAgent>(submission->command).agent.id;
    submitWithToken(request, responder, std::move(*submission), agent, inviteTime, 201);
}

template <typename Id>
void PeopleRoutes::change(const http::Request& request, const http::Responder& responder, const Error& none,
                          Result<Submission> (PeopleCommands::*command)(const Scope&, const Id&, const Json&)
                              const)
{
    Scope scope;
    const Result<Json> body = read(request, scope);
    const auto id = Id::parse(QStringView(request.parameter(u"id")));
    submit(request, responder,
           !body ? Result<Submission>(std::unexpected(body.error()))
           : !id ? Result<Submission>(std::unexpected(none))
                 : (m_commands.*command)(scope, *id, *body),
           200);
}

void PeopleRoutes::update(const http::Request& request, const http::Responder& responder)
{
    change(request, responder, noAgent().error(), &PeopleCommands::updateAgent);
}

void PeopleRoutes::resetPassword(const http::Request& request, const http::Responder& responder)
{
    Scope scope;
    const Result<Json> body = read(request, scope);
    const Result<domain::Agent> agent =
        body ? named(request, scope) : Result<domain::Agent>(std::unexpected(body.error()));
    Result<void> may = agent ? Result<void>() : std::unexpected(agent.error());
    if (may && agent->disabled)
        may = failure(ErrorCode::Conflict, QStringLiteral("%1 is disabled.").arg(agent->name),
                      QStringLiteral("Enable the account first."));
    if (!may) {
        failRequest(request, responder, may.error());
        return;
    }
    Submission submission =
        aboutAccess(scope, agent->invited ? AccessKind::Invited : AccessKind::PasswordReset, agent->id);
    submission.rows = [id = agent->id](store::Journal& journal) {
        const Result<void> removed = journal.credentials().removePassword(id);
        return removed ? shutOut(journal, id) : removed;
    };
    submitWithToken(request, responder, std::move(submission), agent->id,
                    agent->invited ? inviteTime : resetTime, 200);
}

void PeopleRoutes::resetTotp(const http::Request& request, const http::Responder& responder)
{
    Scope scope;
    const Result<Json> body = read(request, scope);
    const Result<domain::Agent> agent =
        body ? named(request, scope) : Result<domain::Agent>(std::unexpected(body.error()));
    if (!agent) {
        failRequest(request, responder, agent.error());
        return;
    }
    Submission submission = aboutAccess(scope, AccessKind::TotpReset, agent->id);
    submission.rows = [id = agent->id](store::Journal& journal) {
        return journal.secondFactors().remove(id);
    };
    submit(request, responder, std::move(submission), 200);
}

void PeopleRoutes::endSessions(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const Result<domain::Agent> agent =
        scope ? named(request, *scope) : Result<domain::Agent>(std::unexpected(scope.error()));
    if (!agent) {
        failRequest(request, responder, agent.error());
        return;
    }
    Submission submission = aboutAccess(*scope, AccessKind::SessionsEnded, agent->id);
    submission.rows = [id = agent->id](store::Journal& journal) -> Result<void> {
        const Result<int> ended = journal.credentials().removeSessionsOf(id, {});
        return ended ? Result<void>() : std::unexpected(ended.error());
    };
    submit(request, responder, std::move(submission), 200);
}

void PeopleRoutes::teams(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    Json items = Json::array();
    if (const domain::ProjectState* state = m_parts.hub.state(scope->project)) {
        for (const auto& [id, team] : state->teams)
            items.push_back(protocol::toJson(team));
    }
    responder.send(jsonResponse(200, Json{{"items", std::move(items)}, {"next", nullptr}}));
}

void PeopleRoutes::createTeam(const http::Request& request, const http::Responder& responder)
{
    Scope scope;
    const Result<Json> body = read(request, scope);
    submit(request, responder,
           body ? m_commands.createTeam(scope, *body) : Result<Submission>(std::unexpected(body.error())),
           201);
}

void PeopleRoutes::updateTeam(const http::Request& request, const http::Responder& responder)
{
    change(request, responder, noTeam().error(), &PeopleCommands::updateTeam);
}

void PeopleRoutes::deleteTeam(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.scopeOf(request);
    const auto id = domain::TeamId::parse(QStringView(request.parameter(u"id")));
    submit(request, responder,
           !scope ? Result<Submission>(std::unexpected(scope.error()))
           : !id  ? Result<Submission>(noTeam())
                  : PeopleCommands::deleteTeam(*scope, *id),
           200);
}

} // namespace relevo::relay
