#include <client/conversation_row.h>

#include <domain/priority.h>

namespace relevo::client {

QString oneLine(const QString& text)
{
    // Only as much as can matter is looked at; a message may have 32 KiB.
    const QString line = text.left(4 * maxLineLength).simplified();
    return line.size() > maxLineLength ? line.left(maxLineLength - 1) + QChar(0x2026) : line;
}

ConversationRow rowOf(const domain::ConversationState& state)
{
    ConversationRow row;
    row.id = state.conversation.id;
    row.contactName = state.conversation.contact.name;
    row.channel = state.conversation.channel;
    row.language = state.conversation.language;
    row.holder = state.control.holder;
    row.holderAgent = state.control.agent;
    row.epoch = state.control.epoch;
    row.lastAt = state.conversation.openedAt;
    if (const auto& handoff = state.handoff) {
        row.handoffId = handoff->id;
        row.status = handoff->status;
        row.triggerType = handoff->trigger.type;
        row.triggerReason = oneLine(handoff->trigger.reason);
        row.priority = handoff->priority;
        row.requestedAt = handoff->createdAt;
        row.responseDueAt = domain::answerDueAt(*handoff);
        if (handoff->assignedTo)
            row.assignedTo = handoff->assignedTo->name;
        if (handoff->summary)
            row.issue = oneLine(handoff->summary->mainIssue);
    }
    if (const auto& message = state.lastMessage) {
        row.lastAuthor = message->author;
        row.lastLine = oneLine(message->content);
        row.lastAt = message->at;
        row.lastSeq = message->seq;
    }
    return row;
}

domain::Handoff queueHandoff(const ConversationRow& row)
{
    domain::Handoff handoff;
    handoff.id = row.handoffId;
    handoff.conversationId = row.id;
    handoff.status = row.status;
    handoff.priority = row.priority;
    handoff.createdAt = row.requestedAt;
    handoff.responseDueAt = row.responseDueAt;
    return handoff;
}

} // namespace relevo::client
