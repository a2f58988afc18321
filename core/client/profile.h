#pragma once

#include <base/error.h>
#include <domain/agent.h>

#include <QtCore/QUrl>

namespace relevo::client {

/// Who this desk belonged to when it was last used: enough to show the last known state and to sign in again.
/// Kept as PROFILE.json in the data directory, readable by its owner only; no secret is in it.
struct Profile
{
    QString name = QStringLiteral("default"); ///< the --profile of the command line
    QUrl relay;                               ///< base URL, http or https
    QString email;
    domain::Agent agent;

    friend bool operator==(const Profile&, const Profile&) = default;
};

/// The relay's base URL from what somebody typed: "desk.example.com" is https, a loopback address without a
/// scheme is http, a path prefix stays. Fails with `invalid` for anything that is no web address.
[[nodiscard]] Result<QUrl> relayUrl(const QString& typed);

/// The key under which a profile's token is kept (Secrets): another relay or agent is another key, so that a
/// token never goes to a relay it is not from.
[[nodiscard]] QString secretKey(const Profile& profile);

/// The replica of one relay, agent and profile: a file name made of them, in `dataDirectory`.
[[nodiscard]] QString mirrorPath(const QString& dataDirectory, const Profile& profile);

/// The folder of its files (file_shelf.h).
[[nodiscard]] QString filesFolder(const QString& dataDirectory, const Profile& profile);

/// Fails with `not_found` when there is none, `invalid` when it cannot be read.
[[nodiscard]] Result<Profile> loadProfile(const QString& dataDirectory, const QString& name);
[[nodiscard]] Result<void> saveProfile(const QString& dataDirectory, const Profile& profile);
/// Nobody has ever signed in under this name. Fails with the path as its message when the file stays.
[[nodiscard]] Result<void> removeProfile(const QString& dataDirectory, const QString& name);

} // namespace relevo::client
