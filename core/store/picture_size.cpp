#include <store/picture_size.h>

namespace relevo::store {
namespace {

constexpr qint64 largestSide = 100'000;

using Size = std::optional<PictureSize>;

/// Numbers out of bytes that may end anywhere.
class Bytes
{
public:
    explicit Bytes(QByteArrayView bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool starts(qsizetype at, QByteArrayView with) const
    {
        return at >= 0 && at + with.size() <= m_bytes.size() && m_bytes.sliced(at, with.size()) == with;
    }
    /// `count` bytes as one number; 0 beyond the end.
    [[nodiscard]] qint64 big(qsizetype at, int count) const
    {
        qint64 value = 0;
        for (int i = 0; i < count; ++i)
            value = (value << 8) | byte(at + i);
        return value;
    }
    [[nodiscard]] qint64 little(qsizetype at, int count) const
    {
        qint64 value = 0;
        for (int i = count - 1; i >= 0; --i)
            value = (value << 8) | byte(at + i);
        return value;
    }
    [[nodiscard]] qint64 byte(qsizetype at) const
    {
        return at >= 0 && at < m_bytes.size() ? static_cast<quint8>(m_bytes[at]) : 0;
    }
    [[nodiscard]] qsizetype size() const { return m_bytes.size(); }

private:
    QByteArrayView m_bytes;
};

Size sized(qint64 width, qint64 height)
{
    if (width < 1 || height < 1 || width > largestSide || height > largestSide)
        return std::nullopt;
    return PictureSize{static_cast<int>(width), static_cast<int>(height)};
}

Size jpegSize(const Bytes& bytes)
{
    for (qsizetype at = 2; at + 9 < bytes.size() && bytes.byte(at) == 0xff;) {
        const qint64 marker = bytes.byte(at + 1);
        if (marker == 0xff) { // filling
            ++at;
            continue;
        }
        const bool tables = marker == 0xc4 || marker == 0xc8 || marker == 0xcc;
        if (marker >= 0xc0 && marker <= 0xcf && !tables)
            return sized(bytes.big(at + 7, 2), bytes.big(at + 5, 2));
        if (marker == 0xd9 || marker == 0xda)
            return std::nullopt;
        const bool alone = marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
        const qint64 length = alone ? 0 : bytes.big(at + 2, 2);
        if (!alone && length < 2)
            return std::nullopt;
        at += 2 + length;
    }
    return std::nullopt;
}

Size webpSize(const Bytes& bytes)
{
    constexpr qint64 fourteenBits = 0x3fff;
    if (bytes.starts(12, "VP8X") && bytes.size() >= 30)
        return sized(bytes.little(24, 3) + 1, bytes.little(27, 3) + 1);
    if (bytes.starts(12, "VP8 ") && bytes.size() >= 30 && bytes.starts(23, "\x9d\x01\x2a"))
        return sized(bytes.little(26, 2) & fourteenBits, bytes.little(28, 2) & fourteenBits);
    if (bytes.starts(12, "VP8L") && bytes.size() >= 25 && bytes.byte(20) == 0x2f) {
        const qint64 bits = bytes.little(21, 4);
        return sized((bits & fourteenBits) + 1, ((bits >> 14) & fourteenBits) + 1);
    }
    return std::nullopt;
}

} // namespace

std::optional<PictureSize> pictureSize(QByteArrayView view)
{
    const Bytes bytes(view);
    if (bytes.starts(0, "\x89PNG\r\n\x1a\n") && bytes.starts(12, "IHDR") && bytes.size() >= 24)
        return sized(bytes.big(16, 4), bytes.big(20, 4));
    if ((bytes.starts(0, "GIF87a") || bytes.starts(0, "GIF89a")) && bytes.size() >= 10)
        return sized(bytes.little(6, 2), bytes.little(8, 2));
    if (bytes.starts(0, "\xff\xd8"))
        return jpegSize(bytes);
    if (bytes.starts(0, "RIFF") && bytes.starts(8, "WEBP"))
        return webpSize(bytes);
    return std::nullopt;
}

} // namespace relevo::store
