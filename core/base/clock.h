#pragma once

#include <base/timestamp.h>

namespace relevo {

/// Where the time comes from, so that tests can own it. Implementations may be read from any thread.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Wall-clock time; may jump when the system's clock is set.
    [[nodiscard]] virtual Timestamp now() const = 0;

    /// Time since some fixed moment; never goes back. For measuring spans.
    [[nodiscard]] virtual milliseconds monotonic() const = 0;
};

/// The operating system's clocks.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override;
    [[nodiscard]] milliseconds monotonic() const override;
};

} // namespace relevo
