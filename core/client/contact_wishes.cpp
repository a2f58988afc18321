#include <client/contact_wishes.h>

#include <client/outbox.h>
#include <protocol/limits.h>

#include <algorithm>

namespace relevo::client {

namespace {

using protocol::Fields;
using protocol::Json;

QString textOf(const Json& value)
{
    return value.is_string() ? QString::fromStdString(value.get<std::string>()) : QString();
}

void foldDetails(domain::Contact& contact, const Json& params)
{
    for (const auto& [key, field] :
         {std::pair("name", &domain::Contact::name), std::pair("email", &domain::Contact::email),
          std::pair("phone", &domain::Contact::phone)}) {
        if (const auto found = params.find(key); found != params.end())
            contact.*field = textOf(*found);
    }
    if (const auto found = params.find("attributes"); found != params.end() && found->is_object()) {
        for (const auto& [name, value] : found->items()) {
            if (const QString text = textOf(value); text.isEmpty())
                contact.attributes.erase(QString::fromStdString(name));
            else
                contact.attributes[QString::fromStdString(name)] = text;
        }
    }
    if (const auto found = params.find("tags"); found != params.end() && found->is_array()) {
        contact.tags.clear();
        for (const Json& tag : *found)
            contact.tags.push_back(textOf(tag));
    }
}

} // namespace

void foldWish(domain::Contact& contact, const OutboxItem& item, const domain::AgentRef& me)
{
    Fields fields(item.params);
    // A wish about another contact of the same person waits in the same conversation.
    const auto about = fields.optionalId<domain::ContactId>("contactId");
    if (!about.isNull() && !contact.id.isNull() && about != contact.id)
        return;
    switch (item.wish) {
    case Wish::UpdateContact:
        foldDetails(contact, item.params);
        break;
    case Wish::BlockContact:
        contact.blocked = fields.flag("blocked");
        break;
    case Wish::MarkSpam:
        contact.blocked = contact.blocked || fields.flag("block");
        break;
    case Wish::AddContactNote:
        contact.notes.push_back(
            {{}, me.id, me.name, fields.text("text", protocol::maxNotesBytes), item.madeAt});
        break;
    case Wish::DeleteContactNote: {
        const auto note = fields.id<domain::MessageId>("noteId");
        std::erase_if(contact.notes, [&note](const domain::ContactNote& one) { return one.id == note; });
        break;
    }
    case Wish::MergeContacts:
        contact.mergedInto = fields.id<domain::ContactId>("into");
        break;
    case Wish::SplitContact:
        contact.mergedInto = {};
        break;
    default:
        break;
    }
}

} // namespace relevo::client
