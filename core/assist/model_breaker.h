#pragma once

#include <base/timestamp.h>

namespace relevo::assist {

/// Keeps questions from a server that fails: after some failures in a row it is left alone for a while, then
/// one question tries it, and only when that is answered come the others. Times are of Clock::monotonic.
/// Pure.
class ModelBreaker
{
public:
    ModelBreaker(int failuresToRest, milliseconds rest) : m_failuresToRest(failuresToRest), m_rest(rest) {}

    /// True when a question may be asked now; each one that may must be followed by one of the three below.
    [[nodiscard]] bool admits(milliseconds now);
    void succeeded();
    void failed(milliseconds now);
    /// Its answer was given up before it was known.
    void released();

    /// The server said for how long it wants to be left alone.
    void restUntil(milliseconds until);

private:
    const int m_failuresToRest;
    const milliseconds m_rest;
    int m_failures = 0; ///< in a row
    milliseconds m_restUntil = milliseconds::min();
    bool m_trying = false; ///< one question is out after a rest
};

} // namespace relevo::assist
