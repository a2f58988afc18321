#pragma once

#include <base/error.h>

#include <QtCore/QByteArray>

namespace relevo::relay {

/// Must be called once before anything else here; false when the crypto library cannot work on this machine.
[[nodiscard]] bool initSecrets();

/// 256 random bits as 43 characters of base64url, with a prefix that tells people what it is ("rk_", "ra_",
/// "rv_").
[[nodiscard]] QByteArray newToken(const char* prefix);

/// 256 random bits to sign with, as Standard Webhooks writes them: "whsec_" and base64.
[[nodiscard]] QByteArray newSigningSecret();

/// SHA-256 of a token; what is kept in its place.
[[nodiscard]] QByteArray tokenHash(const QByteArray& token);

/// Argon2id with the parameters in the result (RFC 9106; 19 MiB, two passes). Takes tens of milliseconds:
/// never in the I/O thread.
[[nodiscard]] Result<QByteArray> hashPassword(const QByteArray& password);
[[nodiscard]] bool passwordMatches(const QByteArray& hash, const QByteArray& password);

/// A hash no password matches, for spending the same time on an address that is not known.
[[nodiscard]] QByteArray impossibleHash();

} // namespace relevo::relay
