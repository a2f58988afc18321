#include <protocol/problem.h>

namespace relevo::protocol {
namespace {

void putContext(Json& json, const Error& error)
{
    for (const auto& [key, value] : error.context) {
        bool isNumber = false;
        const qint64 number = value.toLongLong(&isNumber);
        if (isNumber && (key == QLatin1String("epoch") || key == QLatin1String("retryAfter") ||
                         key == QLatin1String("version")))
            json[utf8(key)] = number;
        else
            json[utf8(key)] = utf8(value);
    }
    if (const auto id = error.context.find(QStringLiteral("holderId")); id != error.context.end()) {
        const auto name = error.context.find(QStringLiteral("holderName"));
        json["holder"] =
            Json{{"id", utf8(id->second)}, {"name", name == error.context.end() ? "" : utf8(name->second)}};
    }
}

} // namespace

Json problemJson(const Error& error)
{
    const std::string code = utf8(wireName(error.code));
    Json json{{"type", "about:blank"},
              {"title", utf8(error.message)},
              {"status", httpStatus(error.code)},
              {"detail", utf8(error.detail.isEmpty() ? error.message : error.detail)},
              {"code", code}};
    putContext(json, error);
    return json;
}

Json errorData(const Error& error)
{
    Json json{{"code", utf8(wireName(error.code))}};
    if (!error.detail.isEmpty())
        json["detail"] = utf8(error.detail);
    putContext(json, error);
    return json;
}

} // namespace relevo::protocol
