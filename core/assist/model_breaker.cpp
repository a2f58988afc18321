#include <assist/model_breaker.h>

#include <algorithm>

namespace relevo::assist {

bool ModelBreaker::admits(milliseconds now)
{
    if (now < m_restUntil || m_trying)
        return false;
    m_trying = m_failures >= m_failuresToRest;
    return true;
}

void ModelBreaker::succeeded()
{
    m_failures = 0;
    m_trying = false;
}

void ModelBreaker::failed(milliseconds now)
{
    m_trying = false;
    ++m_failures;
    if (m_failures >= m_failuresToRest)
        restUntil(now + m_rest);
}

void ModelBreaker::released()
{
    m_trying = false;
}

void ModelBreaker::restUntil(milliseconds until)
{
    m_restUntil = std::max(m_restUntil, until);
}

} // namespace relevo::assist
