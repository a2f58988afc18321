#include <relay/attachment_fields.h>

#include <algorithm>

namespace relevo::relay {

AttachmentIds attachmentsIn(protocol::Fields& fields, QString& content, std::size_t maxBytes)
{
    AttachmentIds attachments;
    const protocol::Json* ids = fields.member("attachments");
    if (ids && (!ids->is_array() || ids->size() > domain::maxAttachments)) {
        fields.fail("attachments", "must be a list of at most 10 ids");
        return attachments;
    }
    for (const protocol::Json& item : ids ? *ids : protocol::Json::array()) {
        const auto id =
            item.is_string()
                ? domain::AttachmentId::parse(std::string_view(item.get_ref<const std::string&>()))
                : std::nullopt;
        if (!id || std::ranges::find(attachments, *id) != attachments.end())
            fields.fail("attachments", "must be ids of files that were uploaded, each once");
        else
            attachments.push_back(*id);
    }
    content =
        attachments.empty() ? fields.text("content", maxBytes) : fields.optionalText("content", maxBytes);
    return attachments;
}

QString uploadOwner(const Scope& scope)
{
    return scope.isAgent() ? QStringLiteral("agent:") + scope.agent.toString() : QStringLiteral("program");
}

namespace {

struct Conversation
{
    domain::ConversationId operator()(const domain::ReceiveMessage& command) const
    {
        return command.conversationId;
    }
    template <typename T>
    domain::ConversationId operator()(const T&) const
    {
        return {};
    }
};

struct Carrier
{
    std::vector<domain::Attachment>& files;

    void operator()(domain::ReceiveMessage& command) const { command.attachments = std::move(files); }
    void operator()(domain::SendMessage& command) const { command.attachments = std::move(files); }
    void operator()(domain::AddNote& command) const { command.attachments = std::move(files); }
    template <typename T>
    void operator()(T&) const
    {
    }
};

} // namespace

Result<void> attach(store::Journal& journal, Submission& submission,
                    const domain::ConversationState* conversation)
{
    if (submission.attachments.empty())
        return {};
    const domain::ConversationId id =
        conversation ? conversation->conversation.id : std::visit(Conversation{}, submission.command);
    auto files = journal.attachments().forMessage(submission.project, submission.attachments,
                                                  submission.attachmentOwner, id);
    if (!files)
        return std::unexpected(files.error());
    std::visit(Carrier{*files}, submission.command);
    return {};
}

} // namespace relevo::relay
