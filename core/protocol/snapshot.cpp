#include <protocol/snapshot.h>

#include <protocol/codec.h>
#include <protocol/codec_support.h>

namespace relevo::protocol {

using namespace domain;
using namespace detail;

namespace {

/// Reads each item of a list member; false when one does not fit.
template <typename Read>
bool eachItem(Fields& fields, const char* name, Read read)
{
    const Json* items = fields.member(name);
    if (!items)
        return true;
    if (!items->is_array()) {
        fields.fail(name, "must be a list");
        return false;
    }
    for (const Json& item : *items) {
        if (!read(item)) {
            fields.fail(name, "has an item that does not have the expected shape");
            return false;
        }
    }
    return true;
}

template <typename T>
bool readInto(std::vector<T>& into, const Json& item)
{
    Result<T> value = fromJson<T>(item);
    if (value)
        into.push_back(std::move(*value));
    return value.has_value();
}

} // namespace

Json toJson(const SnapshotConversation& conversation)
{
    Json json = toJson(conversation.state);
    Json& messages = json["messages"] = Json::array();
    for (const Message& message : conversation.messages)
        messages.push_back(toJson(message));
    return json;
}

Json toJson(const SnapshotPage& page)
{
    Json json{{"seq", page.seq}, {"page", page.page}, {"last", page.last}};
    if (page.project)
        json["project"] = toJson(*page.project);
    if (page.settings)
        json["settings"] = toJson(*page.settings);
    Json& agents = json["agents"] = Json::array();
    for (const Agent& agent : page.agents)
        agents.push_back(toJson(agent));
    Json& teams = json["teams"] = Json::array();
    for (const Team& team : page.teams)
        teams.push_back(toJson(team));
    Json& conversations = json["conversations"] = Json::array();
    for (const SnapshotConversation& conversation : page.conversations)
        conversations.push_back(toJson(conversation));
    for (const ConversationId& id : page.erased)
        json["erased"].push_back(id.text());
    for (const SnapshotRemoved& removed : page.attachmentsRemoved) {
        Json one = toJson(AttachmentsRemoved{removed.ids});
        one["conversationId"] = removed.conversation.text();
        json["attachmentsRemoved"].push_back(std::move(one));
    }
    for (const ConversationState& state : page.resolved)
        json["resolved"].push_back(toJson(state));
    return json;
}

Result<SnapshotPage> snapshotPageFromJson(const Json& json)
{
    Fields fields(json);
    SnapshotPage page;
    page.seq = fields.number("seq");
    page.page = smallNumber(fields, "page", 0);
    page.last = fields.flag("last");
    page.project = nested<Project>(fields, "project");
    page.settings = nested<Settings>(fields, "settings");
    eachItem(fields, "erased", [&page](const Json& item) {
        const auto id = item.is_string()
                            ? ConversationId::parse(QStringView(fromUtf8(item.get<std::string>())))
                            : std::nullopt;
        if (id)
            page.erased.push_back(*id);
        return id.has_value();
    });
    eachItem(fields, "attachmentsRemoved", [&page](const Json& item) {
        Fields itemFields(item);
        const auto conversation = itemFields.id<ConversationId>("conversationId");
        Result<AttachmentsRemoved> removed = fromJson<AttachmentsRemoved>(item);
        if (!removed || itemFields.error())
            return false;
        page.attachmentsRemoved.push_back({conversation, std::move(removed->ids)});
        return true;
    });
    eachItem(fields, "agents", [&page](const Json& item) { return readInto(page.agents, item); });
    eachItem(fields, "teams", [&page](const Json& item) { return readInto(page.teams, item); });
    eachItem(fields, "resolved", [&page](const Json& item) { return readInto(page.resolved, item); });
    eachItem(fields, "conversations", [&page](const Json& item) {
        Result<ConversationState> state = fromJson<ConversationState>(item);
        if (!state)
            return false;
        SnapshotConversation conversation{std::move(*state), {}};
        Fields itemFields(item);
        const bool whole = eachItem(itemFields, "messages", [&conversation](const Json& message) {
            return readInto(conversation.messages, message);
        });
        page.conversations.push_back(std::move(conversation));
        return whole;
    });
    return finish(fields, std::move(page));
}

} // namespace relevo::protocol
