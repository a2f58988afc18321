#include <http/stream.h>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#else
#include <winsock2.h>
#endif

namespace relevo::http {

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
    return isOpen() && m_socket->write(bytes.data(), bytes.size()) == bytes.size();
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
