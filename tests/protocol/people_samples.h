#pragma once

#include <domain/event.h>

namespace relevo::test {

template <typename Samples>
domain::Team teamFrom(Samples& samples)
{
    return {samples.template id<domain::TeamId>(),
            samples.text(),
            {samples.template id<domain::AgentId>(), samples.template id<domain::AgentId>()}};
}

/// What the events about people hold: agents, teams, and how somebody gets in.
template <typename Samples>
domain::EventData peopleFrom(Samples& samples, domain::EventType type)
{
    using enum domain::EventType;
    if (type == AccessChanged)
        return domain::AccessChange{domain::AccessKind::KeyCreated,
                                    {},
                                    samples.template id<domain::ApiKeyId>(),
                                    samples.text(),
                                    {samples.text()}};
    if (type == TeamCreated || type == TeamUpdated || type == TeamDeleted)
        return teamFrom(samples);
    return samples.agent();
}

} // namespace relevo::test
