#pragma once

#include <base/timestamp.h>
#include <http/message.h>

namespace relevo::http {

/// What a response needs to know of its request and connection.
struct ResponseFrame
{
    int version = 11;
    bool keepAlive = true;
    bool head = false; ///< answer to HEAD: the body's length without the body
    bool cors = false;
    QByteArray date;
    QByteArray correlationId;
};

/// The response as it goes over the wire. Control characters in header values become spaces, so that no value
/// can start a header of its own.
[[nodiscard]] QByteArray serialized(const Response& response, const ResponseFrame& frame);

/// The answer to a browser's preflight, or to a plain OPTIONS.
[[nodiscard]] Response optionsResponse(const std::vector<QByteArray>& methods, bool cors);

/// "GET, HEAD, OPTIONS"
[[nodiscard]] QByteArray joined(const std::vector<QByteArray>& methods);

/// RFC 9110 IMF-fixdate: "Sun, 06 Nov 1994 08:49:37 GMT".
[[nodiscard]] QByteArray httpDate(Timestamp at);

} // namespace relevo::http
