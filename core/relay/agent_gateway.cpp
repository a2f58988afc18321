#include <relay/agent_gateway.h>

#include <protocol/names.h>

#include <algorithm>

namespace relevo::relay {
namespace {

constexpr std::chrono::seconds expiryEvery{15};

} // namespace

AgentGateway::AgentGateway(GatewayParts parts, QObject* parent) : QObject(parent), m_parts(parts)
{
    m_parts.hub.listenToAll(*this);
    connect(&m_parts.hub, &Hub::typing, this, &AgentGateway::broadcastTyping);
    connect(&m_expiry, &QTimer::timeout, this, &AgentGateway::endExpired);
    m_expiry.start(expiryEvery);
}

AgentGateway::~AgentGateway()
{
    m_parts.hub.leaveAll(*this);
}

void AgentGateway::accept(const std::shared_ptr<http::WebSocket>& socket)
{
    auto* session = new AgentSession(socket, m_parts, this);
    m_sessions.insert(session);
    connect(session, &AgentSession::live, this, [this, session] { markWaiting(session->scope()->project); });
    connect(session, &AgentSession::closed, this, [this, session] {
        m_sessions.erase(session);
        session->deleteLater();
    });
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

void AgentGateway::heard(const Published& published)
{
    if (published.event.type == domain::EventType::HandoffRequested && anybodyLive(published.project))
        markNotified(published.project, published.event.handoffId);
}

bool AgentGateway::anybodyLive(const domain::ProjectId& project) const
{
    return std::any_of(m_sessions.begin(), m_sessions.end(), [&project](const AgentSession* session) {
        return session->isLive() && session->scope()->project == project;
    });
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

void AgentGateway::broadcastTyping(const domain::ProjectId& project,
                                   const domain::ConversationId& conversation, domain::Author author,
                                   const QString& name, bool on)
{
    if (author != domain::Author::Customer)
        return;
    const protocol::Json params{{"conversationId", conversation.text()},
                                {"author", protocol::nameOf(author)},
                                {"name", protocol::utf8(name)},
                                {"on", on}};
    const std::string text = protocol::rpcNotification("typing", protocol::dump(params));
    const auto frame = http::SharedFrame::text({text.data(), static_cast<qsizetype>(text.size())});
    for (AgentSession* session : m_sessions) {
        if (session->scope() && session->scope()->project == project)
            session->sendTyping(frame);
    }
}

} // namespace relevo::relay
