#pragma once

#include <assist/model_client.h>
#include <base/log.h>
#include <http/limits.h>
#include <http/proxy_trust.h>
#include <http/tls_identity.h>
#include <relay/config.h>
#include <store/store_options.h>

namespace relevo::relay {

/// What the relay is built from. Each part is complete and checked: the certificate is read and fits its key.
struct ServeOptions
{
    store::StoreOptions store;
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = 8787;
    http::Limits limits;
    http::ProxyTrust proxies;
    std::optional<http::TlsIdentity> tls;
    QByteArray metricsToken;                        ///< empty: only admins and API keys may read the metrics
    std::optional<assist::ModelOptions> model = {}; ///< none: everything is by rule
    LogLevel logLevel = LogLevel::Info;
};

/// Fails with `invalid`, naming the setting and what it takes.
[[nodiscard]] Result<ServeOptions> serveOptions(const Config& config);
/// The same for commands that only open the store.
[[nodiscard]] Result<ServeOptions> storeOptionsOnly(const Config& config);

} // namespace relevo::relay
