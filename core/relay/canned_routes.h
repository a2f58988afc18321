#pragma once

#include <relay/http_support.h>

namespace relevo::relay {

/// Answers kept ready for agents: the project's, which supervisors and admins write, and each agent's own.
/// Connected desktops are told when they change. I/O thread.
class CannedRoutes final : public QObject
{
    Q_OBJECT

public:
    explicit CannedRoutes(GatewayParts parts, QObject* parent = nullptr);
    void addTo(http::Router& router);

private:
    void list(const http::Request& request, const http::Responder& responder);
    void put(const http::Request& request, const http::Responder& responder);
    void remove(const http::Request& request, const http::Responder& responder);
    using Known = std::optional<store::CannedResponse>;
    /// Reads what is there under the id; answers by itself when that fails.
    void withKnown(const http::Request& request, const http::Responder& responder, const Scope& scope,
                   const QUuid& id, std::function<void(const Known&)> then);
    using Work = std::function<Result<void>(store::Journal&)>;
    /// Has `work` done; what is the project's stands in the audit under `shortcut`.
    void write(const Scope& scope, domain::AccessKind kind, const QString& shortcut, bool projects, Work work,
               std::function<void(const Result<void>&)> done);
    void tell(const Scope& scope, const domain::AgentId& owner);

    GatewayParts m_parts;
};

} // namespace relevo::relay
