#pragma once

#include "domain/world.h"

#include <domain/timers.h>

namespace relevo::test {

using namespace std::chrono_literals;

/// One conversation with one agent, whose timers a test lets run out: what the tests of timers begin with.
class TimedConversation : public QObject
{
protected:
    void begin()
    {
        m_world = std::make_unique<World>();
        m_ana = m_world->addAgent(QStringLiteral("Ana"));
        m_id = m_world->say(QStringLiteral("hi"));
        m_start = m_world->now;
    }

    void change(const std::function<void(domain::Settings&)>& how)
    {
        domain::Settings settings = m_world->live.settings;
        how(settings);
        m_world->must(domain::ChangeSettings{settings});
    }

    [[nodiscard]] const domain::ConversationState& state() const { return *m_world->conversation(m_id); }
    [[nodiscard]] std::optional<Timestamp> due() const { return domain::nextDue(m_world->live, state()); }

    /// Goes to the next due time and does what is due; the types of the events.
    std::vector<domain::EventType> tick()
    {
        m_world->now = due().value() - 1ms;
        if (!m_world->must(domain::Tick{}, m_id).empty())
            qFatal("something was done before its time");
        m_world->now += 1ms;
        const std::vector<domain::EventType> types = typesOf(m_world->must(domain::Tick{}, m_id));
        if (!m_world->must(domain::Tick{}, m_id).empty())
            qFatal("something was done twice");
        return types;
    }

    void hold()
    {
        m_handoff = m_world->ask(m_id);
        m_world->claim(m_id, m_handoff, m_ana);
        m_world->must(domain::SendMessage{m_handoff, m_world->ref(m_ana), QStringLiteral("hello"), {}, {}},
                      m_id);
    }

    std::unique_ptr<World> m_world;
    domain::AgentId m_ana;
    domain::ConversationId m_id;
    domain::HandoffId m_handoff;
    Timestamp m_start;
};

} // namespace relevo::test
