#pragma once

#include <base/timestamp.h>

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

namespace relevo::relay::totp {

// One-time codes by time (RFC 6238 over RFC 4226): HMAC-SHA1, six digits, steps of 30 seconds, as every
// authenticator app knows them. Pure but for newSecret() and newRecoveryCode().

inline constexpr std::chrono::seconds step{30};
inline constexpr int digits = 6;
inline constexpr int recoveryCodes = 10;

/// 160 random bits.
[[nodiscard]] QByteArray newSecret();
/// As people type it into an app: RFC 4648 base32 in capitals without padding.
[[nodiscard]] QString base32(const QByteArray& bytes);
/// What an app reads from a QR code.
[[nodiscard]] QString uri(const QByteArray& secret, const QString& account, const QString& issuer);

/// The six digits of one step (Unix time over 30 s).
[[nodiscard]] QString codeOf(const QByteArray& secret, qint64 step);
/// The step whose code this is, the present one or one next to it, and later than `after`; nothing when it is
/// none. Blanks in the code are ignored.
[[nodiscard]] std::optional<qint64> stepOf(const QByteArray& secret, const QString& code, Timestamp now,
                                           qint64 after);

/// 80 random bits, written abcd-efgh-ijkl-mnop.
[[nodiscard]] QString newRecoveryCode();
/// As it is hashed and compared: small letters without blanks and strokes.
[[nodiscard]] QByteArray plainRecoveryCode(const QString& code);

} // namespace relevo::relay::totp
