#include <http/websocket_frame.h>

#include <cstring>

namespace relevo::http {

namespace {

// The state is what the next byte must be: its lowest and highest value and how many bytes follow after it.
constexpr quint32 state(quint32 low, quint32 high, quint32 after)
{
    return (after << 16) | (low << 8) | high;
}

constexpr quint32 dead = 0xffffffffU;

quint32 begin(quint32 byte)
{
    if (byte < 0x80) {
        return 0;
    }
    if (byte >= 0xc2 && byte <= 0xdf) {
        return state(0x80, 0xbf, 0);
    }
    if (byte == 0xe0) {
        return state(0xa0, 0xbf, 1);
    }
    if (byte == 0xed) {
        return state(0x80, 0x9f, 1);
    }
    if (byte >= 0xe1 && byte <= 0xef) {
        return state(0x80, 0xbf, 1);
    }
    if (byte == 0xf0) {
        return state(0x90, 0xbf, 2);
    }
    if (byte >= 0xf1 && byte <= 0xf3) {
        return state(0x80, 0xbf, 2);
    }
    if (byte == 0xf4) {
        return state(0x80, 0x8f, 2);
    }
    return dead;
}

quint32 advance(quint32 current, quint32 byte)
{
    if (byte < ((current >> 8) & 0xff) || byte > (current & 0xff)) {
        return dead;
    }
    const quint32 after = current >> 16;
    return after == 0 ? 0 : state(0x80, 0xbf, after - 1);
}

} // namespace

bool Utf8Validator::feed(std::span<const char> bytes)
{
    if (m_state == dead) {
        return false;
    }
    size_t i = 0;
    while (i < bytes.size()) {
        if (m_state == 0) {
            // Most text is ASCII: take it eight bytes at a time.
            quint64 word = 0;
            while (i + sizeof word <= bytes.size()) {
                std::memcpy(&word, bytes.data() + i, sizeof word);
                if ((word & 0x8080808080808080ULL) != 0) {
                    break;
                }
                i += sizeof word;
            }
            if (i == bytes.size()) {
                break;
            }
        }
        const auto byte = static_cast<quint8>(bytes[i++]);
        m_state = m_state == 0 ? begin(byte) : advance(m_state, byte);
        if (m_state == dead) {
            return false;
        }
    }
    return true;
}

} // namespace relevo::http
