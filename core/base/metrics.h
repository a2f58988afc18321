#pragma once

#include <QtCore/QtGlobal>

#include <array>
#include <atomic>
#include <chrono>
#include <span>
#include <vector>

namespace relevo {

/// Counts something that only grows. Any thread; costs one uncontended atomic addition.
class Counter
{
public:
    void add(quint64 count = 1) noexcept { m_value.fetch_add(count, std::memory_order_relaxed); }
    [[nodiscard]] quint64 value() const noexcept { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<quint64> m_value{0};
};

/// How often values fell into each of some ranges. Any thread; two atomic additions a value.
class Histogram
{
public:
    static constexpr std::size_t mostBounds = 20;

    /// The ranges' upper bounds, ascending, at most `mostBounds`; one more range without bound follows. They
    /// must outlive the histogram. `scale` is what a value is multiplied by to be shown.
    Histogram(std::span<const qint64> bounds, double scale) : m_bounds(bounds), m_scale(scale) {}

    void observe(qint64 value) noexcept;
    /// In microseconds, for bounds in microseconds.
    void observe(std::chrono::steady_clock::duration time) noexcept
    {
        observe(qint64{std::chrono::duration_cast<std::chrono::microseconds>(time).count()});
    }

    struct Snapshot
    {
        std::vector<double> bounds; ///< scaled
        std::vector<quint64> upTo;  ///< values not greater than each bound, then all of them
        double sum = 0;             ///< scaled
    };
    /// Consistent in itself: it never shows a value in one range that is missing in a greater one.
    [[nodiscard]] Snapshot snapshot() const;

private:
    std::span<const qint64> m_bounds;
    double m_scale;
    std::array<std::atomic<quint64>, mostBounds + 1> m_counts{};
    std::atomic<qint64> m_sum{0};
};

/// From a tenth of a millisecond to ten seconds, in microseconds, to be shown in seconds.
[[nodiscard]] Histogram latencyHistogram();
/// 1, 2, 4 … 512 of something.
[[nodiscard]] Histogram sizeHistogram();

} // namespace relevo
