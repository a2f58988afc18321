#include <base/backoff.h>

#include <algorithm>
#include <cmath>

namespace relevo {

Backoff::Backoff(const RetryPolicy& policy, std::function<double()> random)
    : m_policy(policy), m_random(std::move(random))
{
}

milliseconds Backoff::next()
{
    const double longest = static_cast<double>(m_policy.longest.count());
    const double full = std::min(longest, static_cast<double>(m_policy.first.count()) *
                                              std::pow(m_policy.factor, m_failures));
    ++m_failures;
    const double fixed = full * (1.0 - m_policy.jitter);
    return milliseconds(static_cast<qint64>(fixed + full * m_policy.jitter * m_random()));
}

void Backoff::reset()
{
    m_failures = 0;
}

} // namespace relevo
