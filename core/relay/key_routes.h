#pragma once

#include <relay/http_support.h>

namespace relevo::relay {

/// The project's API keys: made, listed and revoked by admins. A key is shown once; only its hash is kept.
/// I/O thread.
class KeyRoutes final : public QObject
{
    Q_OBJECT

public:
    explicit KeyRoutes(GatewayParts parts, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void list(const http::Request& request, const http::Responder& responder);
    void create(const http::Request& request, const http::Responder& responder);
    void revoke(const http::Request& request, const http::Responder& responder);

    GatewayParts m_parts;
};

} // namespace relevo::relay
