#include <relay/auth.h>

#include <relay/secrets.h>

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

Authenticator::Authenticator(store::Reader& reader, const Hub& hub, const Clock& clock)
    : m_reader(reader), m_hub(hub), m_clock(clock)
{
}

Result<Scope> Authenticator::lookUp(const QByteArray& hash, Timestamp now) const
{
    const auto project = m_reader.credentials().projectOfApiKey(hash);
    if (!project)
        return std::unexpected(project.error());
    if (*project) {
        Scope scope;
        scope.project = **project;
        scope.actor = {domain::ActorType::Integration, {}, {}};
        return scope;
    }
    const auto session = m_reader.credentials().sessionOf(hash);
    if (!session)
        return std::unexpected(session.error());
    if (!*session || (*session)->expiresAt <= now)
        return refused(QStringLiteral("The token is not valid or has expired."));
    Scope scope;
    scope.project = (*session)->project;
    scope.agent = (*session)->agent;
    scope.expiresAt = (*session)->expiresAt;
    scope.actor = {domain::ActorType::Agent, scope.agent.toString(), {}};
    return scope;
}

Result<Scope> Authenticator::scopeOf(const QByteArray& token)
{
    if (token.isEmpty())
        return refused(QStringLiteral("This needs authentication."));
    const Timestamp now = m_clock.now();
    const QByteArray hash = tokenHash(token);
    auto known = m_known.find(hash);
    if (known == m_known.end() || known->until <= now) {
        Result<Scope> found = lookUp(hash, now);
        if (!found)
            return found;
        if (m_known.size() >= cacheSize)
            m_known.clear();
        const Timestamp until = std::min(now + cacheTime, found->expiresAt);
        known = m_known.insert(hash, Known{std::move(*found), until});
    }
    Scope scope = known->scope;
    if (scope.isAgent()) {
        // Name and role are the journal's, as they are now.
        const domain::ProjectState* state = m_hub.state(scope.project);
        const auto agent = state ? state->agents.find(scope.agent)
                                 : std::map<domain::AgentId, domain::Agent>::const_iterator();
        if (!state || agent == state->agents.end())
            return refused(QStringLiteral("This agent does not exist any more."));
        scope.actor.name = agent->second.name;
        scope.role = agent->second.role;
    }
    return scope;
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

} // namespace relevo::relay
