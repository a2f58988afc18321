#include <protocol/rpc.h>

#include <protocol/problem.h>

namespace relevo::protocol {

std::expected<RpcRequest, RpcFailure> parseRpcRequest(std::string_view frame)
{
    Result<Json> json = parseJson(frame);
    if (!json)
        return std::unexpected(RpcFailure{rpcerror::parse, json.error().message});
    if (!json->is_object() || json->value("jsonrpc", Json()) != "2.0")
        return std::unexpected(
            RpcFailure{rpcerror::invalidRequest, QStringLiteral("A JSON-RPC 2.0 request is expected.")});
    RpcRequest request;
    if (const auto id = json->find("id"); id != json->end()) {
        if (!id->is_string() && !id->is_number_integer() && !id->is_null())
            return std::unexpected(RpcFailure{rpcerror::invalidRequest,
                                              QStringLiteral("The id must be a text or a whole number.")});
        request.id = *id;
    }
    const auto method = json->find("method");
    if (method == json->end() || !method->is_string())
        return std::unexpected(
            RpcFailure{rpcerror::invalidRequest, QStringLiteral("The method is missing."), request.id});
    request.method = method->get<std::string>();
    if (const auto params = json->find("params"); params != json->end()) {
        if (!params->is_object())
            return std::unexpected(RpcFailure{rpcerror::invalidParams,
                                              QStringLiteral("The params must be an object."), request.id});
        request.params = std::move(*params);
    }
    return request;
}

std::string rpcResult(const Json& id, const Json& result)
{
    return rpcResultRaw(id, dump(result));
}

std::string rpcResultRaw(const Json& id, std::string_view resultText)
{
    std::string text = R"({"jsonrpc":"2.0","id":)";
    text += dump(id);
    text += R"(,"result":)";
    text += resultText;
    text += '}';
    return text;
}

std::string rpcError(const Json& id, int number, const QString& message)
{
    return dump(
        Json{{"jsonrpc", "2.0"}, {"id", id}, {"error", Json{{"code", number}, {"message", utf8(message)}}}});
}

std::string rpcError(const Json& id, const Error& error)
{
    const int number = error.code == ErrorCode::Invalid ? rpcerror::invalidParams : rpcerror::application;
    return dump(Json{
        {"jsonrpc", "2.0"},
        {"id", id},
        {"error", Json{{"code", number}, {"message", utf8(error.message)}, {"data", errorData(error)}}}});
}

std::string rpcCall(qint64 id, std::string_view method, const Json& params)
{
    return dump(Json{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}});
}

std::string rpcNotification(std::string_view method, std::string_view paramsText)
{
    std::string text = R"({"jsonrpc":"2.0","method":")";
    text += method;
    text += R"(","params":)";
    text += paramsText;
    text += '}';
    return text;
}

Result<RpcIncoming> parseRpcIncoming(std::string_view frame)
{
    Result<Json> json = parseJson(frame);
    if (!json)
        return std::unexpected(json.error());
    RpcIncoming incoming;
    if (!json->is_object())
        return failure(ErrorCode::Invalid, QStringLiteral("The relay sent something that is no message."));
    if (const auto method = json->find("method"); method != json->end() && method->is_string()) {
        incoming.method = method->get<std::string>();
        if (const auto params = json->find("params"); params != json->end())
            incoming.params = std::move(*params);
        return incoming;
    }
    if (const auto id = json->find("id"); id != json->end() && id->is_number_integer())
        incoming.id = id->get<qint64>();
    if (const auto result = json->find("result"); result != json->end()) {
        incoming.result = std::move(*result);
        return incoming;
    }
    const auto error = json->find("error");
    if (error == json->end() || !error->is_object())
        return failure(ErrorCode::Invalid, QStringLiteral("The relay sent something that is no message."));
    Error failed{ErrorCode::Internal, {}, {}, {}};
    if (const auto message = error->find("message"); message != error->end())
        failed.message = toQString(*message);
    if (const auto data = error->find("data"); data != error->end() && data->is_object()) {
        for (const auto& [key, value] : data->items()) {
            if (key == "code")
                failed.code = errorCodeFromWire(toQString(value)).value_or(ErrorCode::Internal);
            else if (key == "detail")
                failed.detail = toQString(value);
            else if (value.is_primitive())
                failed.context[QString::fromStdString(key)] =
                    value.is_string() ? toQString(value) : QString::fromStdString(dump(value));
        }
    } else if (const auto number = error->find("code");
               number != error->end() && *number == rpcerror::invalidParams) {
        failed.code = ErrorCode::Invalid;
    }
    incoming.result = std::unexpected(std::move(failed));
    return incoming;
}

} // namespace relevo::protocol
