#pragma once

#include <domain/decide.h>

#include <QtTest/QtTest>

#include <functional>
#include <map>

namespace relevo::test {

using namespace domain;

/// Ids 1, 2, 3 …, the same in every run.
class CountingIds final : public IdSource
{
public:
    explicit CountingIds(quint32 room = 0) : m_room(room) {}
    [[nodiscard]] QUuid next() override
    {
        return {m_room, 0, 0x7000, 0x80, 0, 0, 0, byte(24), byte(16), byte(8), step()};
    }

private:
    [[nodiscard]] uchar byte(int shift) const { return static_cast<uchar>((m_last + 1) >> shift); }
    uchar step() { return static_cast<uchar>(++m_last); }

    quint32 m_room;
    quint32 m_last = 0;
};

/// A project with a working copy of everything decisions need: the live state, and every conversation, closed
/// ones too, as the relay's disk has them.
class World
{
public:
    World()
    {
        CreateProject create{{ids.make<ProjectId>(), QStringLiteral("Shop")}};
        must(create);
    }

    AgentId addAgent(const QString& name, Availability availability = Availability::Available,
                     int capacity = 0)
    {
        Agent agent;
        agent.id = ids.make<AgentId>();
        agent.name = name;
        agent.email = name.toLower() + QStringLiteral("@example.com");
        agent.availability = availability;
        agent.capacity = capacity;
        must(CreateAgent{agent});
        return agent.id;
    }

    [[nodiscard]] const ConversationState* conversation(ConversationId id) const
    {
        const auto found = all.find(id);
        return found == all.end() ? nullptr : &found->second;
    }

    [[nodiscard]] Result<std::vector<Event>> decideOn(const Command& command, ConversationId id,
                                                      IdSource& source) const
    {
        return decide(live, conversation(id), command, DecisionContext{now, actor, source});
    }

    /// Decides, numbers the events and folds them into both copies.
    Result<std::vector<Event>> run(const Command& command, ConversationId id = {})
    {
        Result<std::vector<Event>> events = decideOn(command, id, ids);
        if (!events)
            return events;
        for (Event& event : *events) {
            event.seq = live.seq + 1;
            if (auto* message = std::get_if<Message>(&event.data))
                message->seq = event.seq;
            apply(live, event);
            if (!event.conversationId.isNull())
                applyTo(all[event.conversationId], event);
            log.push_back(event);
        }
        return events;
    }

    std::vector<Event> must(const Command& command, ConversationId id = {})
    {
        Result<std::vector<Event>> events = run(command, id);
        if (!events)
            qFatal("refused: %s", qPrintable(events.error().message));
        return std::move(*events);
    }

    ConversationId say(const QString& text, ConversationId id = {}, Author author = Author::Customer)
    {
        must(message(text, id, author), id);
        return std::get<Message>(lastMessage().data).conversationId;
    }

    ReceiveMessage message(const QString& text, ConversationId id = {}, Author author = Author::Customer)
    {
        ReceiveMessage command;
        command.conversationId = id.isNull() ? ids.make<ConversationId>() : id;
        command.sessionId = command.conversationId.toString();
        command.channel = QStringLiteral("web");
        command.author = author;
        command.content = text;
        return command;
    }

    HandoffId ask(ConversationId id, TriggerType type = TriggerType::Manual)
    {
        must(InitiateHandoff{Trigger{type, QStringLiteral("asked"), 1.0}, std::nullopt}, id);
        return conversation(id)->handoff->id;
    }

    void claim(ConversationId id, HandoffId handoff, AgentId agent)
    {
        must(ClaimHandoff{handoff, ref(agent)}, id);
    }

    [[nodiscard]] AgentRef ref(AgentId agent) const { return {agent, live.agents.at(agent).name}; }

    [[nodiscard]] const Event& lastMessage() const
    {
        for (auto it = log.rbegin(); it != log.rend(); ++it) {
            if (std::holds_alternative<Message>(it->data))
                return *it;
        }
        qFatal("no message");
    }

    CountingIds ids;
    Timestamp now{milliseconds(1'795'253'400'125)};
    Actor actor;
    ProjectState live;
    std::map<ConversationId, ConversationState> all;
    std::vector<Event> log;
};

inline std::vector<EventType> typesOf(const std::vector<Event>& events)
{
    std::vector<EventType> types;
    for (const Event& event : events)
        types.push_back(event.type);
    return types;
}

} // namespace relevo::test
