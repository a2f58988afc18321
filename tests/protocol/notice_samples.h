#pragma once

#include <domain/notification.h>

namespace relevo::test {

/// A notification with every field filled in from a Samples' seed.
template <typename Samples>
domain::Notification noticeFrom(Samples& samples)
{
    domain::Notification notice;
    notice.id = samples.template id<domain::NotificationId>();
    notice.title = samples.text();
    notice.body = samples.text();
    notice.kind = samples.text();
    notice.url = samples.text();
    notice.priority = samples.one(domain::Priority::Low);
    notice.audience = domain::Audience::Named;
    notice.agents = {samples.template id<domain::AgentId>(), samples.template id<domain::AgentId>()};
    notice.expiresAt = samples.at();
    notice.insteadOf = domain::NotificationChannel::Slack;
    return notice;
}

} // namespace relevo::test
