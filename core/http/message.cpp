#include <http/message.h>

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

#include <algorithm>

namespace relevo::http {

QByteArray Request::header(QByteArrayView name) const
{
    const auto it = std::find_if(headers.begin(), headers.end(), [&](const Header& header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    return it == headers.end() ? QByteArray() : it->value;
}

std::optional<QString> Request::queryItem(QStringView name) const
{
    const auto it =
        std::find_if(query.begin(), query.end(), [&](const auto& item) { return item.first == name; });
    return it == query.end() ? std::nullopt : std::optional(it->second);
}

QString Request::parameter(QStringView name) const
{
    const auto it = std::find_if(parameters.begin(), parameters.end(),
                                 [&](const auto& item) { return item.first == name; });
    return it == parameters.end() ? QString() : it->second;
}

QByteArray Request::bearerToken() const
{
    const QByteArray value = header("Authorization");
    constexpr qsizetype schemeSize = 7;
    if (value.size() <= schemeSize ||
        value.first(schemeSize).compare(QByteArrayView("Bearer "), Qt::CaseInsensitive) != 0) {
        return {};
    }
    return value.sliced(schemeSize).trimmed();
}

Response& Response::with(QByteArray name, QByteArray value)
{
    headers.push_back({std::move(name), std::move(value)});
    return *this;
}

Response Response::json(int status, QByteArray body)
{
    return text(status, std::move(body), "application/json");
}

Response Response::text(int status, QByteArray body, QByteArray contentType)
{
    Response response;
    response.status = status;
    response.body = std::move(body);
    response.headers.push_back({"Content-Type", std::move(contentType)});
    return response;
}

Response Response::noContent()
{
    Response response;
    response.status = 204;
    return response;
}

Response Response::problem(const Error& error)
{
    const int status = httpStatus(error.code);
    QJsonObject object;
    for (const auto& [key, value] : error.context) {
        object.insert(key, value);
    }
    object.insert(QStringLiteral("type"), QStringLiteral("about:blank"));
    object.insert(QStringLiteral("title"), error.message);
    object.insert(QStringLiteral("status"), status);
    object.insert(QStringLiteral("detail"), error.detail);
    object.insert(QStringLiteral("code"), wireName(error.code));
    Response response =
        text(status, QJsonDocument(object).toJson(QJsonDocument::Compact), "application/problem+json");
    if (status == 401) {
        response.with("WWW-Authenticate", "Bearer");
    }
    return response;
}

Response Response::problem(int status, ErrorCode code, const QString& title, const QString& detail)
{
    QJsonObject object;
    object.insert(QStringLiteral("type"), QStringLiteral("about:blank"));
    object.insert(QStringLiteral("title"), title);
    object.insert(QStringLiteral("status"), status);
    object.insert(QStringLiteral("detail"), detail);
    object.insert(QStringLiteral("code"), wireName(code));
    return text(status, QJsonDocument(object).toJson(QJsonDocument::Compact), "application/problem+json");
}

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 100:
        return "Continue";
    case 101:
        return "Switching Protocols";
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 301:
        return "Moved Permanently";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 307:
        return "Temporary Redirect";
    case 308:
        return "Permanent Redirect";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 406:
        return "Not Acceptable";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 411:
        return "Length Required";
    case 413:
        return "Content Too Large";
    case 414:
        return "URI Too Long";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return {};
    }
}

} // namespace relevo::http
