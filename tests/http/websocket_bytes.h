#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QtEndian>

#include <array>

inline QByteArray handshake(const QByteArray& extra = {}, const QByteArray& version = "13",
                            const QByteArray& key = "dGhlIHNhbXBsZSBub25jZQ==")
{
    return "GET /ws/echo HTTP/1.1\r\nHost: relay\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
           "Sec-WebSocket-Key: " +
           key + "\r\nSec-WebSocket-Version: " + version + "\r\n" + extra + "\r\n";
}

/// A masked frame with the mask 0, which leaves the payload as it is.
inline QByteArray clientFrame(quint8 first, const QByteArray& payload)
{
    QByteArray out;
    out.append(static_cast<char>(first));
    if (payload.size() <= 125) {
        out.append(static_cast<char>(0x80 | static_cast<int>(payload.size())));
    } else {
        std::array<char, 8> size{};
        qToBigEndian(static_cast<quint64>(payload.size()), size.data());
        out.append(static_cast<char>(0xff));
        out.append(size.data(), 8);
    }
    out.append(4, '\0');
    return out + payload;
}

/// The code of the close frame at the end of the bytes; 0 if there is none.
inline int closeCodeIn(const QByteArray& bytes)
{
    const qsizetype at = bytes.lastIndexOf(static_cast<char>(0x88));
    return at < 0 || bytes.size() < at + 4 ? 0 : qFromBigEndian<quint16>(bytes.constData() + at + 2);
}
