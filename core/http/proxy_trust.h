#pragma once

#include <base/error.h>

#include <QtNetwork/QHostAddress>

namespace relevo::http {

/// Which peers are proxies of our own, so that what they say about whom they speak for is believed. By
/// default nobody is.
class ProxyTrust
{
public:
    ProxyTrust() = default;
    /// Addresses and networks: "127.0.0.1", "10.0.0.0/8", "fd00::/8". Fails with `invalid`, naming the wrong
    /// one.
    [[nodiscard]] static Result<ProxyTrust> parse(const QStringList& networks);

    [[nodiscard]] bool trusts(const QHostAddress& address) const;
    /// Whom a connection's peer speaks for: the last address in `forwardedFor` (X-Forwarded-For, all its
    /// lines joined by commas) that is no proxy of ours. The peer itself when it is not trusted, or says
    /// nothing that makes sense.
    [[nodiscard]] QHostAddress clientOf(const QHostAddress& peer, const QByteArray& forwardedFor) const;

private:
    QList<QPair<QHostAddress, int>> m_networks;
};

} // namespace relevo::http
