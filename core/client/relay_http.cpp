#include <client/relay_http.h>

#include <client/connection.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QSysInfo>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>

#include <algorithm>
#include <chrono>

namespace relevo::client {

namespace {

constexpr std::chrono::seconds patience{20};

Error unavailable(const char* reason, const QString& message, const QString& detail)
{
    return {
        ErrorCode::Unavailable, message, detail, {{QStringLiteral("reason"), QString::fromLatin1(reason)}}};
}

} // namespace

QNetworkRequest relayRequest(const QUrl& relay, const QString& path)
{
    const qsizetype mark = path.indexOf(u'?');
    QUrl url = relay;
    // Encoded by who made it, as its query is: a name in it may have a slash.
    url.setPath(relay.path(QUrl::FullyEncoded) + path.left(mark), QUrl::TolerantMode);
    if (mark >= 0)
        url.setQuery(path.mid(mark + 1));
    QNetworkRequest request(url);
    request.setSslConfiguration(proofOf(relay));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setRawHeader("Accept", "application/json");
    // Under this name people find the device among those they are signed in on.
    request.setHeader(
        QNetworkRequest::UserAgentHeader,
        QStringLiteral("Relevo/%1 (%2)").arg(QStringLiteral(RELEVO_VERSION), QSysInfo::prettyProductName()));
    request.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(patience).count()));
    // A password is for the address that was typed and for no other.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    return request;
}

void letGoOfDistrusted(QNetworkAccessManager& network)
{
    const auto letGo = [&network] {
        const QList<QNetworkReply*> all = network.findChildren<QNetworkReply*>();
        // It would take the others with it; theirs is the same relay, and they fail too.
        if (std::none_of(all.cbegin(), all.cend(), [](QNetworkReply* one) { return one->isRunning(); }))
            network.clearConnectionCache();
    };
    // Queued: the reply is inside its own work here.
    QObject::connect(&network, &QNetworkAccessManager::finished, &network,
                     [&network, letGo](QNetworkReply* reply) {
                         if (reply->error() == QNetworkReply::SslHandshakeFailedError)
                             QMetaObject::invokeMethod(&network, letGo, Qt::QueuedConnection);
                     });
}

void boundAnswer(QNetworkReply& reply, qint64 bytes)
{
    QObject::connect(&reply, &QNetworkReply::downloadProgress, &reply,
                     [&reply, bytes](qint64 received, qint64) {
                         if (received > bytes)
                             reply.abort();
                     });
}

std::optional<Error> transportError(const QNetworkReply& reply)
{
    if (reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 0)
        return std::nullopt;
    const QString host = reply.url().host();
    switch (reply.error()) {
    case QNetworkReply::SslHandshakeFailedError:
        return unavailable(
            "tls",
            QCoreApplication::translate("relevo::client", "The connection to %1 cannot be trusted.")
                .arg(host),
            reply.errorString());
    case QNetworkReply::HostNotFoundError:
        return unavailable(
            "unreachable",
            QCoreApplication::translate("relevo::client", "The address %1 was not found.").arg(host),
            QCoreApplication::translate("relevo::client", "Check the spelling and your network."));
    // Something answered, and it was not HTTP.
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::UnknownNetworkError:
        return unavailable(
            "not_relevo",
            QCoreApplication::translate("relevo::client", "What answers at %1 is not a Relevo relay.")
                .arg(host),
            reply.errorString());
    default:
        return unavailable(
            "unreachable", QCoreApplication::translate("relevo::client", "Nothing answers at %1.").arg(host),
            QCoreApplication::translate("relevo::client",
                                        "Check the address, your network and whether the relay is running."));
    }
}

} // namespace relevo::client
