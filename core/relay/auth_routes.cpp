#include <relay/auth_routes.h>

#include <base/log.h>
#include <protocol/codec.h>
#include <protocol/limits.h>
#include <relay/answers.h>
#include <relay/secrets.h>
#include <relay/totp.h>

#include <algorithm>

namespace relevo::relay {

using protocol::Json;

namespace {

constexpr qsizetype longestDevice = 120;

Error wrongPassword()
{
    return {ErrorCode::Unauthorized,
            QStringLiteral("The e-mail address or the password is wrong."),
            QStringLiteral("Check both and try again."),
            {}};
}

/// `how` is for programs: required, wrong or used.
std::unexpected<Error> codeNeeded(const char* how, const QString& message, const QString& detail)
{
    return failure(ErrorCode::Unauthorized, message, detail,
                   {{QStringLiteral("totp"), QString::fromLatin1(how)}});
}

Submission about(const store::StoredPassword& whose, domain::AccessKind kind, domain::Actor actor, int count)
{
    return Submission{whose.project,
                      {},
                      std::move(actor),
                      {},
                      domain::RecordAccess{{kind, whose.agent, {}, {}, {}, {}, count}},
                      answers::done,
                      {}};
}

/// What kind of address it is; which one is nobody's business later.
QString kindOf(const QHostAddress& peer)
{
    bool isV4 = false;
    const QHostAddress address(peer.toIPv4Address(&isV4));
    const QHostAddress& known = isV4 ? address : peer;
    if (known.isLoopback())
        return QStringLiteral("loopback");
    for (const char* net :
         {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "fc00::/7", "fe80::/10"}) {
        if (known.isInSubnet(QHostAddress::parseSubnet(QString::fromLatin1(net))))
            return QStringLiteral("private");
    }
    return QStringLiteral("public");
}

} // namespace

AuthRoutes::AuthRoutes(GatewayParts parts, DoorParts door, QObject* parent)
    : QObject(parent), m_parts(parts), m_door(door)
{
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
    router.add("PUT", QStringLiteral("/api/agents/me/availability"),
               [this](const http::Request& request, http::Responder responder) {
                   setAvailability(request, std::move(responder));
               });
}

Json AuthRoutes::identity(const domain::ProjectId& project, const domain::AgentId& id) const
{
    Json json{{"agent", nullptr}, {"project", nullptr}};
    if (const domain::ProjectState* state = m_parts.hub.state(project))
        json["project"] = protocol::toJson(state->project);
    if (const domain::Agent* agent = agentIn(m_parts.hub, project, id))
        json["agent"] = protocol::toJson(*agent);
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
    Attempt attempt{request, responder, {}, {}, {}, {}};
    attempt.email = fields.text("email", protocol::maxShortText).trimmed();
    attempt.password = fields.text("password", protocol::maxShortText);
    attempt.code = fields.optionalText("totp", protocol::maxShortText);
    attempt.device = fields.optionalText("device", protocol::maxShortText);
    if (attempt.device.isEmpty())
        attempt.device = QString::fromUtf8(request.header("user-agent"));
    attempt.device = attempt.device.left(longestDevice);
    attempt.request.body.clear(); // the password is not kept longer than needed
    Result<void> allowed = m_door.passwords.mayTake();
    if (fields.error())
        allowed = std::unexpected(*fields.error());
    else if (allowed)
        allowed = m_door.guard.attempt(attempt.email, attempt.address());
    if (!allowed) {
        failRequest(request, responder, allowed.error());
        return;
    }
    lookUp(attempt);
}

void AuthRoutes::lookUp(const Attempt& attempt)
{
    using Candidates = std::vector<Candidate>;
    const auto query = [email = attempt.email](store::Reader& reader) -> Result<Candidates> {
        auto stored = reader.credentials().passwordsOf(email);
        if (!stored)
            return std::unexpected(stored.error());
        Candidates candidates;
        for (store::StoredPassword& password : *stored) {
            auto totp = reader.secondFactors().of(password.agent);
            if (!totp)
                return std::unexpected(totp.error());
            if (*totp && !(*totp)->confirmed)
                totp->reset();
            candidates.push_back({std::move(password), std::move(*totp)});
        }
        return candidates;
    };
    m_parts.queries.run<Candidates>(this, query, [this, attempt](Result<Candidates> found) {
        if (!found) {
            failRequest(attempt.request, attempt.responder, found.error());
            return;
        }
        // Somebody may have left one project and work on in another, with the same password.
        std::ranges::stable_partition(*found, [this](const Candidate& candidate) {
            const domain::Agent* agent = agentOf(candidate);
            return agent && !agent->disabled;
        });
        std::vector<QByteArray> hashes;
        for (const Candidate& candidate : *found)
            hashes.push_back(candidate.password.hash);
        m_door.passwords.check(std::move(hashes), attempt.password.toUtf8(),
                               [this, attempt, found = std::move(*found)](std::optional<std::size_t> which) {
                                   if (which) {
                                       whenKnown(attempt, found[*which]);
                                       return;
                                   }
                                   noteRefusal(attempt, found);
                                   refuse(attempt, wrongPassword());
                               });
    });
}

void AuthRoutes::refuse(const Attempt& attempt, const Error& error)
{
    qCInfo(logAuth).noquote() << logLine(
        u"Sign-in refused", {{u"requestId", QString::fromLatin1(attempt.request.correlationId)}});
    failRequest(attempt.request, attempt.responder, error);
}

/// So that admins find in the audit that somebody tries: when the account is made to wait, not for every try.
void AuthRoutes::noteRefusal(const Attempt& attempt, const std::vector<Candidate>& whose)
{
    const std::optional<int> count = whose.empty() ? std::nullopt : m_door.guard.newlyShut(attempt.email);
    for (const Candidate& candidate : count ? whose : std::vector<Candidate>()) {
        if (agentOf(candidate))
            m_parts.pipeline.submit(
                about(candidate.password, domain::AccessKind::SignInsRefused, domain::Actor{}, *count));
    }
}

const domain::Agent* AuthRoutes::agentOf(const Candidate& who) const
{
    return agentIn(m_parts.hub, who.password.project, who.password.agent);
}

/// What the password alone does not decide.
Result<void> AuthRoutes::allowed(const Attempt& attempt, const Candidate& who) const
{
    const domain::Agent* agent = agentOf(who);
    if (!agent)
        return std::unexpected(wrongPassword());
    if (agent->disabled)
        return failure(ErrorCode::Forbidden, QStringLiteral("This account is disabled."),
                       QStringLiteral("Ask an admin of your team."));
    if (who.totp && attempt.code.isEmpty())
        return codeNeeded("required", QStringLiteral("The code of your second factor is needed."),
                          QStringLiteral("Send it as \"totp\": six digits, or one of the recovery codes."));
    return {};
}

/// Somebody the command line has just added is in the journal before they are in the hub: the writer looks.
void AuthRoutes::whenKnown(const Attempt& attempt, const Candidate& who)
{
    if (agentOf(who)) {
        passwordFits(attempt, who);
        return;
    }
    const auto nothing = [](store::Journal&) {
        return Result<void>();
    };
    m_parts.pipeline.submit(
        Chore{who.password.project, nothing, [this, attempt, who](const Result<void>& looked) {
                  if (looked)
                      passwordFits(attempt, who);
                  else
                      failRequest(attempt.request, attempt.responder, looked.error());
              }});
}

void AuthRoutes::passwordFits(const Attempt& attempt, const Candidate& who)
{
    if (const Result<void> may = allowed(attempt, who); !may) {
        // Not a guess, so it costs nothing; but the guesses before it still count.
        m_door.guard.withdraw(attempt.email, attempt.address());
        refuse(attempt, may.error());
        return;
    }
    begin(attempt, who);
}

void AuthRoutes::begin(const Attempt& attempt, const Candidate& who)
{
    const QByteArray token = newToken("ra_");
    const Timestamp now = m_parts.clock.now();
    const store::StoredSession session{m_parts.ids.make<store::SessionId>(),
                                       who.password.project,
                                       who.password.agent,
                                       now,
                                       now,
                                       now + sessionTime,
                                       attempt.device,
                                       kindOf(attempt.request.peer)};
    const std::optional<qint64> step =
        who.totp ? totp::stepOf(who.totp->secret, attempt.code, now, who.totp->lastStep) : std::nullopt;
    const QByteArray recovery = tokenHash(totp::plainRecoveryCode(attempt.code));
    const domain::Actor actor{domain::ActorType::Agent, session.agent.toString(), agentOf(who)->name};
    Submission submission =
        about(who.password, domain::AccessKind::SignedIn, actor, m_door.guard.refusedBefore(attempt.email));
    submission.check = [session, hasTotp = who.totp.has_value(), step,
                        recovery](store::Journal& journal) -> Result<void> {
        if (!hasTotp)
            return {};
        // Here, where one sign-in comes after the other, so that no code counts twice.
        const Result<bool> used = step ? journal.secondFactors().useStep(session.agent, *step)
                                       : journal.secondFactors().useRecoveryCode(session.agent, recovery);
        if (!used)
            return std::unexpected(used.error());
        if (!*used)
            return codeNeeded("wrong", QStringLiteral("The code is wrong, or was used before."),
                              QStringLiteral("Wait for the next one in your app; each counts once."));
        return {};
    };
    submission.rows = [hash = tokenHash(token), session](store::Journal& journal) {
        return journal.credentials().addSession(hash, session);
    };
    submission.done = [this, attempt, token, session, who](const Result<std::string>& result) {
        if (!result) {
            if (result.error().code == ErrorCode::Unauthorized)
                noteRefusal(attempt, {who});
            refuse(attempt, result.error());
            return;
        }
        m_door.guard.succeeded(attempt.email, attempt.address());
        qCInfo(logAuth).noquote() << logLine(
            u"Signed in", {{u"requestId", QString::fromLatin1(attempt.request.correlationId)},
                           {u"agentId", session.agent.toString()}});
        Json json = identity(session.project, session.agent);
        json["token"] = token.toStdString();
        json["expiresAt"] = toRfc3339(session.expiresAt);
        const Result<Scope> scope = m_parts.auth.scopeOf(token);
        if (scope && scope->mustEnrol)
            json["totp"] = "enrol"; // nothing else is allowed before
        attempt.responder.send(jsonResponse(200, json));
    };
    m_parts.pipeline.submit(std::move(submission));
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
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    const auto query = [agent = scope->agent](store::Reader& reader) -> Result<bool> {
        const auto totp = reader.secondFactors().of(agent);
        if (!totp)
            return std::unexpected(totp.error());
        return *totp && (*totp)->confirmed;
    };
    const auto answer = [this, request, responder, scope = *scope](const Result<bool>& enabled) {
        if (!enabled) {
            failRequest(request, responder, enabled.error());
            return;
        }
        Json json = identity(scope.project, scope.agent);
        json["totpEnabled"] = *enabled;
        responder.send(jsonResponse(200, json));
    };
    m_parts.queries.run<bool>(this, query, answer);
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
