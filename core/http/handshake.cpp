#include <http/handshake.h>

#include <QtCore/QCryptographicHash>

namespace relevo::http {

namespace {

bool hasToken(const Request& request, QByteArrayView field, QByteArrayView token)
{
    for (const Header& header : request.headers) {
        if (header.name.compare(field, Qt::CaseInsensitive) != 0) {
            continue;
        }
        for (const QByteArray& part : header.value.split(',')) {
            if (part.trimmed().compare(token, Qt::CaseInsensitive) == 0) {
                return true;
            }
        }
    }
    return false;
}

int countOf(const Request& request, QByteArrayView field)
{
    int count = 0;
    for (const Header& header : request.headers) {
        count += header.name.compare(field, Qt::CaseInsensitive) == 0 ? 1 : 0;
    }
    return count;
}

Response upgradeRequired()
{
    return Response::problem(426, ErrorCode::Invalid, QStringLiteral("WebSocket expected"),
                             QStringLiteral("This path speaks WebSocket version 13 only."))
        .with("Upgrade", "websocket")
        .with("Sec-WebSocket-Version", "13");
}

Response badHandshake(const QString& detail)
{
    return Response::problem(400, ErrorCode::Invalid, QStringLiteral("Bad WebSocket handshake"), detail);
}

} // namespace

bool asksForWebSocket(const Request& request)
{
    return hasToken(request, "Upgrade", "websocket");
}

std::expected<QByteArray, Response> webSocketHandshake(const Request& request)
{
    if (!asksForWebSocket(request)) {
        return std::unexpected(upgradeRequired());
    }
    if (request.method != "GET" || request.version != 11 || !hasToken(request, "Connection", "upgrade")) {
        return std::unexpected(
            badHandshake(QStringLiteral("It must be a GET with Connection: Upgrade, in version 1.1.")));
    }
    if (countOf(request, "Sec-WebSocket-Version") != 1 || request.header("Sec-WebSocket-Version") != "13") {
        return std::unexpected(upgradeRequired());
    }
    const QByteArray key = request.header("Sec-WebSocket-Key");
    const auto nonce = QByteArray::fromBase64Encoding(key, QByteArray::AbortOnBase64DecodingErrors);
    if (countOf(request, "Sec-WebSocket-Key") != 1 || !nonce || nonce.decoded.size() != 16) {
        return std::unexpected(badHandshake(QStringLiteral("Sec-WebSocket-Key must be 16 bytes in Base64.")));
    }
    const QByteArray accept =
        QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11", QCryptographicHash::Sha1)
            .toBase64();
    return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Accept: " +
           accept + "\r\n\r\n";
}

} // namespace relevo::http
