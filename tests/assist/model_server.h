#pragma once

#include <assist/model_client.h>

#include <base/clock.h>

#include <QtCore/QHash>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QPointer>
#include <QtCore/QUrl>
#include <QtNetwork/QTcpServer>
#include <QtNetwork/QTcpSocket>

#include <deque>
#include <functional>
#include <vector>

namespace relevo::assist {

/// A model's server as a test needs it: answers each request with the next of what was scripted and remembers
/// what was asked.
class ModelServer final : public QTcpServer
{
public:
    struct Asked
    {
        QByteArray head;
        QByteArray body;
    };
    struct Scripted
    {
        int status = 200;
        QByteArray body;
        QByteArray headers;  ///< more of them, each with its line end
        bool hangs = false;  ///< does not answer until release()
        bool breaks = false; ///< closes the connection after the body, which the length says is longer
    };

    ModelServer()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            }
        });
        listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QUrl url(const QString& path = {}) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(path));
    }
    void script(const Scripted& answer) { m_script.push_back(answer); }
    /// Answers the oldest of the requests that hang; false when none does, or its caller has gone.
    bool release(const Scripted& answer)
    {
        if (m_hanging.empty())
            return false;
        const QPointer<QTcpSocket> socket = m_hanging.front();
        m_hanging.pop_front();
        if (!socket || socket->state() != QAbstractSocket::ConnectedState)
            return false;
        write(*socket, answer);
        return true;
    }

    std::vector<Asked> asked;
    /// What is answered when nothing is scripted: 500, unless this says otherwise.
    std::function<Scripted(const Asked&)> otherwise;

private:
    void read(QTcpSocket* socket)
    {
        QByteArray& bytes = m_bytes[socket];
        bytes += socket->readAll();
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        const QByteArray head = bytes.left(end);
        const QByteArray lower = head.toLower();
        const qsizetype at = lower.indexOf("content-length:");
        const qsizetype length =
            at < 0 ? 0 : lower.mid(at + 15, lower.indexOf('\n', at) - at - 15).trimmed().toInt();
        if (bytes.size() < end + 4 + length)
            return;
        asked.push_back({head, bytes.mid(end + 4, length)});
        m_bytes.remove(socket);
        Scripted answer;
        answer.status = 500;
        if (!m_script.empty()) {
            answer = m_script.front();
            m_script.pop_front();
        } else if (otherwise) {
            answer = otherwise(asked.back());
        }
        if (answer.hangs)
            m_hanging.emplace_back(socket);
        else
            write(*socket, answer);
    }

    static void write(QTcpSocket& socket, const Scripted& answer)
    {
        QByteArray out =
            "HTTP/1.1 " + QByteArray::number(answer.status) + " X\r\nConnection: close\r\n" + answer.headers;
        if (!answer.headers.contains("Content-Type"))
            out += "Content-Type: application/json\r\n";
        out += "Content-Length: " + QByteArray::number(answer.body.size() + (answer.breaks ? 100 : 0)) +
               "\r\n\r\n";
        socket.write(out + answer.body);
        socket.disconnectFromHost();
    }

    std::deque<Scripted> m_script;
    std::deque<QPointer<QTcpSocket>> m_hanging;
    QHash<QTcpSocket*, QByteArray> m_bytes;
};

/// A clock that stands, until it is set.
class StoppedClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override { return Timestamp{milliseconds(1'795'253'400'900)}; }
    [[nodiscard]] milliseconds monotonic() const override { return at; }

    milliseconds at{0};
};

inline QByteArray chat(const QByteArray& content)
{
    const QJsonObject message{{QStringLiteral("content"), QString::fromUtf8(content)}};
    const QJsonObject answer{
        {QStringLiteral("choices"), QJsonArray{QJsonObject{{QStringLiteral("message"), message}}}}};
    return QJsonDocument(answer).toJson(QJsonDocument::Compact);
}

/// Short waits, long limits.
inline ModelOptions optionsFor(const QUrl& url)
{
    ModelOptions options;
    options.url = url;
    options.model = QStringLiteral("small-1");
    options.apiKey = "sk-very-secret";
    options.timeout = milliseconds(10'000);
    options.retry = {milliseconds(1), 2.0, milliseconds(4), 0.5};
    return options;
}

} // namespace relevo::assist
