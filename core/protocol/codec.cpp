#include <protocol/codec.h>

#include <protocol/codec_support.h>

#include <algorithm>

namespace relevo::protocol {

using namespace domain;
using namespace detail;

Json toJson(const Project& project)
{
    return Json{{"id", project.id.text()}, {"name", utf8(project.name)}};
}

template <>
Result<Project> fromJson<Project>(const Json& json)
{
    Fields fields(json);
    Project project{fields.id<ProjectId>("id"), fields.optionalText("name", anyLength)};
    return finish(fields, std::move(project));
}

Json toJson(const Agent& agent)
{
    Json json{{"id", agent.id.text()},
              {"name", utf8(agent.name)},
              {"role", nameOf(agent.role)},
              {"availability", nameOf(agent.availability)}};
    put(json, "email", agent.email);
    if (!agent.skills.isEmpty())
        json["skills"] = list(agent.skills);
    if (!agent.languages.isEmpty())
        json["languages"] = list(agent.languages);
    if (agent.capacity > 0)
        json["capacity"] = agent.capacity;
    if (agent.online)
        json["online"] = true;
    put(json, "goneAt", agent.goneAt);
    put(json, "lastAssignedAt", agent.lastAssignedAt);
    if (agent.disabled)
        json["disabled"] = true;
    if (agent.invited)
        json["invited"] = true;
    if (agent.totpRequired)
        json["totpRequired"] = true;
    return json;
}

template <>
Result<Agent> fromJson<Agent>(const Json& json)
{
    Fields fields(json);
    Agent agent;
    agent.id = fields.id<AgentId>("id");
    agent.name = fields.optionalText("name", anyLength);
    agent.email = fields.optionalText("email", anyLength);
    agent.role = named(fields, "role", Role::Agent);
    agent.availability = named(fields, "availability", Availability::Away);
    agent.skills = texts(fields, "skills");
    agent.languages = texts(fields, "languages");
    agent.capacity = std::max(0, smallNumber(fields, "capacity", 0));
    agent.online = fields.flag("online");
    agent.goneAt = optionalTime(fields, "goneAt");
    agent.lastAssignedAt = optionalTime(fields, "lastAssignedAt");
    agent.disabled = fields.flag("disabled");
    agent.invited = fields.flag("invited");
    agent.totpRequired = fields.flag("totpRequired");
    return finish(fields, std::move(agent));
}

namespace {

Json noteJson(const ContactNote& note)
{
    Json json{{"id", note.id.text()}, {"text", utf8(note.text)}, {"at", toRfc3339(note.at)}};
    if (!note.authorId.isNull())
        json["authorId"] = note.authorId.text();
    put(json, "authorName", note.authorName);
    return json;
}

std::vector<ContactNote> readNotes(Fields& fields)
{
    std::vector<ContactNote> notes;
    const Json* member = fields.member("notes");
    if (!member)
        return notes;
    if (!member->is_array()) {
        fields.fail("notes", "must be a list of notes");
        return notes;
    }
    for (const Json& item : *member) {
        Fields one(item);
        notes.push_back({one.id<MessageId>("id"), one.optionalId<AgentId>("authorId"),
                         one.optionalText("authorName", anyLength), one.optionalText("text", anyLength),
                         time(one, "at")});
        adopt(fields, "notes", one);
    }
    return notes;
}

} // namespace

Json toJson(const Contact& contact)
{
    Json json{{"id", contact.id.text()}};
    put(json, "name", contact.name);
    put(json, "email", contact.email);
    put(json, "phone", contact.phone);
    if (!contact.attributes.empty()) {
        Json& attributes = json["attributes"] = Json::object();
        for (const auto& [key, value] : contact.attributes)
            attributes[utf8(key)] = utf8(value);
    }
    if (!contact.tags.isEmpty())
        json["tags"] = list(contact.tags);
    if (contact.blocked)
        json["blocked"] = true;
    if (!contact.mergedInto.isNull())
        json["mergedInto"] = contact.mergedInto.text();
    if (!contact.notes.empty()) {
        Json& notes = json["notes"] = Json::array();
        for (const ContactNote& note : contact.notes)
            notes.push_back(noteJson(note));
    }
    return json;
}

namespace {

struct ContactBounds
{
    std::size_t text;
    std::size_t attributes;
};

void readAttributes(Fields& fields, const ContactBounds& bounds, std::map<QString, QString>& into)
{
    const Json* attributes = fields.member("attributes");
    if (!attributes)
        return;
    if (!attributes->is_object() || attributes->size() > bounds.attributes) {
        fields.fail("attributes", "must be an object of at most 64 values");
        return;
    }
    for (const auto& [key, value] : attributes->items()) {
        if (value.is_null())
            continue;
        if (value.is_structured() || key.size() > bounds.text)
            fields.fail("attributes", "must hold texts, numbers or booleans under short names");
        const QString text = value.is_string() ? toQString(value) : QString::fromStdString(dump(value));
        if (text.size() > static_cast<qsizetype>(bounds.text))
            fields.fail("attributes", "has a value that is too long");
        into[fromUtf8(key)] = text;
    }
}

template <typename ContactLike>
void readContact(Fields& fields, const ContactBounds& bounds, ContactLike& contact)
{
    contact.name = fields.optionalText("name", bounds.text);
    contact.email = fields.optionalText("email", bounds.text);
    contact.phone = fields.optionalText("phone", bounds.text);
    readAttributes(fields, bounds, contact.attributes);
}

} // namespace

Result<ContactPatch> contactPatchFromJson(const Json& json)
{
    Fields fields(json);
    ContactPatch patch;
    readContact(fields, {maxShortText, maxAttributes}, patch);
    return finish(fields, std::move(patch));
}

template <>
Result<Contact> fromJson<Contact>(const Json& json)
{
    Fields fields(json);
    Contact contact;
    contact.id = fields.id<ContactId>("id");
    // What was written down is read whatever the door's bounds are by now.
    readContact(fields, {anyLength, anyLength}, contact);
    contact.tags = texts(fields, "tags");
    contact.blocked = fields.flag("blocked");
    contact.mergedInto = fields.optionalId<ContactId>("mergedInto");
    contact.notes = readNotes(fields);
    return finish(fields, std::move(contact));
}

Json toJson(const Conversation& conversation)
{
    Json json{{"id", conversation.id.text()},          {"sessionId", utf8(conversation.sessionId)},
              {"channel", utf8(conversation.channel)}, {"contact", toJson(conversation.contact)},
              {"status", nameOf(conversation.status)}, {"openedAt", toRfc3339(conversation.openedAt)}};
    put(json, "language", conversation.language);
    put(json, "closedAt", conversation.closedAt);
    if (!conversation.lastAgent.isNull())
        json["lastAgent"] = conversation.lastAgent.text();
    put(json, "idleWarnedAt", conversation.idleWarnedAt);
    put(json, "customerGoneAt", conversation.customerGoneAt);
    if (conversation.botOff)
        json["botOff"] = true;
    if (conversation.erased)
        json["erased"] = true;
    if (!conversation.tags.isEmpty())
        json["tags"] = list(conversation.tags);
    return json;
}

template <>
Result<Conversation> fromJson<Conversation>(const Json& json)
{
    Fields fields(json);
    Conversation conversation;
    conversation.id = fields.id<ConversationId>("id");
    conversation.sessionId = fields.optionalText("sessionId", anyLength);
    conversation.channel = fields.optionalText("channel", anyLength);
    conversation.contact = nested<Contact>(fields, "contact").value_or(Contact{});
    conversation.status = named(fields, "status", ConversationStatus::Open);
    conversation.language = fields.optionalText("language", anyLength);
    conversation.openedAt = time(fields, "openedAt");
    conversation.closedAt = optionalTime(fields, "closedAt");
    conversation.lastAgent = fields.optionalId<AgentId>("lastAgent");
    conversation.idleWarnedAt = optionalTime(fields, "idleWarnedAt");
    conversation.customerGoneAt = optionalTime(fields, "customerGoneAt");
    conversation.botOff = fields.flag("botOff");
    conversation.erased = fields.flag("erased");
    conversation.tags = texts(fields, "tags");
    return finish(fields, std::move(conversation));
}

Json toJson(const Attachment& attachment)
{
    const std::string id = attachment.id.text();
    Json json{{"id", id},
              {"name", utf8(attachment.name)},
              {"mime", utf8(attachment.mime)},
              {"size", attachment.size},
              {"url", attachmentUrl + id}};
    put(json, "sha256", attachment.sha256);
    if (attachment.width > 0)
        json["width"] = attachment.width;
    if (attachment.height > 0)
        json["height"] = attachment.height;
    if (attachment.gone)
        json["gone"] = true;
    return json;
}

Json toJson(const AttachmentsRemoved& removed)
{
    Json ids = Json::array();
    for (const AttachmentId& id : removed.ids)
        ids.push_back(id.text());
    return Json{{"attachmentIds", std::move(ids)}};
}

template <>
Result<AttachmentsRemoved> fromJson<AttachmentsRemoved>(const Json& json)
{
    Fields fields(json);
    AttachmentsRemoved removed;
    for (const QString& text : texts(fields, "attachmentIds")) {
        if (const auto id = AttachmentId::parse(QStringView(text)))
            removed.ids.push_back(*id);
        else
            fields.fail("attachmentIds", "must be a list of UUIDs");
    }
    return finish(fields, std::move(removed));
}

template <>
Result<Attachment> fromJson<Attachment>(const Json& json)
{
    Fields fields(json);
    Attachment attachment;
    attachment.id = fields.id<AttachmentId>("id");
    attachment.name = fields.optionalText("name", anyLength);
    attachment.mime = fields.optionalText("mime", anyLength);
    attachment.size = std::max<qint64>(0, fields.number("size"));
    attachment.sha256 = fields.optionalText("sha256", anyLength);
    attachment.width = std::max(0, smallNumber(fields, "width", 0));
    attachment.height = std::max(0, smallNumber(fields, "height", 0));
    attachment.gone = fields.flag("gone");
    return finish(fields, std::move(attachment));
}

Json toJson(const TemplateUse& use)
{
    return Json{{"name", utf8(use.name)}, {"language", utf8(use.language)}, {"values", list(use.values)}};
}

template <>
Result<TemplateUse> fromJson<TemplateUse>(const Json& json)
{
    Fields fields(json);
    TemplateUse use{fields.optionalText("name", anyLength), fields.optionalText("language", anyLength),
                    texts(fields, "values")};
    return finish(fields, std::move(use));
}

Json toJson(const Message& message)
{
    Json json{{"id", message.id.text()},    {"conversationId", message.conversationId.text()},
              {"seq", message.seq},         {"author", nameOf(message.author)},
              {"kind", utf8(message.kind)}, {"content", utf8(message.content)},
              {"note", message.note},       {"delivery", nameOf(message.delivery)},
              {"at", toRfc3339(message.at)}};
    put(json, "authorId", message.authorId);
    put(json, "authorName", message.authorName);
    put(json, "clientId", message.clientId);
    put(json, "externalId", message.externalId);
    if (message.botFailed)
        json["botFailed"] = true;
    if (message.frustration > 0)
        json["frustration"] = message.frustration;
    if (message.repeats > 0)
        json["repeats"] = message.repeats;
    if (message.deliveryError)
        json["deliveryError"] = Json{{"code", utf8(message.deliveryError->code)},
                                     {"message", utf8(message.deliveryError->message)}};
    for (const Attachment& attachment : message.attachments)
        json["attachments"].push_back(toJson(attachment));
    if (message.madeFrom)
        json["template"] = toJson(*message.madeFrom);
    return json;
}

template <>
Result<DeliveryError> fromJson<DeliveryError>(const Json& json)
{
    Fields fields(json);
    DeliveryError error{fields.optionalText("code", anyLength), fields.optionalText("message", anyLength)};
    return finish(fields, std::move(error));
}

namespace {

void readAttachments(Fields& fields, std::vector<Attachment>& into)
{
    const Json* attachments = fields.member("attachments");
    if (!attachments)
        return;
    if (!attachments->is_array()) {
        fields.fail("attachments", "must be a list");
        return;
    }
    for (const Json& item : *attachments) {
        Result<Attachment> attachment = fromJson<Attachment>(item);
        if (!attachment) {
            fields.fail("attachments", "has an item that does not have the expected shape");
            return;
        }
        into.push_back(std::move(*attachment));
    }
}

} // namespace

template <>
Result<Message> fromJson<Message>(const Json& json)
{
    Fields fields(json);
    Message message;
    message.id = fields.id<MessageId>("id");
    message.conversationId = fields.id<ConversationId>("conversationId");
    message.seq = fields.number("seq");
    message.author = named(fields, "author", Author::System);
    message.authorId = fields.optionalText("authorId", anyLength);
    message.authorName = fields.optionalText("authorName", anyLength);
    message.kind = fields.optionalText("kind", anyLength);
    message.content = fields.optionalText("content", anyLength);
    message.note = fields.flag("note");
    message.botFailed = fields.flag("botFailed");
    message.frustration = std::clamp(real(fields, "frustration", 0.0), 0.0, 1.0);
    message.repeats = std::max(0, smallNumber(fields, "repeats", 0));
    message.clientId = fields.optionalText("clientId", anyLength);
    message.externalId = fields.optionalText("externalId", anyLength);
    message.delivery = named(fields, "delivery", Delivery::Unknown);
    message.deliveryError = nested<DeliveryError>(fields, "deliveryError");
    readAttachments(fields, message.attachments);
    message.madeFrom = nested<TemplateUse>(fields, "template");
    message.at = time(fields, "at");
    return finish(fields, std::move(message));
}

Json toJson(const DeliveryUpdate& update)
{
    Json json{{"messageId", update.messageId.text()}, {"delivery", nameOf(update.delivery)}};
    if (update.error)
        json["deliveryError"] =
            Json{{"code", utf8(update.error->code)}, {"message", utf8(update.error->message)}};
    return json;
}

template <>
Result<DeliveryUpdate> fromJson<DeliveryUpdate>(const Json& json)
{
    Fields fields(json);
    DeliveryUpdate update;
    update.messageId = fields.id<MessageId>("messageId");
    update.delivery = named(fields, "delivery", Delivery::Unknown);
    update.error = nested<DeliveryError>(fields, "deliveryError");
    return finish(fields, std::move(update));
}

Json toJson(const Control& control)
{
    Json holder{{"type", nameOf(control.holder)}};
    if (!control.agent.isNull())
        holder["id"] = control.agent.text();
    return Json{{"holder", std::move(holder)}, {"epoch", control.epoch}};
}

template <>
Result<Control> fromJson<Control>(const Json& json)
{
    static const Json nobody = Json::object();
    Fields fields(json);
    const Json* member = fields.member("holder");
    Fields holder(member ? *member : nobody);
    Control control;
    control.holder = named(holder, "type", Holder::Nobody);
    control.agent = holder.optionalId<AgentId>("id");
    control.epoch = fields.number("epoch");
    adopt(fields, "holder", holder);
    return finish(fields, std::move(control));
}

} // namespace relevo::protocol
