#pragma once

#include <relay/http_support.h>

namespace relevo::relay {

/// The orders that the orders bot knows, over HTTP, for the project's admins and programs. I/O thread.
class OrderRoutes final : public QObject
{
    Q_OBJECT

public:
    OrderRoutes(GatewayParts parts, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void list(const http::Request& request, const http::Responder& responder);
    void one(const http::Request& request, const http::Responder& responder);
    /// JSON or comma-separated values.
    void importAll(const http::Request& request, http::Responder responder);
    void put(const http::Request& request, http::Responder responder);
    void remove(const http::Request& request, http::Responder responder);

    GatewayParts m_parts;
};

} // namespace relevo::relay
