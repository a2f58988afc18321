#include <domain/decide_handoff.h>

#include <domain/notices.h>
#include <domain/priority.h>
#include <domain/reply_window.h>
#include <domain/routing.h>

#include <algorithm>

namespace relevo::domain {
namespace {

QString statusName(HandoffStatus status)
{
    switch (status) {
    case HandoffStatus::Pending:
        return QStringLiteral("pending");
    case HandoffStatus::Notified:
        return QStringLiteral("notified");
    case HandoffStatus::Claimed:
        return QStringLiteral("claimed");
    case HandoffStatus::Active:
        return QStringLiteral("active");
    case HandoffStatus::Resolved:
        return QStringLiteral("resolved");
    case HandoffStatus::Abandoned:
        return QStringLiteral("abandoned");
    case HandoffStatus::ConvertedToTicket:
        return QStringLiteral("converted_to_ticket");
    }
    return {};
}

std::unexpected<Error> staleControl(const Control& control, const QString& detail)
{
    return failure(ErrorCode::StaleControl, QStringLiteral("Somebody else has this conversation now."),
                   detail, {{QStringLiteral("epoch"), QString::number(control.epoch)}});
}

/// In the conversation itself, or in another of the same customer's.
AgentId whoKnows(const Decision& decision)
{
    const ConversationState& state = *decision.conversation();
    const AgentId here = lastAgentOf(state);
    const auto& elsewhere = decision.context().lastAgentElsewhere;
    return here.isNull() && elsewhere ? elsewhere(state.conversation.contact.id) : here;
}

/// Somebody is there to talk with the customer soon. Where the project offers nothing whoever is available
/// may take it, whatever they speak or can do.
bool isAnybodyThere(const Decision& decision, const Handoff& handoff)
{
    ConversationState waiting = *decision.conversation();
    waiting.handoff = handoff;
    if (decision.project().settings.routing != Routing::Manual)
        return isAnybodyLeft(decision.project(), waiting);
    const std::vector<Consideration> all = consider(decision.project(), waiting);
    return std::any_of(all.begin(), all.end(), [](const Consideration& one) {
        return one.fit != Fit::Disabled && one.fit != Fit::Team && one.fit != Fit::NotAvailable &&
               one.fit != Fit::Gone;
    });
}

} // namespace

// The handoff that was named is not the conversation's newest one: an earlier one is over, another is
// unknown. Whoever came to it through its conversation named an earlier one.
std::unexpected<Error> noHandoff(const Decision& decision)
{
    if (decision.conversation())
        return failure(ErrorCode::Conflict, QStringLiteral("The handoff is over."),
                       QStringLiteral("The conversation has gone on without it; look at it again."));
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such handoff."),
                   QStringLiteral("Check the id; the list of waiting handoffs has the current ones."));
}

std::unexpected<Error> notNow(const Handoff& handoff, const QString& what)
{
    return failure(ErrorCode::Conflict, QStringLiteral("The handoff is %1.").arg(statusName(handoff.status)),
                   what, {{QStringLiteral("status"), statusName(handoff.status)}});
}

const Handoff* current(const Decision& decision, const HandoffId& id)
{
    const ConversationState* conversation = decision.conversation();
    if (!conversation || !conversation->handoff || conversation->handoff->id != id)
        return nullptr;
    return &*conversation->handoff;
}

Handoff nextOf(const Handoff& handoff, HandoffStatus status)
{
    Handoff next = handoff;
    next.status = status;
    next.awaited = handoff.awaited && status == HandoffStatus::Claimed;
    next.summary.reset();
    return next;
}

std::optional<Timestamp> dueAfter(const Settings& settings, Timestamp from, milliseconds span)
{
    return settings.businessHours ? afterOpenTime(*settings.businessHours, from, span) : from + span;
}

bool isUnderWay(const Handoff& handoff)
{
    return handoff.status == HandoffStatus::Active ||
           (handoff.status == HandoffStatus::Claimed && !handoff.responseDueAt);
}

std::optional<Timestamp> answerDueAnew(const Decision& decision, const Handoff& handoff)
{
    const Settings& settings = decision.project().settings;
    const std::optional<Timestamp> due =
        dueAfter(settings, decision.context().now, std::chrono::minutes(settings.responseTimeoutMinutes));
    const bool promised =
        handoff.mode == HandoffMode::Async && !handoff.activatedAt && due && handoff.responseDueAt;
    return promised ? std::max(due, handoff.responseDueAt) : due;
}

std::unexpected<Error> alreadyClaimed(const Handoff& handoff)
{
    const AgentRef holder = handoff.assignedTo.value_or(AgentRef{});
    return failure(ErrorCode::AlreadyClaimed, QStringLiteral("%1 has already claimed it.").arg(holder.name),
                   QStringLiteral("Take the next one from the queue."),
                   {{QStringLiteral("holderId"), holder.id.toString()},
                    {QStringLiteral("holderName"), holder.name},
                    {QStringLiteral("epoch"), QString::number(handoff.epoch)}});
}

Decision::Decision(const ProjectState& project, const ConversationState* conversation,
                   const DecisionContext& context)
    : m_project(project), m_context(context)
{
    if (conversation) {
        m_conversation = *conversation;
        m_conversationId = conversation->conversation.id;
    }
}

void Decision::add(EventType type, EventData data, HandoffId handoff)
{
    addAs(m_context.actor, type, std::move(data), handoff);
}

void Decision::addAs(const Actor& actor, EventType type, EventData data, HandoffId handoff)
{
    if (const auto* opened = std::get_if<Conversation>(&data))
        m_conversationId = opened->id;
    m_events.push_back(Event{0, EventId(m_context.ids.next()), type, m_context.now, actor, m_conversationId,
                             handoff, std::move(data)});
    if (m_conversationId.isNull())
        return;
    if (!m_conversation)
        m_conversation.emplace();
    applyTo(*m_conversation, m_events.back());
}

void Decision::addAboutAgent(EventType type, Agent agent)
{
    m_events.push_back(Event{
        0, EventId(m_context.ids.next()), type, m_context.now, m_context.actor, {}, {}, std::move(agent)});
}

void Decision::addFor(const ConversationId& conversation, EventType type, EventData data)
{
    m_events.push_back(Event{0,
                             EventId(m_context.ids.next()),
                             type,
                             m_context.now,
                             m_context.actor,
                             conversation,
                             {},
                             std::move(data)});
}

void Decision::addNotification(Notification notification)
{
    notification.id = NotificationId(m_context.ids.next());
    m_events.push_back(Event{0,
                             EventId(m_context.ids.next()),
                             EventType::NotificationPosted,
                             m_context.now,
                             m_context.actor,
                             {},
                             {},
                             std::move(notification)});
}

void Decision::addNotice(const QString& content, QLatin1String kind, HandoffId handoff)
{
    Message message;
    message.id = MessageId(m_context.ids.next());
    message.conversationId = m_conversationId;
    message.author = Author::System;
    message.kind = kind;
    message.content = content;
    message.at = m_context.now;
    const bool unsent = isWindowClosed(*m_conversation, m_context.now);
    if (unsent) {
        message.note = true;
        message.delivery = Delivery::Failed;
        message.deliveryError = closedBeforeSent();
        if (handoff.isNull() && m_conversation->handoff)
            handoff = m_conversation->handoff->id;
    }
    addAs(Actor{}, unsent ? EventType::NoteAdded : EventType::MessageSent, std::move(message), handoff);
}

Result<void> mayWrite(const ConversationState& state, Timestamp now,
                      const std::optional<TemplateUse>& madeFrom)
{
    if (madeFrom || !isWindowClosed(state, now))
        return {};
    return failure(
        ErrorCode::WindowClosed,
        QStringLiteral("The time in which this channel takes free text is over; nothing was sent."),
        QStringLiteral("Choose a template, or wait until the customer writes again."),
        {{QStringLiteral("closedAt"), QString::fromStdString(toRfc3339(replyWindow(state)->closesAt))}});
}

void closeConversation(Decision& decision)
{
    Conversation closed = decision.conversation()->conversation;
    closed.status = ConversationStatus::Closed;
    closed.closedAt = decision.context().now;
    closed.lastAgent = lastAgentOf(*decision.conversation());
    decision.add(EventType::ConversationClosed, std::move(closed));
}

void Decision::addControl(Holder holder, AgentId agent)
{
    const qint64 epoch = m_conversation ? m_conversation->control.epoch : 0;
    add(EventType::ControlChanged, Control{holder, agent, epoch + 1});
}

void requestHandoff(Decision& decision, const InitiateHandoff& request, const QString& email)
{
    const DecisionContext& context = decision.context();
    const Settings& settings = decision.project().settings;
    const Conversation& conversation = decision.conversation()->conversation;
    Handoff handoff;
    handoff.id = HandoffId(context.ids.next());
    handoff.conversationId = conversation.id;
    handoff.sessionId = conversation.sessionId;
    handoff.trigger = request.trigger;
    handoff.priority = request.priority.value_or(basePriority(request.trigger.type));
    handoff.skills = request.skills;
    handoff.team = request.team;
    handoff.knownBy = whoKnows(decision);
    const bool open = !settings.businessHours || isOpen(*settings.businessHours, context.now);
    handoff.mode = open && isAnybodyThere(decision, handoff) ? HandoffMode::Sync : HandoffMode::Async;
    handoff.epoch = decision.conversation()->control.epoch;
    handoff.createdAt = context.now;
    handoff.responseDueAt = answerDueAnew(decision, handoff);
    const QString language = conversation.language;
    const bool sync = handoff.mode == HandoffMode::Sync;
    const std::vector<EventType> promises = beginPromises(decision, handoff);
    // Open hours without anybody: the promise is what the customer is told. In closed hours it is the
    // opening, from which the due time runs already.
    if (open && !sync && handoff.sla && handoff.sla->firstResponse)
        handoff.responseDueAt = handoff.sla->firstResponse->dueAt;
    decision.add(EventType::HandoffRequested, handoff, handoff.id);
    addPromises(decision, handoff, promises);
    if (!open) // nobody looks at the queue before the opening
        decision.add(EventType::HandoffConverted, nextOf(handoff, HandoffStatus::ConvertedToTicket),
                     handoff.id);
    if (!sync)
        tellAway(decision, email);
    else
        decision.addNotice(handoffNotice(settings, language));
    if (open)
        offerOrTellAll(decision);
}

Result<void> decideNotified(Decision& decision, const MarkNotified& command)
{
    const Handoff* handoff = current(decision, command.handoffId);
    if (!handoff)
        return noHandoff(decision);
    // A desktop's word may come after somebody has claimed it; then there is nothing left to note.
    if (handoff->status != HandoffStatus::Pending)
        return {};
    Handoff next = nextOf(*handoff, HandoffStatus::Notified);
    next.notifiedAt = decision.context().now;
    decision.add(EventType::HandoffNotified, std::move(next), command.handoffId);
    return {};
}

Result<void> decideClaim(Decision& decision, const ClaimHandoff& command)
{
    const Handoff* handoff = current(decision, command.handoffId);
    if (!handoff)
        return noHandoff(decision);
    if (handoff->awaited && handoff->assignedTo && handoff->assignedTo->id == command.agent.id) {
        noteHere(decision, command.agent.id);
        come(decision);
        return {};
    }
    if (isHeld(handoff->status))
        return alreadyClaimed(*handoff);
    if (!isWaiting(handoff->status))
        return notNow(*handoff, QStringLiteral("It can no longer be claimed."));
    if (Result<void> may = mayHold(decision, command.agent.id); !may)
        return may;
    Handoff next = nextOf(*handoff, HandoffStatus::Claimed);
    // Their turn ended with the offer; by the time of the answer it would end twice, and out of order.
    const bool wasTheirs = handoff->offer && handoff->offer->agent.id == command.agent.id;
    next.offer.reset();
    next.passedBy.clear();
    next.snoozedUntil.reset();
    next.assignedTo = command.agent;
    next.claimedAt = decision.context().now;
    if (handoff->status == HandoffStatus::ConvertedToTicket) {
        // Its time ran out long ago; whoever takes it has the time for an answer anew.
        next.remindedAt.reset();
        next.responseDueAt = answerDueAnew(decision, *handoff);
    }
    decision.addControl(Holder::Agent, command.agent.id);
    next.epoch = decision.conversation()->control.epoch;
    decision.add(EventType::HandoffClaimed, std::move(next), command.handoffId);
    decision.addNotice(joinedNotice(command.agent.name, decision.conversation()->conversation.language));
    noteHere(decision, command.agent.id);
    if (decision.project().settings.routing != Routing::Manual && !wasTheirs)
        noteAssigned(decision, command.agent.id);
    return {};
}

Result<void> decideReply(Decision& decision, const SendMessage& command)
{
    const Handoff* handoff = current(decision, command.handoffId);
    if (!handoff)
        return decision.conversation()
                   ? staleControl(decision.conversation()->control, QStringLiteral("The handoff is over."))
                   : noHandoff(decision);
    const Control& control = decision.conversation()->control;
    if (isWaiting(handoff->status))
        return staleControl(control, QStringLiteral("Claim the handoff before answering."));
    if (!isHeld(handoff->status) || control.holder != Holder::Agent)
        return staleControl(
            control,
            QStringLiteral("The handoff is %1; the text was not sent.").arg(statusName(handoff->status)));
    if (!command.speaker.id.isNull() && command.speaker.id != control.agent)
        return staleControl(control, QStringLiteral("%1 holds it; the text was not sent.")
                                         .arg(handoff->assignedTo.value_or(AgentRef{}).name));
    if (command.epoch && *command.epoch != control.epoch)
        return staleControl(
            control,
            QStringLiteral("It changed hands since this was written; read it again and decide anew."));
    if (Result<void> may = mayWrite(*decision.conversation(), decision.context().now, command.madeFrom); !may)
        return may;
    noteHere(decision, command.speaker.id);
    if (handoff->awaited)
        decision.addNotice(joinedNotice(handoff->assignedTo.value_or(AgentRef{}).name,
                                        decision.conversation()->conversation.language));
    Message message;
    message.id = MessageId(decision.context().ids.next());
    message.conversationId = handoff->conversationId;
    message.author = Author::Agent;
    message.authorId = control.agent.toString();
    message.authorName =
        command.speaker.name.isEmpty() ? handoff->assignedTo.value_or(AgentRef{}).name : command.speaker.name;
    message.kind = kindWith(command.attachments, command.content);
    message.content = command.content;
    message.attachments = command.attachments;
    message.madeFrom = command.madeFrom;
    message.clientId = command.clientId;
    message.at = decision.context().now;
    decision.add(EventType::MessageSent, std::move(message), command.handoffId);
    if (handoff->status != HandoffStatus::Claimed) {
        passPromises(decision, SlaOccasion::AgentAnswered);
        return {};
    }
    Handoff next = nextOf(*handoff, HandoffStatus::Active);
    next.activatedAt = decision.context().now;
    const std::vector<EventType> promises = settlePromises(decision, next, SlaOccasion::AgentAnswered);
    decision.add(EventType::HandoffActivated, next, next.id);
    addPromises(decision, next, promises);
    return {};
}

Result<void> decideResolve(Decision& decision, const ResolveHandoff& command)
{
    const Handoff* handoff = current(decision, command.handoffId);
    if (!handoff)
        return noHandoff(decision);
    if (!canBecome(handoff->status, HandoffStatus::Resolved))
        return notNow(*handoff, isWaiting(handoff->status) ? QStringLiteral("Claim it before resolving it.")
                                                           : QStringLiteral("It is already over."));
    if (!command.mayResolveOthers && (!handoff->assignedTo || handoff->assignedTo->id != command.agent))
        return failure(ErrorCode::Forbidden, QStringLiteral("Another agent holds this conversation."),
                       QStringLiteral("Only its holder or a supervisor can resolve it."));
    Handoff next = nextOf(*handoff, HandoffStatus::Resolved);
    next.resolvedAt = decision.context().now;
    next.resolutionNotes = command.notes;
    next.disposition = command.disposition;
    next.handedBackToBot = command.handBackToBot;
    next.snoozedUntil.reset();
    next.epoch = decision.conversation()->control.epoch + 1;
    markRatingAsked(decision, command, next);
    // With the bot the conversation goes on.
    const QString& language = decision.conversation()->conversation.language;
    decision.addNotice(command.handBackToBot ? botAgainNotice(language)
                                             : resolvedNotice(decision.project().settings, language));
    const std::vector<EventType> promises = settlePromises(decision, next, SlaOccasion::Resolved);
    decision.add(EventType::HandoffResolved, next, next.id);
    addPromises(decision, next, promises);
    if (next.ratingAskedAt)
        askForRating(decision);
    decision.addControl(command.handBackToBot ? Holder::Bot : Holder::Nobody, {});
    if (command.handBackToBot)
        letBotSpeak(decision);
    else
        closeConversation(decision);
    return {};
}

Result<void> decideSummary(Decision& decision, const RecordSummary& command)
{
    const Handoff* handoff = current(decision, command.handoffId);
    if (!handoff)
        return noHandoff(decision);
    // A language model answers late: what was summed up since knows more, and what is over is not rewritten.
    if (handoff->summary &&
        (!isOpen(handoff->status) || handoff->summary->basedOnSeq > command.summary.basedOnSeq))
        return {};
    decision.add(EventType::SummaryReady, command.summary, command.handoffId);
    return {};
}

} // namespace relevo::domain
