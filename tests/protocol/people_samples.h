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

template <typename Samples>
domain::Attachment attachmentFrom(Samples& samples)
{
    return {samples.template id<domain::AttachmentId>(),
            samples.text(),
            samples.text(),
            77,
            samples.text(),
            3,
            0,
            samples.below(3) == 0};
}

inline bool isOfFiles(domain::EventType type)
{
    return type == domain::EventType::AttachmentsRemoved;
}

/// How long what is kept.
template <typename Samples>
void keepFrom(Samples& samples, domain::Settings& settings)
{
    settings.retentionDays = static_cast<int>(samples.below(9));
    settings.retentionRules = {{{samples.text()}, {samples.text()}, 3}};
    settings.attachmentDays = static_cast<int>(samples.below(9));
}

/// What the events about people hold: agents, teams, contacts, their files, and how somebody gets in.
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
                                    5,
                                    samples.template id<domain::ContactId>()};
    if (isOfFiles(type))
        return domain::AttachmentsRemoved{
            {samples.template id<domain::AttachmentId>(), samples.template id<domain::AttachmentId>()}};
    if (type == ContactErased)
        return domain::Erasure{samples.template id<domain::ContactId>(),
                               static_cast<qint64>(samples.below(9'000)), samples.text()};
    if (type == TeamCreated || type == TeamUpdated || type == TeamDeleted)
        return teamFrom(samples);
    return samples.agent();
}

} // namespace relevo::test
