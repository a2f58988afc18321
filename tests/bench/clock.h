#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace relevo::bench {

using SteadyClock = std::chrono::steady_clock;
using Instant = SteadyClock::time_point;
using Span = std::chrono::nanoseconds;

inline double seconds(Span span)
{
    return std::chrono::duration<double>(span).count();
}

inline double micros(Span span)
{
    return std::chrono::duration<double, std::micro>(span).count();
}

/// Durations of one kind; reordered by asking.
class Samples
{
public:
    void add(Span span) { m_spans.push_back(span); }
    void reserve(std::size_t count) { m_spans.reserve(count); }
    [[nodiscard]] std::size_t count() const { return m_spans.size(); }

    /// The value below which the given part (0 to 1) lies; zero without samples.
    [[nodiscard]] Span at(double part)
    {
        if (m_spans.empty())
            return Span::zero();
        const auto index = static_cast<std::size_t>(part * static_cast<double>(m_spans.size() - 1));
        std::nth_element(m_spans.begin(), m_spans.begin() + static_cast<std::ptrdiff_t>(index),
                         m_spans.end());
        return m_spans[index];
    }
    [[nodiscard]] Span median() { return at(0.5); }
    [[nodiscard]] Span largest() { return at(1); }

private:
    std::vector<Span> m_spans;
};

} // namespace relevo::bench
