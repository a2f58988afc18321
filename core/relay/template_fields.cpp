#include <relay/template_fields.h>

#include <protocol/codec.h>
#include <protocol/limits.h>

namespace relevo::relay {

std::optional<domain::TemplateUse> templateIn(protocol::Fields& fields)
{
    const protocol::Json* given = fields.member("template");
    if (!given)
        return std::nullopt;
    if (fields.has("content") || fields.has("attachments"))
        fields.fail("content",
                    "and \"attachments\" cannot be given with a template; the relay makes the text");
    Result<domain::TemplateUse> use = protocol::fromJson<domain::TemplateUse>(*given);
    if (!use || use->name.isEmpty() || use->language.isEmpty() ||
        use->values.size() > domain::mostTemplateValues) {
        fields.fail("template", "must be {name, language, values} with at most 20 texts");
        return std::nullopt;
    }
    return std::move(*use);
}

namespace {

/// What of a command is made of a template; null when nothing is.
struct TemplateText
{
    const domain::TemplateUse* use = nullptr;
    QString* content = nullptr;
};

struct TemplateTextOf
{
    TemplateText operator()(domain::ReceiveMessage& command) const { return of(command); }
    TemplateText operator()(domain::SendMessage& command) const { return of(command); }
    template <typename T>
    TemplateText operator()(T&) const
    {
        return {};
    }

private:
    template <typename T>
    static TemplateText of(T& command)
    {
        return command.madeFrom ? TemplateText{&*command.madeFrom, &command.content} : TemplateText{};
    }
};

} // namespace

Result<void> fillTemplate(store::Journal& journal, Submission& submission)
{
    const TemplateText text = std::visit(TemplateTextOf{}, submission.command);
    if (!text.use)
        return {};
    const auto known =
        journal.messageTemplates().named(submission.project, text.use->name, text.use->language);
    if (!known)
        return std::unexpected(known.error());
    if (!*known)
        return failure(ErrorCode::Invalid, QStringLiteral("There is no such template in this language."),
                       QStringLiteral("GET /api/message-templates lists them."),
                       {{QStringLiteral("field"), QStringLiteral("template")}});
    Result<QString> made = domain::renderTemplate((*known)->body, text.use->values);
    if (!made)
        return std::unexpected(made.error());
    *text.content = std::move(*made);
    return {};
}

} // namespace relevo::relay
