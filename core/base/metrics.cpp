#include <base/metrics.h>

#include <algorithm>

namespace relevo {
namespace {

constexpr std::array<qint64, 14> latencies{100,     250,       500,       1'000,     2'500,
                                           5'000,   10'000,    25'000,    50'000,    100'000,
                                           250'000, 1'000'000, 2'500'000, 10'000'000};
constexpr std::array<qint64, 10> sizes{1, 2, 4, 8, 16, 32, 64, 128, 256, 512};
constexpr double secondsInMicrosecond = 1e-6;

} // namespace

void Histogram::observe(qint64 value) noexcept
{
    const auto range = static_cast<std::size_t>(std::lower_bound(m_bounds.begin(), m_bounds.end(), value) -
                                                m_bounds.begin());
    m_counts[range].fetch_add(1, std::memory_order_relaxed);
    m_sum.fetch_add(value, std::memory_order_relaxed);
}

Histogram::Snapshot Histogram::snapshot() const
{
    Snapshot snapshot;
    quint64 count = 0;
    for (std::size_t i = 0; i <= m_bounds.size(); ++i) {
        count += m_counts[i].load(std::memory_order_relaxed);
        snapshot.upTo.push_back(count);
        if (i < m_bounds.size())
            snapshot.bounds.push_back(static_cast<double>(m_bounds[i]) * m_scale);
    }
    snapshot.sum = static_cast<double>(m_sum.load(std::memory_order_relaxed)) * m_scale;
    return snapshot;
}

Histogram latencyHistogram()
{
    return {latencies, secondsInMicrosecond};
}

Histogram sizeHistogram()
{
    return {sizes, 1.0};
}

} // namespace relevo
