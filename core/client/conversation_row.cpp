#include <client/conversation_row.h>

#include <domain/frustration.h>
#include <domain/priority.h>
#include <domain/sla_clock.h>

namespace relevo::client {

namespace {

/// What still counts of the first answer's due time once it was given: what was promised for the next one.
std::optional<Timestamp> dueAt(const domain::Handoff& handoff)
{
    if (handoff.status != domain::HandoffStatus::Active)
        return domain::answerDueAt(handoff);
    return handoff.sla ? domain::answerPromisedBy(*handoff.sla) : std::nullopt;
}

void readHandoff(ConversationRow& row, const domain::Handoff& handoff)
{
    row.handoffId = handoff.id;
    row.status = handoff.status;
    row.triggerType = handoff.trigger.type;
    row.triggerReason = oneLine(handoff.trigger.reason);
    row.priority = handoff.priority;
    row.requestedAt = handoff.createdAt;
    row.responseDueAt = dueAt(handoff);
    if (handoff.assignedTo)
        row.assignedTo = handoff.assignedTo->name;
    row.awaited = handoff.awaited;
    if (handoff.offer) {
        row.offeredTo = handoff.offer->agent.id;
        row.offeredUntil = handoff.offer->expiresAt;
    }
    row.snoozedUntil = handoff.snoozedUntil;
    if (handoff.status == domain::HandoffStatus::Resolved)
        row.resolvedAt = handoff.resolvedAt;
    row.team = handoff.team;
    if (handoff.summary)
        row.issue = oneLine(handoff.summary->mainIssue);
}

} // namespace

QString oneLine(const QString& text)
{
    // Only as much as can matter is looked at; a message may have 32 KiB.
    const QString line = text.left(4 * maxLineLength).simplified();
    return line.size() > maxLineLength ? line.left(maxLineLength - 1) + QChar(0x2026) : line;
}

QString lineOf(const domain::Message& message)
{
    if (!message.content.isEmpty())
        return oneLine(message.content);
    QStringList names;
    for (const domain::Attachment& file : message.attachments)
        names.push_back(file.name);
    return oneLine(names.join(QLatin1String(", ")));
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
    row.tags = state.conversation.tags;
    row.vip = domain::isVip(state.conversation.contact);
    row.blocked = state.conversation.contact.blocked;
    row.contactTags = state.conversation.contact.tags;
    row.frustration = state.frustration;
    if (state.handoff)
        readHandoff(row, *state.handoff);
    if (const auto& message = state.lastMessage) {
        row.lastAuthor = message->author;
        row.lastLine = lineOf(*message);
        row.lastAt = message->at;
        row.lastSeq = message->seq;
    }
    return row;
}

bool isAnswerAtRisk(const ConversationRow& row, Timestamp now)
{
    if (!row.responseDueAt || *row.responseDueAt - now >= riskSpan)
        return false;
    return isWaiting(row) || (row.holder == domain::Holder::Agent && waitsForAgent(row));
}

bool isFrustrated(const ConversationRow& row)
{
    return QLatin1String(domain::moodName(row.frustration)) == QLatin1String("frustrated");
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
