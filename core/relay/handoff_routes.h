#pragma once

#include <relay/http_support.h>

namespace relevo::relay {

/// Handoffs over HTTP, for agents and for programs. I/O thread.
class HandoffRoutes final : public QObject
{
    Q_OBJECT

public:
    HandoffRoutes(GatewayParts parts, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void initiate(const http::Request& request, http::Responder responder);
    void pending(const http::Request& request, const http::Responder& responder);
    void routing(const http::Request& request, const http::Responder& responder);
    void one(const http::Request& request, const http::Responder& responder);
    void act(Commands::OnHandoff make, const http::Request& request, http::Responder responder);

    GatewayParts m_parts;
};

} // namespace relevo::relay
