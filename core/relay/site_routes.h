#pragma once

#include <http/router.h>
#include <relay/hub.h>
#include <relay/query_thread.h>

namespace relevo::relay {

/// Health, the web chat's files and the description of the API. I/O thread.
class SiteRoutes final : public QObject
{
    Q_OBJECT

public:
    SiteRoutes(const Hub& hub, QueryThread& queries, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void ready(const http::Responder& responder);
    void chat(const http::Request& request, const http::Responder& responder) const;
    void addFile(http::Router& router, const QString& path, const QString& resource, const QByteArray& type);

    const Hub& m_hub;
    QueryThread& m_queries;
};

} // namespace relevo::relay
