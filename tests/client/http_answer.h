#pragma once

#include <QtCore/QByteArray>

namespace relevo::test {

/// The bytes of a whole HTTP answer with a JSON body; more is further header lines, each with its line end.
[[nodiscard]] inline QByteArray http(const char* status, const QByteArray& body, const QByteArray& more = {})
{
    return QByteArray("HTTP/1.1 ") + status + "\r\nContent-Type: application/json\r\n" + more +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
}

} // namespace relevo::test
