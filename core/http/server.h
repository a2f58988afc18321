#pragma once

#include <base/clock.h>
#include <base/ids.h>
#include <http/limits.h>
#include <http/proxy_trust.h>
#include <http/router.h>
#include <http/server_stats.h>
#include <http/tls_identity.h>

#include <QtCore/QObject>

namespace relevo::http {

/// HTTP/1.1 and WebSockets on one port. Everything, the router's handlers included, happens in the thread the
/// server lives in. The collaborators must outlive it.
class Server final : public QObject
{
    Q_OBJECT

public:
    Server(const Router& router, const Limits& limits, const Clock& clock, IdSource& ids,
           QObject* parent = nullptr);
    ~Server() override;
    Q_DISABLE_COPY_MOVE(Server)

    /// `host` is an address, "localhost", or "*" for all of them; port 0 takes any free one.
    [[nodiscard]] Result<void> listen(const QString& host, quint16 port);
    [[nodiscard]] quint16 port() const;
    /// The address in the form "http://127.0.0.1:8787", or "https://…" with TLS.
    [[nodiscard]] QString url() const;

    // These may change at any time; what they say holds for connections that come then, limits of size and
    // time also for those that are there.
    /// With an identity HTTP and WebSockets are spoken over TLS only; a handshake has Limits::headerTime.
    void setTls(std::optional<TlsIdentity> identity);
    void setLimits(const Limits& limits);
    void setProxies(const ProxyTrust& proxies);

    /// Stops accepting, lets running requests finish, says 1001 to WebSockets, and emits drained() when the
    /// last connection is gone or Limits::drainTime, or `atMost`, is over.
    void drain(milliseconds atMost = milliseconds::max());

    /// Open connections, WebSockets included.
    [[nodiscard]] int connectionCount() const;
    [[nodiscard]] int webSocketCount() const;
    [[nodiscard]] const ServerStats& stats() const;

Q_SIGNALS:
    void drained();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace relevo::http
