#include <relay/simulation_figures.h>

#include <algorithm>
#include <cmath>

namespace relevo::relay {
namespace {

double mean(const std::vector<double>& values)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

SpanFigures figuresOf(std::vector<double> spans)
{
    if (spans.empty())
        return {};
    std::sort(spans.begin(), spans.end());
    const auto at = [&spans](double share) {
        return spans[static_cast<std::size_t>(share * static_cast<double>(spans.size() - 1))];
    };
    return {mean(spans), at(0.5), at(0.9), at(0.99), spans.back()};
}

double deviation(const std::vector<double>& values)
{
    const double middle = mean(values);
    double squares = 0;
    for (const double value : values)
        squares += (value - middle) * (value - middle);
    return values.empty() ? 0 : std::sqrt(squares / static_cast<double>(values.size()));
}

} // namespace

void SimulationTally::answeredAfter(milliseconds wait)
{
    m_waits.push_back(static_cast<double>(wait.count()) / 1'000.0);
}

void SimulationTally::firstResponseEnded(domain::PromiseState state)
{
    m_figures.slaMet += state == domain::PromiseState::Met ? 1 : 0;
    m_figures.slaBreached += state == domain::PromiseState::Breached ? 1 : 0;
}

void SimulationTally::loadsNow(const std::vector<double>& loads)
{
    if (std::any_of(loads.begin(), loads.end(), [](double load) { return load > 0; }))
        m_deviations.push_back(deviation(loads));
}

void SimulationTally::worked(int taken, milliseconds available)
{
    m_taken.push_back(taken * 3'600'000.0 / static_cast<double>(available.count()));
}

SimulationFigures SimulationTally::take()
{
    m_figures.answered = static_cast<int>(m_waits.size());
    m_figures.wait = figuresOf(std::move(m_waits));
    m_figures.loadDeviation = mean(m_deviations);
    m_figures.takenMean = mean(m_taken);
    m_figures.takenDeviation = deviation(m_taken);
    if (!m_taken.empty()) {
        const auto [least, most] = std::minmax_element(m_taken.begin(), m_taken.end());
        m_figures.takenLeast = *least;
        m_figures.takenMost = *most;
    }
    return m_figures;
}

} // namespace relevo::relay
