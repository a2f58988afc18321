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

    GatewayParts m_parts;
};

} // namespace relevo::relay
