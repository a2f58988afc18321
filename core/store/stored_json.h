#pragma once

#include <protocol/codec.h>

namespace relevo::store {

[[nodiscard]] inline std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

/// Reads a state as its row holds it: in the wire's JSON.
template <typename T>
[[nodiscard]] Result<T> storedState(const QByteArray& bytes)
{
    const Result<protocol::Json> json = protocol::parseJson(viewOf(bytes));
    Result<T> state = json ? protocol::fromJson<T>(*json) : Result<T>(std::unexpected(json.error()));
    if (!state)
        return failure(ErrorCode::Internal,
                       QStringLiteral("A stored state cannot be read: %1").arg(state.error().message),
                       QStringLiteral("Run relevo-relay verify."));
    return state;
}

template <typename T>
[[nodiscard]] std::string jsonOf(const T& state)
{
    return protocol::dump(protocol::toJson(state));
}

/// A conversation as its row holds it: without the last message, which is the newest row of messages.
[[nodiscard]] inline std::string rowOf(domain::ConversationState state)
{
    state.lastMessage.reset();
    return jsonOf(state);
}

} // namespace relevo::store
