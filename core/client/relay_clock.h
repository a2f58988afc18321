#pragma once

#include <base/clock.h>

#include <atomic>

namespace relevo::client {

/// The relay's time, as far as it is known: for what is measured from times that the relay has told, such as
/// how long somebody waits. The computer's own until the two are known to differ. May be read from any
/// thread.
class RelayClock final : public Clock
{
public:
    /// Less is the network's doing.
    static constexpr milliseconds leastNoticed{2'000};

    /// `own` must outlive this.
    explicit RelayClock(const Clock& own) : m_own(own) {}

    [[nodiscard]] Timestamp now() const override { return m_own.now() - milliseconds(m_ahead); }
    [[nodiscard]] milliseconds monotonic() const override { return m_own.monotonic(); }
    /// So much later it is by the computer's clock.
    void setAhead(milliseconds ahead)
    {
        m_ahead = ahead > leastNoticed || -ahead > leastNoticed ? ahead.count() : 0;
    }

private:
    const Clock& m_own;
    std::atomic<milliseconds::rep> m_ahead{0};
};

} // namespace relevo::client
