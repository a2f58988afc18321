#include <base/error.h>

#include <array>

namespace relevo {
namespace {

struct Row
{
    ErrorCode code;
    const char16_t* name;
    int status;
};

constexpr std::array<Row, 12> rows{{
    {ErrorCode::Invalid, u"invalid", 422},
    {ErrorCode::Unauthorized, u"unauthorized", 401},
    {ErrorCode::Forbidden, u"forbidden", 403},
    {ErrorCode::NotFound, u"not_found", 404},
    {ErrorCode::AlreadyClaimed, u"already_claimed", 409},
    {ErrorCode::StaleControl, u"stale_control", 409},
    {ErrorCode::Conflict, u"conflict", 409},
    {ErrorCode::WindowClosed, u"window_closed", 409},
    {ErrorCode::RateLimited, u"rate_limited", 429},
    {ErrorCode::TooLarge, u"too_large", 413},
    {ErrorCode::Unavailable, u"unavailable", 503},
    {ErrorCode::Internal, u"internal", 500},
}};

const Row& rowOf(ErrorCode code)
{
    return rows[static_cast<std::size_t>(code)];
}

} // namespace

std::unexpected<Error> failure(ErrorCode code, QString message, QString detail,
                               std::map<QString, QString> context)
{
    return std::unexpected(Error{code, std::move(message), std::move(detail), std::move(context)});
}

QString wireName(ErrorCode code)
{
    return QStringView(rowOf(code).name).toString();
}

std::optional<ErrorCode> errorCodeFromWire(QStringView name)
{
    for (const Row& row : rows) {
        if (name == QStringView(row.name))
            return row.code;
    }
    return std::nullopt;
}

int httpStatus(ErrorCode code)
{
    return rowOf(code).status;
}

} // namespace relevo
