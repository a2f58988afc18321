#pragma once

#include <protocol/json.h>
#include <store/reader.h>

namespace relevo::relay {

/// An event as outgoing webhooks carry it: CloudEvents 1.0 in structured mode (JSON). Its id is the event's,
/// the same however often it is sent.
struct CloudEvent
{
    QByteArray id;
    std::string body;
};

/// What no hook is told: the bots' settings hold addresses that are the admins' alone.
[[nodiscard]] bool isKept(const QString& type);

/// Whether a hook asks for events of that type: by name, by "handoff.*", or by "*".
[[nodiscard]] bool isAsked(const QStringList& events, const QString& type);

[[nodiscard]] Result<CloudEvent> cloudEvent(const domain::ProjectId& project,
                                            const store::StoredEvent& event);

} // namespace relevo::relay
