#include <http/stream.h>

#ifdef Q_OS_UNIX
#include <sys/socket.h>

#include <cerrno>
#else
#include <winsock2.h>
#endif

namespace relevo::http {
namespace {

/// Gives the kernel what it takes at once, without a turn through Qt's write notifier: Qt switches that on
/// and off again around every write, two system calls and an event each, and almost always the kernel takes
/// it all. The number of bytes taken; -1 when the connection is broken.
qint64 sendNow([[maybe_unused]] qintptr descriptor, [[maybe_unused]] QByteArrayView bytes)
{
#ifdef Q_OS_UNIX
    while (true) {
        const ssize_t sent = ::send(static_cast<int>(descriptor), bytes.data(),
                                    static_cast<size_t>(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0) {
            return sent;
        }
        if (errno != EINTR) {
            return errno == EAGAIN || errno == EWOULDBLOCK ? 0 : -1;
        }
    }
#else
    return 0;
#endif
}

} // namespace

Stream::Stream(qintptr descriptor) : m_socket(new QTcpSocket)
{
    if (!m_socket->setSocketDescriptor(descriptor, QAbstractSocket::ConnectedState,
                                       QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        return;
    }
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_peer = m_socket->peerAddress();
    bool isV4 = false;
    const quint32 v4 = m_peer.toIPv4Address(&isV4);
    if (isV4) {
        m_peer = QHostAddress(v4); // not ::ffff:…, so that one client has one address
    }
    QObject::connect(m_socket, &QIODevice::readyRead, m_socket, [this] {
        if (m_listener) {
            m_listener->readable();
        }
    });
    QObject::connect(m_socket, &QIODevice::bytesWritten, m_socket, [this] {
        shutdownIfDrained();
        if (m_listener) {
            m_listener->drained();
        }
    });
    QObject::connect(m_socket, &QAbstractSocket::disconnected, m_socket, [this] {
        if (m_listener) {
            m_listener->gone();
        }
    });
}

Stream::~Stream()
{
    m_listener = nullptr;
    m_socket->disconnect();
    m_socket->abort();
    m_socket->deleteLater();
}

bool Stream::isOpen() const
{
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

qint64 Stream::read(std::span<char> space)
{
    if (!isOpen()) {
        return -1;
    }
    return m_socket->read(space.data(), static_cast<qint64>(space.size()));
}

bool Stream::write(QByteArrayView bytes)
{
    if (!isOpen()) {
        return false;
    }
    const qint64 sent = m_socket->bytesToWrite() == 0 ? sendNow(m_socket->socketDescriptor(), bytes) : 0;
    if (sent < 0) {
        return false;
    }
    const QByteArrayView rest = bytes.sliced(sent);
    return rest.isEmpty() || m_socket->write(rest.data(), rest.size()) == rest.size();
}

void Stream::finishWriting()
{
    m_finishing = true;
    shutdownIfDrained();
}

void Stream::shutdownIfDrained()
{
    // Qt can only close both directions, and closing while the peer still sends resets the connection: it
    // would never get to read what it was told.
    if (m_finishing && m_socket->bytesToWrite() == 0 && isOpen()) {
        m_finishing = false;
#ifdef Q_OS_UNIX
        ::shutdown(static_cast<int>(m_socket->socketDescriptor()), SHUT_WR);
#else
        ::shutdown(static_cast<SOCKET>(m_socket->socketDescriptor()), SD_SEND);
#endif
    }
}

void Stream::abort()
{
    m_listener = nullptr;
    m_socket->abort();
}

} // namespace relevo::http
