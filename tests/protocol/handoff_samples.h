#pragma once

#include <domain/handoff.h>

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

template <typename Samples>
domain::Summary summaryFrom(Samples& samples)
{
    const auto text = [&samples] {
        return samples.text();
    };
    return {text(), text(), text(),   61,
            8,      text(), {text()}, text(),
            text(), 0.25,   text(),   {{text(), text(), samples.template id<domain::MessageId>()}},
            text(), text(), text(),   44};
}

template <typename Samples>
domain::Rating ratingFrom(Samples& samples)
{
    return {static_cast<int>(1 + samples.below(5)), samples.text(), samples.at()};
}

} // namespace relevo::test
