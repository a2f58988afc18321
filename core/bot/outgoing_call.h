#pragma once

#include <base/backoff.h>
#include <base/error.h>

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

#include <functional>
#include <vector>

class QNetworkAccessManager;
class QNetworkReply;

namespace relevo::bot {

struct OutgoingRequest
{
    QUrl url;
    QByteArray body; ///< posted as JSON; empty: a GET
    /// More headers, made anew for each attempt; may be null.
    std::function<std::vector<std::pair<QByteArray, QByteArray>>()> headers;
    milliseconds attemptTimeout{10'000};
    milliseconds timeout{60'000}; ///< for all attempts and waits together
    int mostAttempts = 4;         ///< the first and three retries
    RetryPolicy retry{};
    qint64 mostBytes = 256 * 1024; ///< of an answer
};

struct OutgoingAnswer
{
    int status = 0; ///< 200 … 299
    QByteArray body;
};

/// One request to a program of the project's, over as many attempts as it takes. Emits finished once, never
/// from within start. One thread.
///
/// | what happens | what is done |
/// | --- | --- |
/// | 200 … 299 | an answer |
/// | 408, 429, 5xx, no connection, an attempt's time is up | tries again after a back-off with jitter |
/// | a redirection, any other status, more than mostBytes | an error: what is signed goes to no other host |
class OutgoingCall final : public QObject
{
    Q_OBJECT

public:
    /// `random` gives numbers in [0, 1) for the jitter.
    OutgoingCall(QNetworkAccessManager& network, OutgoingRequest request, std::function<double()> random,
                 QObject* parent);
    ~OutgoingCall() override;

    void start();
    /// `unavailable` when it could not be reached or failed each time, `invalid` for a refusal (context
    /// status), `too_large`.
    [[nodiscard]] const Result<OutgoingAnswer>& result() const { return m_result; }
    [[nodiscard]] int attempts() const { return m_attempts; }

Q_SIGNALS:
    void finished();

private:
    void attempt();
    void read();
    void judge();
    void tryAgain(const QString& why);
    void end(Result<OutgoingAnswer> result);

    QNetworkAccessManager& m_network;
    const OutgoingRequest m_request;
    Backoff m_backoff;
    QTimer m_limit;        ///< of all
    QTimer m_attemptLimit; ///< of one attempt
    QTimer m_wait;         ///< before the next attempt
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    int m_attempts = 0;
    bool m_ended = false;
    Result<OutgoingAnswer> m_result;
};

} // namespace relevo::bot
