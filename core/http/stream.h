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
    virtual void drained() = 0;  ///< everything written has reached the kernel
    virtual void gone() = 0;     ///< the connection is over; nothing comes after
};

/// A connected byte stream over Qt's socket, used without Qt's read buffer: what is not read stays in the
/// kernel, so a peer costs no memory while nobody listens to it. The one place to put TLS under.
class Stream final
{
public:
    /// Takes over an accepted descriptor. isOpen() is false when that failed.
    Stream(qintptr descriptor, StreamListener* listener);
    ~Stream();
    Q_DISABLE_COPY_MOVE(Stream)

    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] const QHostAddress& peer() const { return m_peer; }
    void setListener(StreamListener* listener) { m_listener = listener; }

    /// Bytes read into the front of `space`: 0 when there is nothing now (or the end was met, which gone()
    /// tells).
    [[nodiscard]] qint64 read(std::span<char> space);
    void write(std::span<const char> bytes);
    /// Written bytes the kernel has not taken yet.
    [[nodiscard]] qint64 bytesWaiting() const;

    /// While paused readable() is not called and the peer's window fills up.
    void setPaused(bool paused);

    /// Tells the peer that nothing more will be written, after what was.
    void shutdownWrite();
    /// Ends the connection after what was written.
    void close();
    /// Ends it now.
    void abort();

private:
    QTcpSocket* m_socket;
    StreamListener* m_listener;
    QHostAddress m_peer;
    bool m_paused = false;
};

} // namespace relevo::http
