#include <relay/agent_gateway.h>

#include <protocol/names.h>
#include <relay/attendance.h>

#include <algorithm>
#include <utility>

namespace relevo::relay {
namespace {

constexpr std::chrono::seconds expiryEvery{15};

/// News that many sockets get.
http::SharedFrame frameOf(const char* method, const protocol::Json& params)
{
    const std::string text = protocol::rpcNotification(method, protocol::dump(params));
    return http::SharedFrame::text({text.data(), static_cast<qsizetype>(text.size())});
}

protocol::Json typingParams(const domain::ConversationId& conversation, domain::Author author,
                            const QString& name, bool on)
{
    return {{"conversationId", conversation.text()},
            {"author", protocol::nameOf(author)},
            {"name", protocol::utf8(name)},
            {"on", on}};
}

} // namespace

AgentGateway::AgentGateway(GatewayParts parts, QObject* parent) : QObject(parent), m_parts(parts)
{
    m_parts.hub.listenToAll(*this);
    connect(&m_parts.hub, &Hub::typing, this, &AgentGateway::broadcastTyping);
    connect(&m_parts.hub, &Hub::cannedResponsesChanged, this,
            [this](const domain::ProjectId& project, const domain::AgentId& owner) {
                tellNews("cannedResponses.changed", project, owner);
            });
    connect(&m_parts.hub, &Hub::messageTemplatesChanged, this,
            [this](const domain::ProjectId& project) { tellNews("messageTemplates.changed", project, {}); });
    connect(&m_expiry, &QTimer::timeout, this, &AgentGateway::endExpired);
    m_expiry.start(expiryEvery);
    m_returns.setSingleShot(true);
    connect(&m_returns, &QTimer::timeout, this, &AgentGateway::endReturns);
}

AgentGateway::~AgentGateway()
{
    m_parts.hub.leaveAll(*this);
}

void AgentGateway::accept(const std::shared_ptr<http::WebSocket>& socket)
{
    auto* session = new AgentSession(socket, m_parts, this);
    m_sessions.insert(session);
    connect(session, &AgentSession::live, this, [this, session] { noteLive(session); });
    connect(session, &AgentSession::closed, this, [this, session] {
        noteClosed(session);
        if (session->scope())
            tellViewers(session->scope()->project, session->viewing());
        session->deleteLater();
    });
    connect(session, &AgentSession::viewingChanged, this,
            [this, session](const domain::ConversationId& before) {
                tellViewers(session->scope()->project, before);
                tellViewers(session->scope()->project, session->viewing());
            });
    connect(session, &AgentSession::alertsChanged, this, [this, session] {
        if (session->isLive() && session->alerts().requests)
            markWaiting(session->scope()->project);
    });
    connect(session, &AgentSession::typed, this,
            [this, session](const domain::ConversationId& conversation, bool on) {
                tellColleagues(*session, conversation, on);
            });
    connect(session, &AgentSession::attendedChanged, this,
            [this, session] { settlePresenceOf(*session->scope()); });
}

void AgentGateway::noteLive(AgentSession* session)
{
    // One that was cut off while it caught up finds out only now.
    if (!m_sessions.contains(session))
        return;
    const Scope& scope = *session->scope();
    if (m_live.insert(session).second && ++m_connections[scope.agent] == 1)
        tellPresence(scope.project, scope.agent, true);
    if (session->alerts().requests)
        markWaiting(scope.project);
}

void AgentGateway::noteClosed(AgentSession* session)
{
    m_sessions.erase(session);
    if (m_live.erase(session) == 0)
        return;
    const Scope& scope = *session->scope();
    if (--m_connections[scope.agent] > 0) {
        settlePresenceOf(scope);
        return;
    }
    m_connections.remove(scope.agent);
    tellPresence(scope.project, scope.agent, false);
}

void AgentGateway::settlePresenceOf(const Scope& scope)
{
    std::vector<std::optional<bool>> desks;
    for (const AgentSession* session : m_sessions) {
        if (session->scope() && session->scope()->agent == scope.agent)
            desks.push_back(session->isAttended());
    }
    settleAttendance(m_parts.hub, m_parts.pipeline, scope.project, scope.agent, desks,
                     !m_returning.contains(scope.agent));
}

void AgentGateway::sessionEnded(const QByteArray& tokenHash)
{
    const std::vector<AgentSession*> sessions(m_sessions.begin(), m_sessions.end());
    for (AgentSession* session : sessions) {
        if (session->tokenHash() == tokenHash)
            session->end();
    }
}

void AgentGateway::endExpired()
{
    const Timestamp now = m_parts.clock.now();
    const std::vector<AgentSession*> sessions(m_sessions.begin(), m_sessions.end());
    for (AgentSession* session : sessions) {
        if (session->scope() && session->scope()->expiresAt <= now)
            session->end();
    }
}

/// Whoever came in with what does not hold any more goes; the others go on with what they may now.
void AgentGateway::checkSessionsOf(const domain::AgentId& agent)
{
    const std::vector<AgentSession*> sessions(m_sessions.begin(), m_sessions.end());
    for (AgentSession* session : sessions) {
        if (session->scope() && session->scope()->agent == agent)
            session->checkAgain();
    }
}

void AgentGateway::heard(const Published& published)
{
    using enum domain::EventType;
    const domain::EventType type = published.event.type;
    const auto* change = std::get_if<domain::AccessChange>(&published.event.data);
    if (change && domain::endsAccess(change->kind))
        checkSessionsOf(change->agent);
    else if (type == AgentUpdated || type == AgentDisabled)
        checkSessionsOf(std::get<domain::Agent>(published.event.data).id);
    // Who was away when they connected was not noted; now it matters.
    const auto* agent = std::get_if<domain::Agent>(&published.event.data);
    if (agent && !agent->online && agent->availability != domain::Availability::Away &&
        isConnected(agent->id))
        tellPresence(published.project, agent->id, true);
    if (type == HandoffRequested && anybodyTold(published.project))
        markNotified(published.project, published.event.handoffId);
    if (type == HandoffOffered)
        passUnshown(published);
}

void AgentGateway::awaitReturns()
{
    for (const domain::ProjectState* project : m_parts.hub.all()) {
        for (const auto& [id, agent] : project->agents) {
            if (agent.online)
                m_returning.insert(id);
        }
    }
    m_returns.start(returnWithin);
}

void AgentGateway::endReturns()
{
    const std::set<domain::AgentId> awaited = std::exchange(m_returning, {});
    for (const domain::ProjectState* project : m_parts.hub.all()) {
        for (const auto& [id, agent] : project->agents) {
            if (awaited.contains(id) && agent.online && !isConnected(id))
                tellPresence(project->project.id, id, false);
        }
    }
    // What was not believed until now, because another of their desktops might come.
    std::map<domain::AgentId, Scope> scopes;
    for (const AgentSession* session : m_live)
        scopes.emplace(session->scope()->agent, *session->scope());
    for (const auto& [agent, scope] : scopes) {
        if (awaited.contains(agent))
            settlePresenceOf(scope);
    }
}

void AgentGateway::tellPresence(const domain::ProjectId& project, const domain::AgentId& id, bool online)
{
    const domain::ProjectState* state = m_parts.hub.state(project);
    if (!state)
        return;
    const auto agent = state->agents.find(id);
    // Nothing to say of those who only look on: thousands may come and go at once.
    if (agent == state->agents.end() ||
        (agent->second.availability == domain::Availability::Away && !agent->second.online))
        return;
    m_parts.pipeline.submit(
        Submission{project, {}, domain::Actor{}, {}, domain::SetPresence{id, online}, {}, {}});
}

bool AgentGateway::anybodyTold(const domain::ProjectId& project) const
{
    return std::any_of(m_sessions.begin(), m_sessions.end(), [&project](const AgentSession* session) {
        return session->isLive() && session->alerts().requests && session->scope()->project == project;
    });
}

/// An offer that no desktop of the agent's shows need not run out its time: it goes on as one that has run
/// out, not as one they have declined. Who works without a desktop is left alone.
void AgentGateway::passUnshown(const Published& offered)
{
    const auto* handoff = std::get_if<domain::Handoff>(&offered.event.data);
    if (!handoff || !handoff->offer)
        return;
    const domain::AgentId& agent = handoff->offer->agent.id;
    const auto isTheirs = [&agent](const AgentSession* session) {
        return session->isLive() && session->scope()->agent == agent;
    };
    const auto shows = [&isTheirs](const AgentSession* session) {
        return isTheirs(session) && session->alerts().offers;
    };
    if (std::any_of(m_sessions.begin(), m_sessions.end(), isTheirs) &&
        std::none_of(m_sessions.begin(), m_sessions.end(), shows))
        m_parts.pipeline.submit(Submission{offered.project,
                                           {},
                                           domain::Actor{},
                                           handoff->id,
                                           domain::DeclineOffer{handoff->id, agent, {}},
                                           {},
                                           {}});
}

void AgentGateway::markWaiting(const domain::ProjectId& project)
{
    const domain::ProjectState* state = m_parts.hub.state(project);
    for (const auto& [id, conversation] : state->conversations) {
        if (conversation.handoff && conversation.handoff->status == domain::HandoffStatus::Pending)
            markNotified(project, conversation.handoff->id);
    }
}

void AgentGateway::markNotified(const domain::ProjectId& project, const domain::HandoffId& handoff)
{
    m_parts.pipeline.submit(
        Submission{project, {}, domain::Actor{}, handoff, domain::MarkNotified{handoff}, {}, {}});
}

/// To everybody who looks at it: who they are, each once however many desktops they have.
void AgentGateway::tellViewers(const domain::ProjectId& project, const domain::ConversationId& conversation)
{
    if (conversation.isNull())
        return;
    std::vector<AgentSession*> watching;
    std::map<domain::AgentId, QString> names;
    for (AgentSession* session : m_sessions) {
        if (!session->scope() || session->scope()->project != project || session->viewing() != conversation)
            continue;
        watching.push_back(session);
        names[session->scope()->agent] = session->scope()->actor.name;
    }
    protocol::Json viewers = protocol::Json::array();
    for (const auto& [agent, name] : names)
        viewers.push_back({{"id", agent.text()}, {"name", protocol::utf8(name)}});
    const protocol::Json params{{"conversationId", conversation.text()}, {"viewers", std::move(viewers)}};
    const http::SharedFrame frame = frameOf("viewers", params);
    for (AgentSession* session : watching)
        session->sendNews(frame);
}

/// To the others who look at it.
void AgentGateway::tellColleagues(const AgentSession& typist, const domain::ConversationId& conversation,
                                  bool on)
{
    const Scope& scope = *typist.scope();
    const protocol::Json params = typingParams(conversation, domain::Author::Agent, scope.actor.name, on);
    const http::SharedFrame frame = frameOf("typing", params);
    for (AgentSession* session : m_sessions) {
        if (session->scope() && session->scope()->project == scope.project &&
            session->scope()->agent != scope.agent && session->viewing() == conversation)
            session->sendTyping(frame);
    }
}

/// To everybody that the customer writes; what, only to whoever has to do with it.
void AgentGateway::broadcastTyping(const domain::ProjectId& project,
                                   const domain::ConversationId& conversation, domain::Author author,
                                   const QString& name, bool on, const QString& text)
{
    if (author != domain::Author::Customer)
        return;
    protocol::Json params = typingParams(conversation, author, name, on);
    const http::SharedFrame frame = frameOf("typing", params);
    if (!text.isEmpty())
        params["text"] = protocol::utf8(text);
    const http::SharedFrame whole = text.isEmpty() ? frame : frameOf("typing", params);
    const domain::ConversationState* state = m_parts.hub.byId(project, conversation);
    const auto concerns = [&conversation, state](const AgentSession& session) {
        return session.viewing() == conversation ||
               (state && state->control.holder == domain::Holder::Agent &&
                state->control.agent == session.scope()->agent);
    };
    for (AgentSession* session : m_sessions) {
        if (session->scope() && session->scope()->project == project)
            session->sendTyping(concerns(*session) ? whole : frame);
    }
}

void AgentGateway::tellNews(const char* what, const domain::ProjectId& project, const domain::AgentId& owner)
{
    const http::SharedFrame frame = frameOf(what, protocol::Json::object());
    for (AgentSession* session : m_sessions) {
        const bool theirs = session->scope() && session->scope()->project == project &&
                            (owner.isNull() || session->scope()->agent == owner);
        if (theirs)
            session->sendNews(frame);
    }
}

} // namespace relevo::relay
