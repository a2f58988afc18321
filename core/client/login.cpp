#include <client/login.h>

#include <client/relay_http.h>
#include <protocol/codec.h>
#include <protocol/limits.h>

#include <QtNetwork/QNetworkReply>

namespace relevo::client {

using protocol::Json;

namespace {

constexpr qint64 maxAnswerBytes = 64 * 1024;
constexpr int longSeconds = 100; // from here on they are counted in minutes

std::unexpected<Error> failed(ErrorCode code, const char* reason, const QString& message,
                              const QString& detail = {})
{
    return failure(code, message, detail, {{QStringLiteral("reason"), QString::fromLatin1(reason)}});
}

QString waitWords(int seconds)
{
    if (seconds <= 0)
        return Login::tr("Wait a little and try again.");
    if (seconds < longSeconds)
        return Login::tr("Wait %1 seconds and try again.").arg(seconds);
    return Login::tr("Wait %n minute(s) and try again.", nullptr, (seconds + 59) / 60);
}

} // namespace

Login::Login(QObject* parent) : QObject(parent), m_network(this)
{
    letGoOfDistrusted(m_network);
}

void Login::signIn(const QUrl& relay, const Credentials& credentials, Done done)
{
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
    }
    Json body{{"email", protocol::utf8(credentials.email)},
              {"password", protocol::utf8(credentials.password)}};
    if (!credentials.code.isEmpty())
        body["totp"] = protocol::utf8(credentials.code);
    QNetworkReply* reply = m_network.post(relayRequest(relay, QStringLiteral("/api/auth/login")),
                                          QByteArray::fromStdString(protocol::dump(body)));
    m_reply = reply;
    boundAnswer(*reply, maxAnswerBytes);
    connect(reply, &QNetworkReply::finished, this, [this, reply, relay, done = std::move(done)] {
        m_reply.clear();
        reply->deleteLater();
        done(read(*reply, relay));
    });
}

void Login::signOut(const QUrl& relay, const QString& token)
{
    QNetworkRequest logout = relayRequest(relay, QStringLiteral("/api/auth/logout"));
    logout.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    QNetworkReply* reply = m_network.post(logout, QByteArray("{}"));
    connect(reply, &QNetworkReply::finished, reply, &QNetworkReply::deleteLater);
}

Result<SignedIn> Login::read(QNetworkReply& reply, const QUrl& relay)
{
    const QString host = reply.url().host();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (std::optional<Error> broken = transportError(reply))
        return std::unexpected(std::move(*broken));
    const QByteArray bytes = reply.read(maxAnswerBytes);
    const Result<Json> json =
        protocol::parseJson({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    const Json nothing = Json::object();
    protocol::Fields fields(json && json->is_object() ? *json : nothing);
    if (status == 429)
        return failed(ErrorCode::RateLimited, "rate_limited", tr("Too many attempts."),
                      waitWords(reply.rawHeader("Retry-After").toInt()));
    // Only a relay speaks of its errors by these codes.
    const std::optional<ErrorCode> code =
        errorCodeFromWire(fields.optionalText("code", protocol::maxShortText));
    const QString totp = fields.optionalText("totp", protocol::maxShortText);
    if (code == ErrorCode::Unauthorized && totp == QLatin1String("required"))
        return failed(*code, "code_needed", tr("The code of your second factor is needed."));
    if (code == ErrorCode::Unauthorized && !totp.isEmpty())
        return failed(*code, "code_wrong", tr("The code is wrong, or was used before."),
                      tr("Each code counts once. Wait for the next one and try again."));
    if (code == ErrorCode::Unauthorized)
        return failed(ErrorCode::Unauthorized, "wrong_password",
                      tr("The e-mail address or the password is wrong."));
    if (code)
        return failed(*code, "refused", fields.optionalText("title", protocol::maxShortText),
                      fields.optionalText("detail", protocol::maxShortText));
    const Json* agent = fields.member("agent");
    const Json* project = fields.member("project");
    SignedIn signedIn;
    signedIn.token = fields.optionalText("token", protocol::maxShortText);
    Result<domain::Agent> readAgent =
        agent ? protocol::fromJson<domain::Agent>(*agent) : Result<domain::Agent>();
    Result<domain::Project> readProject =
        project ? protocol::fromJson<domain::Project>(*project) : Result<domain::Project>();
    if (status != 200 || signedIn.token.isEmpty() || !agent || !project || !readAgent || !readProject)
        return failed(ErrorCode::Unavailable, "not_relevo",
                      tr("What answers at %1 is not a Relevo relay.").arg(host),
                      tr("Check the address; it answered with status %1.").arg(status));
    if (totp == QLatin1String("enrol")) {
        // With this session nothing could be done but what this program has no page for.
        signOut(relay, signedIn.token);
        return failed(ErrorCode::Forbidden, "must_enrol",
                      tr("Your account needs a second factor before you can work with it."),
                      tr("Ask an administrator how to set it up."));
    }
    signedIn.agent = std::move(*readAgent);
    signedIn.project = std::move(*readProject);
    return signedIn;
}

} // namespace relevo::client
