#pragma once

#include <relay/http_support.h>

namespace relevo::relay {

/// Answers kept ready for agents: the project's, which supervisors and admins write, and each agent's own.
/// Connected desktops are told when they change. I/O thread.
class CannedRoutes final : public QObject
{
    Q_OBJECT

public:
    explicit CannedRoutes(GatewayParts parts, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void list(const http::Request& request, const http::Responder& responder);
    void put(const http::Request& request, const http::Responder& responder);
    void remove(const http::Request& request, const http::Responder& responder);
    void tell(const Scope& scope, const domain::AgentId& owner);

    GatewayParts m_parts;
};

} // namespace relevo::relay
