#pragma once

#include <relay/hub.h>

#include <map>

namespace relevo::relay {

/// Counts what happens, over all projects, since the relay began to run. I/O thread.
class EventCounts final : public Listener
{
public:
    explicit EventCounts(Hub& hub);
    ~EventCounts() override;
    EventCounts(const EventCounts&) = delete;
    EventCounts& operator=(const EventCounts&) = delete;

    void heard(const Published& published) override;

    using ByName = std::map<std::string, quint64>;
    [[nodiscard]] const ByName& events() const { return m_events; } ///< by type, as on the wire
    [[nodiscard]] quint64 messagesIn() const { return m_messagesIn; }
    [[nodiscard]] const ByName& messagesOut() const { return m_messagesOut; }     ///< by author
    [[nodiscard]] const ByName& triggers() const { return m_triggers; }           ///< of handoffs, by kind
    [[nodiscard]] const ByName& handoffsEnded() const { return m_handoffsEnded; } ///< by outcome
    [[nodiscard]] const ByName& ratings() const
    {
        return m_ratings;
    } ///< by score, those that replace another too

private:
    Hub& m_hub;
    ByName m_events;
    quint64 m_messagesIn = 0;
    ByName m_messagesOut;
    ByName m_triggers;
    ByName m_handoffsEnded;
    ByName m_ratings;
};

} // namespace relevo::relay
