#pragma once

#include <relay/agent_session.h>

#include <QtCore/QHash>

#include <set>
#include <unordered_set>

namespace relevo::relay {

/// All agents' sockets. Also sees to what depends on somebody being there: a handoff counts as notified once
/// a desktop has it. I/O thread.
class AgentGateway final : public QObject, public Listener
{
    Q_OBJECT

public:
    AgentGateway(GatewayParts parts, QObject* parent = nullptr);
    ~AgentGateway() override;

    void accept(const std::shared_ptr<http::WebSocket>& socket);
    /// A session token was revoked: whoever came in with it goes (4001).
    void sessionEnded(const QByteArray& tokenHash);
    void heard(const Published& published) override;
    [[nodiscard]] int socketCount() const { return static_cast<int>(m_sessions.size()); }
    /// After a start nobody is connected yet, whatever the journal remembers of the time before. Whoever was
    /// there has `returnWithin` to come back, as if nothing had been; who has not by then is gone.
    void awaitReturns();

    static constexpr std::chrono::seconds returnWithin{8};

private:
    void markNotified(const domain::ProjectId& project, const domain::HandoffId& handoff);
    void markWaiting(const domain::ProjectId& project);
    void broadcastTyping(const domain::ProjectId& project, const domain::ConversationId& conversation,
                         domain::Author author, const QString& name, bool on, const QString& text);
    void tellViewers(const domain::ProjectId& project, const domain::ConversationId& conversation);
    void tellColleagues(const AgentSession& typist, const domain::ConversationId& conversation, bool on);
    /// That something kept for agents is to be read anew; `owner`: that agent's alone, null: everybody's.
    void tellNews(const char* what, const domain::ProjectId& project, const domain::AgentId& owner);
    void tellPresence(const domain::ProjectId& project, const domain::AgentId& agent, bool online);
    /// Somebody came to one of their desktops or left it, or a desktop came or went.
    void settlePresenceOf(const Scope& scope);
    [[nodiscard]] bool isConnected(const domain::AgentId& agent) const
    {
        return m_connections.contains(agent);
    }
    void noteLive(AgentSession* session);
    void noteClosed(AgentSession* session);
    /// Some desktop shows those who begin to wait.
    [[nodiscard]] bool anybodyTold(const domain::ProjectId& project) const;
    void passUnshown(const Published& offered);

    void endReturns();
    void endExpired();
    void checkSessionsOf(const domain::AgentId& agent);

    GatewayParts m_parts;
    std::unordered_set<AgentSession*> m_sessions;
    std::unordered_set<AgentSession*> m_live;  // whose agent is counted
    QHash<domain::AgentId, int> m_connections; // of each agent, live ones only
    QTimer m_expiry;
    QTimer m_returns;                      // runs as long as the desktops of before a start are awaited
    std::set<domain::AgentId> m_returning; // whose; empty when it does not run
};

} // namespace relevo::relay
