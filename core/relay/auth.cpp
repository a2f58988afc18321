#include <relay/auth.h>

#include <relay/rights.h>
#include <relay/secrets.h>

#include <algorithm>

namespace relevo::relay {
namespace {

std::unexpected<Error> refused(const QString& message)
{
    return failure(
        ErrorCode::Unauthorized, message,
        QStringLiteral(
            "Send \"Authorization: Bearer\" with the project's API key or a session token from sign-in."));
}

} // namespace

Authenticator::Authenticator(store::Reader& reader, Hub& hub, Pipeline& pipeline, const Clock& clock)
    : m_reader(reader), m_hub(hub), m_pipeline(pipeline), m_clock(clock)
{
    m_hub.listenToAll(*this);
}

Authenticator::~Authenticator()
{
    m_hub.leaveAll(*this);
}

Result<Authenticator::Known> Authenticator::lookUp(const QByteArray& hash, Timestamp now)
{
    const auto key = m_reader.apiKeys().find(hash);
    if (!key)
        return std::unexpected(key.error());
    if (*key)
        return known(**key, now);
    const auto session = m_reader.credentials().sessionOf(hash);
    if (!session)
        return std::unexpected(session.error());
    if (!*session || (*session)->expiresAt <= now)
        return refused(QStringLiteral("The token is not valid or has expired."));
    return known(**session, hash, now);
}

Authenticator::Known Authenticator::known(const store::StoredKey& key, Timestamp now)
{
    Known known;
    known.scope.project = key.project;
    known.scope.actor = {domain::ActorType::Integration, key.id.toString(), key.name};
    known.scope.keyScopes = scopesOf(key.scopes).value_or(0);
    known.scope.key = key.id;
    known.until = now + cacheTime;
    if (!key.usedAt || *key.usedAt + usedWithin <= now) {
        const auto note = [id = key.id, now](store::Journal& journal) {
            return journal.apiKeys().noteUsed(id, now);
        };
        m_pipeline.submit(Chore{{}, note, {}});
    }
    return known;
}

Result<Authenticator::Known> Authenticator::known(const store::StoredSession& session, const QByteArray& hash,
                                                  Timestamp now)
{
    const auto totp = m_reader.secondFactors().of(session.agent);
    if (!totp)
        return std::unexpected(totp.error());
    Known known;
    known.scope.project = session.project;
    known.scope.agent = session.agent;
    known.scope.expiresAt = session.expiresAt;
    known.scope.actor = {domain::ActorType::Agent, session.agent.toString(), {}};
    known.hasTotp = *totp && (*totp)->confirmed;
    known.until = std::min(now + cacheTime, session.expiresAt);
    if (session.seenAt + usedWithin <= now) {
        const auto note = [hash, now](store::Journal& journal) {
            return journal.credentials().noteSessionSeen(hash, now);
        };
        m_pipeline.submit(Chore{{}, note, {}});
    }
    return known;
}

/// Name, role and standing are the journal's, as they are now.
Result<Scope> Authenticator::present(const Known& known) const
{
    Scope scope = known.scope;
    if (!scope.isAgent())
        return scope;
    const domain::Agent* agent = agentIn(m_hub, scope.project, scope.agent);
    if (!agent)
        return refused(QStringLiteral("This agent does not exist any more."));
    if (agent->disabled)
        return failure(ErrorCode::Unauthorized, QStringLiteral("This account is disabled."),
                       QStringLiteral("Ask an admin of your team."));
    scope.actor.name = agent->name;
    scope.role = agent->role;
    scope.mustEnrol = agent->totpRequired && !known.hasTotp;
    return scope;
}

Result<Scope> Authenticator::scopeOf(const QByteArray& token)
{
    if (token.isEmpty())
        return refused(QStringLiteral("This needs authentication."));
    return scopeOfHash(tokenHash(token));
}

Result<Scope> Authenticator::scopeOfHash(const QByteArray& hash)
{
    const Timestamp now = m_clock.now();
    auto known = m_known.find(hash);
    if (known == m_known.end() || known->until <= now) {
        const Result<Known> found = lookUp(hash, now);
        if (!found)
            return std::unexpected(found.error());
        if (m_known.size() >= cacheSize)
            m_known.clear();
        known = m_known.insert(hash, *found);
    }
    return present(*known);
}

Result<Scope> Authenticator::agentOf(const http::Request& request)
{
    Result<Scope> scope = scopeOf(request);
    if (scope && !scope->isAgent())
        return failure(ErrorCode::Forbidden, QStringLiteral("Only a signed-in agent can do this."),
                       QStringLiteral("Use a session token from sign-in instead of the API key."));
    return scope;
}

void Authenticator::forget(const QByteArray& token)
{
    m_known.remove(tokenHash(token));
}

void Authenticator::heard(const Published& published)
{
    using enum domain::EventType;
    const domain::EventType type = published.event.type;
    if (const auto* change = std::get_if<domain::AccessChange>(&published.event.data)) {
        if (!domain::endsAccess(change->kind))
            return;
        m_known.removeIf([change](const auto& entry) {
            const Scope& scope = entry.value().scope;
            return scope.isAgent() ? scope.agent == change->agent : scope.key == change->key;
        });
    } else if (type == AgentDisabled || type == AgentEnabled) {
        const domain::AgentId agent = std::get<domain::Agent>(published.event.data).id;
        m_known.removeIf([&agent](const auto& entry) { return entry.value().scope.agent == agent; });
    }
}

} // namespace relevo::relay
