#include <client/connection.h>

#include <QtCore/QMutex>
#include <QtNetwork/QHostAddress>
#include <QtNetwork/QNetworkProxy>

#include <algorithm>

namespace relevo::client {

namespace {

class ChosenProxy final : public QNetworkProxyFactory
{
public:
    explicit ChosenProxy(const QNetworkProxy& proxy) : m_proxy(proxy) {}

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        const QString host = query.peerHostName();
        const bool here = host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
        return {here ? QNetworkProxy(QNetworkProxy::NoProxy) : m_proxy};
    }

private:
    QNetworkProxy m_proxy;
};

constexpr int httpsPort = 443;

/// Beside Qt's own default configuration, which knows no hosts.
struct Held
{
    QMutex mutex;
    QList<Pin> pins;
};

Held& held()
{
    static Held all;
    return all;
}

} // namespace

QString hostOf(const QUrl& relay)
{
    return QStringLiteral("%1:%2").arg(relay.host()).arg(relay.port(httpsPort));
}

void useProxy(const ProxyChoice& choice)
{
    switch (choice.kind) {
    case ProxyKind::System:
        QNetworkProxyFactory::setUseSystemConfiguration(true);
        return;
    case ProxyKind::None:
        QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy);
        return;
    case ProxyKind::Http:
    case ProxyKind::Socks:
        break;
    }
    const auto type = choice.kind == ProxyKind::Http ? QNetworkProxy::HttpProxy : QNetworkProxy::Socks5Proxy;
    // Owned by Qt from here on.
    QNetworkProxyFactory::setApplicationProxyFactory(new ChosenProxy(
        QNetworkProxy(type, choice.host, static_cast<quint16>(choice.port), choice.user, choice.password)));
}

Result<int> trustAlso(const QByteArray& pem)
{
    QList<QSslCertificate> own;
    if (!pem.isEmpty()) {
        own = QSslCertificate::fromData(pem, QSsl::Pem);
        own.removeIf([](const QSslCertificate& certificate) { return certificate.isNull(); });
        if (own.isEmpty())
            return failure(ErrorCode::Invalid, QStringLiteral("There is no certificate in this file."));
    }
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslConfiguration::systemCaCertificates() + own);
    QSslConfiguration::setDefaultConfiguration(configuration);
    return static_cast<int>(own.size());
}

void holdTo(const QList<Pin>& pins)
{
    const QMutexLocker lock(&held().mutex);
    held().pins = pins;
}

QSslConfiguration proofOf(const QUrl& relay)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    const QMutexLocker lock(&held().mutex);
    const QList<Pin>& pins = held().pins;
    const auto pin = std::find_if(pins.cbegin(), pins.cend(),
                                  [host = hostOf(relay)](const Pin& one) { return one.host == host; });
    if (pin != pins.cend())
        configuration.setCaCertificates({pin->certificate});
    return configuration;
}

} // namespace relevo::client
