#include <protocol/codec.h>
#include <protocol/codec_support.h>

namespace relevo::protocol {

using namespace domain;
using namespace detail;

Json toJson(const MessageTemplate& text)
{
    return Json{{"id", text.id.toString(QUuid::WithoutBraces).toStdString()},
                {"name", utf8(text.name)},
                {"language", utf8(text.language)},
                {"body", utf8(text.body)},
                {"category", nameOf(text.category)},
                {"updatedAt", toRfc3339(text.updatedAt)}};
}

template <>
Result<MessageTemplate> fromJson<MessageTemplate>(const Json& json)
{
    Fields fields(json);
    MessageTemplate text;
    text.id = QUuid::fromString(fields.optionalText("id", maxShortText));
    text.name = fields.text("name", maxShortText);
    if (!fields.error() && !isTemplateName(text.name))
        fields.fail("name", "must be 1 to 512 lower-case letters, digits and underscores");
    text.language = fields.text("language", maxShortText);
    if (!fields.error() && !isTemplateLanguage(text.language))
        fields.fail("language", "must be a code such as \"en\" or \"pt_BR\"");
    text.body = fields.text("body", anyLength);
    if (text.body.trimmed().isEmpty() || text.body.size() > longestTemplate)
        fields.fail("body", "must have 1 to 1024 characters");
    else if (const Result<int> wanted = valuesWanted(text.body); !wanted)
        fields.fail("body", "must have its places for values as {{1}}, {{2}} and so on, 20 at most");
    text.category = named(fields, "category", TemplateCategory::Utility);
    text.updatedAt = optionalTime(fields, "updatedAt").value_or(Timestamp{});
    return finish(fields, std::move(text));
}

} // namespace relevo::protocol
