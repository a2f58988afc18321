#pragma once

#include <http/session.h>
#include <http/websocket_frame.h>

#include <functional>

namespace relevo::http {

/// The server's end of one WebSocket (RFC 6455, text messages). Lives in the I/O thread.
///
/// What is sent within a turn of the event loop leaves in one write. When more than Limits::writeBytes waits
/// for the peer it is dropped at once with close code 4008. Pings, timeouts and the closing handshake need no
/// help.
class WebSocket final : public Session
{
public:
    using TextCallback = std::function<void(const QByteArray& utf8)>;
    using ClosedCallback = std::function<void(quint16 code)>;

    WebSocket(SessionHost& host, std::unique_ptr<Stream> stream);
    ~WebSocket() override;

    /// Valid UTF-8, whole messages. May call close() or anything else of this class.
    void onText(TextCallback callback) { m_onText = std::move(callback); }
    /// Called exactly once when the connection is over, from the event loop and never from within a call of
    /// this class's own methods, with the code agreed on, 1006 if the peer just went away, or 4008 if it read
    /// too slowly. Both callbacks are let go afterwards. Not called when the server itself is destroyed.
    void onClosed(ClosedCallback callback) { m_onClosed = std::move(callback); }

    /// Sends one text message; `payload` must be UTF-8. Nothing happens when the socket is closing.
    void send(QByteArrayView payload);
    /// The same for a frame that many sockets get.
    void sendFrame(const SharedFrame& frame);

    /// Says goodbye and waits briefly for the peer's answer. What was sent before still arrives; nothing is
    /// received any more.
    void close(quint16 code = closecode::Normal, QByteArrayView reason = {});

    [[nodiscard]] bool isOpen() const { return m_state == State::Open; }
    /// Bytes that wait for the peer to read.
    [[nodiscard]] qint64 bytesPending() const;

    // What follows is for the server.
    void start(std::span<char> alreadyRead);
    void flush() override;
    void sweep(milliseconds now) override;
    void drain() override;
    void abandon() override;

private:
    enum class State : quint8 {
        Open,
        Closing, ///< our close frame is on its way, the peer's is awaited
        TooSlow, ///< dropped; nothing but the close frame may still leave
        Over,
    };

    void readable() override;
    void drained() override;
    void gone() override;

    void consume(std::span<char> bytes);
    void handle(const FrameParser::Event& event);
    void enqueue(const QByteArray& bytes);
    void beginClosing(quint16 code, QByteArrayView reason);
    void sayTooSlow();
    [[nodiscard]] bool writeQueue();
    void finish(quint16 code);

    FrameParser m_parser;
    std::vector<QByteArray> m_queue; // frames, shared with the other receivers
    qint64 m_queuedBytes = 0;
    TextCallback m_onText;
    ClosedCallback m_onClosed;
    milliseconds m_pingDue;
    milliseconds m_closeDue{0};
    quint16 m_closeCode = closecode::Abnormal;
    quint8 m_unanswered = 0;
    State m_state = State::Open;
    bool m_finishing = false;  // our side is shut, or about to be
    bool m_peerClosed = false; // its close frame came: nothing is left to wait for
};

} // namespace relevo::http
