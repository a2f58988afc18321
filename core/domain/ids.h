#pragma once

#include <base/ids.h>

namespace relevo::domain {

using AttachmentId = Id<struct AttachmentTag>;
using ProjectId = Id<struct ProjectTag>;
using AgentId = Id<struct AgentTag>;
using ContactId = Id<struct ContactTag>;
using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
using TeamId = Id<struct TeamTag>;
using ApiKeyId = Id<struct ApiKeyTag>;
using HandoffId = Id<struct HandoffTag>;
using EventId = Id<struct EventTag>;
using NotificationId = Id<struct NotificationTag>;
using WebhookId = Id<struct WebhookTag>;

} // namespace relevo::domain
