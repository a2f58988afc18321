#pragma once

#include <QtNetwork/QHostAddress>
#include <QtNetwork/QSslSocket>

#include <memory>
#include <span>

namespace relevo::http {

class TlsIdentity;

/// Hears of a stream's life. Each call may end in the stream's deletion.
class StreamListener
{
public:
    virtual ~StreamListener() = default;
    virtual void readable() = 0; ///< there are bytes to read, or the end
    virtual void drained() = 0;  ///< some of what was written late has reached the kernel
    virtual void gone() = 0;     ///< the connection is over; nothing comes after
};

/// A connected byte stream over Qt's socket. A bounded piece is read ahead; what lies beyond it stays in the
/// kernel, so a peer costs hardly any memory while nobody listens to it. With TLS the listener is always
/// called from the event loop: QSslSocket must not be ended from within its signals.
class Stream final
{
public:
    /// Takes over an accepted descriptor; with an identity, as a TLS server. isOpen() is false when that
    /// failed. Set a listener before the event loop goes on.
    explicit Stream(qintptr descriptor, const TlsIdentity* identity = nullptr);
    ~Stream();
    Q_DISABLE_COPY_MOVE(Stream)

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] const QHostAddress& peer() const { return m_peer; }
    /// False while the TLS handshake is under way.
    [[nodiscard]] bool isReady() const { return !m_tls || m_tls->isEncrypted(); }
    void setListener(StreamListener* listener) { m_listener = listener; }

    /// Bytes read into the front of `space`: 0 when there is nothing now, -1 when nothing will come any more.
    /// Whoever does not read until 0 hears readable() once more and then not again before reading: that is
    /// how to pause a peer.
    [[nodiscard]] qint64 read(std::span<char> space);
    /// False when the connection is broken.
    [[nodiscard]] bool write(QByteArrayView bytes);
    /// Written bytes the kernel has not taken yet.
    [[nodiscard]] qint64 bytesWaiting() const
    {
        return m_socket->bytesToWrite() + (m_tls ? m_tls->encryptedBytesToWrite() : 0);
    }

    /// Tells the peer that nothing more will be written, after what was. Reading goes on.
    void finishWriting();
    /// Ends the connection now.
    void abort();

private:
    /// What is to be told in the next turn.
    struct Notes
    {
        bool readable = false;
        bool drained = false;
        bool gone = false;
    };

    void connectPlain();
    void connectTls();
    void tellSoon(bool Notes::*what);
    void tell();
    void shutdownIfDrained();

    QSslSocket* m_tls;    // the socket itself, when it speaks TLS
    QTcpSocket* m_socket; // deleted later: it may be in the middle of telling us something
    StreamListener* m_listener = nullptr;
    QHostAddress m_peer;
    const std::unique_ptr<QObject> m_turn; // what waits for the next turn ends with it
    Notes m_notes;
    bool m_posted = false;
    bool m_finishing = false;
};

} // namespace relevo::http
