#pragma once

#include <relay/simulation_figures.h>
#include <relay/simulation_plan.h>

#include <optional>
#include <string>

namespace relevo::relay {

/// What `relevo-relay simulate` plays.
struct SimulationOptions
{
    int agents = 200;      ///< 1 … 5,000
    int handoffs = 20'000; ///< 1 … 1,000,000
    int hours = 24;        ///< into which the day is pressed, 1 … 24
    quint32 seed = 1;
    std::optional<domain::Routing> routing; ///< nothing: one after another
    bool json = false;                      ///< else a table
};

/// Plays the day with the relay's own decisions (domain::decide), fold, timers and routing, on a clock of its
/// own: no disk, no network, no waiting. The same plan, routing and seed give the same figures. A day of 200
/// agents and 20,000 handoffs takes some seconds.
[[nodiscard]] SimulationFigures simulateDay(const DayPlan& plan, domain::Routing routing, quint32 seed);

/// The figures of every way of routing that was asked for, as JSON (an object with "runs") or as a table.
[[nodiscard]] std::string simulationReport(const SimulationOptions& options);

} // namespace relevo::relay
