#include <base/ids.h>

#include <QtCore/QRandomGenerator>

#include <algorithm>

namespace relevo {
namespace {

int hexValue(char16_t c)
{
    if (c >= u'0' && c <= u'9')
        return c - u'0';
    if (c >= u'a' && c <= u'f')
        return c - u'a' + 10;
    if (c >= u'A' && c <= u'F')
        return c - u'A' + 10;
    return -1;
}

template <typename CharAt>
std::optional<QUuid> parse36(CharAt charAt)
{
    std::array<uchar, 16> bytes{};
    std::size_t nibble = 0;
    for (qsizetype i = 0; i < 36; ++i) {
        const char16_t c = charAt(i);
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (c != u'-')
                return std::nullopt;
            continue;
        }
        const int value = hexValue(c);
        if (value < 0)
            return std::nullopt;
        bytes[nibble / 2] = static_cast<uchar>((bytes[nibble / 2] << 4) | value);
        ++nibble;
    }
    return QUuid::fromRfc4122(QByteArrayView(reinterpret_cast<const char*>(bytes.data()), 16));
}

} // namespace

std::string uuidText(const QUuid& uuid)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text(36, '-');
    const auto put = [&text](std::size_t at, quint32 value, int bytes) {
        for (int shift = bytes * 8 - 4; shift >= 0; shift -= 4)
            text[at++] = digits[(value >> shift) & 15];
    };
    put(0, uuid.data1, 4);
    put(9, uuid.data2, 2);
    put(14, uuid.data3, 2);
    for (std::size_t i = 0; i < 8; ++i)
        put((i < 2 ? 19 : 20) + 2 * i, uuid.data4[i], 1);
    return text;
}

std::optional<QUuid> parseUuid(QStringView text)
{
    if (text.size() != 36)
        return std::nullopt;
    return parse36([text](qsizetype i) { return text[i].unicode(); });
}

std::optional<QUuid> parseUuid(std::string_view text)
{
    if (text.size() != 36)
        return std::nullopt;
    return parse36([text](qsizetype i) {
        return static_cast<char16_t>(static_cast<uchar>(text[static_cast<std::size_t>(i)]));
    });
}

UuidV7Source::UuidV7Source(const Clock& clock) : m_clock(clock) {}

QUuid UuidV7Source::next()
{
    qint64 millis = 0;
    quint16 counter = 0;
    {
        const std::lock_guard lock(m_mutex);
        const qint64 now = m_clock.now().time_since_epoch().count();
        if (now > m_lastMillis) {
            m_lastMillis = now;
            m_counter = 0;
        } else if (++m_counter > 0x0fff) {
            // More than 4,096 ids in one millisecond: borrow from the next one rather than lose the order.
            ++m_lastMillis;
            m_counter = 0;
        }
        millis = m_lastMillis;
        counter = m_counter;
    }
    const quint64 random = QRandomGenerator::system()->generate64();
    std::array<uchar, 16> bytes{};
    for (int i = 0; i < 6; ++i)
        bytes[static_cast<std::size_t>(i)] = static_cast<uchar>(millis >> (40 - 8 * i));
    bytes[6] = static_cast<uchar>(0x70 | (counter >> 8));
    bytes[7] = static_cast<uchar>(counter & 0xff);
    for (int i = 0; i < 8; ++i)
        bytes[8 + static_cast<std::size_t>(i)] = static_cast<uchar>(random >> (8 * i));
    bytes[8] = static_cast<uchar>(0x80 | (bytes[8] & 0x3f));
    return QUuid::fromRfc4122(QByteArrayView(reinterpret_cast<const char*>(bytes.data()), 16));
}

} // namespace relevo
