#include <client/relay_api.h>

#include <client/relay_http.h>
#include <protocol/limits.h>

#include <QtNetwork/QNetworkReply>

namespace relevo::client {

using protocol::Json;

namespace {

constexpr qint64 largestAnswer = 4 * 1024 * 1024;
constexpr std::size_t mostWrongFields = 500;
const QString fieldPrefix = QStringLiteral("wrong:");

Error signedOut()
{
    return {ErrorCode::Unauthorized, RelayApi::tr("Nobody is signed in."), {}, {}};
}

/// A problem document (RFC 9457) as the relay writes it; a code that is not known is taken as `internal`.
Error problemOf(const Json& json, int status)
{
    const Json nothing = Json::object();
    protocol::Fields fields(json.is_object() ? json : nothing);
    Error error;
    error.code =
        errorCodeFromWire(fields.optionalText("code", protocol::maxShortText)).value_or(ErrorCode::Internal);
    error.message = fields.optionalText("title", protocol::maxNotesBytes);
    error.detail = fields.optionalText("detail", protocol::maxNotesBytes);
    error.context[QStringLiteral("status")] = QString::number(status);
    for (const char* name : {"field", "retryAfter", "totp"}) {
        const Json* value = fields.member(name);
        if (value && value->is_string())
            error.context[QString::fromLatin1(name)] = protocol::toQString(*value);
        else if (value && value->is_number_integer())
            error.context[QString::fromLatin1(name)] = QString::number(value->get<qint64>());
    }
    const Json* errors = fields.member("errors");
    for (const Json& one : errors && errors->is_array() ? *errors : Json::array()) {
        protocol::Fields fault(one.is_object() ? one : nothing);
        const QString field = fault.optionalText("field", protocol::maxShortText);
        if (!field.isEmpty() && error.context.size() < mostWrongFields)
            error.context[fieldPrefix + field] = fault.optionalText("detail", protocol::maxNotesBytes);
    }
    return error;
}

} // namespace

Result<Json> answerOf(QNetworkReply& reply)
{
    if (std::optional<Error> broken = transportError(reply))
        return std::unexpected(std::move(*broken));
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray bytes = reply.read(largestAnswer);
    Result<Json> json = protocol::parseJson({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (status >= 400 && json)
        return std::unexpected(problemOf(*json, status));
    // Cut off in the middle, too long, a redirection, or a page of something that stands between.
    if (status < 200 || status >= 300 || reply.error() != QNetworkReply::NoError || !json ||
        !json->is_object())
        return failure(ErrorCode::Unavailable,
                       RelayApi::tr("The relay sent an answer that Relevo cannot read."),
                       RelayApi::tr("It answered with status %1.").arg(status),
                       {{QStringLiteral("reason"), QStringLiteral("not_relevo")}});
    return json;
}

RelayApi::RelayApi(QObject* parent) : QObject(parent), m_network(this)
{
    m_network.setAutoDeleteReplies(true);
    letGoOfDistrusted(m_network);
}

void RelayApi::use(const QUrl& relay, const QString& token)
{
    forget();
    m_relay = relay;
    m_token = token.toUtf8();
}

void RelayApi::forget()
{
    ++m_session;
    m_relay.clear();
    m_token.clear();
    for (QNetworkReply* reply : m_network.findChildren<QNetworkReply*>())
        reply->abort();
}

QUrl RelayApi::pageUrl(const QString& path) const
{
    QUrl url = m_relay;
    url.setPath(m_relay.path() + path);
    return url;
}

void RelayApi::get(const QString& path, QObject* context, Answer done)
{
    call("GET", path, nullptr, context, std::move(done));
}

void RelayApi::put(const QString& path, const Json& body, QObject* context, Answer done)
{
    call("PUT", path, &body, context, std::move(done));
}

void RelayApi::post(const QString& path, const Json& body, QObject* context, Answer done)
{
    call("POST", path, &body, context, std::move(done));
}

void RelayApi::patch(const QString& path, const Json& body, QObject* context, Answer done)
{
    call("PATCH", path, &body, context, std::move(done));
}

void RelayApi::remove(const QString& path, QObject* context, Answer done)
{
    call("DELETE", path, nullptr, context, std::move(done));
}

void RelayApi::call(const QByteArray& verb, const QString& path, const Json* body, QObject* context,
                    Answer done)
{
    if (!isReady()) {
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(std::unexpected(signedOut())); }, Qt::QueuedConnection);
        return;
    }
    QNetworkRequest request = relayRequest(m_relay, path);
    request.setRawHeader("Authorization", "Bearer " + m_token);
    const QByteArray bytes = body ? QByteArray::fromStdString(protocol::dump(*body)) : QByteArray();
    QNetworkReply* reply = m_network.sendCustomRequest(request, verb, bytes);
    boundAnswer(*reply, largestAnswer);
    connect(reply, &QNetworkReply::finished, context,
            [this, reply, session = m_session, done = std::move(done)] {
                done(session == m_session ? answerOf(*reply) : Result<Json>(std::unexpected(signedOut())));
            });
    // Queued: it is told of while the context can still be called, and then no more.
    connect(context, &QObject::destroyed, reply, &QNetworkReply::abort, Qt::QueuedConnection);
}

std::map<QString, QString> wrongFields(const Error& error)
{
    std::map<QString, QString> fields;
    for (const auto& [key, words] : error.context) {
        if (key.startsWith(fieldPrefix))
            fields.emplace(key.mid(fieldPrefix.size()), words);
    }
    const auto only = error.context.find(QStringLiteral("field"));
    if (fields.empty() && only != error.context.end())
        fields.emplace(only->second, error.detail);
    return fields;
}

} // namespace relevo::client
