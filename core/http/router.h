#pragma once

#include <http/responder.h>
#include <http/websocket.h>

#include <functional>
#include <memory>

namespace relevo::http {

/// Called in the I/O thread with a request whose path and method matched; must not block or run an event
/// loop. The request lives until the call returns (copy what is needed later; its byte arrays are shared, not
/// copied).
using Handler = std::function<void(const Request&, Responder)>;

/// Called in the I/O thread after the WebSocket handshake; sets the callbacks. The server keeps the socket
/// alive while it is connected, and whoever keeps the pointer may go on calling it afterwards (calls then do
/// nothing).
using WebSocketHandler = std::function<void(const Request&, const std::shared_ptr<WebSocket>&)>;

struct RouteOptions
{
    bool cors = false;    ///< pages of any origin may call it and read the answer (no cookies are ever used)
    qint64 bodyBytes = 0; ///< largest body; 0 for the server's limit
    BodyOpener open = {}; ///< takes the body as it comes, up to Limits::uploadBytes; null: into memory
};

/// Which handler answers which method and path. Filled before the server listens, constant afterwards.
class Router
{
public:
    /// `pattern` is a path whose parts may be {names}, e.g. "/api/handoff/{id}/claim"; a last part {name...}
    /// takes the rest of the path. A literal part wins over a name. GET routes answer HEAD too. The same
    /// method and pattern twice is a programming error.
    void add(const QByteArray& method, const QString& pattern, Handler handler,
             const RouteOptions& options = {});
    void addWebSocket(const QString& pattern, WebSocketHandler handler);

    struct RouteInfo
    {
        QByteArray method; ///< "GET" with webSocket set for a WebSocket's path
        QString pattern;
        bool webSocket = false;
        size_t routeClass = 0; ///< its place in classes()
    };
    /// Puts something before a route's handler: who may call it, for one.
    using Guard = std::function<Handler(const RouteInfo& route, Handler handler)>;
    /// For every route added from now on, WebSockets excepted.
    void setGuard(Guard guard) { m_guard = std::move(guard); }

    /// Every route in the order added.
    [[nodiscard]] std::vector<RouteInfo> routes() const;

    /// What routes are counted by: the part of their paths that names the thing ("handoff" of
    /// /api/handoff/{id}, "chat" of /chat/{key}). The first, "other", is for requests that no route answers.
    [[nodiscard]] const std::vector<QString>& classes() const { return m_classes; }

    struct Route
    {
        RouteInfo info;
        std::vector<QString> parts;
        RouteOptions options;
        Handler handler;
        WebSocketHandler webSocketHandler;
    };
    /// The route for the request (HEAD finds GET), or null.
    [[nodiscard]] const Route* find(const QByteArray& method, const std::vector<QString>& segments) const;
    /// Every method the path answers to, HEAD and OPTIONS included; empty when the path is unknown.
    [[nodiscard]] std::vector<QByteArray> methodsOf(const std::vector<QString>& segments) const;
    /// True if a route of that path is open to pages of any origin.
    [[nodiscard]] bool isCors(const std::vector<QString>& segments) const;

    /// What the route's names stand for in these segments.
    [[nodiscard]] static std::vector<std::pair<QString, QString>>
    parametersOf(const Route& route, const std::vector<QString>& segments);

private:
    [[nodiscard]] size_t classOf(const std::vector<QString>& parts);

    std::vector<Route> m_routes;
    std::vector<QString> m_classes{QStringLiteral("other")};
    Guard m_guard;
};

} // namespace relevo::http
