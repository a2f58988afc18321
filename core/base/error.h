#pragma once

#include <QtCore/QString>

#include <expected>
#include <map>
#include <optional>

namespace relevo {

/// What went wrong, as everybody outside sees it. The wire names (wireName) are part of the contract and
/// never change.
enum class ErrorCode {
    Invalid,
    Unauthorized,
    Forbidden,
    NotFound,
    AlreadyClaimed,
    StaleControl,
    Conflict,
    WindowClosed,
    RateLimited,
    TooLarge,
    Unavailable,
    Internal,
};

/// A failure that can be shown and acted on. `message` is one short sentence, `detail` says what to do about
/// it, and `context` carries machine-readable facts (ids, names of bad fields), never message text or
/// personal data.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QString detail;
    std::map<QString, QString> context;

    friend bool operator==(const Error&, const Error&) = default;
};

template <typename T>
using Result = std::expected<T, Error>;

/// Builds the failing side of a Result: `return failure(ErrorCode::NotFound, …);`
[[nodiscard]] std::unexpected<Error> failure(ErrorCode code, QString message, QString detail = {},
                                             std::map<QString, QString> context = {});

/// The stable name used in HTTP problem documents and JSON-RPC error data, e.g. "already_claimed".
[[nodiscard]] QString wireName(ErrorCode code);
[[nodiscard]] std::optional<ErrorCode> errorCodeFromWire(QStringView name);

/// The HTTP status that goes with a code, e.g. 409 for AlreadyClaimed.
[[nodiscard]] int httpStatus(ErrorCode code);

} // namespace relevo
