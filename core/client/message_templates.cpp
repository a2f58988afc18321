#include <client/message_templates.h>

#include <protocol/codec.h>

namespace relevo::client {

Result<MessageTemplates> messageTemplatesFrom(const protocol::Json& list)
{
    const auto items = list.is_object() ? list.find("items") : list.end();
    if (!list.is_object() || items == list.end() || !items->is_array())
        return failure(ErrorCode::Invalid, QStringLiteral("The list of message templates makes no sense."));
    MessageTemplates templates;
    for (const protocol::Json& item : *items) {
        auto text = protocol::fromJson<domain::MessageTemplate>(item);
        if (text && !text->id.isNull())
            templates.push_back(std::move(*text));
    }
    return templates;
}

} // namespace relevo::client
