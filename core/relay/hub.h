#pragma once

#include <domain/state.h>
#include <http/websocket_frame.h>
#include <store/journal.h>

#include <QtCore/QObject>

#include <deque>
#include <map>
#include <unordered_set>

namespace relevo::relay {

/// One event as listeners get it: decoded, and as the agents' frame, encoded once for all of them.
struct Published
{
    const domain::ProjectId& project;
    const domain::Event& event;
    const http::SharedFrame& frame;
    bool restricted = false; ///< not for every agent's eyes: domain::maySee() says for whose
};

/// Hears of every committed event of one project, in sequence. I/O thread.
class Listener
{
public:
    virtual ~Listener() = default;
    virtual void heard(const Published& published) = 0;
};

/// Where committed events go: keeps each project's live state (the same fold the desktops keep), the newest
/// frames, and tells everybody who listens. I/O thread.
class Hub final : public QObject
{
    Q_OBJECT

public:
    explicit Hub(const std::map<domain::ProjectId, domain::ProjectState>& states, QObject* parent = nullptr);
    ~Hub() override;

    void publish(const std::vector<store::CommittedEvent>& events);

    /// Null for a project that has no events yet.
    [[nodiscard]] const domain::ProjectState* state(const domain::ProjectId& project) const;
    [[nodiscard]] std::vector<const domain::ProjectState*> all() const;
    /// The conversation that holds the handoff as its newest one and is open; null otherwise.
    [[nodiscard]] const domain::ConversationState* byHandoff(const domain::ProjectId& project,
                                                             const domain::HandoffId& id) const;
    [[nodiscard]] const domain::ConversationState* bySession(const domain::ProjectId& project,
                                                             const QString& session) const;
    [[nodiscard]] const domain::ConversationState* byId(const domain::ProjectId& project,
                                                        const domain::ConversationId& id) const;

    struct Kept
    {
        http::SharedFrame frame;
        /// The event, when it is not for every agent's eyes (domain::maySee); mostly null.
        std::shared_ptr<const domain::Event> restricted;
    };
    /// The frame of event `seq`, when it is among the newest `keptFrames`; null otherwise.
    [[nodiscard]] const Kept* frame(const domain::ProjectId& project, qint64 seq) const;

    /// A listener may leave, or others come, while it is being told; newcomers hear from the next event on.
    void listen(const domain::ProjectId& project, Listener& listener);
    void leave(const domain::ProjectId& project, Listener& listener);
    /// Hears of every project, before the others.
    void listenToAll(Listener& listener);
    void leaveAll(Listener& listener);

    // News that are no events.

    /// Somebody types. Told to both gateways. `text`: what, where agents may see it; kept nowhere.
    void tellTyping(const domain::ProjectId& project, const domain::ConversationId& conversation,
                    domain::Author author, const QString& name, bool on, const QString& text = {})
    {
        Q_EMIT typing(project, conversation, author, name, on, text);
    }

    /// The project's canned responses are others, or those of this agent (null: everybody's).
    void tellCannedResponses(const domain::ProjectId& project, const domain::AgentId& owner)
    {
        Q_EMIT cannedResponsesChanged(project, owner);
    }

    /// The project's message templates are others.
    void tellMessageTemplates(const domain::ProjectId& project) { Q_EMIT messageTemplatesChanged(project); }

    static constexpr std::size_t keptFrames = 2'048;
    static constexpr std::size_t keptFrameBytes =
        4 * 1024 * 1024; ///< a project's, however few frames that is

Q_SIGNALS:
    void typing(const relevo::domain::ProjectId& project, const relevo::domain::ConversationId& conversation,
                relevo::domain::Author author, const QString& name, bool on, const QString& text);
    void cannedResponsesChanged(const relevo::domain::ProjectId& project,
                                const relevo::domain::AgentId& owner);
    void messageTemplatesChanged(const relevo::domain::ProjectId& project);

private:
    struct Room
    {
        domain::ProjectState state;
        std::map<QString, domain::ConversationId> sessions;
        std::map<domain::HandoffId, domain::ConversationId> handoffs;
        std::deque<Kept> frames; // the newest ones, the last is that of state.seq
        std::size_t frameBytes = 0;
        std::vector<Listener*> listeners; // null where one left while being told
    };

    static void index(Room& room, const domain::ConversationState& conversation);
    static void unindex(Room& room, const domain::ConversationState& conversation);
    void fold(Room& room, const domain::Event& event);
    void tell(std::vector<Listener*>& listeners, const Published& published);
    void remove(std::vector<Listener*>& listeners, Listener& listener);

    std::map<domain::ProjectId, Room> m_rooms;
    std::vector<Listener*> m_everywhere;
    int m_telling = 0;
};

/// One of the project's agents, as they are now; null when there is none.
[[nodiscard]] const domain::Agent* agentIn(const Hub& hub, const domain::ProjectId& project,
                                           const domain::AgentId& agent);

} // namespace relevo::relay
