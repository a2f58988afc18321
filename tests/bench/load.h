#pragma once

#include "agent_sink.h"
#include "http_poster.h"

#include <memory>

namespace relevo::bench {

/// Who writes into which conversations: customers, in sentences that ask for nothing the triggers know.
class Messages
{
public:
    Messages(std::string run, int conversations) : m_run(std::move(run)), m_conversations(conversations) {}

    /// The next message of the run goes out on the poster. Returns its number, from 0.
    std::int64_t send(HttpPoster& poster);
    [[nodiscard]] std::int64_t sent() const { return m_next; }
    /// The number in an event of this run that brings a message; -1 for other events.
    [[nodiscard]] std::int64_t numberIn(std::string_view event) const;
    void setContentBytes(std::size_t bytes) { m_contentBytes = bytes; }

private:
    std::string m_run; // short and unlike any other run's
    int m_conversations;
    std::int64_t m_next = 0;
    std::size_t m_contentBytes = 0; // 0: as people write
    std::string m_path;
    std::string m_body;
};

using Sinks = std::vector<std::unique_ptr<AgentSink>>;
using Posters = std::vector<std::unique_ptr<HttpPoster>>;

[[nodiscard]] Posters makePosters(Loop& loop, const Endpoint& endpoint, const std::string& token, int count);

struct LoadResult
{
    std::int64_t messages = 0; ///< sent after the warm-up, all of them acknowledged
    std::int64_t refused = 0;  ///< answers other than 201
    Span took{};               ///< until every sink had the last of them
    Samples answers;           ///< from the request's start to its answer
    [[nodiscard]] double rate() const { return static_cast<double>(messages) / seconds(took); }
};

/// As fast as it goes: every poster sends its next message when the last one was answered. `measureFrom` is
/// called when the warm-up is over. Ends after `span`, or, when `count` is not 0, after so many messages.
[[nodiscard]] LoadResult closedLoop(Loop& loop, Posters& posters, Messages& messages, const Sinks& sinks,
                                    Span warmUp, Span span, std::int64_t count,
                                    const std::function<void()>& measureFrom);

struct PacedResult
{
    std::int64_t messages = 0;
    std::int64_t missing = 0; ///< not heard by the agent that was to hear it
    Samples heard;            ///< from the request's start to the event at one of the agents, in turn
    Samples heardFromDue;     ///< the same from when the request was due
    Samples late;             ///< how late the request started
    Samples answers;
};

/// At a given rate, whatever the answers take.
[[nodiscard]] PacedResult openLoop(Loop& loop, Posters& posters, Messages& messages, const Sinks& sinks,
                                   double rate, Span span);

} // namespace relevo::bench
