#pragma once

#include <algorithm>
#include <vector>

namespace relevo::models {

/// Sorts many values in small steps: what has been added is sorted by itself, and joined with what came
/// before when that is no longer. No step does more than a few milliseconds for a hundred thousand values.
template <typename Value, typename Before>
class SortedRuns
{
public:
    explicit SortedRuns(Before before) : m_before(before) {}

    void add(const Value& value) { m_values.push_back(value); }
    /// What was added since the last close becomes a run.
    void close()
    {
        const std::size_t begin = m_ends.empty() ? 0 : m_ends.back();
        if (begin == m_values.size())
            return;
        std::sort(at(begin), m_values.end(), m_before);
        m_ends.push_back(m_values.size());
        while (m_ends.size() > 1 && beginOf(1) - beginOf(2) <= m_ends.back() - beginOf(1))
            join();
    }
    /// Joins the last two runs; false when there is one at most, and all is in order.
    bool join()
    {
        if (m_ends.size() < 2)
            return false;
        std::inplace_merge(at(beginOf(2)), at(beginOf(1)), m_values.end(), m_before);
        m_ends.erase(m_ends.end() - 2);
        return true;
    }
    [[nodiscard]] std::vector<Value> take() { return std::move(m_values); }

private:
    Before m_before;
    std::vector<Value> m_values;
    std::vector<std::size_t> m_ends;

    [[nodiscard]] auto at(std::size_t place) { return m_values.begin() + static_cast<std::ptrdiff_t>(place); }
    /// Where the run begins that is the nth from the end; 1 is the last.
    [[nodiscard]] std::size_t beginOf(std::size_t fromEnd) const
    {
        return m_ends.size() > fromEnd ? m_ends[m_ends.size() - 1 - fromEnd] : 0;
    }
};

} // namespace relevo::models
