#pragma once

#include <protocol/json.h>

namespace relevo::protocol {

/// The JSON-RPC 2.0 error numbers used; everything with a code of ours is `application`.
namespace rpcerror {
inline constexpr int parse = -32700;
inline constexpr int invalidRequest = -32600;
inline constexpr int methodNotFound = -32601;
inline constexpr int invalidParams = -32602;
inline constexpr int application = -32000;
} // namespace rpcerror

/// A call or notification that came in. Without an id (null) no answer is wanted.
struct RpcRequest
{
    Json id;
    std::string method;
    Json params = Json::object();
};

/// Why a frame is no call, and whose it would have been: `id` is null where that cannot be told.
struct RpcFailure
{
    int number = rpcerror::invalidRequest;
    QString message;
    Json id = nullptr;
};

/// Reads one text frame.
[[nodiscard]] std::expected<RpcRequest, RpcFailure> parseRpcRequest(std::string_view frame);

[[nodiscard]] std::string rpcResult(const Json& id, const Json& result);
/// The same with a result that is JSON text already.
[[nodiscard]] std::string rpcResultRaw(const Json& id, std::string_view resultText);
[[nodiscard]] std::string rpcError(const Json& id, int number, const QString& message);
/// `invalid` is invalidParams, everything else `application`; the code of ours is in `data.code` either way.
[[nodiscard]] std::string rpcError(const Json& id, const Error& error);
[[nodiscard]] std::string rpcCall(qint64 id, std::string_view method, const Json& params);
/// {"jsonrpc":"2.0","method":M,"params":…} around params that are JSON text already: what is encoded once is
/// spliced, not parsed.
[[nodiscard]] std::string rpcNotification(std::string_view method, std::string_view paramsText);

/// What came back to a caller: an answer to call `id`, or a notification.
struct RpcIncoming
{
    std::optional<qint64> id;     ///< of the call this answers; none for a notification
    std::string method;           ///< of a notification
    Json params;                  ///< of a notification
    Result<Json> result = Json(); ///< of an answer
};

/// Reads a frame on the calling side. Fails with `invalid` when it is neither answer nor notification.
[[nodiscard]] Result<RpcIncoming> parseRpcIncoming(std::string_view frame);

} // namespace relevo::protocol
