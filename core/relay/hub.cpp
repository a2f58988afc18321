#include <relay/hub.h>

#include <base/log.h>
#include <protocol/event_codec.h>
#include <protocol/rpc.h>

#include <algorithm>

namespace relevo::relay {
namespace {

bool isRestricted(const domain::Event& event)
{
    return event.type == domain::EventType::BotsChanged ||
           std::holds_alternative<domain::AccessChange>(event.data) ||
           std::holds_alternative<domain::Notification>(event.data) ||
           std::holds_alternative<domain::NotificationRead>(event.data);
}

} // namespace

Hub::Hub(const std::map<domain::ProjectId, domain::ProjectState>& states, QObject* parent) : QObject(parent)
{
    for (const auto& [id, state] : states) {
        Room& room = m_rooms[id];
        room.state = state;
        for (const auto& [conversationId, conversation] : room.state.conversations)
            index(room, conversation);
    }
}

Hub::~Hub() = default;

void Hub::index(Room& room, const domain::ConversationState& conversation)
{
    room.sessions[conversation.conversation.sessionId] = conversation.conversation.id;
    if (conversation.handoff)
        room.handoffs[conversation.handoff->id] = conversation.conversation.id;
}

void Hub::unindex(Room& room, const domain::ConversationState& conversation)
{
    room.sessions.erase(conversation.conversation.sessionId);
    if (conversation.handoff)
        room.handoffs.erase(conversation.handoff->id);
}

void Hub::fold(Room& room, const domain::Event& event)
{
    const auto before = room.state.conversations.find(event.conversationId);
    const bool replaced = event.type == domain::EventType::ConversationClosed ||
                          event.type == domain::EventType::HandoffRequested;
    if (replaced && before != room.state.conversations.end())
        unindex(room, before->second);
    domain::apply(room.state, event);
    if (event.type != domain::EventType::ConversationOpened &&
        event.type != domain::EventType::HandoffRequested)
        return;
    const auto after = room.state.conversations.find(event.conversationId);
    if (after != room.state.conversations.end())
        index(room, after->second);
}

void Hub::publish(const std::vector<store::CommittedEvent>& events)
{
    for (const store::CommittedEvent& committed : events) {
        Room& room = m_rooms[committed.project];
        if (committed.event.seq != room.state.seq + 1) {
            qCCritical(logRelay).noquote() << logLine(u"An event came out of sequence",
                                                      {{u"have", QString::number(room.state.seq)},
                                                       {u"came", QString::number(committed.event.seq)}});
            continue;
        }
        fold(room, committed.event);
        room.frames.push_back({http::SharedFrame::text(protocol::rpcNotification("event", committed.body)),
                               isRestricted(committed.event)
                                   ? std::make_shared<const domain::Event>(committed.event)
                                   : nullptr});
        room.frameBytes += static_cast<std::size_t>(room.frames.back().frame.bytes.size());
        while (room.frames.size() > keptFrames ||
               (room.frameBytes > keptFrameBytes && room.frames.size() > 1)) {
            room.frameBytes -= static_cast<std::size_t>(room.frames.front().frame.bytes.size());
            room.frames.pop_front();
        }
        // A copy, because a listener may cause the deque to change while it is told.
        const http::SharedFrame frame = room.frames.back().frame;
        const bool restricted = room.frames.back().restricted != nullptr;
        const Published published{committed.project, committed.event, frame, restricted};
        tell(m_everywhere, published);
        tell(room.listeners, published);
    }
}

void Hub::tell(std::vector<Listener*>& listeners, const Published& published)
{
    ++m_telling;
    const std::size_t count = listeners.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (Listener* listener = listeners[i])
            listener->heard(published);
    }
    --m_telling;
    if (m_telling == 0 && std::find(listeners.begin(), listeners.end(), nullptr) != listeners.end())
        std::erase(listeners, nullptr);
}

void Hub::remove(std::vector<Listener*>& listeners, Listener& listener)
{
    const auto found = std::find(listeners.begin(), listeners.end(), &listener);
    if (found == listeners.end())
        return;
    if (m_telling > 0)
        *found = nullptr;
    else
        listeners.erase(found);
}

const domain::ProjectState* Hub::state(const domain::ProjectId& project) const
{
    const auto room = m_rooms.find(project);
    return room == m_rooms.end() ? nullptr : &room->second.state;
}

std::vector<const domain::ProjectState*> Hub::all() const
{
    std::vector<const domain::ProjectState*> states;
    states.reserve(m_rooms.size());
    for (const auto& [id, room] : m_rooms)
        states.push_back(&room.state);
    return states;
}

const domain::ConversationState* Hub::byId(const domain::ProjectId& project,
                                           const domain::ConversationId& id) const
{
    const domain::ProjectState* state = this->state(project);
    if (!state)
        return nullptr;
    const auto found = state->conversations.find(id);
    return found == state->conversations.end() ? nullptr : &found->second;
}

const domain::ConversationState* Hub::byHandoff(const domain::ProjectId& project,
                                                const domain::HandoffId& id) const
{
    const auto room = m_rooms.find(project);
    if (room == m_rooms.end())
        return nullptr;
    const auto found = room->second.handoffs.find(id);
    return found == room->second.handoffs.end() ? nullptr : byId(project, found->second);
}

const domain::ConversationState* Hub::bySession(const domain::ProjectId& project,
                                                const QString& session) const
{
    const auto room = m_rooms.find(project);
    if (room == m_rooms.end())
        return nullptr;
    const auto found = room->second.sessions.find(session);
    return found == room->second.sessions.end() ? nullptr : byId(project, found->second);
}

const Hub::Kept* Hub::frame(const domain::ProjectId& project, qint64 seq) const
{
    const auto room = m_rooms.find(project);
    if (room == m_rooms.end() || seq > room->second.state.seq)
        return nullptr;
    const auto back = static_cast<std::size_t>(room->second.state.seq - seq);
    const auto& frames = room->second.frames;
    return back < frames.size() ? &frames[frames.size() - 1 - back] : nullptr;
}

void Hub::listen(const domain::ProjectId& project, Listener& listener)
{
    m_rooms[project].listeners.push_back(&listener);
}

void Hub::leave(const domain::ProjectId& project, Listener& listener)
{
    remove(m_rooms[project].listeners, listener);
}

void Hub::listenToAll(Listener& listener)
{
    m_everywhere.push_back(&listener);
}

void Hub::leaveAll(Listener& listener)
{
    remove(m_everywhere, listener);
}

const domain::Agent* agentIn(const Hub& hub, const domain::ProjectId& project, const domain::AgentId& agent)
{
    const domain::ProjectState* state = hub.state(project);
    if (!state)
        return nullptr;
    const auto found = state->agents.find(agent);
    return found == state->agents.end() ? nullptr : &found->second;
}

} // namespace relevo::relay
