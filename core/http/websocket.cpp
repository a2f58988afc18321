#include <http/websocket.h>

#include <algorithm>

namespace relevo::http {

namespace {

constexpr int readsPerTurn = 8; // then the other connections have their turn

} // namespace

WebSocket::WebSocket(SessionHost& host, std::unique_ptr<Stream> stream)
    : Session(host, std::move(stream)), m_parser({host.limits().frameBytes, host.limits().messageBytes}),
      m_pingDue(host.now() + host.nextPhase(host.limits().pingEvery))
{
}

WebSocket::~WebSocket() = default;

qint64 WebSocket::bytesPending() const
{
    return m_queuedBytes + (m_state == State::Over ? 0 : stream().bytesWaiting());
}

void WebSocket::send(QByteArrayView payload)
{
    if (m_state == State::Open) {
        enqueue(SharedFrame::text(payload).bytes);
    }
}

void WebSocket::sendFrame(const SharedFrame& frame)
{
    if (m_state == State::Open) {
        enqueue(frame.bytes);
    }
}

void WebSocket::enqueue(const QByteArray& bytes)
{
    m_queue.push_back(bytes);
    m_queuedBytes += bytes.size();
    const qint64 most = host().limits().writeBytes;
    if (bytesPending() > most && (!writeQueue() || bytesPending() > most)) {
        // Even after the kernel took what it could. Whoever does not read must not cost more than this,
        // however much is sent in this turn. flush() says goodbye.
        m_state = State::TooSlow;
        m_queue = {};
        m_queuedBytes = 0;
    }
    host().flushSoon(*this);
}

void WebSocket::close(quint16 code, QByteArrayView reason)
{
    if (m_state == State::Open) {
        beginClosing(code, reason);
    }
}

void WebSocket::beginClosing(quint16 code, QByteArrayView reason)
{
    enqueue(
        (code == closecode::NoStatus ? SharedFrame::control(Opcode::Close) : SharedFrame::close(code, reason))
            .bytes);
    if (m_state == State::Open) {
        m_state = State::Closing;
        m_closeCode = code;
        m_closeDue = host().now() + host().limits().closeTime;
    }
}

void WebSocket::start(std::span<char> alreadyRead)
{
    const auto self = shared_from_this();
    consume(alreadyRead);
}

void WebSocket::readable()
{
    const auto self = shared_from_this();
    for (int i = 0; i < readsPerTurn && m_state != State::Over; ++i) {
        const std::span<char> space = host().scratch().in;
        const qint64 count = stream().read(space);
        if (count < 0) {
            finish(m_closeCode);
            return;
        }
        if (count == 0) {
            return;
        }
        m_unanswered = 0; // any byte is a sign of life
        consume(space.first(static_cast<size_t>(count)));
    }
}

void WebSocket::consume(std::span<char> bytes)
{
    while (m_state == State::Open || m_state == State::Closing) {
        const std::optional<FrameParser::Event> event = m_parser.next(bytes);
        if (!event) {
            return;
        }
        handle(*event);
    }
}

void WebSocket::handle(const FrameParser::Event& event)
{
    using Type = FrameParser::Event::Type;
    if (m_state == State::Closing && event.type != Type::Close && event.type != Type::Fault) {
        return;
    }
    switch (event.type) {
    case Type::Text:
        if (m_onText) {
            m_onText(event.payload);
        }
        break;
    case Type::Binary:
        beginClosing(closecode::Unsupported, "text only");
        break;
    case Type::Ping:
        enqueue(SharedFrame::control(Opcode::Pong, event.payload).bytes);
        break;
    case Type::Pong:
        break;
    case Type::Close:
        if (m_state == State::Open) {
            beginClosing(event.code, {});
        }
        m_peerClosed = true;
        host().flushSoon(*this);
        break;
    case Type::Fault:
        if (m_state == State::Open) {
            beginClosing(event.code, event.payload);
        }
        m_peerClosed = true; // it makes no sense any more; what it sends is thrown away
        host().flushSoon(*this);
        break;
    }
}

void WebSocket::flush()
{
    if (m_state == State::Over) {
        return;
    }
    if (m_state == State::TooSlow) {
        if (!m_finishing) {
            sayTooSlow();
        }
        return;
    }
    if (!writeQueue()) {
        finish(closecode::Abnormal);
        return;
    }
    if (m_state == State::Closing && m_peerClosed && m_queue.empty() && !m_finishing) {
        m_finishing = true;
        stream().finishWriting(); // the server ends the connection (RFC 6455 §7.1.1), without cutting off its
                                  // last words
    }
}

void WebSocket::sayTooSlow()
{
    // Whatever part of a frame is with the socket already is followed by the close frame, so the peer's
    // stream stays well-formed if it reads at all; it gets a moment to.
    host().stats().slowReaders.add();
    m_finishing = true;
    m_closeDue = host().now() + host().limits().slowCloseTime;
    m_closeCode = closecode::TooSlow;
    const bool written = stream().write(SharedFrame::close(closecode::TooSlow, "too slow").bytes);
    stream().finishWriting();
    m_onText = {};
    if (const ClosedCallback callback = std::exchange(m_onClosed, {})) {
        callback(closecode::TooSlow);
    }
    if (!written) {
        finish(closecode::TooSlow);
    }
}

/// Gives the socket what it takes at once; false when the connection is broken.
bool WebSocket::writeQueue()
{
    size_t next = 0;
    bool written = true;
    const std::span<char> space = host().scratch().out;
    while (written && next < m_queue.size() && stream().bytesWaiting() == 0) {
        size_t used = 0;
        size_t end = next;
        while (end < m_queue.size() && used + static_cast<size_t>(m_queue[end].size()) <= space.size()) {
            used += static_cast<size_t>(m_queue[end++].size());
        }
        if (end <= next + 1) {
            m_queuedBytes -= m_queue[next].size();
            written = stream().write(m_queue[next++]); // alone: no need to copy it
            continue;
        }
        auto at = space.begin();
        for (; next < end; ++next) {
            at = std::copy(m_queue[next].begin(), m_queue[next].end(), at);
        }
        m_queuedBytes -= static_cast<qint64>(used);
        written = stream().write({space.data(), static_cast<qsizetype>(used)});
    }
    m_queue.erase(m_queue.begin(), m_queue.begin() + static_cast<std::ptrdiff_t>(next));
    if (m_queue.empty() && m_queue.capacity() > 64) {
        m_queue = {}; // a burst must not be paid for ever
    }
    return written;
}

void WebSocket::drained()
{
    const auto self = shared_from_this();
    flush();
}

void WebSocket::sweep(milliseconds now)
{
    const auto self = shared_from_this();
    const Limits& limits = host().limits();
    if (m_state == State::Closing || m_state == State::TooSlow) {
        if (m_closeDue > milliseconds(0) && now >= m_closeDue) {
            finish(m_closeCode);
        }
        return;
    }
    if (m_state == State::Open && now >= m_pingDue) {
        if (m_unanswered >= limits.unansweredPings) {
            finish(closecode::Abnormal);
            return;
        }
        ++m_unanswered;
        m_pingDue = now + limits.pingEvery;
        enqueue(SharedFrame::control(Opcode::Ping).bytes);
    }
}

void WebSocket::drain()
{
    close(closecode::GoingAway, "the server goes away");
}

void WebSocket::abandon()
{
    m_state = State::Over;
    m_queue = {};
    m_queuedBytes = 0;
    m_onText = {};
    m_onClosed = {};
    stream().abort();
}

void WebSocket::gone()
{
    const auto self = shared_from_this();
    finish(m_closeCode);
}

void WebSocket::finish(quint16 code)
{
    if (m_state == State::Over) {
        return;
    }
    m_state = State::Over;
    m_queue = {};
    m_queuedBytes = 0;
    stream().abort();
    host().release(*this);
    m_onText = {};
    if (const ClosedCallback callback = std::exchange(m_onClosed, {})) {
        callback(code);
    }
}

} // namespace relevo::http
