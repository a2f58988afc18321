#pragma once

#include "loop.h"

#include <optional>

namespace relevo::bench {

/// Where a journal stands: what a client needs to come in without a snapshot.
struct Standing
{
    std::int64_t seq = 0;
    std::string epoch;
};

/// An agent's end of /ws/agent that does no more with an event than to see that it is the next one.
class AgentSink final : public Connection
{
public:
    struct Counts
    {
        std::int64_t events = 0;
        std::int64_t bytes = 0;
        std::int64_t outOfOrder = 0;
    };
    /// An event's text, and when it was here.
    using Heard = std::function<void(std::string_view event, Instant at)>;

    AgentSink(Loop& loop, const Endpoint& endpoint, std::string token, const Standing& since = {},
              int source = 0);

    [[nodiscard]] bool isLive() const { return m_live; }
    [[nodiscard]] std::int64_t seq() const { return m_seq; }
    [[nodiscard]] const Counts& counts() const { return m_counts; }
    [[nodiscard]] const std::string& epoch() const { return m_since.epoch; }
    [[nodiscard]] std::optional<int> closeCode() const { return m_closeCode; }
    void setHeard(Heard heard) { m_heard = std::move(heard); }

    /// Asks for the smallest answer there is; `answered` is called with it.
    void ping(std::function<void()> answered);

private:
    std::size_t received(std::string_view bytes) override;
    void frame(std::uint8_t opcode, std::string_view payload);
    void text(std::string_view payload);
    void event(std::string_view payload);
    void answer(std::string_view payload);
    void sendFrame(std::uint8_t opcode, std::string_view payload);

    std::string m_token;
    Standing m_since;
    std::int64_t m_seq = 0;
    Counts m_counts;
    Heard m_heard;
    std::function<void()> m_answered;
    std::optional<int> m_closeCode;
    bool m_upgraded = false;
    bool m_greeted = false;
    bool m_live = false;
};

} // namespace relevo::bench
