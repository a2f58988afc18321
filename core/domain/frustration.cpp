#include <domain/frustration.h>

#include <algorithm>
#include <cmath>

namespace relevo::domain {
namespace {

constexpr long whole = 1'000;
constexpr long calm = 50;
constexpr double frustrated = 0.5;

long thousandths(double value)
{
    return std::clamp(std::lround(value * whole), 0L, whole);
}

} // namespace

double smoothedFrustration(double before, double message)
{
    const long from = thousandths(before);
    const long to = thousandths(message);
    // Rounded towards the message, so that it is reached.
    const long next = to > from ? from + (3 * (to - from) + 4) / 5 : from - (from - to + 3) / 4;
    return next < calm ? 0.0 : static_cast<double>(next) / whole;
}

const char* moodName(double frustration)
{
    return frustration >= frustrated ? "frustrated" : "neutral";
}

} // namespace relevo::domain
