#pragma once

#include <base/timestamp.h>

#include <functional>

namespace relevo {

/// How long to wait before trying again. All spans in milliseconds.
struct RetryPolicy
{
    milliseconds first{500}; ///< wait after the first failure
    double factor = 2.0;     ///< each further wait is this much longer
    milliseconds longest{30'000};
    double jitter = 0.5; ///< 0 … 1: this share of each wait is random, so that clients do not return in step
};

/// Counts failures and gives the waits of a policy: exponential with jitter, bounded. One thread.
class Backoff
{
public:
    /// `random` gives numbers in [0, 1).
    Backoff(const RetryPolicy& policy, std::function<double()> random);

    /// The wait before the next attempt.
    [[nodiscard]] milliseconds next();
    void reset();
    [[nodiscard]] int failures() const { return m_failures; }

private:
    RetryPolicy m_policy;
    std::function<double()> m_random;
    int m_failures = 0;
};

} // namespace relevo
