#include <http/websocket_frame.h>

#include <QtCore/QtEndian>

#include <algorithm>
#include <cstring>
#include <utility>

namespace relevo::http {

namespace {

constexpr qint64 largestControl = 125;

SharedFrame encode(Opcode opcode, QByteArrayView first, QByteArrayView second = {})
{
    const qsizetype size = first.size() + second.size();
    const qsizetype header = size <= 125 ? 2 : (size <= 0xffff ? 4 : 10);
    SharedFrame frame;
    frame.bytes.resize(header + size);
    char* at = frame.bytes.data();
    *at++ = static_cast<char>(0x80 | static_cast<quint8>(opcode));
    if (size <= 125) {
        *at++ = static_cast<char>(size);
    } else if (size <= 0xffff) {
        *at++ = 126;
        qToBigEndian(static_cast<quint16>(size), at);
        at += 2;
    } else {
        *at++ = 127;
        qToBigEndian(static_cast<quint64>(size), at);
        at += 8;
    }
    at = std::copy(first.begin(), first.end(), at);
    std::copy(second.begin(), second.end(), at);
    return frame;
}

/// Codes a peer may put into a close frame (RFC 6455 §7.4 and the registry).
bool isSendable(quint16 code)
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

/// XORs in place; `phase` is the position within the payload, modulo 4.
void unmask(std::span<char> bytes, const quint8* mask, quint8 phase)
{
    std::array<char, 8> key{};
    for (size_t i = 0; i < key.size(); ++i) {
        key[i] = static_cast<char>(mask[(i + phase) & 3]);
    }
    quint64 wide = 0;
    std::memcpy(&wide, key.data(), sizeof wide);
    size_t i = 0;
    for (; i + sizeof wide <= bytes.size(); i += sizeof wide) {
        quint64 word = 0;
        std::memcpy(&word, bytes.data() + i, sizeof word);
        word ^= wide;
        std::memcpy(bytes.data() + i, &word, sizeof word);
    }
    for (; i < bytes.size(); ++i) {
        bytes[i] = static_cast<char>(bytes[i] ^ key[i & 7]);
    }
}

bool isControl(Opcode opcode)
{
    return (static_cast<quint8>(opcode) & 0x8) != 0;
}

bool isKnown(quint8 opcode)
{
    return opcode <= 0x2 || (opcode >= 0x8 && opcode <= 0xa);
}

} // namespace

SharedFrame SharedFrame::text(QByteArrayView payload)
{
    return encode(Opcode::Text, payload);
}

SharedFrame SharedFrame::control(Opcode opcode, QByteArrayView payload)
{
    return encode(opcode, payload.first(std::min<qsizetype>(payload.size(), largestControl)));
}

SharedFrame SharedFrame::close(quint16 code, QByteArrayView reason)
{
    std::array<char, 2> number{};
    qToBigEndian(code, number.data());
    qsizetype size = std::min<qsizetype>(reason.size(), largestControl - 2);
    while (size > 0 && size < reason.size() && (static_cast<quint8>(reason[size]) & 0xc0) == 0x80) {
        --size; // not within a character
    }
    return encode(Opcode::Close, QByteArrayView(number.data(), 2), reason.first(size));
}

FrameParser::FrameParser(const Limits& limits) : m_limits(limits) {}

std::optional<FrameParser::Event> FrameParser::next(std::span<char>& bytes)
{
    while (m_stage != Stage::Done) {
        // An empty payload ends its frame without another byte.
        if (bytes.empty() && (m_stage == Stage::Header || m_left > 0)) {
            return std::nullopt;
        }
        std::optional<Event> event = m_stage == Stage::Header ? readHeader(bytes) : readPayload(bytes);
        if (event) {
            return event;
        }
    }
    return std::nullopt;
}

qsizetype FrameParser::headerSize() const
{
    if (m_headerHave < 2) {
        return 2;
    }
    const int length = m_header[1] & 0x7f;
    return 2 + (length == 126 ? 2 : (length == 127 ? 8 : 0)) + 4;
}

std::optional<FrameParser::Event> FrameParser::readHeader(std::span<char>& bytes)
{
    while (!bytes.empty()) {
        m_header[m_headerHave++] = static_cast<quint8>(bytes.front());
        bytes = bytes.subspan(1);
        if (m_headerHave == 2) {
            if (std::optional<Event> event = checkHeader()) {
                return event;
            }
        }
        if (m_headerHave >= 2 && m_headerHave == headerSize()) {
            const int length = m_header[1] & 0x7f;
            quint64 size = static_cast<quint64>(length);
            if (length == 126) {
                size = qFromBigEndian<quint16>(&m_header[2]);
            } else if (length == 127) {
                size = qFromBigEndian<quint64>(&m_header[2]);
            }
            if ((length == 126 && size < 126) || (length == 127 && size <= 0xffff) || (size >> 63) != 0) {
                return fault(closecode::ProtocolError, "bad length");
            }
            if (size > static_cast<quint64>(m_limits.frameBytes) ||
                (!isControl(m_opcode) &&
                 size > static_cast<quint64>(m_limits.messageBytes - m_message.size()))) {
                return fault(closecode::TooBig, "too big");
            }
            m_left = static_cast<qint64>(size);
            m_maskAt = static_cast<quint8>(m_headerHave - 4);
            m_stage = Stage::Payload;
            return std::nullopt;
        }
    }
    return std::nullopt;
}

std::optional<FrameParser::Event> FrameParser::checkHeader()
{
    const quint8 opcode = m_header[0] & 0x0f;
    if ((m_header[0] & 0x70) != 0) {
        return fault(closecode::ProtocolError, "reserved bits");
    }
    if (!isKnown(opcode)) {
        return fault(closecode::ProtocolError, "unknown opcode");
    }
    if ((m_header[1] & 0x80) == 0) {
        return fault(closecode::ProtocolError, "not masked");
    }
    m_opcode = static_cast<Opcode>(opcode);
    m_final = (m_header[0] & 0x80) != 0;
    if (isControl(m_opcode)) {
        if (!m_final || (m_header[1] & 0x7f) > largestControl) {
            return fault(closecode::ProtocolError, "bad control frame");
        }
        m_control.clear();
        return std::nullopt;
    }
    if ((m_opcode == Opcode::Continuation) != m_inMessage) {
        return fault(closecode::ProtocolError, "bad continuation");
    }
    if (m_opcode != Opcode::Continuation) {
        m_messageOpcode = m_opcode;
        m_inMessage = true;
        m_message.clear();
        m_utf8.reset();
    }
    return std::nullopt;
}

std::optional<FrameParser::Event> FrameParser::readPayload(std::span<char>& bytes)
{
    const auto take = static_cast<size_t>(std::min<qint64>(m_left, static_cast<qint64>(bytes.size())));
    const std::span<char> piece = bytes.first(take);
    bytes = bytes.subspan(take);
    if (take > 0) {
        unmask(piece, &m_header[m_maskAt], m_maskPhase);
        m_maskPhase = static_cast<quint8>((m_maskPhase + take) & 3);
        m_left -= static_cast<qint64>(take);
        if (!isControl(m_opcode) && m_messageOpcode == Opcode::Text && !m_utf8.feed(piece)) {
            return fault(closecode::BadPayload, "bad UTF-8");
        }
        (isControl(m_opcode) ? m_control : m_message).append(piece.data(), static_cast<qsizetype>(take));
    }
    return m_left == 0 ? endFrame() : std::nullopt;
}

std::optional<FrameParser::Event> FrameParser::endFrame()
{
    m_stage = Stage::Header;
    m_headerHave = 0;
    m_maskPhase = 0;
    if (isControl(m_opcode)) {
        return endControl();
    }
    if (!m_final) {
        return std::nullopt;
    }
    if (m_messageOpcode == Opcode::Text && !m_utf8.isComplete()) {
        return fault(closecode::BadPayload, "bad UTF-8");
    }
    m_inMessage = false;
    const Event::Type type = m_messageOpcode == Opcode::Text ? Event::Type::Text : Event::Type::Binary;
    return Event{type, std::exchange(m_message, {}), 0};
}

FrameParser::Event FrameParser::endControl()
{
    if (m_opcode == Opcode::Close) {
        return endClose();
    }
    return Event{m_opcode == Opcode::Ping ? Event::Type::Ping : Event::Type::Pong,
                 std::exchange(m_control, {}), 0};
}

FrameParser::Event FrameParser::endClose()
{
    m_stage = Stage::Done;
    if (m_control.isEmpty()) {
        return Event{Event::Type::Close, {}, closecode::NoStatus};
    }
    if (m_control.size() == 1) {
        return fault(closecode::ProtocolError, "bad close frame");
    }
    const auto code = qFromBigEndian<quint16>(m_control.constData());
    QByteArray reason = m_control.sliced(2);
    if (!isSendable(code)) {
        return fault(closecode::ProtocolError, "bad close code");
    }
    Utf8Validator validator;
    if (!validator.feed({reason.constData(), static_cast<size_t>(reason.size())}) ||
        !validator.isComplete()) {
        return fault(closecode::BadPayload, "bad UTF-8");
    }
    return Event{Event::Type::Close, std::move(reason), code};
}

FrameParser::Event FrameParser::fault(quint16 code, const char* reason)
{
    m_stage = Stage::Done;
    m_message = {};
    m_control = {};
    return Event{Event::Type::Fault, reason, code};
}

} // namespace relevo::http
