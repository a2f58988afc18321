#include <relay/commands.h>

#include <protocol/limits.h>
#include <relay/answers.h>
#include <relay/attachment_fields.h>
#include <relay/template_fields.h>

#include <algorithm>

namespace relevo::relay {

namespace {

// What was said since a text was begun is looked through that far back.
constexpr int mostSaidSince = 50;

/// Refuses a text that was written before something somebody else has said: the customer, the bot, another
/// agent. Whoever does not hold the conversation is not told of it: the decision refuses them
/// (stale_control).
std::function<Result<void>(store::Journal&)> nothingSaidSince(const domain::ProjectId& project,
                                                              const domain::ConversationId& conversation,
                                                              qint64 seq, const domain::AgentId& writer)
{
    return [project, conversation, seq, holder = writer,
            writer = writer.toString()](store::Journal& journal) -> Result<void> {
        const auto state = journal.conversationById(project, conversation);
        if (!state)
            return std::unexpected(state.error());
        if (*state && (*state)->control.agent != holder)
            return {}; // it is not theirs to answer, and that is what they are to be told
        const auto said = journal.saidAfter(project, conversation, seq, mostSaidSince);
        if (!said)
            return std::unexpected(said.error());
        const auto other = std::ranges::find_if(*said, [&writer](const domain::Message& message) {
            return message.author == domain::Author::Agent ? message.authorId != writer
                                                           : message.author != domain::Author::System;
        });
        if (other == said->end())
            return {};
        return failure(ErrorCode::Conflict, QStringLiteral("Something was said after this was written."),
                       QStringLiteral("Read what came after \"basedOnSeq\"; send again without it, or with "
                                      "the \"seq\" of the newest message."),
                       {{QStringLiteral("seq"), QString::number(said->back().seq)},
                        {QStringLiteral("messageId"), other->id.toString()}});
    };
}

} // namespace

Result<Submission> Commands::reply(const Scope& scope, const domain::HandoffId& handoff,
                                   const protocol::Json& body) const
{
    protocol::Fields fields(body);
    domain::SendMessage command;
    command.handoffId = handoff;
    command.madeFrom = templateIn(fields);
    AttachmentIds attachments;
    if (!command.madeFrom)
        attachments = attachmentsIn(fields, command.content, protocol::maxContentBytes);
    command.clientId = fields.optionalText("clientId", protocol::maxShortText);
    command.epoch = fields.optionalNumber("epoch");
    command.speaker.name = fields.optionalText("senderName", protocol::maxShortText);
    const auto conversation = fields.optionalId<domain::ConversationId>("conversationId");
    const std::optional<qint64> basedOn = fields.optionalNumber("basedOnSeq");
    const domain::ConversationState* held = m_hub.byHandoff(scope.project, handoff);
    // A text for one customer must not reach another.
    if (held && !conversation.isNull() && conversation != held->conversation.id)
        fields.fail("conversationId", "is not the handoff's");
    if (fields.error())
        return std::unexpected(*fields.error());
    if (scope.isAgent())
        command.speaker = {scope.agent, scope.actor.name};
    Submission submission{scope.project, {}, scope.actor, handoff, {}, answers::sent, {}};
    if (held && basedOn)
        submission.check = nothingSaidSince(scope.project, held->conversation.id, *basedOn,
                                            scope.isAgent() ? scope.agent : held->control.agent);
    submission.carry(std::move(attachments), uploadOwner(scope));
    if (!command.clientId.isEmpty())
        submission.commandIds.push_back(
            {QStringLiteral("reply:") + handoff.toString() + u'\n' + command.clientId});
    submission.command = std::move(command);
    return submission;
}

} // namespace relevo::relay
