#include <domain/state.h>

#include <domain/channel.h>
#include <domain/frustration.h>
#include <domain/redaction.h>

#include <algorithm>

namespace relevo::domain {
namespace {

/// Saying it again tells that the turn before has failed, whatever the bot thought of its answer. A turn that
/// the bot itself gave up is counted already.
void countRepetition(ConversationState& state, int repeats)
{
    const bool counted = state.lastMessage && state.lastMessage->botFailed;
    // An answer that did not help had cleared the count of the repetitions before.
    state.botFailures = std::max(state.botFailures + (counted ? 0 : 1), repeats);
}

void applyMessage(ConversationState& state, const Message& message)
{
    if (message.note)
        return;
    if (message.author == Author::Customer) {
        state.frustration = smoothedFrustration(state.frustration, message.frustration);
        if (replyWindowOf(state.conversation.channel))
            state.customerWroteAt = message.at;
        if (state.handoff && isOpen(state.handoff->status) && !state.unansweredSince)
            state.unansweredSince = message.at;
    } else if (message.author == Author::Agent) {
        state.unansweredSince.reset();
    }
    if (message.botFailed)
        ++state.botFailures;
    else if (message.author == Author::Customer && message.repeats > 0)
        countRepetition(state, message.repeats);
    else if (message.author == Author::Bot || message.author == Author::Agent)
        state.botFailures = 0;
    state.lastMessage = message;
}

void applyHandoff(ConversationState& state, const Handoff& handoff)
{
    // The summary travels in its own event; one that is known stays with its handoff.
    std::optional<Summary> summary = handoff.summary;
    if (!summary && state.handoff && state.handoff->id == handoff.id)
        summary = std::move(state.handoff->summary);
    if (!isOpen(handoff.status))
        state.unansweredSince.reset();
    else if (isWaiting(handoff.status) && (!state.handoff || state.handoff->id != handoff.id))
        state.unansweredSince = handoff.createdAt;
    state.handoff = handoff;
    state.handoff->summary = std::move(summary);
    if (!isOpen(handoff.status)) {
        state.botFailures = 0;
        state.frustration = 0.0;
    }
}

void applyDelivery(ConversationState& state, const DeliveryUpdate& update)
{
    if (state.lastMessage && state.lastMessage->id == update.messageId &&
        advances(state.lastMessage->delivery, update.delivery)) {
        state.lastMessage->delivery = update.delivery;
        state.lastMessage->deliveryError = update.error;
    }
}

} // namespace

void applyTo(ConversationState& state, const Event& event)
{
    if (const auto* conversation = std::get_if<Conversation>(&event.data)) {
        // Opened anew, it begins anew: who held it before and why is history.
        const bool reopened = event.type == EventType::ConversationOpened &&
                              state.conversation.status == ConversationStatus::Closed;
        if (reopened || state.conversation.id != conversation->id) {
            // The epochs go on, so that what was written under an old one stays refused; and the provider's
            // clock does not care about our closing and opening.
            ConversationState begun;
            if (reopened) {
                begun.control = state.control;
                begun.customerWroteAt = state.customerWroteAt;
            }
            state = std::move(begun);
        }
        state.conversation = *conversation;
    } else if (const auto* contact = std::get_if<Contact>(&event.data)) {
        if (state.conversation.contact.id == contact->id)
            state.conversation.contact = *contact;
    } else if (const auto* message = std::get_if<Message>(&event.data)) {
        applyMessage(state, *message);
    } else if (const auto* update = std::get_if<DeliveryUpdate>(&event.data)) {
        applyDelivery(state, *update);
    } else if (const auto* control = std::get_if<Control>(&event.data)) {
        state.control = *control;
    } else if (const auto* handoff = std::get_if<Handoff>(&event.data)) {
        if (event.type != EventType::HandoffRated)
            applyHandoff(state, *handoff);
        else if (state.handoff && state.handoff->id == handoff->id)
            state.handoff->rating = handoff->rating; // an earlier one is none of this state's
    } else if (std::holds_alternative<Erasure>(event.data)) {
        state = withoutPerson(std::move(state));
        state.conversation.erased = true;
    } else if (const auto* summary = std::get_if<Summary>(&event.data)) {
        if (state.handoff && state.handoff->id == event.handoffId)
            state.handoff->summary = *summary;
    }
}

void apply(ProjectState& state, const Event& event)
{
    state.seq = event.seq;
    if (const auto* project = std::get_if<Project>(&event.data)) {
        state.project = *project;
    } else if (const auto* settings = std::get_if<Settings>(&event.data)) {
        state.settings = *settings;
    } else if (const auto* bots = std::get_if<BotSettings>(&event.data)) {
        state.bots = *bots;
    } else if (const auto* agent = std::get_if<Agent>(&event.data)) {
        state.agents[agent->id] = *agent;
    } else if (const auto* team = std::get_if<Team>(&event.data)) {
        if (event.type == EventType::TeamDeleted)
            state.teams.erase(team->id);
        else
            state.teams[team->id] = *team;
    } else if (!event.conversationId.isNull()) {
        if (event.type == EventType::ConversationClosed) {
            state.conversations.erase(event.conversationId);
            return;
        }
        // Only an opening may bring a conversation in; late events of a closed one change nothing that is
        // live.
        if (event.type == EventType::ConversationOpened || state.conversations.contains(event.conversationId))
            state.conversations.change(event.conversationId,
                                       [&event](ConversationState& one) { applyTo(one, event); });
    }
}

} // namespace relevo::domain
