#include <relay/account_routes.h>

#include <protocol/limits.h>
#include <relay/answers.h>
#include <relay/password_rules.h>
#include <relay/secrets.h>
#include <relay/totp.h>

namespace relevo::relay {

using domain::AccessKind;
using protocol::Json;

namespace {

Submission about(const Scope& scope, AccessKind kind)
{
    return Submission{
        scope.project, {}, scope.actor, {}, domain::RecordAccess{{kind, scope.agent, {}, {}, {}}},
        answers::done, {}};
}

std::unexpected<Error> noInvite()
{
    return failure(ErrorCode::Unauthorized, QStringLiteral("The invitation does not hold any more."),
                   QStringLiteral("It counts once and for some days; ask an admin for another."));
}

std::unexpected<Error> wrongCode()
{
    return failure(ErrorCode::Invalid, QStringLiteral("The code is wrong."),
                   QStringLiteral("Type the six digits your app shows now; check the clock of this machine "
                                  "and of your phone."),
                   {{QStringLiteral("field"), QStringLiteral("code")}});
}

Json described(const store::StoredSession& session, bool current)
{
    return Json{{"id", session.id.text()},
                {"device", protocol::utf8(session.device)},
                {"address", protocol::utf8(session.address)},
                {"createdAt", toRfc3339(session.createdAt)},
                {"lastSeenAt", toRfc3339(session.seenAt)},
                {"expiresAt", toRfc3339(session.expiresAt)},
                {"current", current}};
}

} // namespace

AccountRoutes::AccountRoutes(GatewayParts parts, DoorParts door, QObject* parent)
    : QObject(parent), m_parts(parts), m_door(door)
{
}

void AccountRoutes::addTo(http::Router& router)
{
    using Method = void (AccountRoutes::*)(const http::Request&, const http::Responder&);
    const auto add = [this, &router](const char* verb, const char* path, Method method) {
        router.add(verb, QString::fromLatin1(path),
                   [this, method](const http::Request& request, const http::Responder& responder) {
                       (this->*method)(request, responder);
                   });
    };
    using Step = void (AccountRoutes::*)(const Proven&);
    const auto addProven = [this, &router](const char* path, const char* field, Step step) {
        router.add("POST", QString::fromLatin1(path),
                   [this, field, step](const http::Request& request, const http::Responder& responder) {
                       proven(request, responder, field,
                              [this, step](const Proven& proven) { (this->*step)(proven); });
                   });
    };
    addProven("/api/auth/password", "oldPassword", &AccountRoutes::changePassword);
    addProven("/api/auth/totp/enrol", "password", &AccountRoutes::enrolTotp);
    add("POST", "/api/auth/totp/confirm", &AccountRoutes::confirmTotp);
    addProven("/api/auth/totp/disable", "password", &AccountRoutes::disableTotp);
    add("GET", "/api/auth/sessions", &AccountRoutes::sessions);
    add("DELETE", "/api/auth/sessions", &AccountRoutes::endOtherSessions);
    add("DELETE", "/api/auth/sessions/{id}", &AccountRoutes::endSession);
    add("POST", "/api/auth/accept-invite", &AccountRoutes::acceptInvite);
}

void AccountRoutes::proven(const http::Request& request, const http::Responder& responder, const char* field,
                           const Then& then)
{
    const Result<Scope> scope = m_parts.auth.agentOf(request);
    const Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    if (!body) {
        failRequest(request, responder, body.error());
        return;
    }
    const domain::Agent agent = *agentIn(m_parts.hub, scope->project, scope->agent); // as the scope says
    protocol::Fields fields(*body);
    const QString password = fields.text(field, protocol::maxShortText);
    const QString address = request.peer.toString();
    Result<void> allowed = m_door.passwords.mayTake();
    if (fields.error())
        allowed = std::unexpected(*fields.error());
    else if (allowed)
        allowed = m_door.guard.attempt(agent.email, address);
    if (!allowed) {
        failRequest(request, responder, allowed.error());
        return;
    }
    Proven next{request, responder, *scope, agent, *body};
    const auto query = [id = agent.id](store::Reader& reader) {
        return reader.credentials().passwordOf(id);
    };
    using Stored = std::optional<QByteArray>;
    m_parts.queries.run<Stored>(
        this, query, [this, next, password, address, field, then](Result<Stored> hash) {
            if (!hash) {
                failRequest(next.request, next.responder, hash.error());
                return;
            }
            std::vector<QByteArray> hashes;
            if (*hash)
                hashes.push_back(**hash);
            const auto checked = [this, next, address, field, then](std::optional<std::size_t> fits) {
                if (!fits) {
                    failRequest(next.request, next.responder,
                                {ErrorCode::Forbidden,
                                 QStringLiteral("The password is wrong."),
                                 QStringLiteral("Type the password you sign in with now."),
                                 {{QStringLiteral("field"), QString::fromLatin1(field)}}});
                    return;
                }
                m_door.guard.succeeded(next.agent.email, address);
                then(next);
            };
            m_door.passwords.check(std::move(hashes), password.toUtf8(), checked);
        });
}

void AccountRoutes::changePassword(const Proven& proven)
{
    protocol::Fields fields(proven.body);
    const QString password = fields.text("newPassword", protocol::maxShortText);
    Result<void> good = fields.error() ? Result<void>(std::unexpected(*fields.error()))
                                       : checkPassword(password, proven.agent.name, proven.agent.email);
    if (!good) {
        good.error().context[QStringLiteral("field")] = QStringLiteral("newPassword");
        failRequest(proven.request, proven.responder, good.error());
        return;
    }
    m_door.passwords.hash(password.toUtf8(), [this, proven](const Result<QByteArray>& hash) {
        if (hash)
            setPassword(proven, *hash);
        else
            failRequest(proven.request, proven.responder, hash.error());
    });
}

void AccountRoutes::setPassword(const Proven& proven, const QByteArray& hash)
{
    Submission submission = about(proven.scope, AccessKind::PasswordChanged);
    submission.rows =
        [project = proven.scope.project, agent = proven.agent.id, email = proven.agent.email, hash,
         kept = tokenHash(proven.request.bearerToken())](store::Journal& journal) -> Result<void> {
        if (Result<void> set = journal.credentials().setPassword(project, agent, email, hash); !set)
            return set;
        const Result<int> ended = journal.credentials().removeSessionsOf(agent, kept);
        return ended ? Result<void>() : std::unexpected(ended.error());
    };
    submitRequest(m_parts.pipeline, proven.request, proven.responder, std::move(submission), 200);
}

void AccountRoutes::enrolTotp(const Proven& proven)
{
    const QByteArray secret = totp::newSecret();
    // Nothing is changed yet that anybody would have to know of: it counts once it is confirmed.
    const auto work = [agent = proven.agent.id, secret](store::Journal& journal) -> Result<void> {
        const Result<bool> begun = journal.secondFactors().begin(agent, secret);
        if (!begun)
            return std::unexpected(begun.error());
        if (*begun)
            return {};
        return failure(ErrorCode::Conflict, QStringLiteral("A second factor is set up already."),
                       QStringLiteral("Take the present one away first (POST /api/auth/totp/disable)."));
    };
    const QString issuer = m_parts.hub.state(proven.scope.project)->project.name;
    const auto done = [proven, secret, issuer](const Result<void>& result) {
        if (!result)
            failRequest(proven.request, proven.responder, result.error());
        else
            proven.responder.send(jsonResponse(
                200, Json{{"secret", protocol::utf8(totp::base32(secret))},
                          {"uri", protocol::utf8(totp::uri(secret, proven.agent.email, issuer))}}));
    };
    m_parts.pipeline.submit(Chore{proven.scope.project, work, done});
}

void AccountRoutes::confirmTotp(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.agentOf(request);
    const Result<Json> body = scope ? jsonBody(request) : Result<Json>(std::unexpected(scope.error()));
    if (!body) {
        failRequest(request, responder, body.error());
        return;
    }
    protocol::Fields fields(*body);
    const QString code = fields.text("code", protocol::maxShortText);
    const domain::Agent agent = *agentIn(m_parts.hub, scope->project, scope->agent);
    const QString address = request.peer.toString();
    Result<void> allowed = fields.error() ? Result<void>(std::unexpected(*fields.error()))
                                          : m_door.guard.attempt(agent.email, address);
    if (!allowed) {
        failRequest(request, responder, allowed.error());
        return;
    }
    using Stored = std::optional<store::StoredTotp>;
    const auto query = [id = agent.id](store::Reader& reader) {
        return reader.secondFactors().of(id);
    };
    m_parts.queries.run<Stored>(
        this, query, [this, request, responder, scope = *scope, code, agent, address](Result<Stored> stored) {
            if (!stored) {
                failRequest(request, responder, stored.error());
                return;
            }
            if (!*stored || (*stored)->confirmed) {
                failRequest(request, responder,
                            {ErrorCode::Conflict,
                             QStringLiteral("There is no second factor to confirm."),
                             QStringLiteral("POST /api/auth/totp/enrol begins a new one."),
                             {}});
                return;
            }
            const std::optional<qint64> step = totp::stepOf((*stored)->secret, code, m_parts.clock.now(), 0);
            if (!step) {
                failRequest(request, responder, Result<void>(wrongCode()).error());
                return;
            }
            m_door.guard.succeeded(agent.email, address);
            confirmed(request, responder, scope, *step);
        });
}

void AccountRoutes::confirmed(const http::Request& request, const http::Responder& responder,
                              const Scope& scope, qint64 step)
{
    QStringList codes;
    std::vector<QByteArray> hashes;
    for (int i = 0; i < totp::recoveryCodes; ++i) {
        codes.push_back(totp::newRecoveryCode());
        hashes.push_back(tokenHash(totp::plainRecoveryCode(codes.back())));
    }
    Submission submission = about(scope, AccessKind::TotpEnabled);
    submission.check = [agent = scope.agent](store::Journal& journal) -> Result<void> {
        const auto stored = journal.secondFactors().of(agent);
        if (!stored)
            return std::unexpected(stored.error());
        if (*stored && !(*stored)->confirmed)
            return {};
        return failure(ErrorCode::Conflict, QStringLiteral("There is no second factor to confirm."));
    };
    const auto fresh = std::make_shared<bool>(false);
    submission.rows = [agent = scope.agent, step, hashes, fresh](store::Journal& journal) -> Result<void> {
        *fresh = true;
        const Result<bool> done = journal.secondFactors().confirm(agent, step, hashes);
        return done ? Result<void>() : std::unexpected(done.error());
    };
    submitRequest(m_parts.pipeline, request, responder, std::move(submission), 200,
                  [codes, fresh](Json& json) {
                      if (!*fresh)
                          return;
                      Json& list = json["recoveryCodes"] = Json::array();
                      for (const QString& code : codes)
                          list.push_back(protocol::utf8(code));
                  });
}

void AccountRoutes::disableTotp(const Proven& proven)
{
    if (proven.agent.totpRequired) {
        failRequest(proven.request, proven.responder,
                    {ErrorCode::Forbidden,
                     QStringLiteral("Your account must have a second factor."),
                     QStringLiteral("An admin requires it; ask one to take it away when the phone is lost."),
                     {}});
        return;
    }
    Submission submission = about(proven.scope, AccessKind::TotpDisabled);
    submission.rows = [agent = proven.agent.id](store::Journal& journal) {
        return journal.secondFactors().remove(agent);
    };
    submitRequest(m_parts.pipeline, proven.request, proven.responder, std::move(submission), 200);
}

void AccountRoutes::sessions(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.agentOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    struct Found
    {
        std::vector<store::StoredSession> all;
        store::SessionId current;
    };
    const auto query = [agent = scope->agent,
                        hash = tokenHash(request.bearerToken())](store::Reader& reader) -> Result<Found> {
        auto all = reader.credentials().sessionsOf(agent);
        const auto current = reader.credentials().sessionOf(hash);
        if (!all || !current)
            return std::unexpected(!all ? all.error() : current.error());
        return Found{std::move(*all), *current ? (*current)->id : store::SessionId{}};
    };
    const Timestamp now = m_parts.clock.now();
    m_parts.queries.run<Found>(this, query, [request, responder, now](const Result<Found>& found) {
        if (!found) {
            failRequest(request, responder, found.error());
            return;
        }
        Json items = Json::array();
        for (const store::StoredSession& session : found->all) {
            if (session.expiresAt > now)
                items.push_back(described(session, session.id == found->current));
        }
        responder.send(jsonResponse(200, Json{{"items", std::move(items)}, {"next", nullptr}}));
    });
}

void AccountRoutes::endSession(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.agentOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    const auto id = store::SessionId::parse(QStringView(request.parameter(u"id")));
    Submission submission = about(*scope, AccessKind::SessionsEnded);
    submission.check = [agent = scope->agent, id](store::Journal& journal) -> Result<void> {
        const auto sessions = journal.credentials().sessionsOf(agent);
        if (!sessions)
            return std::unexpected(sessions.error());
        for (const store::StoredSession& session : *sessions) {
            if (id && session.id == *id)
                return {};
        }
        return failure(ErrorCode::NotFound, QStringLiteral("There is no such session."),
                       QStringLiteral("GET /api/auth/sessions lists yours."));
    };
    submission.rows = [agent = scope->agent, id](store::Journal& journal) -> Result<void> {
        const Result<bool> removed = journal.credentials().removeSession(agent, *id);
        return removed ? Result<void>() : std::unexpected(removed.error());
    };
    submitRequest(m_parts.pipeline, request, responder, std::move(submission), 200);
}

void AccountRoutes::endOtherSessions(const http::Request& request, const http::Responder& responder)
{
    const Result<Scope> scope = m_parts.auth.agentOf(request);
    if (!scope) {
        failRequest(request, responder, scope.error());
        return;
    }
    Submission submission = about(*scope, AccessKind::SessionsEnded);
    submission.rows = [agent = scope->agent,
                       kept = tokenHash(request.bearerToken())](store::Journal& journal) -> Result<void> {
        const Result<int> removed = journal.credentials().removeSessionsOf(agent, kept);
        return removed ? Result<void>() : std::unexpected(removed.error());
    };
    submitRequest(m_parts.pipeline, request, responder, std::move(submission), 200);
}

void AccountRoutes::acceptInvite(const http::Request& request, const http::Responder& responder)
{
    const Result<Json> body = jsonBody(request);
    if (!body) {
        failRequest(request, responder, body.error());
        return;
    }
    protocol::Fields fields(*body);
    const QByteArray hash = tokenHash(fields.text("token", protocol::maxShortText).toUtf8());
    const QString password = fields.text("password", protocol::maxShortText);
    Result<void> allowed = m_door.passwords.mayTake();
    if (fields.error())
        allowed = std::unexpected(*fields.error());
    else if (allowed) // a token is tried as an account is; no e-mail address can be mistaken for it
        allowed = m_door.guard.attempt(QString::fromLatin1(hash.toHex()), request.peer.toString());
    if (!allowed) {
        failRequest(request, responder, allowed.error());
        return;
    }
    using Stored = std::optional<store::StoredInvite>;
    const auto query = [hash](store::Reader& reader) {
        return reader.credentials().inviteOf(hash);
    };
    m_parts.queries.run<Stored>(this, query,
                                [this, request, responder, hash, password](Result<Stored> stored) {
                                    if (!stored)
                                        failRequest(request, responder, stored.error());
                                    else if (!*stored || (*stored)->expiresAt <= m_parts.clock.now())
                                        failRequest(request, responder, Result<void>(noInvite()).error());
                                    else
                                        invited(request, responder, hash, **stored, password);
                                });
}

void AccountRoutes::invited(const http::Request& request, const http::Responder& responder,
                            const QByteArray& hash, const store::StoredInvite& invite,
                            const QString& password)
{
    m_door.guard.succeeded(QString::fromLatin1(hash.toHex()), request.peer.toString());
    const domain::Agent* agent = agentIn(m_parts.hub, invite.project, invite.agent);
    const Result<void> good = !agent || agent->disabled ? Result<void>(noInvite())
                                                        : checkPassword(password, agent->name, agent->email);
    if (!good) {
        failRequest(request, responder, good.error());
        return;
    }
    m_door.passwords.hash(password.toUtf8(),
                          [this, request, responder, hash, invite](const Result<QByteArray>& passwordHash) {
                              if (passwordHash)
                                  join(request, responder, hash, invite, *passwordHash);
                              else
                                  failRequest(request, responder, passwordHash.error());
                          });
}

void AccountRoutes::join(const http::Request& request, const http::Responder& responder,
                         const QByteArray& hash, const store::StoredInvite& invite,
                         const QByteArray& passwordHash)
{
    const domain::Agent* agent = agentIn(m_parts.hub, invite.project, invite.agent);
    Scope scope;
    scope.project = invite.project;
    scope.agent = invite.agent;
    scope.actor = {domain::ActorType::Agent, invite.agent.toString(), agent ? agent->name : QString()};
    Submission submission = about(scope, AccessKind::InviteAccepted);
    submission.check = [hash](store::Journal& journal) -> Result<void> {
        const auto stored = journal.credentials().inviteOf(hash);
        if (!stored)
            return std::unexpected(stored.error());
        return *stored ? Result<void>() : noInvite(); // somebody was quicker
    };
    submission.rows = [invite, email = agent ? agent->email : QString(),
                       passwordHash](store::Journal& journal) -> Result<void> {
        store::Credentials& credentials = journal.credentials();
        Result<void> done = credentials.setPassword(invite.project, invite.agent, email, passwordHash);
        if (done)
            done = credentials.removeInviteOf(invite.agent);
        const Result<int> ended = credentials.removeSessionsOf(invite.agent, {});
        return done && !ended ? std::unexpected(ended.error()) : done;
    };
    submitRequest(
        m_parts.pipeline, request, responder, std::move(submission), 200,
        [email = agent ? agent->email : QString()](Json& json) { json["email"] = protocol::utf8(email); });
}

} // namespace relevo::relay
