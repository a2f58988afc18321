#include <http/stream.h>

#include <http/tls_identity.h>

#include <QtCore/QPointer>

#include <utility>

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

constexpr qint64 mostReadAhead = 64 * 1024; // with TLS of decrypted bytes, and of encrypted ones

} // namespace

Stream::Stream(qintptr descriptor, const TlsIdentity* identity)
    : m_tls(identity ? new QSslSocket : nullptr), m_socket(m_tls ? m_tls : new QTcpSocket),
      m_turn(std::make_unique<QObject>())
{
    if (m_tls) {
        m_tls->setSslConfiguration(identity->configuration());
    }
    m_socket->setReadBufferSize(mostReadAhead);
    if (!m_socket->setSocketDescriptor(descriptor)) {
        return;
    }
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_peer = m_socket->peerAddress();
    bool isV4 = false;
    const quint32 v4 = m_peer.toIPv4Address(&isV4);
    if (isV4) {
        m_peer = QHostAddress(v4); // not ::ffff:…, so that one client has one address
    }
    if (m_tls) {
        connectTls();
        m_tls->startServerEncryption();
    } else {
        connectPlain();
    }
}

void Stream::connectPlain()
{
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

void Stream::connectTls()
{
    QObject::connect(m_tls, &QIODevice::readyRead, m_tls, [this] { tellSoon(&Notes::readable); });
    QObject::connect(m_tls, &QSslSocket::encryptedBytesWritten, m_tls, [this] { tellSoon(&Notes::drained); });
    QObject::connect(m_tls, &QAbstractSocket::disconnected, m_tls, [this] { tellSoon(&Notes::gone); });
    // A handshake that fails ends it, whatever Qt makes of the connection below.
    QObject::connect(m_tls, &QAbstractSocket::errorOccurred, m_tls, [this] { tellSoon(&Notes::gone); });
}

void Stream::tellSoon(bool Notes::*what)
{
    m_notes.*what = true;
    if (!std::exchange(m_posted, true)) {
        QMetaObject::invokeMethod(
            m_turn.get(), [this] { tell(); }, Qt::QueuedConnection);
    }
}

void Stream::tell()
{
    m_posted = false;
    const Notes notes = std::exchange(m_notes, {});
    shutdownIfDrained();
    const QPointer<QObject> alive = m_turn.get(); // each call may end in our deletion
    if (notes.readable && m_listener) {
        m_listener->readable();
    }
    if (alive && notes.drained && m_listener) {
        m_listener->drained();
    }
    if (alive && notes.gone && m_listener) {
        m_listener->gone();
    }
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
    if (!isOpen() && m_socket->bytesAvailable() == 0) {
        return -1;
    }
    const qint64 count = m_socket->read(space.data(), static_cast<qint64>(space.size()));
    if (m_socket->bytesAvailable() > 0) {
        tellSoon(&Notes::readable); // what was read ahead the kernel does not report again
    }
    return count;
}

bool Stream::write(QByteArrayView bytes)
{
    if (!isOpen()) {
        return false;
    }
    if (m_tls) {
        const bool taken = m_tls->write(bytes.data(), bytes.size()) == bytes.size();
        m_tls->flush();
        return taken;
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
    // With TLS this leaves out its goodbye (close_notify), which Qt only sends with the close; everything we
    // say announces its length, so nobody mistakes the end for a shorter answer.
    if (m_finishing && bytesWaiting() == 0 && isOpen()) {
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
