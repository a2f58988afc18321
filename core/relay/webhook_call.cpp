#include <relay/webhook_call.h>

#include <assist/outgoing.h>
#include <bot/webhook_bot.h>

#include <QtNetwork/QNetworkAccessManager>

namespace relevo::relay {

WebhookCall::WebhookCall(QNetworkAccessManager& network, const store::Webhook& hook, const CloudEvent& event,
                         Timestamp now, milliseconds timeout, QObject* parent)
    : QObject(parent)
{
    QNetworkRequest request = assist::outgoingRequest(QUrl(hook.url));
    const QByteArray body = QByteArray::fromStdString(event.body);
    const qint64 at = std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count();
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      QByteArrayLiteral("application/cloudevents+json; charset=utf-8"));
    request.setHeader(QNetworkRequest::UserAgentHeader, QByteArrayLiteral("Relevo/" RELEVO_VERSION));
    request.setRawHeader("webhook-id", event.id);
    request.setRawHeader("webhook-timestamp", QByteArray::number(at));
    request.setRawHeader("webhook-signature", bot::webhookSignature(hook.secret, event.id, at, body));
    request.setTransferTimeout(static_cast<int>(timeout.count()));
    m_reply = network.post(request, body);
    m_reply->setReadBufferSize(16 * 1024);
    connect(m_reply, &QNetworkReply::readyRead, this, &WebhookCall::read);
    connect(m_reply, &QNetworkReply::finished, this, &WebhookCall::judge);
}

WebhookCall::~WebhookCall()
{
    assist::dropReply(m_reply, this);
}

void WebhookCall::read()
{
    m_received += m_reply->readAll().size();
    // Who has said 200 has received it; what else they have to say is not waited for.
    if (m_received > mostAnswerBytes)
        judge();
}

void WebhookCall::judge()
{
    if (std::exchange(m_judged, true))
        return;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 200 && status < 300)
        Q_EMIT finished(Delivered::Yes, {});
    else if (status == 410)
        Q_EMIT finished(Delivered::Gone, QStringLiteral("answered 410"));
    else if (status > 0)
        Q_EMIT finished(Delivered::Later, QStringLiteral("answered %1").arg(status));
    else
        Q_EMIT finished(Delivered::Later, m_reply->error() == QNetworkReply::OperationCanceledError
                                              ? QStringLiteral("did not answer in time")
                                              : QStringLiteral("could not be reached"));
}

} // namespace relevo::relay
