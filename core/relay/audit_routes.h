#pragma once

#include <relay/http_support.h>

namespace relevo::relay {

/// Who changed what, out of the journal. I/O thread.
class AuditRoutes final : public QObject
{
    Q_OBJECT

public:
    explicit AuditRoutes(GatewayParts parts, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void find(const http::Request& request, const http::Responder& responder);

    GatewayParts m_parts;
};

} // namespace relevo::relay
