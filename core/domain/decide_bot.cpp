#include <domain/decide_handoff.h>

namespace relevo::domain {
namespace {

std::unexpected<Error> noConversation()
{
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such conversation."));
}

} // namespace

void learn(Decision& decision, const ContactPatch& patch)
{
    const Contact& known = decision.conversation()->conversation.contact;
    Contact contact = patched(known, patch);
    if (contact != known)
        decision.add(EventType::ContactUpdated, std::move(contact));
}

Contact patched(Contact contact, const ContactPatch& patch)
{
    assignKnown(contact.name, patch.name);
    assignKnown(contact.email, patch.email);
    assignKnown(contact.phone, patch.phone);
    for (const auto& [key, value] : patch.attributes) {
        if (contact.attributes.contains(key) || contact.attributes.size() < maxContactAttributes)
            contact.attributes[key] = value;
    }
    return contact;
}

Delivery firstDelivery(const Conversation& conversation)
{
    return conversation.channel == QLatin1String("web") ? Delivery::Queued : Delivery::Delivered;
}

std::optional<Trigger> failureTrigger(const Decision& decision, bool broken)
{
    const ConversationState& state = *decision.conversation();
    const Settings& settings = decision.project().settings;
    const bool openHandoff = state.handoff && isOpen(state.handoff->status);
    if (!settings.enabled || !settings.triggers.failure || openHandoff ||
        (!broken && state.botFailures < settings.failureCountThreshold))
        return std::nullopt;
    // A bot that is down is not at a loss: waiting for more of the same helps nobody.
    if (broken)
        return Trigger{TriggerType::Failure, QStringLiteral("The bot gave no answer."), 1.0};
    return Trigger{TriggerType::Failure,
                   QStringLiteral("The bot could not help %1 times in a row.").arg(state.botFailures), 1.0};
}

void letBotSpeak(Decision& decision)
{
    if (!decision.conversation()->conversation.botOff)
        return;
    Conversation next = decision.conversation()->conversation;
    next.botOff = false;
    decision.add(EventType::ConversationUpdated, std::move(next));
}

Result<void> decideAnswer(Decision& decision, const AnswerTurn& command)
{
    const ConversationState* state = decision.conversation();
    if (!state)
        return noConversation();
    if (state->control.holder != Holder::Bot || state->control.epoch != command.epoch ||
        state->conversation.botOff || state->conversation.contact.blocked)
        return failure(ErrorCode::StaleControl,
                       QStringLiteral("The bot does not have this conversation any more."),
                       QStringLiteral("Its answer was not sent."),
                       {{QStringLiteral("epoch"), QString::number(state->control.epoch)}});
    if (state->conversation.status == ConversationStatus::Closed)
        return failure(ErrorCode::Conflict, QStringLiteral("The conversation is closed."),
                       QStringLiteral("It opens again when the customer writes."));
    if (Result<void> may = mayWrite(*state, decision.context().now, {}); !may && !command.messages.isEmpty())
        return may;
    const bool waiting = state->handoff && isOpen(state->handoff->status);
    if (waiting && !command.answered && !command.handoff)
        return failure(ErrorCode::Conflict, QStringLiteral("The customer is waiting for a human."));
    if (Result<void> may = mayAskTeam(decision, command.team); !may)
        return may;
    learn(decision, command.contact);
    const std::optional<Trigger> broken = command.broken ? failureTrigger(decision, true) : std::nullopt;
    // A failed turn is one message, so that it counts once; whoever is handed off is not asked to try again.
    const QStringList contents = broken ? QStringList()
                                 : command.failed && command.messages.size() > 1
                                     ? QStringList{command.messages.join(QStringLiteral("\n\n"))}
                                     : command.messages;
    for (const QString& content : contents) {
        Message message;
        message.id = MessageId(decision.context().ids.next());
        message.conversationId = decision.conversation()->conversation.id;
        message.author = Author::Bot;
        message.content = content;
        message.botFailed = command.failed;
        message.delivery = firstDelivery(decision.conversation()->conversation);
        message.at = decision.context().now;
        decision.add(EventType::MessageSent, std::move(message));
    }
    if (command.handoff && !waiting)
        requestHandoff(decision,
                       InitiateHandoff{*command.handoff, command.priority, command.skills, command.team}, {});
    else if (const std::optional<Trigger> trigger = broken ? broken : failureTrigger(decision))
        requestHandoff(decision, InitiateHandoff{*trigger, std::nullopt}, {});
    return {};
}

Result<void> decideUpdateContact(Decision& decision, const UpdateContact& command)
{
    if (!decision.conversation())
        return noConversation();
    learn(decision, command.contact);
    return {};
}

Result<void> decideSwitchBot(Decision& decision, const SwitchBot& command)
{
    const ConversationState* state = decision.conversation();
    if (!state)
        return noConversation();
    if (state->conversation.botOff != command.on)
        return {};
    Conversation next = state->conversation;
    next.botOff = !command.on;
    decision.add(EventType::ConversationUpdated, std::move(next));
    // What the bot began to think of before the switch is stale.
    if (decision.conversation()->control.holder == Holder::Bot)
        decision.addControl(Holder::Bot, {});
    return {};
}

} // namespace relevo::domain
