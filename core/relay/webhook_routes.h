#pragma once

#include <relay/http_support.h>
#include <relay/webhook_courier.h>

namespace relevo::relay {

/// Outgoing webhooks over HTTP, for admins. I/O thread.
class WebhookRoutes final : public QObject
{
    Q_OBJECT

public:
    WebhookRoutes(GatewayParts parts, WebhookCourier& courier, IdSource& ids, QObject* parent = nullptr);
    void addTo(http::Router& router);

    static constexpr std::size_t mostHooks = 50; ///< of a project

private:
    void add(const http::Request& request, const http::Responder& responder);
    void list(const http::Request& request, const http::Responder& responder);
    void remove(const http::Request& request, const http::Responder& responder);
    void enable(const http::Request& request, const http::Responder& responder);
    [[nodiscard]] Result<Scope> admin(const http::Request& request) const;
    /// The hook the path names, of the admin's project.
    [[nodiscard]] Result<store::Webhook> hook(const http::Request& request) const;

    GatewayParts m_parts;
    WebhookCourier& m_courier;
    IdSource& m_ids;
};

} // namespace relevo::relay
