#include <bot/outgoing_call.h>

#include <assist/outgoing.h>

#include <QtNetwork/QNetworkAccessManager>

namespace relevo::bot {

OutgoingCall::OutgoingCall(QNetworkAccessManager& network, OutgoingRequest request,
                           std::function<double()> random, QObject* parent)
    : QObject(parent), m_network(network), m_request(std::move(request)),
      m_backoff(m_request.retry, std::move(random)),
      m_result(failure(ErrorCode::Internal, QStringLiteral("It was not asked.")))
{
    for (QTimer* timer : {&m_limit, &m_attemptLimit, &m_wait})
        timer->setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this,
            [this] { end(failure(ErrorCode::Unavailable, QStringLiteral("It did not answer in time."))); });
    connect(&m_attemptLimit, &QTimer::timeout, this, [this] {
        assist::dropReply(m_reply, this);
        tryAgain(QStringLiteral("It did not answer in time."));
    });
    connect(&m_wait, &QTimer::timeout, this, &OutgoingCall::attempt);
}

OutgoingCall::~OutgoingCall()
{
    assist::dropReply(m_reply, this);
}

void OutgoingCall::start()
{
    m_limit.start(m_request.timeout);
    m_wait.start(milliseconds(0));
}

void OutgoingCall::attempt()
{
    ++m_attempts;
    m_body.clear();
    QNetworkRequest request = assist::outgoingRequest(m_request.url);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("User-Agent", "relevo-relay");
    if (m_request.headers) {
        for (const auto& [name, value] : m_request.headers())
            request.setRawHeader(name, value);
    }
    if (m_request.body.isEmpty()) {
        m_reply = m_network.get(request);
    } else {
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
        m_reply = m_network.post(request, m_request.body);
    }
    m_reply->setReadBufferSize(64 * 1024);
    m_attemptLimit.start(m_request.attemptTimeout);
    connect(m_reply, &QNetworkReply::readyRead, this, &OutgoingCall::read);
    connect(m_reply, &QNetworkReply::finished, this, &OutgoingCall::judge);
}

void OutgoingCall::read()
{
    m_body += m_reply->readAll();
    if (m_body.size() > m_request.mostBytes)
        end(failure(ErrorCode::TooLarge, QStringLiteral("Its answer is too large.")));
}

void OutgoingCall::judge()
{
    read();
    if (m_ended)
        return;
    m_attemptLimit.stop();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool broken = m_reply->error() != QNetworkReply::NoError && status < 300;
    assist::dropReply(m_reply, this);
    if (broken || status == 0)
        tryAgain(QStringLiteral("It cannot be reached."));
    else if (status == 408 || status == 429 || status >= 500)
        tryAgain(QStringLiteral("It answered with status %1.").arg(status));
    else if (status < 200 || status >= 300)
        end(failure(ErrorCode::Invalid, QStringLiteral("It answered with status %1.").arg(status), {},
                    {{QStringLiteral("status"), QString::number(status)}}));
    else
        end(OutgoingAnswer{status, m_body});
}

void OutgoingCall::tryAgain(const QString& why)
{
    const milliseconds wait = m_backoff.next();
    // There is no use in a wait that ends after the time is up.
    if (m_attempts >= m_request.mostAttempts || wait >= m_limit.remainingTimeAsDuration())
        end(failure(ErrorCode::Unavailable, why));
    else
        m_wait.start(wait);
}

void OutgoingCall::end(Result<OutgoingAnswer> result)
{
    if (m_ended)
        return;
    m_ended = true;
    for (QTimer* timer : {&m_limit, &m_attemptLimit, &m_wait})
        timer->stop();
    assist::dropReply(m_reply, this);
    m_result = std::move(result);
    Q_EMIT finished();
}

} // namespace relevo::bot
