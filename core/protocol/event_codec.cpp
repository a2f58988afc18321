#include <protocol/event_codec.h>

#include <protocol/codec.h>
#include <protocol/codec_support.h>

namespace relevo::protocol {

using namespace domain;
using namespace detail;

namespace {

/// The member of `data` that holds the thing; null where the thing is `data` itself.
const char* dataMember(EventType type)
{
    switch (type) {
    case EventType::ProjectCreated:
        return "project";
    case EventType::SettingsChanged:
        return "settings";
    case EventType::BotsChanged:
        return "bots";
    case EventType::AgentCreated:
    case EventType::AgentAvailability:
    case EventType::AgentAssigned:
    case EventType::AgentUpdated:
    case EventType::AgentDisabled:
    case EventType::AgentEnabled:
        return "agent";
    case EventType::TeamCreated:
    case EventType::TeamUpdated:
    case EventType::TeamDeleted:
        return "team";
    case EventType::AccessChanged:
        return "access";
    case EventType::ContactUpdated:
    case EventType::ContactMerged:
    case EventType::ContactSplit:
    case EventType::ContactCreated:
        return "contact";
    case EventType::ChannelHealth:
        return "channel";
    case EventType::ConversationOpened:
    case EventType::ConversationUpdated:
    case EventType::ConversationClosed:
        return "conversation";
    case EventType::MessageReceived:
    case EventType::MessageSent:
        return "message";
    case EventType::HandoffRequested:
    case EventType::HandoffNotified:
    case EventType::HandoffClaimed:
    case EventType::HandoffActivated:
    case EventType::HandoffResolved:
    case EventType::HandoffAbandoned:
    case EventType::HandoffConverted:
    case EventType::HandoffOffered:
    case EventType::HandoffDeclined:
    case EventType::HandoffReminded:
    case EventType::HandoffTransferred:
    case EventType::HandoffReopened:
    case EventType::HandoffSnoozed:
    case EventType::HandoffWoken:
    case EventType::HandoffRated:
    case EventType::SlaStarted:
    case EventType::SlaWarned:
    case EventType::SlaBreached:
    case EventType::SlaMet:
    case EventType::SlaPaused:
    case EventType::SlaResumed:
        return "handoff";
    case EventType::NoteAdded:
        return "note";
    case EventType::SummaryReady:
        return "summary";
    case EventType::NotificationPosted:
        return "notification";
    case EventType::MessageDelivery:
    case EventType::ControlChanged:
    case EventType::NotificationRead:
    case EventType::ContactErased:
    case EventType::AttachmentsRemoved:
    case EventType::Hidden:
    case EventType::Unknown:
        return nullptr;
    }
    return nullptr;
}

template <typename T>
Result<EventData> readData(const Json& json)
{
    Result<T> value = fromJson<T>(json);
    if (!value)
        return std::unexpected(value.error());
    return EventData(std::move(*value));
}

Result<EventData> dataOf(EventType type, const Json& json)
{
    switch (type) {
    case EventType::ProjectCreated:
        return readData<Project>(json);
    case EventType::SettingsChanged:
        return readData<Settings>(json);
    case EventType::BotsChanged:
        return readData<BotSettings>(json);
    case EventType::AgentCreated:
    case EventType::AgentAvailability:
    case EventType::AgentAssigned:
    case EventType::AgentUpdated:
    case EventType::AgentDisabled:
    case EventType::AgentEnabled:
        return readData<Agent>(json);
    case EventType::TeamCreated:
    case EventType::TeamUpdated:
    case EventType::TeamDeleted:
        return readData<Team>(json);
    case EventType::AccessChanged:
        return readData<AccessChange>(json);
    case EventType::ContactErased:
        return readData<Erasure>(json);
    case EventType::ContactUpdated:
    case EventType::ContactMerged:
    case EventType::ContactSplit:
    case EventType::ContactCreated:
        return readData<Contact>(json);
    case EventType::ChannelHealth:
        return readData<HealthChange>(json);
    case EventType::AttachmentsRemoved:
        return readData<AttachmentsRemoved>(json);
    case EventType::ConversationOpened:
    case EventType::ConversationUpdated:
    case EventType::ConversationClosed:
        return readData<Conversation>(json);
    case EventType::MessageReceived:
    case EventType::MessageSent:
    case EventType::NoteAdded:
        return readData<Message>(json);
    case EventType::MessageDelivery:
        return readData<DeliveryUpdate>(json);
    case EventType::ControlChanged:
        return readData<Control>(json);
    case EventType::HandoffRequested:
    case EventType::HandoffNotified:
    case EventType::HandoffClaimed:
    case EventType::HandoffActivated:
    case EventType::HandoffResolved:
    case EventType::HandoffAbandoned:
    case EventType::HandoffConverted:
    case EventType::HandoffOffered:
    case EventType::HandoffDeclined:
    case EventType::HandoffReminded:
    case EventType::HandoffTransferred:
    case EventType::HandoffReopened:
    case EventType::HandoffSnoozed:
    case EventType::HandoffWoken:
    case EventType::HandoffRated:
    case EventType::SlaStarted:
    case EventType::SlaWarned:
    case EventType::SlaBreached:
    case EventType::SlaMet:
    case EventType::SlaPaused:
    case EventType::SlaResumed:
        return readData<Handoff>(json);
    case EventType::SummaryReady:
        return readData<Summary>(json);
    case EventType::NotificationPosted:
        return readData<domain::Notification>(json);
    case EventType::NotificationRead:
        return readData<domain::NotificationRead>(json);
    case EventType::Hidden:
    case EventType::Unknown:
        break;
    }
    return EventData{};
}

struct DataWriter
{
    Json operator()(const std::monostate&) const { return Json::object(); }
    template <typename T>
    Json operator()(const T& thing) const
    {
        return toJson(thing);
    }
};

Json actorJson(const Actor& actor)
{
    Json json{{"type", nameOf(actor.type)}};
    put(json, "id", actor.id);
    put(json, "name", actor.name);
    return json;
}

} // namespace

std::string encodeEvent(const Event& event)
{
    Json json{{"seq", event.seq},
              {"id", event.id.text()},
              {"type", nameOf(event.type)},
              {"at", toRfc3339(event.at)},
              {"actor", actorJson(event.actor)}};
    if (!event.conversationId.isNull())
        json["conversationId"] = event.conversationId.text();
    if (!event.handoffId.isNull())
        json["handoffId"] = event.handoffId.text();
    if (!event.erasedWith.isNull())
        json["erasedWith"] = event.erasedWith.text();
    Json data = std::visit(DataWriter{}, event.data);
    if (const char* member = dataMember(event.type))
        json["data"][member] = std::move(data);
    else
        json["data"] = std::move(data);
    return dump(json);
}

std::string hiddenEvent(qint64 seq)
{
    return dump(Json{{"seq", seq}, {"type", nameOf(EventType::Hidden)}});
}

std::string eventFor(const Agent& agent, qint64 seq, std::string body)
{
    // Most texts hold none of the names that are not for everybody, and need not be read.
    const auto holds = [&body](std::string_view name) {
        return body.find(name) != std::string::npos;
    };
    if (!holds("notification.") && !holds(nameOf(EventType::BotsChanged)) &&
        !holds(nameOf(EventType::AccessChanged)))
        return body;
    const Result<Event> event = decodeEvent(std::string_view(body));
    return event && maySee(*event, agent) ? std::move(body) : hiddenEvent(seq);
}

Result<Event> decodeEvent(const Json& json)
{
    Fields fields(json);
    Event event;
    event.seq = fields.number("seq");
    const QString type = fields.text("type", maxShortText);
    event.type = valueOf<EventType>(utf8(type)).value_or(EventType::Unknown);
    if (event.type == EventType::Hidden)
        return finish(fields, std::move(event));
    event.id = fields.id<EventId>("id");
    event.at = time(fields, "at");
    if (const Json* actor = fields.member("actor")) {
        Fields who(*actor);
        event.actor.type =
            valueOf<ActorType>(utf8(who.optionalText("type", maxShortText))).value_or(ActorType::System);
        event.actor.id = who.optionalText("id", anyLength);
        event.actor.name = who.optionalText("name", anyLength);
        adopt(fields, "actor", who);
    }
    event.conversationId = fields.optionalId<ConversationId>("conversationId");
    event.handoffId = fields.optionalId<HandoffId>("handoffId");
    event.erasedWith = fields.optionalId<ConversationId>("erasedWith");
    if (fields.error())
        return std::unexpected(*fields.error());
    const Json* data = fields.member("data");
    if (const char* member = dataMember(event.type)) {
        if (!data || !data->is_object() || !data->contains(member))
            return failure(ErrorCode::Invalid,
                           QStringLiteral("The event %1 of type %2 lacks its data.").arg(event.seq).arg(type),
                           {}, {{QStringLiteral("field"), QStringLiteral("data")}});
        data = &data->at(member);
    }
    if (data) {
        Result<EventData> read = dataOf(event.type, *data);
        if (!read)
            return std::unexpected(read.error());
        event.data = std::move(*read);
    }
    return event;
}

Result<Event> decodeEvent(std::string_view text)
{
    const Result<Json> json = parseJson(text);
    if (!json)
        return std::unexpected(json.error());
    return decodeEvent(*json);
}

} // namespace relevo::protocol
