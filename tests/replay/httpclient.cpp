#include "httpclient.h"

#include <QtNetwork/QSslSocket>
#include <QtNetwork/QTcpSocket>

namespace relevo::replay {

bool AnswerReader::feed(const QByteArray& bytes)
{
    m_bytes += bytes;
    if (!m_headRead && !readHead())
        return false;
    if (m_chunked)
        return readChunks();
    if (m_bytes.size() < m_length)
        return false;
    m_answer.body = m_bytes.left(m_length);
    return true;
}

bool AnswerReader::readHead()
{
    const qsizetype end = m_bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QList<QByteArray> lines = m_bytes.left(end).split('\n');
    m_bytes.remove(0, end + 4);
    const QList<QByteArray> words = lines.front().split(' ');
    m_answer.status = words.size() > 1 ? words[1].toInt() : 0;
    if (!words.front().startsWith("HTTP/1.") || m_answer.status < 100) {
        m_broken = true;
        return false;
    }
    for (const QByteArray& line : lines.sliced(1)) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.left(colon).trimmed().toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name == "content-length")
            m_length = value.toLongLong();
        else if (name == "transfer-encoding")
            m_chunked = value.toLower().contains("chunked");
        else if (name == "connection")
            m_keepAlive = value.toLower() != "close";
        else if (name == "retry-after")
            m_answer.retryAfter = milliseconds(value.toLongLong() * 1000);
    }
    if (m_answer.status == 100) {
        m_length = 0;
        return readHead();
    }
    m_headRead = true;
    return true;
}

bool AnswerReader::readChunks()
{
    for (;;) {
        const qsizetype line = m_bytes.indexOf("\r\n");
        if (line < 0)
            return false;
        bool number = false;
        const qint64 size = m_bytes.left(line).split(';').front().trimmed().toLongLong(&number, 16);
        if (!number || size < 0) {
            m_broken = true;
            return false;
        }
        if (m_bytes.size() < line + 2 + size + 2)
            return false;
        m_answer.body += m_bytes.mid(line + 2, size);
        m_bytes.remove(0, line + 2 + size + 2);
        if (size == 0)
            return true;
    }
}

HttpClient::HttpClient(QUrl relay, QByteArray apiKey, milliseconds timeout, QObject* parent)
    : QObject(parent), m_relay(std::move(relay)), m_apiKey(std::move(apiKey))
{
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(timeout);
    connect(&m_timeout, &QTimer::timeout, this, [this] { fail(QStringLiteral("no answer in time")); });
}

HttpClient::~HttpClient()
{
    dropSocket();
}

void HttpClient::post(const QByteArray& path, const QByteArray& idempotencyKey, const QByteArray& body)
{
    Q_ASSERT(!m_waiting);
    m_pending = "POST " + path + " HTTP/1.1\r\nHost: " + m_relay.authority(QUrl::FullyEncoded).toUtf8() +
                "\r\nAuthorization: Bearer " + m_apiKey + "\r\nIdempotency-Key: " + idempotencyKey +
                "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) +
                "\r\n\r\n" + body;
    m_waiting = true;
    m_reader = std::make_unique<AnswerReader>();
    m_timeout.start();
    if (m_socket)
        sendPending();
    else
        connectSocket();
}

void HttpClient::connectSocket()
{
    const bool tls = m_relay.scheme() == QLatin1String("https");
    auto* encrypted = tls ? new QSslSocket(this) : nullptr;
    m_socket = encrypted ? encrypted : new QTcpSocket(this);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpClient::readAnswer);
    connect(m_socket, &QTcpSocket::errorOccurred, this, [this] { fail(m_socket->errorString()); });
    connect(m_socket, &QTcpSocket::disconnected, this, [this] { fail(QStringLiteral("connection closed")); });
    const auto port = static_cast<quint16>(m_relay.port(tls ? 443 : 80));
    if (encrypted) {
        connect(encrypted, &QSslSocket::encrypted, this, &HttpClient::sendPending);
        encrypted->connectToHostEncrypted(m_relay.host(), port);
    } else {
        connect(m_socket, &QTcpSocket::connected, this, &HttpClient::sendPending);
        m_socket->connectToHost(m_relay.host(), port);
    }
}

void HttpClient::sendPending()
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->write(m_pending);
}

void HttpClient::readAnswer()
{
    const QByteArray bytes = m_socket->readAll();
    if (!m_waiting)
        return;
    if (!m_reader->feed(bytes)) {
        if (m_reader->broken())
            fail(QStringLiteral("the answer is not HTTP/1.1"));
        return;
    }
    m_waiting = false;
    m_timeout.stop();
    if (!m_reader->keepAlive())
        dropSocket();
    Q_EMIT answered(m_reader->answer());
}

void HttpClient::fail(const QString& why)
{
    const QString reason = why;
    dropSocket();
    m_timeout.stop();
    // An idle connection that the relay closes is nobody's loss; the next post opens another.
    if (std::exchange(m_waiting, false))
        Q_EMIT lost(reason);
}

void HttpClient::dropSocket()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
}

} // namespace relevo::replay
