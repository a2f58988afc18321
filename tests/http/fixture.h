#pragma once

#include <base/clock.h>
#include <base/ids.h>
#include <http/server.h>

#include <QtNetwork/QTcpSocket>
#include <QtTest/QtTest>

/// What every request says beside its first line.
inline const QByteArray host = QByteArrayLiteral("Host: relay\r\n");
inline constexpr qint64 mebibyte = 1024 * 1024;

/// A server on a free port with limits of the test's choosing.
struct ServerFixture
{
    relevo::SystemClock clock;
    relevo::UuidV7Source ids{clock};
    relevo::http::Router router;
    relevo::http::Limits limits;
    std::unique_ptr<relevo::http::Server> server;

    void start()
    {
        server = std::make_unique<relevo::http::Server>(router, limits, clock, ids);
        QVERIFY(server->listen(QStringLiteral("127.0.0.1"), 0));
    }
};

/// A client that sends bytes as they are and collects what comes back.
class RawClient : public QObject
{
public:
    explicit RawClient(const ServerFixture& fixture)
    {
        connect(&socket, &QTcpSocket::readyRead, this, [this] { received += socket.readAll(); });
        connect(&socket, &QTcpSocket::disconnected, this, [this] { closed = true; });
        socket.connectToHost(QHostAddress::LocalHost, fixture.server->port());
    }
    RawClient(const ServerFixture& fixture, const QByteArray& bytes) : RawClient(fixture)
    {
        socket.write(bytes);
    }

    void send(const QByteArray& bytes) { socket.write(bytes); }
    [[nodiscard]] bool isConnected() const { return socket.state() == QAbstractSocket::ConnectedState; }

    /// Status codes of the answers so far, in order.
    [[nodiscard]] QList<int> statuses() const
    {
        QList<int> result;
        qsizetype at = 0;
        while ((at = received.indexOf("HTTP/1.1 ", at)) >= 0) {
            result.append(received.mid(at + 9, 3).toInt());
            at += 9;
        }
        return result;
    }
    [[nodiscard]] bool answered(int count = 1) const
    {
        return statuses().size() >= count && received.contains("\r\n\r\n");
    }

    QTcpSocket socket;
    QByteArray received;
    bool closed = false;
};

/// Resident memory of this process in bytes; 0 where it cannot be told.
inline qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 0;
    }
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

/// Sanitizers keep freed memory aside, so that the resident size says nothing.
constexpr bool memoryIsMeasurable()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return false;
#else
    return true;
#endif
}
