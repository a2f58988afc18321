#include <relay/contact_record.h>

#include <protocol/codec.h>
#include <store/stored_json.h>

namespace relevo::relay {

using protocol::Json;

namespace {

/// What is stored is JSON of our own making; a part that cannot be read is left out rather than all of it.
Json stored(std::string_view text)
{
    const Result<Json> json = protocol::parseJson(text);
    return json ? *json : Json();
}

Json messageJson(const domain::Message& message, const FileNames& files)
{
    Json json = protocol::toJson(message);
    for (std::size_t i = 0; i < message.attachments.size(); ++i) {
        if (const auto file = files.find(message.attachments[i].id); file != files.end())
            json["attachments"][i]["file"] = protocol::utf8(file->second);
    }
    return json;
}

Json conversationJson(const store::ContactRecord& record, const FileNames& files)
{
    Json conversation = protocol::toJson(record.conversation);
    Json& messages = conversation["messages"] = Json::array();
    for (const domain::Message& message : record.messages)
        messages.push_back(messageJson(message, files));
    Json& handoffs = conversation["handoffs"] = Json::array();
    for (const domain::Handoff& handoff : record.handoffs)
        handoffs.push_back(protocol::toJson(handoff));
    Json& events = conversation["events"] = Json::array();
    for (const std::string& event : record.events)
        events.push_back(stored(event));
    conversation["botMemory"] = record.botMemory.isEmpty() ? Json() : stored(store::viewOf(record.botMemory));
    return conversation;
}

} // namespace

Json contactRecordJson(std::span<const store::ContactRecord> person, const domain::ProjectId& project,
                       Timestamp now, const FileNames& files)
{
    Json conversations = Json::array();
    for (const store::ContactRecord& record : person)
        conversations.push_back(conversationJson(record, files));
    return Json{{"exportedAt", toRfc3339(now)},
                {"projectId", project.text()},
                {"contact", protocol::toJson(person.front().conversation.contact)},
                {"conversations", std::move(conversations)}};
}

} // namespace relevo::relay
