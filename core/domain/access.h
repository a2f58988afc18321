#pragma once

#include <domain/ids.h>

#include <QtCore/QStringList>

namespace relevo::domain {

/// What was done to somebody's way in. The list only grows; the names are in PROTOCOL.md.
enum class AccessKind {
    Invited,         ///< a one-time token was made with which they set their password
    InviteAccepted,  ///< by such a token, after an invitation or a reset
    PasswordChanged, ///< by themselves; their other sessions have ended
    PasswordReset,   ///< the password is gone until they set a new one; their sessions have ended
    TotpEnabled,
    TotpDisabled,
    TotpReset, ///< by an admin
    SessionsEnded,
    KeyCreated,
    KeyRevoked,
    Unknown, ///< of a newer program
};

/// A change of credentials, told so that it can be found later; never holds a secret or its hash.
struct AccessChange
{
    AccessKind kind = AccessKind::Unknown;
    AgentId agent;      ///< whose way in; null when it is an API key
    ApiKeyId key;       ///< null unless it is one
    QString name;       ///< the key's name
    QStringList scopes; ///< the key's

    friend bool operator==(const AccessChange&, const AccessChange&) = default;
};

} // namespace relevo::domain
