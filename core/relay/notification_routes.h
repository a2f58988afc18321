#pragma once

#include <relay/http_support.h>

namespace relevo::relay {

/// Notifications over HTTP: programs and admins post them, agents list what is for them and mark it read.
/// I/O thread.
class NotificationRoutes final : public QObject
{
    Q_OBJECT

public:
    NotificationRoutes(GatewayParts parts, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void post(const http::Request& request, http::Responder responder);
    void list(const http::Request& request, const http::Responder& responder);
    void markRead(const http::Request& request, const http::Responder& responder);
    void submitRead(const http::Request& request, const http::Responder& responder, const Scope& scope,
                    const domain::NotificationId& id);
    /// The agent who asks, as the journal has them; nothing for a program, which sees everything.
    [[nodiscard]] std::optional<domain::Agent> reader(const Scope& scope) const;

    GatewayParts m_parts;
};

} // namespace relevo::relay
