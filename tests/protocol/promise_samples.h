#pragma once

#include <domain/sla.h>

namespace relevo::test {

/// Promises of a handoff, or none, from what `samples` (samples.h) throws.
template <typename Samples>
std::optional<domain::SlaPromises> promisesFrom(Samples& samples)
{
    using namespace domain;
    const auto promise = [&samples] {
        return Promise{samples.one(PromiseState::Met), samples.at(), samples.at(), samples.at(),
                       milliseconds(static_cast<qint64>(samples.below(99'999)))};
    };
    const auto maybe = [&samples] {
        return samples.below(2) == 0;
    };
    SlaPromises some{{samples.text(), 5, 6, 7, 80, maybe()}, promise(), promise(), promise(), maybe()};
    if (maybe())
        some.nextResponse.reset();
    return samples.below(4) == 0 ? std::nullopt : std::optional(some);
}

} // namespace relevo::test
