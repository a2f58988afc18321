#pragma once

#include <base/ids.h>
#include <domain/decide.h>
#include <protocol/snapshot.h>

#include <map>
#include <random>

namespace relevo::test {

/// Ids that come out the same for the same seed.
class SeededIds final : public IdSource
{
public:
    explicit SeededIds(quint32 seed) : m_random(seed) {}
    QUuid next() override;

private:
    std::mt19937 m_random;
    quint32 m_counter = 0;
};

/// A clock that stands until it is pushed; both of its hands move together.
class HandClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override { return m_now; }
    [[nodiscard]] milliseconds monotonic() const override { return m_now.time_since_epoch(); }
    void advance(milliseconds by) { m_now += by; }

private:
    Timestamp m_now{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14} + std::chrono::hours(9)};
};

/// A project's journal grown by domain::decide from commands, random ones too: what a relay would have,
/// without the relay.
class World
{
public:
    explicit World(quint32 seed, int agents = 3);

    HandClock clock;
    SeededIds ids;

    [[nodiscard]] const domain::ProjectState& live() const { return m_live; }
    [[nodiscard]] qint64 seq() const { return m_live.seq; }
    [[nodiscard]] const std::vector<domain::Event>& journal() const { return m_journal; }
    [[nodiscard]] const domain::Agent& agent(int index) const
    {
        return m_agents[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] const domain::ConversationState* conversation(const domain::ConversationId& id) const;
    /// All messages of a conversation with their present delivery, ascending.
    [[nodiscard]] std::vector<domain::Message> messages(const domain::ConversationId& id) const;

    /// The first thing somebody else than this agent has said there after `seq`, as the relay looks for it.
    [[nodiscard]] std::optional<domain::Message> saidByOthers(const domain::ConversationId& id, qint64 seq,
                                                              const domain::AgentId& agent) const;

    /// Runs a command on a conversation (null id: none) and writes down its events.
    Result<std::vector<domain::Event>> run(const domain::ConversationId& id, const domain::Command& command,
                                           const domain::Actor& actor = {});
    /// One random command that makes sense now and then.
    void step();

    /// A new conversation with one customer message; `handoff` asks for a human as well.
    domain::ConversationId customer(const QString& name, const QString& text, bool handoff = false);
    void write(const domain::ConversationId& id, const QString& text);
    domain::HandoffId requestHandoff(const domain::ConversationId& id, domain::TriggerType type);
    Result<std::vector<domain::Event>> claim(const domain::ConversationId& id, int agentIndex);
    Result<std::vector<domain::Event>> reply(const domain::ConversationId& id, int agentIndex,
                                             const QString& text);

    /// The live state in pages of so many conversations, as JSON of the wire.
    [[nodiscard]] std::vector<protocol::Json> snapshot(std::size_t perPage) const;
    /// The event as it looks after the wire.
    [[nodiscard]] static domain::Event overTheWire(const domain::Event& event);

private:
    std::mt19937 m_random;
    std::vector<domain::Agent> m_agents;
    domain::ProjectState m_live;
    std::map<domain::ConversationId, domain::ConversationState> m_all;
    std::map<domain::ConversationId, std::vector<domain::Message>> m_messages;
    std::vector<domain::Event> m_journal;

    [[nodiscard]] int pick(int below);
    void record(std::vector<domain::Event>& events);
    void stepOn(const domain::ConversationState& state);
};

} // namespace relevo::test
