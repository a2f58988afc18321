#pragma once

#include "floors.h"
#include "load.h"
#include "relay_process.h"
#include "report.h"

namespace relevo::bench {

/// A running relay with a project, agents who are signed in, and what every measurement needs.
class Bed
{
public:
    /// The same password for all; the relay hashes it once an agent.
    Bed(const std::string& program, int agents, Report& report);

    RelayProcess relay;
    Loop loop;
    Report& report;
    Floors floors;
    Endpoint endpoint;
    std::string apiKey;
    std::vector<std::string> tokens; ///< of the agents
    double restResident = 0;         ///< bytes, right after the start

    /// `count` agents' desktops, shared out among the agents, all of them live.
    [[nodiscard]] Sinks connect(int count);
    /// Where the journal stands now.
    [[nodiscard]] Standing standing();
    /// Another name for every set of messages.
    [[nodiscard]] Messages messages(int conversations);
    /// Faults when a sink has missed an event, or has one twice.
    void checkOrder(const Sinks& sinks, const std::string& where);

private:
    int m_runs = 0;
};

/// Durable messages a second pushed to fifty agents.
void measureThroughput(Bed& bed, Span span, int connections);
/// From the HTTP request to the agent, at a thousand messages a second.
void measureLatency(Bed& bed, Span span);
/// What ten thousand agents who only listen cost.
void measureIdle(Bed& bed, int count);
/// What hostile peers make the relay grow by.
void measureHostile(Bed& bed);
/// What a message costs with ten thousand and with a million stored before it. Takes minutes.
void measureDepth(Bed& bed);

} // namespace relevo::bench
