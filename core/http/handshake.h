#pragma once

#include <http/message.h>

#include <expected>

namespace relevo::http {

/// True if the request asks to become a WebSocket (rightly or not).
[[nodiscard]] bool asksForWebSocket(const Request& request);

/// RFC 6455 §4.2: the 101 answer to write, or the response that says what was wrong (400, or 426 for another
/// version or for a request that does not ask at all).
[[nodiscard]] std::expected<QByteArray, Response> webSocketHandshake(const Request& request);

} // namespace relevo::http
