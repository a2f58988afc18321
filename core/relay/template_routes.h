#pragma once

#include <relay/http_support.h>

namespace relevo::relay {

/// The project's message templates, which agents read and admins write. Connected desktops are told when they
/// change. I/O thread.
class TemplateRoutes final : public QObject
{
    Q_OBJECT

public:
    explicit TemplateRoutes(GatewayParts parts, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void list(const http::Request& request, const http::Responder& responder);
    void put(const http::Request& request, const http::Responder& responder);
    void remove(const http::Request& request, const http::Responder& responder);
    /// The change, on record and told.
    void submit(const http::Request& request, const http::Responder& responder, const Scope& scope,
                Submission submission);

    GatewayParts m_parts;
};

} // namespace relevo::relay
