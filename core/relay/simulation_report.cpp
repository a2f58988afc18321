#include <relay/simulation.h>

#include <protocol/json.h>
#include <protocol/names.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace relevo::relay {
namespace {

using protocol::Json;

double percent(int part, int whole)
{
    return whole == 0 ? 0.0 : 100.0 * part / whole;
}

double slaPercent(const SimulationFigures& figures)
{
    return percent(figures.slaMet, figures.slaMet + figures.slaBreached);
}

Json jsonOf(const SimulationFigures& f)
{
    return Json{{"routing", protocol::nameOf(f.routing)},
                {"handoffs", f.handoffs},
                {"answered", f.answered},
                {"abandoned", f.abandoned},
                {"abandonedPercent", percent(f.abandoned, f.handoffs)},
                {"tickets", f.tickets},
                {"waitSeconds", Json{{"mean", f.wait.mean},
                                     {"p50", f.wait.p50},
                                     {"p90", f.wait.p90},
                                     {"p99", f.wait.p99},
                                     {"max", f.wait.most}}},
                {"firstResponse",
                 Json{{"met", f.slaMet}, {"breached", f.slaBreached}, {"metPercent", slaPercent(f)}}},
                {"offers", Json{{"made", f.offers}, {"declined", f.declined}, {"lapsed", f.lapsed}}},
                {"returned", f.returned},
                {"loadDeviation", f.loadDeviation},
                {"takenPerHour", Json{{"mean", f.takenMean},
                                      {"deviation", f.takenDeviation},
                                      {"least", f.takenLeast},
                                      {"most", f.takenMost}}}};
}

/// One line of the table: what, then a column for each run.
template <typename Value>
std::string line(const char* what, const std::vector<SimulationFigures>& runs, const char* format,
                 Value value)
{
    std::array<char, 64> cell{};
    (void)std::snprintf(cell.data(), cell.size(), "%-34s", what);
    std::string text = cell.data();
    for (const SimulationFigures& run : runs) {
        const int length = std::snprintf(cell.data(), cell.size(), format, value(run));
        text.append(static_cast<std::size_t>(std::max(1, 14 - length)), ' ').append(cell.data());
    }
    return text + '\n';
}

std::string tableOf(const std::vector<SimulationFigures>& runs)
{
    using Figures = const SimulationFigures&;
    std::string text = line("", runs, "%s", [](Figures f) { return protocol::nameOf(f.routing).data(); });
    text += line("answered", runs, "%d", [](Figures f) { return f.answered; });
    text += line("left before an answer, %", runs, "%.2f",
                 [](Figures f) { return percent(f.abandoned, f.handoffs); });
    text += line("became tickets", runs, "%d", [](Figures f) { return f.tickets; });
    text += line("wait, mean, s", runs, "%.1f", [](Figures f) { return f.wait.mean; });
    text += line("wait, p50, s", runs, "%.1f", [](Figures f) { return f.wait.p50; });
    text += line("wait, p90, s", runs, "%.1f", [](Figures f) { return f.wait.p90; });
    text += line("wait, p99, s", runs, "%.1f", [](Figures f) { return f.wait.p99; });
    text += line("wait, longest, s", runs, "%.1f", [](Figures f) { return f.wait.most; });
    text += line("answered within 5 minutes, %", runs, "%.2f", slaPercent);
    text += line("offers made", runs, "%d", [](Figures f) { return f.offers; });
    text += line("  declined", runs, "%d", [](Figures f) { return f.declined; });
    text += line("  not taken in time", runs, "%d", [](Figures f) { return f.lapsed; });
    text += line("returned, their agent was gone", runs, "%d", [](Figures f) { return f.returned; });
    text += line("load at once, deviation", runs, "%.3f", [](Figures f) { return f.loadDeviation; });
    text += line("taken per agent and hour, mean", runs, "%.2f", [](Figures f) { return f.takenMean; });
    text += line("  deviation", runs, "%.2f", [](Figures f) { return f.takenDeviation; });
    text += line("  least", runs, "%.2f", [](Figures f) { return f.takenLeast; });
    text += line("  most", runs, "%.2f", [](Figures f) { return f.takenMost; });
    return text;
}

} // namespace

std::string simulationReport(const SimulationOptions& options)
{
    using enum domain::Routing;
    const DayPlan plan = planDay(options.agents, options.handoffs, options.hours, options.seed);
    std::vector<SimulationFigures> runs;
    for (const domain::Routing routing : {Manual, RoundRobin, LeastBusy}) {
        if (!options.routing || *options.routing == routing)
            runs.push_back(simulateDay(plan, routing, options.seed));
    }
    if (!options.json)
        return tableOf(runs);
    Json json{{"agents", options.agents},
              {"handoffs", options.handoffs},
              {"hours", options.hours},
              {"seed", options.seed},
              {"runs", Json::array()}};
    for (const SimulationFigures& run : runs)
        json["runs"].push_back(jsonOf(run));
    return protocol::dump(json) + '\n';
}

} // namespace relevo::relay
