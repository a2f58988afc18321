#pragma once

#include <QtNetwork/QHostAddress>
#include <QtNetwork/QTcpSocket>

#include <span>

namespace relevo::http {

/// Hears of a stream's life. Each call may end in the stream's deletion.
class StreamListener
{
public:
    virtual ~StreamListener() = default;
    virtual void readable() = 0; ///< there are bytes to read, or the end
    virtual void drained() = 0;  ///< some of what was written late has reached the kernel
    virtual void gone() = 0;     ///< the connection is over; nothing comes after
};

/// A connected byte stream over Qt's socket, used without Qt's read buffer: what is not read stays in the
/// kernel, so a peer costs no memory while nobody listens to it. The one place to put TLS under.
class Stream final
{
public:
    /// Takes over an accepted descriptor. isOpen() is false when that failed. Set a listener before the event
    /// loop goes on.
    explicit Stream(qintptr descriptor);
    ~Stream();
    Q_DISABLE_COPY_MOVE(Stream)

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] const QHostAddress& peer() const { return m_peer; }
    void setListener(StreamListener* listener) { m_listener = listener; }

    /// Bytes read into the front of `space`: 0 when there is nothing now, -1 when nothing will come any more.
    /// Whoever does not read until 0 hears readable() once more and then not again before reading: that is
    /// how to pause a peer.
    [[nodiscard]] qint64 read(std::span<char> space);
    /// False when the connection is broken.
    [[nodiscard]] bool write(QByteArrayView bytes);
    /// Written bytes the kernel has not taken yet.
    [[nodiscard]] qint64 bytesWaiting() const { return m_socket->bytesToWrite(); }

    /// Tells the peer that nothing more will be written, after what was. Reading goes on.
    void finishWriting();
    /// Ends the connection now.
    void abort();

private:
    void shutdownIfDrained();

    QTcpSocket* m_socket; // deleted later: it may be in the middle of telling us something
    StreamListener* m_listener = nullptr;
    QHostAddress m_peer;
    bool m_finishing = false;
};

} // namespace relevo::http
