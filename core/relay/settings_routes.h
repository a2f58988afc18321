#pragma once

#include <relay/http_support.h>

namespace relevo::relay {

/// A project's handoff settings over HTTP, for its admins. I/O thread.
class SettingsRoutes final : public QObject
{
    Q_OBJECT

public:
    SettingsRoutes(GatewayParts parts, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void get(const http::Request& request, const http::Responder& responder);
    void put(const http::Request& request, http::Responder responder);
    /// Which trigger a sentence would fire, by these settings or by some that are not saved.
    void tryOut(const http::Request& request, const http::Responder& responder);

    GatewayParts m_parts;
};

} // namespace relevo::relay
