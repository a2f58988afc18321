#include <client/profile.h>

#include <protocol/codec.h>
#include <protocol/limits.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>
#include <QtNetwork/QHostAddress>

namespace relevo::client {

using protocol::Json;

namespace {

constexpr qint64 maxProfileBytes = 64 * 1024;

bool isLoopback(const QString& host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

/// A profile's name may come from the command line; a file name is made of it that stays in its directory.
QString profilePath(const QString& dataDirectory, const QString& name)
{
    const QByteArray safe = name.toUtf8().toPercentEncoding({}, "./\\~");
    return QDir(dataDirectory).filePath(QString::fromLatin1(safe) + QStringLiteral(".json"));
}

/// `withName`: another profile of the same account is another one.
QByteArray fingerprint(const Profile& profile, bool withName = false)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(profile.relay.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash).toUtf8());
    hash.addData(QByteArrayView("\n"));
    hash.addData(QByteArray::fromStdString(profile.agent.id.text()));
    // What everybody has who never named one keeps its place.
    if (withName && profile.name != Profile().name)
        hash.addData((u'\n' + profile.name).toUtf8());
    return hash.result().toHex().left(16);
}

} // namespace

Result<QUrl> relayUrl(const QString& typed)
{
    const auto refuse = [] {
        return failure(ErrorCode::Invalid,
                       QCoreApplication::translate("relevo::client", "This is not the address of a relay."),
                       QCoreApplication::translate("relevo::client", "Write it like desk.example.com."));
    };
    QString text = typed.trimmed();
    if (text.isEmpty() || text.size() > 2000)
        return refuse();
    if (!text.contains(QLatin1String("://"))) {
        const QUrl guess(QStringLiteral("http://") + text, QUrl::StrictMode);
        text.prepend(isLoopback(guess.host()) ? QStringLiteral("http://") : QStringLiteral("https://"));
    }
    QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() ||
        (url.scheme() != QLatin1String("https") && url.scheme() != QLatin1String("http")))
        return refuse();
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    url.setQuery(QString());
    url.setFragment(QString());
    return url;
}

QString secretKey(const Profile& profile)
{
    return QStringLiteral("relevo/%1/%2").arg(profile.name, QString::fromLatin1(fingerprint(profile)));
}

QString mirrorPath(const QString& dataDirectory, const Profile& profile)
{
    return QDir(dataDirectory)
        .filePath(QStringLiteral("mirror-%1.db").arg(QString::fromLatin1(fingerprint(profile, true))));
}

QString filesFolder(const QString& dataDirectory, const Profile& profile)
{
    return QDir(dataDirectory)
        .filePath(QStringLiteral("files-%1").arg(QString::fromLatin1(fingerprint(profile, true))));
}

Result<Profile> loadProfile(const QString& dataDirectory, const QString& name)
{
    QFile file(profilePath(dataDirectory, name));
    if (!file.exists())
        return failure(ErrorCode::NotFound, QStringLiteral("Nobody has signed in under this profile."));
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unavailable, file.errorString());
    const QByteArray bytes = file.read(maxProfileBytes);
    const Result<Json> json =
        protocol::parseJson({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (!json)
        return std::unexpected(json.error());
    protocol::Fields fields(*json);
    Profile profile;
    profile.name = name;
    const Result<QUrl> relay = relayUrl(fields.text("relay", 2000));
    profile.email = fields.optionalText("email", protocol::maxShortText);
    const Json* agent = fields.member("agent");
    if (!agent)
        fields.fail("agent", "is missing");
    if (fields.error())
        return std::unexpected(*fields.error());
    if (!relay)
        return std::unexpected(relay.error());
    Result<domain::Agent> readAgent = protocol::fromJson<domain::Agent>(*agent);
    if (!readAgent)
        return std::unexpected(readAgent.error());
    profile.relay = *relay;
    profile.agent = std::move(*readAgent);
    return profile;
}

Result<void> saveProfile(const QString& dataDirectory, const Profile& profile)
{
    const Json json{{"relay", protocol::utf8(profile.relay.toString(QUrl::FullyEncoded))},
                    {"email", protocol::utf8(profile.email)},
                    {"agent", protocol::toJson(profile.agent)}};
    QSaveFile file(profilePath(dataDirectory, profile.name));
    const QByteArray bytes = QByteArray::fromStdString(protocol::dump(json));
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
        file.write(bytes) != bytes.size() || !file.commit())
        return failure(ErrorCode::Unavailable, file.errorString());
    return {};
}

Result<void> removeProfile(const QString& dataDirectory, const QString& name)
{
    const QString path = profilePath(dataDirectory, name);
    if (QFile::exists(path) && !QFile::remove(path))
        return failure(ErrorCode::Unavailable, path);
    return {};
}

} // namespace relevo::client
