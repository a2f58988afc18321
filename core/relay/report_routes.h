#pragma once

#include <domain/report.h>
#include <relay/http_support.h>

namespace relevo::relay {

/// Reports over HTTP, for supervisors, admins and programs; JSON or CSV. Read and counted in a query thread
/// of their own, so that a year of handoffs keeps nobody's history waiting. I/O thread.
class ReportRoutes final : public QObject
{
    Q_OBJECT

public:
    ReportRoutes(GatewayParts parts, QueryThread& reports, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void get(const http::Request& request, const http::Responder& responder);

    GatewayParts m_parts;
    QueryThread& m_reports;
};

} // namespace relevo::relay
