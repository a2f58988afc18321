#pragma once

#include <relay/agent_session.h>

namespace relevo::relay::notificationbox {

// What an agent finds in their box of notifications and does with it, the same over HTTP and the agents'
// socket. I/O thread. Nothing is answered any more once `context` is gone.

using Listed = std::function<void(const Result<protocol::Json>&)>;
using Ready = std::function<void(Result<Submission>)>;

/// {items, next}: what has not expired, newest first; an agent's own with their readAt, all for a program.
/// `before` is a page's `next`, 0 for the first page.
void list(const GatewayParts& parts, QObject* context, const Scope& scope, qint64 before, int limit,
          Listed done);

/// What marks it as read by the agent who asks, once however often it is said; answered {success}. Fails
/// with `not_found` when it is not for them.
void read(const GatewayParts& parts, QObject* context, const Scope& scope, const domain::NotificationId& id,
          Ready ready);

} // namespace relevo::relay::notificationbox
