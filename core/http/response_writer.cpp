#include <http/response_writer.h>

#include <QtCore/QDateTime>
#include <QtCore/QLocale>

#include <algorithm>

namespace relevo::http {

namespace {

void appendHeader(QByteArray& out, QByteArrayView name, QByteArrayView value)
{
    out.append(name).append(": ");
    for (const char c : value) {
        const auto byte = static_cast<quint8>(c);
        out.append((byte < 0x20 && c != '\t') || byte == 0x7f ? ' ' : c);
    }
    out.append("\r\n");
}

bool hasBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

} // namespace

QByteArray serialized(const Response& response, const ResponseFrame& frame)
{
    const bool withBody = hasBody(response.status);
    QByteArray out;
    out.reserve(320 + (withBody && !frame.head ? response.body.size() : 0));
    out.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    out.append(reasonPhrase(response.status)).append("\r\n");
    for (const Header& header : response.headers) {
        appendHeader(out, header.name, header.value);
    }
    if (withBody) {
        appendHeader(out, "Content-Length",
                     QByteArray::number(response.source ? response.source->size() : response.body.size()));
    }
    appendHeader(out, "Date", frame.date);
    appendHeader(out, "X-Content-Type-Options", "nosniff");
    if (!frame.correlationId.isEmpty()) {
        appendHeader(out, "X-Request-Id", frame.correlationId);
    }
    if (frame.cors) {
        appendHeader(out, "Access-Control-Allow-Origin", "*");
        appendHeader(out, "Access-Control-Expose-Headers", "X-Request-Id, Retry-After");
    }
    if (!frame.keepAlive) {
        appendHeader(out, "Connection", "close");
    } else if (frame.version == 10) {
        appendHeader(out, "Connection", "keep-alive");
    }
    out.append("\r\n");
    if (withBody && !frame.head) {
        out.append(response.body);
    }
    return out;
}

QByteArray joined(const std::vector<QByteArray>& methods)
{
    QByteArray out;
    for (const QByteArray& method : methods) {
        if (!out.isEmpty()) {
            out.append(", ");
        }
        out.append(method);
    }
    return out;
}

Response optionsResponse(const std::vector<QByteArray>& methods, bool cors)
{
    Response response = Response::noContent();
    response.with("Allow", joined(methods));
    if (cors) {
        response.with("Access-Control-Allow-Methods", joined(methods));
        response.with("Access-Control-Allow-Headers",
                      "Authorization, Content-Type, Idempotency-Key, X-Request-Id");
        response.with("Access-Control-Max-Age", "86400");
    }
    return response;
}

QByteArray httpDate(Timestamp at)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'").toLatin1();
}

} // namespace relevo::http
