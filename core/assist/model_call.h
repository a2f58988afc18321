#pragma once

#include <assist/model_client.h>
#include <assist/model_stream.h>

#include <QtCore/QPointer>
#include <QtCore/QTimer>

class QNetworkReply;

namespace relevo::assist {

/// One question to a model, over as many attempts as it takes. Emits finished once, never from within start.
class ModelCall final : public QObject
{
    Q_OBJECT

public:
    struct Means
    {
        QNetworkAccessManager& network;
        const ModelOptions& options;
        const Clock& clock;
        std::function<double()> random;
        ModelClient::Format format;
    };

    ModelCall(Means means, ModelQuestion question, QObject* parent);
    ~ModelCall() override;

    void start();
    /// Ends it without anybody to hear of it; finished is emitted all the same.
    void abandon();

    [[nodiscard]] const Result<QJsonObject>& result() const { return m_result; }
    [[nodiscard]] ModelClient::Format format() const { return m_format; }
    [[nodiscard]] bool wasAbandoned() const { return m_abandoned; }

Q_SIGNALS:
    void finished();

private:
    void attempt();
    void read();
    void judge();
    void judgeText(const Result<QString>& text);
    void tryAgain(milliseconds wait, const Error& instead);
    void end(Result<QJsonObject> result);
    [[nodiscard]] QByteArray body() const;
    [[nodiscard]] std::optional<milliseconds> retryAfter() const;

    const Means m_means;
    const ModelQuestion m_question;
    ModelClient::Format m_format;
    Backoff m_backoff;
    QTimer m_limit; ///< of the whole call
    QTimer m_wait;  ///< before the next attempt
    QPointer<QNetworkReply> m_reply;
    QByteArray m_body;
    qint64 m_received = 0;
    ModelStream m_stream;
    int m_attempts = 0;
    bool m_ended = false;
    bool m_abandoned = false;
    Result<QJsonObject> m_result;
};

} // namespace relevo::assist
