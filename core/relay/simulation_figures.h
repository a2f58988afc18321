#pragma once

#include <domain/settings.h>

#include <vector>

namespace relevo::relay {

/// A number of spans, in seconds.
struct SpanFigures
{
    double mean = 0;
    double p50 = 0;
    double p90 = 0;
    double p99 = 0;
    double most = 0;
};

/// How a day went under one way of routing.
struct SimulationFigures
{
    domain::Routing routing = domain::Routing::Manual;
    int handoffs = 0;
    int answered = 0;
    int abandoned = 0; ///< the customer left before anybody had answered
    int tickets = 0;   ///< nobody could answer in time; they may have been answered later
    SpanFigures wait;  ///< from the request to the first answer, of those that were answered
    int slaMet = 0;    ///< of the first response; who leaves before it is due counts as neither
    int slaBreached = 0;
    int offers = 0;
    int declined = 0; ///< by an agent's word
    int lapsed = 0;   ///< by the time running out, or the agent's leaving
    int returned = 0; ///< from an agent who was gone, to the queue
    /// Conversations at once: how far the agents who are there lie from each other, the standard deviation,
    /// on average over the minutes in which anybody is busy.
    double loadDeviation = 0;
    /// Conversations taken for each hour of being available, over the agents: mean, standard deviation, least
    /// and most.
    double takenMean = 0;
    double takenDeviation = 0;
    double takenLeast = 0;
    double takenMost = 0;
};

/// Gathers what happens in a day and makes the figures of it.
class SimulationTally
{
public:
    explicit SimulationTally(domain::Routing routing) { m_figures.routing = routing; }

    /// For what is only counted.
    [[nodiscard]] SimulationFigures& counts() { return m_figures; }
    void answeredAfter(milliseconds wait);
    void firstResponseEnded(domain::PromiseState state);
    /// Conversations of each agent who is there at one moment.
    void loadsNow(const std::vector<double>& loads);
    void worked(int taken, milliseconds available);

    /// Everything is known.
    [[nodiscard]] SimulationFigures take();

private:
    SimulationFigures m_figures;
    std::vector<double> m_waits; // seconds
    std::vector<double> m_deviations;
    std::vector<double> m_taken; // for each hour, by agent
};

} // namespace relevo::relay
