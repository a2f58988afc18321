#pragma once

#include <QtCore/QByteArray>

#include <array>
#include <optional>
#include <span>

namespace relevo::http {

/// RFC 6455 close codes and the relay's own.
namespace closecode {
inline constexpr quint16 Normal = 1000;
inline constexpr quint16 GoingAway = 1001;
inline constexpr quint16 ProtocolError = 1002;
inline constexpr quint16 Unsupported = 1003;
inline constexpr quint16 NoStatus = 1005; ///< never sent: the peer's close frame had no code
inline constexpr quint16 Abnormal = 1006; ///< never sent: the connection ended without a close frame
inline constexpr quint16 BadPayload = 1007;
inline constexpr quint16 TooBig = 1009;
inline constexpr quint16 Internal = 1011;
inline constexpr quint16 TooSlow = 4008;
} // namespace closecode

enum class Opcode : quint8 {
    Continuation = 0x0,
    Text = 0x1,
    Binary = 0x2,
    Close = 0x8,
    Ping = 0x9,
    Pong = 0xa
};

/// A server's frame as it goes over the wire, encoded once and shared by every connection it is sent to.
struct SharedFrame
{
    QByteArray bytes;

    [[nodiscard]] static SharedFrame text(QByteArrayView payload);
    [[nodiscard]] static SharedFrame control(Opcode opcode, QByteArrayView payload = {});
    /// `reason` is UTF-8 and cut to what a control frame holds.
    [[nodiscard]] static SharedFrame close(quint16 code, QByteArrayView reason = {});
};

/// Checks UTF-8 that arrives in pieces (RFC 3629: no surrogates, no overlong forms, nothing above U+10FFFF).
class Utf8Validator
{
public:
    /// False as soon as the bytes so far cannot be the beginning of valid text.
    [[nodiscard]] bool feed(std::span<const char> bytes);
    /// True if the text may end here.
    [[nodiscard]] bool isComplete() const { return m_state == 0; }
    void reset() { m_state = 0; }

private:
    quint32 m_state = 0;
};

/// Takes a client's frames apart. Pure: bytes in, messages out; memory is bounded by the message limit and
/// grows only with bytes that have really arrived.
class FrameParser
{
public:
    struct Limits
    {
        qint64 frameBytes;
        qint64 messageBytes;
    };

    struct Event
    {
        enum class Type { Text, Binary, Ping, Pong, Close, Fault };
        Type type;
        QByteArray
            payload; ///< the message; a close frame's reason; a fault's reason for the close frame to send
        quint16 code = 0; ///< Close: what the peer said (1005: nothing); Fault: what to close with
    };

    explicit FrameParser(const Limits& limits);

    /// The next event of the bytes, from whose front everything consumed is taken; nothing when all are used
    /// up. The bytes are unmasked in place. After Close or Fault nothing more comes.
    [[nodiscard]] std::optional<Event> next(std::span<char>& bytes);

private:
    enum class Stage : quint8 { Header, Payload, Done };

    [[nodiscard]] std::optional<Event> readHeader(std::span<char>& bytes);
    [[nodiscard]] std::optional<Event> checkHeader();
    [[nodiscard]] std::optional<Event> readPayload(std::span<char>& bytes);
    [[nodiscard]] std::optional<Event> endFrame();
    [[nodiscard]] Event endControl();
    [[nodiscard]] Event endClose();
    [[nodiscard]] Event fault(quint16 code, const char* reason);
    [[nodiscard]] qsizetype headerSize() const;

    Limits m_limits;
    QByteArray m_message; // the data message so far, over its fragments
    QByteArray m_control; // the control frame so far
    qint64 m_left = 0;    // payload bytes of this frame still to come
    std::array<quint8, 14> m_header{};
    quint8 m_headerHave = 0;
    quint8 m_maskAt = 0;    // where the mask lies in the header
    quint8 m_maskPhase = 0; // payload position modulo 4
    Stage m_stage = Stage::Header;
    Opcode m_opcode = Opcode::Text; // of this frame
    Opcode m_messageOpcode = Opcode::Text;
    bool m_final = false;
    bool m_inMessage = false;
    Utf8Validator m_utf8;
};

} // namespace relevo::http
