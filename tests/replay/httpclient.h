#pragma once

#include <base/timestamp.h>

#include <QtCore/QByteArray>
#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

#include <memory>
#include <optional>

class QTcpSocket;

namespace relevo::replay {

struct HttpAnswer
{
    int status = 0;
    std::optional<milliseconds> retryAfter; ///< from Retry-After in seconds
    QByteArray body;
};

/// Takes an answer apart as its bytes come in: Content-Length or chunked, nothing else.
class AnswerReader
{
public:
    /// Takes more bytes; true once the answer is whole. What follows the answer is dropped.
    [[nodiscard]] bool feed(const QByteArray& bytes);
    [[nodiscard]] const HttpAnswer& answer() const { return m_answer; }
    [[nodiscard]] bool keepAlive() const { return m_keepAlive; }
    /// The peer does not speak HTTP/1.1.
    [[nodiscard]] bool broken() const { return m_broken; }

private:
    bool readHead();
    bool readChunks();

    QByteArray m_bytes;
    HttpAnswer m_answer;
    qint64 m_length = 0;
    bool m_headRead = false;
    bool m_chunked = false;
    bool m_keepAlive = true;
    bool m_broken = false;
};

/// One kept-alive connection that carries one request at a time. QNetworkAccessManager opens six connections
/// to a host and no more, which is too few for a load. Each post ends in exactly one of the two signals.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    /// `timeout` bounds the wait for one answer, connecting included.
    HttpClient(QUrl relay, QByteArray apiKey, milliseconds timeout, QObject* parent = nullptr);
    ~HttpClient() override;

    void post(const QByteArray& path, const QByteArray& idempotencyKey, const QByteArray& body);

Q_SIGNALS:
    void answered(const relevo::replay::HttpAnswer& answer);
    /// The connection ended, or the answer did not come in time: whether the request was carried out is
    /// unknown.
    void lost(const QString& why);

private:
    void connectSocket();
    void sendPending();
    void readAnswer();
    void fail(const QString& why);
    void dropSocket();

    QUrl m_relay;
    QByteArray m_apiKey;
    QTimer m_timeout;
    QTcpSocket* m_socket = nullptr;
    std::unique_ptr<AnswerReader> m_reader;
    QByteArray m_pending;
    bool m_waiting = false;
};

} // namespace relevo::replay
