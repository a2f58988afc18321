#pragma once

#include <base/clock.h>
#include <relay/cloud_event.h>
#include <store/webhooks.h>

#include <QtCore/QObject>
#include <QtCore/QPointer>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
class QNetworkReply;
QT_END_NAMESPACE

namespace relevo::relay {

/// How one attempt to deliver ended.
enum class Delivered {
    Yes,   ///< 2xx
    Gone,  ///< 410: it wants no more
    Later, ///< anything else, a redirection among it
};

/// One attempt to hand an event to a hook. Signed as Standard Webhooks; no redirection is followed, no cookie
/// kept, and of the answer only the status counts. Emits finished once. I/O thread.
class WebhookCall final : public QObject
{
    Q_OBJECT

public:
    /// `timeout` is for the whole of it.
    WebhookCall(QNetworkAccessManager& network, const store::Webhook& hook, const CloudEvent& event,
                Timestamp now, milliseconds timeout, QObject* parent);
    ~WebhookCall() override;
    Q_DISABLE_COPY_MOVE(WebhookCall)

    static constexpr qint64 mostAnswerBytes = 64 * 1024;

Q_SIGNALS:
    /// `error` says in a few words why it was not received; it holds nothing of the answer.
    void finished(relevo::relay::Delivered delivered, const QString& error);

private:
    void read();
    void judge();

    QPointer<QNetworkReply> m_reply;
    qint64 m_received = 0;
    bool m_judged = false;
};

} // namespace relevo::relay
