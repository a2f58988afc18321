#pragma once

#include <relay/http_support.h>

namespace relevo::relay {

/// The bot's door: messages in, state and messages out. I/O thread.
class ConversationRoutes final : public QObject
{
    Q_OBJECT

public:
    ConversationRoutes(GatewayParts parts, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void post(const http::Request& request, http::Responder responder);
    void get(const http::Request& request, const http::Responder& responder);
    void messages(const http::Request& request, const http::Responder& responder);
    void recordSent(const domain::ProjectId& project, const std::vector<domain::Message>& messages);

    GatewayParts m_parts;
};

} // namespace relevo::relay
