#pragma once

#include <protocol/codec.h>

#include <QtCore/QByteArray>

namespace relevo::client {

/// What a body of the replica's tables stands for; `internal` when it cannot be read, which means that the
/// file is damaged.
template <typename T>
[[nodiscard]] Result<T> storedAs(const QByteArray& body)
{
    const Result<protocol::Json> json =
        protocol::parseJson({body.constData(), static_cast<std::size_t>(body.size())});
    Result<T> value = json ? protocol::fromJson<T>(*json) : Result<T>(std::unexpected(json.error()));
    if (!value)
        return failure(ErrorCode::Internal, QStringLiteral("The local copy holds something unreadable."),
                       value.error().message);
    return value;
}

} // namespace relevo::client
