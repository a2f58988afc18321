#pragma once

#include <relay/http_support.h>

namespace relevo::relay {

/// The assistant's drafts and the summary anew, over HTTP. I/O thread.
class AssistRoutes final : public QObject
{
    Q_OBJECT

public:
    AssistRoutes(GatewayParts parts, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void ask(Assistant::Request what, const http::Request& request, const http::Responder& responder);

    GatewayParts m_parts;
};

} // namespace relevo::relay
