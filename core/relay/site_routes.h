#pragma once

#include <http/router.h>
#include <relay/hub.h>

namespace relevo::relay {

/// The web chat's files, the page for who is invited and the description of the API. I/O thread.
class SiteRoutes final : public QObject
{
    Q_OBJECT

public:
    explicit SiteRoutes(const Hub& hub, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void chat(const http::Request& request, const http::Responder& responder) const;
    static void join(const http::Responder& responder);
    void addFile(http::Router& router, const QString& path, const QString& resource, const QByteArray& type);

    const Hub& m_hub;
};

} // namespace relevo::relay
