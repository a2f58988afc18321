#pragma once

#include <base/clock.h>

#include <atomic>

namespace relevo {

/// A clock that stands until it is moved.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Timestamp start) : m_now(start.time_since_epoch().count()) {}

    [[nodiscard]] Timestamp now() const override { return Timestamp(milliseconds(m_now)); }
    [[nodiscard]] milliseconds monotonic() const override { return milliseconds(m_now); }
    void advance(milliseconds span) { m_now += span.count(); }

private:
    std::atomic<qint64> m_now;
};

} // namespace relevo
