#include <assist/outgoing.h>

namespace relevo::assist {

QNetworkRequest outgoingRequest(const QUrl& url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    return request;
}

void dropReply(QPointer<QNetworkReply>& reply, QObject* listener)
{
    QNetworkReply* const dropped = reply.data();
    reply.clear();
    if (!dropped)
        return;
    dropped->disconnect(listener);
    dropped->abort();
    dropped->deleteLater();
}

} // namespace relevo::assist
