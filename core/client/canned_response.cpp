#include <client/canned_response.h>

#include <protocol/limits.h>

#include <algorithm>

namespace relevo::client {

using protocol::Json;

Result<std::vector<CannedResponse>> cannedResponsesFrom(const Json& list)
{
    const auto items = list.is_object() ? list.find("items") : list.end();
    if (!list.is_object() || items == list.end() || !items->is_array())
        return failure(ErrorCode::Invalid, QStringLiteral("The list of canned responses makes no sense."));
    std::vector<CannedResponse> responses;
    for (const Json& item : *items) {
        if (!item.is_object())
            continue;
        protocol::Fields fields(item);
        CannedResponse response;
        response.id = QUuid::fromString(fields.text("id", protocol::maxShortText));
        response.shortcut = fields.text("shortcut", protocol::maxShortText);
        response.title = fields.optionalText("title", protocol::maxShortText);
        response.content = fields.text("content", protocol::maxContentBytes);
        response.language = fields.optionalText("language", protocol::maxShortText);
        response.personal = fields.flag("personal");
        if (!fields.error() && !response.id.isNull())
            responses.push_back(std::move(response));
    }
    return responses;
}

Json toJson(const CannedResponse& response)
{
    Json json{{"shortcut", protocol::utf8(response.shortcut)},
              {"content", protocol::utf8(response.content)},
              {"title", protocol::utf8(response.title)},
              {"personal", response.personal}};
    if (!response.language.isEmpty())
        json["language"] = protocol::utf8(response.language);
    return json;
}

bool isShortcut(const QString& typed)
{
    const auto fits = [](QChar c) {
        return c.isLetterOrNumber() || c.isMark() || c == u'-' || c == u'_' || c == u'.';
    };
    return !typed.isEmpty() && typed.size() <= longestShortcut && std::ranges::all_of(typed, fits);
}

} // namespace relevo::client
