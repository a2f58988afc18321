#pragma once

#include <base/clock.h>

namespace relevo::test {

/// A clock that stands until the test moves it.
class FixedClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override { return at; }
    [[nodiscard]] milliseconds monotonic() const override { return at.time_since_epoch(); }

    Timestamp at{milliseconds(1'795'253'400'125)}; // 2026-11-21T09:30:00.125Z
};

} // namespace relevo::test
