#pragma once

#include <http/body.h>

#include <QtCore/QByteArray>
#include <QtCore/QString>
#include <QtNetwork/QHostAddress>

#include <utility>
#include <vector>

namespace relevo::http {

struct Header
{
    QByteArray name;
    QByteArray value;
};

/// One complete HTTP request, its syntax already checked and its limits kept.
struct Request
{
    QByteArray method; ///< as sent, e.g. "POST"; methods are case-sensitive
    QByteArray target; ///< path and query as sent, still percent-encoded
    int version = 11;  ///< 10 or 11
    bool keepAlive = true;

    QString path;                                   ///< percent-decoded, starts with '/'; "*" for OPTIONS *
    std::vector<QString> segments;                  ///< the parts between the slashes, each decoded by itself
    std::vector<std::pair<QString, QString>> query; ///< decoded, in the order sent
    std::vector<std::pair<QString, QString>> parameters; ///< what the route's {names} stood for

    std::vector<Header> headers;
    QByteArray body;                ///< empty when it went into the sink
    std::shared_ptr<BodySink> sink; ///< what the route's opener gave, now whole; null for other routes

    QHostAddress peer;        ///< who asks: the connection's peer, or whom a trusted proxy speaks for
    QByteArray correlationId; ///< the client's X-Request-Id when it is a sane token, otherwise a new UUID

    /// The first header of that name (any case); empty if there is none.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    /// The first query item of that name; nothing if there is none.
    [[nodiscard]] std::optional<QString> queryItem(QStringView name) const;
    /// What {name} of the route's pattern stood for; empty if the pattern has no such name.
    [[nodiscard]] QString parameter(QStringView name) const;
    /// The credentials of "Authorization: Bearer …"; empty if there are none.
    [[nodiscard]] QByteArray bearerToken() const;
};

/// An answer. Content-Length, Date, Connection and X-Request-Id are added when it is sent; line breaks in
/// header values are replaced.
struct Response
{
    int status = 200;
    std::vector<Header> headers;
    QByteArray body;
    std::shared_ptr<BodySource> source = {}; ///< instead of a body in memory

    /// Adds a header; returns the response so that calls can be chained.
    Response& with(QByteArray name, QByteArray value);

    [[nodiscard]] static Response json(int status, QByteArray body);
    [[nodiscard]] static Response text(int status, QByteArray body,
                                       QByteArray contentType = "text/plain; charset=utf-8");
    [[nodiscard]] static Response noContent();

    /// RFC 9457: application/problem+json {"type","title","status","detail","code"}. The facts of
    /// `error.context` become members of their own.
    [[nodiscard]] static Response problem(const Error& error);
    /// The same with a status of HTTP's own, for what never reached a handler (400, 404, 405, 408, …).
    [[nodiscard]] static Response problem(int status, ErrorCode code, const QString& title,
                                          const QString& detail = {});
};

/// "Not Found" for 404; empty for a status this server never sends.
[[nodiscard]] QByteArray reasonPhrase(int status);

} // namespace relevo::http
