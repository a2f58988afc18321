#include <domain/redaction.h>

#include <type_traits>

namespace relevo::domain {
namespace {

/// Takes the place of the channel's own id of the chat, which may be a telephone number.
QString erasedSession(const ConversationId& conversation)
{
    return QStringLiteral("erased:") + conversation.toString();
}

std::optional<DeliveryError> withoutWords(const std::optional<DeliveryError>& error)
{
    return error ? std::optional(DeliveryError{error->code, {}}) : std::nullopt;
}

Contact withoutPerson(const Contact& contact)
{
    Contact left;
    left.id = contact.id;
    left.blocked = contact.blocked; // what was done here, and nothing about them
    return left;
}

Message withoutPerson(const Message& message)
{
    Message left;
    left.id = message.id;
    left.conversationId = message.conversationId;
    left.seq = message.seq;
    left.author = message.author;
    if (message.author != Author::Customer) {
        left.authorId = message.authorId;
        left.authorName = message.authorName;
    }
    left.kind = message.kind;
    left.note = message.note;
    left.botFailed = message.botFailed;
    left.frustration = message.frustration;
    left.repeats = message.repeats;
    left.delivery = message.delivery;
    left.deliveryError = withoutWords(message.deliveryError);
    left.at = message.at;
    return left;
}

DeliveryUpdate withoutPerson(const DeliveryUpdate& update)
{
    return {update.messageId, update.delivery, withoutWords(update.error)};
}

Summary withoutPerson(const Summary& summary)
{
    Summary left;
    left.durationSeconds = summary.durationSeconds;
    left.messageCount = summary.messageCount;
    left.sentimentLabel = summary.sentimentLabel;
    left.sentimentScore = summary.sentimentScore;
    left.language = summary.language;
    left.engine = summary.engine;
    left.basedOnSeq = summary.basedOnSeq;
    return left;
}

Notification withoutPerson(const Notification& notification)
{
    Notification left;
    left.id = notification.id;
    left.kind = notification.kind;
    left.url = notification.url;
    left.priority = notification.priority;
    left.audience = notification.audience;
    left.agents = notification.agents;
    left.insteadOf = notification.insteadOf;
    left.expiresAt = Timestamp{}; // there is nothing to be shown any more
    return left;
}

/// Of these nothing tells of a customer.
template <typename T>
concept Impersonal =
    std::is_same_v<T, std::monostate> || std::is_same_v<T, Project> || std::is_same_v<T, Settings> ||
    std::is_same_v<T, Agent> || std::is_same_v<T, Control> || std::is_same_v<T, BotSettings> ||
    std::is_same_v<T, NotificationRead> || std::is_same_v<T, Team> || std::is_same_v<T, AccessChange> ||
    std::is_same_v<T, Erasure> || std::is_same_v<T, HealthChange> || std::is_same_v<T, AttachmentsRemoved>;

} // namespace

DeliveryError erasedBeforeSent()
{
    return {QStringLiteral("erased"), {}};
}

Conversation withoutPerson(const Conversation& conversation)
{
    Conversation left;
    left.id = conversation.id;
    left.sessionId = erasedSession(conversation.id);
    left.channel = conversation.channel;
    left.contact = withoutPerson(conversation.contact);
    left.status = conversation.status;
    left.language = conversation.language;
    left.openedAt = conversation.openedAt;
    left.closedAt = conversation.closedAt;
    left.lastAgent = conversation.lastAgent;
    left.idleWarnedAt = conversation.idleWarnedAt;
    left.customerGoneAt = conversation.customerGoneAt;
    left.botOff = conversation.botOff;
    left.erased = conversation.erased;
    return left;
}

Handoff withoutPerson(const Handoff& handoff)
{
    Handoff left;
    left.id = handoff.id;
    left.conversationId = handoff.conversationId;
    left.sessionId = erasedSession(handoff.conversationId);
    left.status = handoff.status;
    left.trigger = {handoff.trigger.type, {}, handoff.trigger.score};
    left.priority = handoff.priority;
    left.mode = handoff.mode;
    left.assignedTo = handoff.assignedTo;
    left.offer = handoff.offer;
    for (const Passed& passed : handoff.passedBy)
        left.passedBy.push_back({passed.agent, {}});
    left.skills = handoff.skills;
    left.knownBy = handoff.knownBy;
    left.snoozedUntil = handoff.snoozedUntil;
    left.awaited = handoff.awaited;
    left.remindedAt = handoff.remindedAt;
    left.wokenAt = handoff.wokenAt;
    left.epoch = handoff.epoch;
    if (handoff.summary)
        left.summary = withoutPerson(*handoff.summary);
    left.responseDueAt = handoff.responseDueAt;
    left.createdAt = handoff.createdAt;
    left.notifiedAt = handoff.notifiedAt;
    left.claimedAt = handoff.claimedAt;
    left.activatedAt = handoff.activatedAt;
    left.resolvedAt = handoff.resolvedAt;
    left.handedBackToBot = handoff.handedBackToBot;
    left.sla = handoff.sla;
    left.team = handoff.team;
    left.ratingAskedAt = handoff.ratingAskedAt;
    if (handoff.rating)
        left.rating = Rating{handoff.rating->score, {}, handoff.rating->at};
    return left;
}

ConversationState withoutPerson(ConversationState state)
{
    state.conversation = withoutPerson(state.conversation);
    if (state.handoff)
        state.handoff = withoutPerson(*state.handoff);
    if (state.lastMessage) {
        state.lastMessage = withoutPerson(*state.lastMessage);
        if (state.lastMessage->delivery == Delivery::Queued) {
            state.lastMessage->delivery = Delivery::Failed;
            state.lastMessage->deliveryError = erasedBeforeSent();
        }
    }
    return state;
}

bool tellsOfPerson(const Event& event)
{
    const bool namesCustomer =
        event.actor.type == ActorType::Customer && !(event.actor.id.isEmpty() && event.actor.name.isEmpty());
    if (const auto* update = std::get_if<DeliveryUpdate>(&event.data))
        return namesCustomer || (update->error && !update->error->message.isEmpty());
    return namesCustomer ||
           std::visit([](const auto& data) { return !Impersonal<std::decay_t<decltype(data)>>; }, event.data);
}

Event withoutPerson(const Event& event, const ConversationId& conversation)
{
    Event left = event;
    left.erasedWith = conversation;
    if (left.actor.type == ActorType::Customer)
        left.actor = {ActorType::Customer, {}, {}};
    left.data = std::visit(
        [](const auto& data) -> EventData {
            if constexpr (Impersonal<std::decay_t<decltype(data)>>)
                return data;
            else
                return withoutPerson(data);
        },
        event.data);
    return left;
}

} // namespace relevo::domain
