#include <relay/serve_options.h>

#include <relay/model_options.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QStandardPaths>

namespace relevo::relay {
namespace {

constexpr qint64 largestSecret = 4'096;
constexpr qsizetype shortestToken = 16;

Result<void> readListen(const Config& config, ServeOptions& options)
{
    const QString listen = config.text(QStringLiteral("listen"));
    const qsizetype colon = listen.lastIndexOf(u':');
    bool isNumber = false;
    const ushort port = listen.mid(colon + 1).toUShort(&isNumber);
    if (colon <= 0 || !isNumber)
        return failure(
            ErrorCode::Invalid,
            QStringLiteral("%1 \"%2\" is not HOST:PORT.").arg(config.where(QStringLiteral("listen")), listen),
            QStringLiteral("For example --listen 127.0.0.1:8787, or 0.0.0.0:8787 for all addresses."));
    QString host = listen.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    options.host = host;
    options.port = port;
    return {};
}

http::Limits readLimits(const Config& config)
{
    using std::chrono::seconds;
    http::Limits limits;
    limits.bodyBytes = config.number(QStringLiteral("limits.body_bytes"));
    limits.uploadBytes = config.number(QStringLiteral("limits.attachment_bytes"));
    limits.requestTime = seconds(config.number(QStringLiteral("limits.request_seconds")));
    limits.idleTime = seconds(config.number(QStringLiteral("limits.idle_seconds")));
    limits.connections = static_cast<int>(config.number(QStringLiteral("limits.connections")));
    limits.connectionsPerAddress =
        static_cast<int>(config.number(QStringLiteral("limits.connections_per_address")));
    limits.writeBytes = config.number(QStringLiteral("limits.websocket_buffer_bytes"));
    limits.drainTime = seconds(config.number(QStringLiteral("limits.drain_seconds")));
    return limits;
}

Result<void> readTls(const Config& config, ServeOptions& options)
{
    const QString certificate = config.text(QStringLiteral("tls.cert"));
    const QString key = config.text(QStringLiteral("tls.key"));
    if (certificate.isEmpty() && key.isEmpty())
        return {};
    if (certificate.isEmpty() || key.isEmpty())
        return config.wrong(certificate.isEmpty() ? QStringLiteral("tls.key") : QStringLiteral("tls.cert"),
                            {ErrorCode::Invalid,
                             QStringLiteral("TLS needs both a certificate and its key."),
                             QStringLiteral("Give --tls-cert and --tls-key, or neither."),
                             {}});
    Result<http::TlsIdentity> identity = http::TlsIdentity::load(certificate, key);
    if (!identity) {
        const bool isKey = identity.error().message.contains(key) && !key.contains(certificate);
        return config.wrong(isKey ? QStringLiteral("tls.key") : QStringLiteral("tls.cert"), identity.error());
    }
    options.tls = std::move(*identity);
    return {};
}

Result<void> readMetricsToken(const Config& config, ServeOptions& options)
{
    options.metricsToken = config.text(QStringLiteral("metrics.token")).toUtf8();
    const QString path = config.text(QStringLiteral("metrics.token_file"));
    if (options.metricsToken.isEmpty() && !path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return config.wrong(
                QStringLiteral("metrics.token_file"),
                {ErrorCode::Invalid,
                 QStringLiteral("The metrics token cannot be read from %1: %2").arg(path, file.errorString()),
                 QStringLiteral("Check the path in metrics.token_file."),
                 {}});
        options.metricsToken = file.read(largestSecret).trimmed();
        if (options.metricsToken.isEmpty())
            return config.wrong(QStringLiteral("metrics.token_file"),
                                {ErrorCode::Invalid,
                                 QStringLiteral("The metrics token's file %1 is empty.").arg(path),
                                 QStringLiteral("Write the token into it."),
                                 {}});
    }
    if (!options.metricsToken.isEmpty() && options.metricsToken.size() < shortestToken)
        return config.wrong(
            config.text(QStringLiteral("metrics.token")).isEmpty() ? QStringLiteral("metrics.token_file")
                                                                   : QStringLiteral("metrics.token"),
            {ErrorCode::Invalid,
             QStringLiteral("The metrics token is too short."),
             QStringLiteral("Use at least %1 characters, for example of \"openssl rand -hex 24\".")
                 .arg(shortestToken),
             {}});
    return {};
}

Result<void> readModel(const Config& config, ServeOptions& options)
{
    auto model = readModelOptions(config);
    if (!model)
        return std::unexpected(model.error());
    options.model = std::move(*model);
    return {};
}

LogLevel levelOf(const QString& name)
{
    return name == QLatin1String("debug")     ? LogLevel::Debug
           : name == QLatin1String("warning") ? LogLevel::Warning
           : name == QLatin1String("error")   ? LogLevel::Error
                                              : LogLevel::Info;
}

} // namespace

Result<ServeOptions> storeOptionsOnly(const Config& config)
{
    ServeOptions options;
    QString data = config.text(QStringLiteral("data"));
    if (data.isEmpty())
        data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const QString url = config.text(QStringLiteral("store"));
    const QString prefix = QStringLiteral("sqlite:");
    if (!url.isEmpty() && !url.startsWith(prefix))
        return config.wrong(
            QStringLiteral("store"),
            {ErrorCode::Invalid,
             QStringLiteral("The store \"%1\" is of no supported kind.").arg(url.section(u':', 0, 0)),
             QStringLiteral("Use sqlite:PATH."),
             {}});
    options.store.dataDirectory = QDir(data).absolutePath();
    options.store.databasePath = url.isEmpty() ? QDir(data).absoluteFilePath(QStringLiteral("relay.db"))
                                               : QDir::current().absoluteFilePath(url.mid(prefix.size()));
    if (const QString key = config.text(QStringLiteral("key_file")); !key.isEmpty())
        options.store.keyPath = QDir::current().absoluteFilePath(key);
    return options;
}

Result<ServeOptions> serveOptions(const Config& config)
{
    Result<ServeOptions> options = storeOptionsOnly(config);
    if (!options)
        return options;
    options->limits = readLimits(config);
    options->logLevel = levelOf(config.text(QStringLiteral("log.level")));
    Result<http::ProxyTrust> proxies =
        http::ProxyTrust::parse(config.texts(QStringLiteral("trusted_proxies")));
    if (!proxies)
        return config.wrong(QStringLiteral("trusted_proxies"), proxies.error());
    options->proxies = std::move(*proxies);
    for (const auto& read : {readListen, readTls, readMetricsToken, readModel}) {
        if (Result<void> done = read(config, *options); !done)
            return std::unexpected(done.error());
    }
    return options;
}

} // namespace relevo::relay
