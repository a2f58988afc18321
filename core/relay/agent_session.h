#pragma once

#include <http/websocket.h>
#include <protocol/rpc.h>
#include <protocol/snapshot.h>
#include <relay/assistant.h>
#include <relay/auth.h>
#include <relay/commands.h>
#include <relay/pipeline.h>
#include <relay/query_thread.h>

#include <QtCore/QTimer>

namespace relevo::relay {

class Searches;
class WebhookCourier;

/// What the sessions of both gateways work with.
struct GatewayParts
{
    Hub& hub;
    Pipeline& pipeline;
    QueryThread& queries;
    Authenticator& auth;
    const Commands& commands;
    Assistant& assistant;
    const Clock& clock;
    const QString& journalEpoch;
    IdSource& ids;
    Searches& searches;
    const WebhookCourier& webhooks;
};

/// What a desktop shows or sounds when it comes, as it says; one that says nothing shows all.
struct Alerts
{
    bool offers = true;
    bool requests = true;
};

/// One agent's desktop on /ws/agent: says hello, is brought up to date by snapshot or by the events it has
/// missed, and from then on gets every event in sequence. I/O thread.
///
/// Events go out in order by one rule: `m_cursor` is the last sequence sent; the event after it comes from
/// the hub's newest frames when it is there, else from the journal. What was published meanwhile is reached
/// the same way, so there can be no gap.
class AgentSession final : public QObject, public Listener
{
    Q_OBJECT

public:
    AgentSession(std::shared_ptr<http::WebSocket> socket, GatewayParts parts, QObject* parent);
    ~AgentSession() override;

    [[nodiscard]] const std::optional<Scope>& scope() const { return m_scope; }
    [[nodiscard]] const QByteArray& tokenHash() const { return m_tokenHash; }
    [[nodiscard]] bool isLive() const { return m_phase == Phase::Live; }
    /// The conversation that is on their screen, as they say; null for none.
    [[nodiscard]] const domain::ConversationId& viewing() const { return m_viewing; }
    [[nodiscard]] const Alerts& alerts() const { return m_alerts; }
    /// Whether somebody is at the desktop, as it says; nothing until it does.
    [[nodiscard]] const std::optional<bool>& isAttended() const { return m_attended; }

    void heard(const Published& published) override;
    void sendTyping(const http::SharedFrame& frame);
    /// What is no event and does not lapse: whoever is not live yet asks for it by themselves.
    void sendNews(const http::SharedFrame& frame);
    /// Its token is not valid any more: nothing more is told or taken, and the socket closes with 4001.
    void end();
    /// Something about the agent's way in, or about what they may do, has changed: goes on with what holds
    /// now, or ends (4001; 4003 when the agent may not be here any more).
    void checkAgain();

Q_SIGNALS:
    void live();
    void closed();
    /// They look at another conversation than `before`.
    void viewingChanged(const relevo::domain::ConversationId& before);
    void alertsChanged();
    /// They write in it, a note perhaps.
    void typed(const relevo::domain::ConversationId& conversation, bool on);
    /// Somebody has come to the desktop, or left it.
    void attendedChanged();

private:
    static constexpr std::size_t pageBytes = 192 * 1024; // of a snapshot or a history
    static constexpr qint64 pendingBound = 1024 * 1024;  // that may wait for the reader before more is sent

    enum class Phase { Greeting, Snapshot, CatchingUp, Live, Ended };

    void received(const QByteArray& text);
    void dispatch(const protocol::RpcRequest& request);
    void hello(const protocol::RpcRequest& request);
    void onHandoff(const protocol::RpcRequest& request, Commands::OnHandoff command);
    void askAssistant(const protocol::RpcRequest& request, Assistant::Request what);
    /// `since`: what the desktop has of this journal; 0: nothing.
    void startSnapshot(qint64 since);
    /// What whoever comes back after a long time has to forget.
    struct Forgotten
    {
        std::vector<domain::ConversationId> erased;
        std::vector<store::RemovedFiles> files;
    };
    void sendFirstPages(protocol::SnapshotPage page, Forgotten forgotten);
    void nextSnapshotPage();
    void sendSnapshotConversations(std::vector<protocol::SnapshotConversation> conversations);
    /// The last pages: what was resolved lately.
    void readResolved();
    void sendResolved(std::vector<domain::ConversationState> states);
    void endSnapshot();
    void pump();
    void readFromJournal();
    void submit(const protocol::RpcRequest& request, Result<Submission> submission);
    void history(const protocol::RpcRequest& request);
    void setTyping(const protocol::RpcRequest& request);
    void setViewing(const protocol::RpcRequest& request);
    void setAlerts(const protocol::RpcRequest& request);
    void setPresence(const protocol::RpcRequest& request);
    void search(const protocol::RpcRequest& request);
    void getContact(const protocol::RpcRequest& request);
    void findContacts(const protocol::RpcRequest& request);
    void onContact(const protocol::RpcRequest& request);
    /// The holder has seen what the customer wrote: the customer is shown that.
    void markRead(const protocol::RpcRequest& request);
    void listNotifications(const protocol::RpcRequest& request);
    void readNotification(const protocol::RpcRequest& request);
    void stateHash(const protocol::RpcRequest& request);
    /// As the journal has them now.
    [[nodiscard]] const domain::Agent& me() const
    {
        return m_parts.hub.state(m_scope->project)->agents.at(m_scope->agent);
    }
    void reply(const std::string& text);
    void refuse(quint16 code, const protocol::Json& id, const Error& error);
    void end(quint16 code, const QByteArray& reason);

    std::shared_ptr<http::WebSocket> m_socket;
    GatewayParts m_parts;
    std::optional<Scope> m_scope;
    QByteArray m_tokenHash; // of the session token it came in with
    domain::ConversationId m_viewing;
    Alerts m_alerts;
    std::optional<bool> m_attended;
    Phase m_phase = Phase::Greeting;
    qint64 m_cursor = 0;
    bool m_reading = false; // a query is under way
    // The snapshot under way: the live state as it was when it began, and what of it is still to be sent.
    qint64 m_snapshotSeq = 0;
    int m_snapshotPage = 0;
    std::vector<domain::ConversationState> m_snapshotLeft;
    QTimer m_resume; // tries again when the reader has caught up
};

} // namespace relevo::relay
