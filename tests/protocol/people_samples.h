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

template <typename Samples>
domain::Conversation conversationFrom(Samples& samples)
{
    return {samples.template id<domain::ConversationId>(),
            samples.text(),
            samples.text(),
            samples.contact(),
            samples.one(domain::ConversationStatus::Closed),
            samples.text(),
            samples.at(),
            samples.at(),
            samples.template id<domain::AgentId>(),
            samples.at(),
            samples.at(),
            {samples.text()},
            samples.below(2) == 0,
            samples.below(3) == 0};
}

/// What the events about people hold: agents, teams, contacts, and how somebody gets in.
template <typename Samples>
domain::EventData peopleFrom(Samples& samples, domain::EventType type)
{
    using enum domain::EventType;
    if (type == AccessChanged)
        return domain::AccessChange{domain::AccessKind::KeyCreated,
                                    {},
                                    samples.template id<domain::ApiKeyId>(),
                                    samples.text(),
                                    {samples.text()},
                                    samples.template id<domain::WebhookId>(),
                                    5};
    if (type == ContactErased)
        return domain::Erasure{samples.template id<domain::ContactId>(),
                               static_cast<qint64>(samples.below(9'000)), samples.text()};
    if (type == TeamCreated || type == TeamUpdated || type == TeamDeleted)
        return teamFrom(samples);
    return samples.agent();
}

} // namespace relevo::test
