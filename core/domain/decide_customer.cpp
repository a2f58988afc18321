#include <domain/customer.h>
#include <domain/decide_handoff.h>
#include <domain/moment.h>
#include <domain/notices.h>

namespace relevo::domain {
namespace {

/// When somebody will be there or will have answered, as far as the settings know.
Return returnOf(const Decision& decision)
{
    const Settings& settings = decision.project().settings;
    const Timestamp now = decision.context().now;
    const QString& language = decision.conversation()->conversation.language;
    const auto words = [&](const std::optional<Timestamp>& at) {
        return at ? momentInWords(*at, now, settings.businessHours->timezone, language) : QString();
    };
    if (settings.businessHours && !isOpen(*settings.businessHours, now))
        return {Return::Kind::Opening, words(nextOpening(*settings.businessHours, now))};
    const std::optional<SlaPromises>& sla = decision.conversation()->handoff->sla;
    if (!sla || sla->terms.firstResponseMinutes == 0)
        return {};
    const std::chrono::minutes allowed(sla->terms.firstResponseMinutes);
    if (settings.businessHours && sla->terms.businessTime)
        return {Return::Kind::NoLaterThan, words(afterOpenTime(*settings.businessHours, now, allowed))};
    return {Return::Kind::Within, spanInWords(sla->terms.firstResponseMinutes, language)};
}

void keepEmail(Decision& decision, const QString& email)
{
    Contact contact = decision.conversation()->conversation.contact;
    contact.email = email;
    decision.add(EventType::ContactUpdated, std::move(contact));
    decision.addNotice(emailKeptNotice(email, decision.conversation()->conversation.language));
}

/// It is over. `holder`: whose the conversation is from now on; none: as it was.
void endFor(Decision& decision, EventType type, Handoff next, std::optional<Holder> holder)
{
    next.offer.reset();
    next.snoozedUntil.reset();
    next.epoch = decision.conversation()->control.epoch + (holder ? 1 : 0);
    std::vector<EventType> promises;
    if (type == EventType::HandoffAbandoned)
        promises = settlePromises(decision, next, SlaOccasion::Abandoned);
    else if (type == EventType::HandoffResolved)
        promises = settlePromises(decision, next, SlaOccasion::Resolved);
    decision.add(type, next, next.id);
    addPromises(decision, next, promises);
    if (holder)
        decision.addControl(*holder, {});
}

/// Whoever waited in vain, or no longer waits, is the bot's again.
void endForBot(Decision& decision, EventType type, Handoff next, bool raises)
{
    endFor(decision, type, std::move(next), raises ? std::optional(Holder::Bot) : std::nullopt);
}

/// What is held is resolved by it, what waits is abandoned; both without a word to the customer.
void endQuietly(Decision& decision, const QString& disposition, std::optional<Holder> holder)
{
    const Handoff& handoff = *decision.conversation()->handoff;
    const bool held = isHeld(handoff.status);
    Handoff next = nextOf(handoff, held ? HandoffStatus::Resolved : HandoffStatus::Abandoned);
    if (held)
        next.resolvedAt = decision.context().now;
    next.disposition = disposition;
    endFor(decision, held ? EventType::HandoffResolved : EventType::HandoffAbandoned, std::move(next),
           holder);
}

/// What waits is anybody's to end; what is held, its holder's or a supervisor's.
Result<void> mayEnd(const Handoff& handoff, const AgentId& by, bool mayEndOthers)
{
    if (mayEndOthers || !isHeld(handoff.status) || (handoff.assignedTo && handoff.assignedTo->id == by))
        return {};
    return failure(ErrorCode::Forbidden, QStringLiteral("Another agent holds this conversation."),
                   QStringLiteral("Only its holder or a supervisor can do this."));
}

void abandon(Decision& decision, AbandonReason reason)
{
    const bool left = reason == AbandonReason::Left;
    Handoff next = nextOf(*decision.conversation()->handoff, HandoffStatus::Abandoned);
    next.disposition = left ? QStringLiteral("left") : QStringLiteral("back_to_bot");
    // The epoch rises also where the bot could speak all the while: what it had thought of to say to somebody
    // who waits is not for somebody who has come back to it.
    endForBot(decision, EventType::HandoffAbandoned, std::move(next), true);
    letBotSpeak(decision);
    const QString& language = decision.conversation()->conversation.language;
    decision.addNotice(left ? leftNotice(language) : botAgainNotice(language));
}

} // namespace

Result<void> decideErase(Decision& decision, const EraseContact& command)
{
    const ConversationState* state = decision.conversation();
    if (!state || state->conversation.contact.id != command.contact)
        return noContact();
    if (state->conversation.erased)
        return {};
    if (state->handoff && isOpen(state->handoff->status))
        endQuietly(decision, state->handoff->disposition, std::nullopt);
    if (decision.conversation()->control.holder != Holder::Nobody)
        decision.addControl(Holder::Nobody, {});
    if (decision.conversation()->conversation.status == ConversationStatus::Open)
        closeConversation(decision);
    decision.add(EventType::ContactErased, Erasure{command.contact, 0, {}});
    return {};
}

Result<void> decideSpam(Decision& decision, const SpamHandoff& command)
{
    const Handoff* handoff = current(decision, command.handoffId);
    if (!handoff)
        return noHandoff(decision);
    if (!isOpen(handoff->status))
        return notNow(*handoff, QStringLiteral("It is already over."));
    if (Result<void> may = mayEnd(*handoff, command.agent, command.mayEndOthers); !may)
        return may;
    if (command.block)
        setBlocked(decision, true, command.person);
    endQuietly(decision, QStringLiteral("spam"), Holder::Nobody);
    closeConversation(decision);
    return {};
}

void dropBlocked(Decision& decision)
{
    const std::optional<Handoff>& handoff = decision.conversation()->handoff;
    if (isBlocked(decision) && handoff && isWaiting(handoff->status))
        endQuietly(decision, QStringLiteral("blocked"), Holder::Bot);
}

void tellAway(Decision& decision, const QString& email)
{
    const QString language = decision.conversation()->conversation.language;
    decision.addNotice(awayNotice(decision.project().settings, returnOf(decision), language));
    if (!wantsEmail(*decision.conversation()))
        return;
    if (email.isEmpty())
        decision.addNotice(askEmailNotice(language));
    else
        keepEmail(decision, email);
}

bool heedWaitingCustomer(Decision& decision, const ReceiveMessage& command)
{
    const std::optional<Handoff>& handoff = decision.conversation()->handoff;
    if (!handoff || !isWaiting(handoff->status))
        return false;
    if (command.wantsBot) {
        abandon(decision, AbandonReason::BackToBot);
        return true;
    }
    if (!command.email.isEmpty() && wantsEmail(*decision.conversation()))
        keepEmail(decision, command.email);
    return false;
}

Result<void> decideCustomerPresence(Decision& decision, const SetCustomerPresence& command)
{
    const ConversationState* state = decision.conversation();
    if (!state)
        return failure(ErrorCode::NotFound, QStringLiteral("There is no such conversation."));
    const bool knownGone = state->conversation.customerGoneAt.has_value();
    const bool changes = command.here ? knownGone : !knownGone && isAwaited(*state);
    if (!changes || state->conversation.status == ConversationStatus::Closed)
        return {};
    Conversation next = state->conversation;
    next.customerGoneAt = command.here ? std::nullopt : std::optional(decision.context().now);
    decision.add(EventType::ConversationUpdated, std::move(next));
    return {};
}

Result<void> decideAbandon(Decision& decision, const AbandonHandoff& command)
{
    const Handoff* handoff = current(decision, command.handoffId);
    if (!handoff)
        return noHandoff(decision);
    if (isHeld(handoff->status))
        return alreadyClaimed(*handoff);
    if (!canBecome(handoff->status, HandoffStatus::Abandoned))
        return notNow(*handoff, QStringLiteral("It is already over."));
    abandon(decision, command.reason);
    return {};
}

Result<void> decideConvert(Decision& decision, const ConvertHandoff& command)
{
    const Handoff* handoff = current(decision, command.handoffId);
    if (!handoff)
        return noHandoff(decision);
    if (!canBecome(handoff->status, HandoffStatus::ConvertedToTicket))
        return notNow(*handoff, handoff->status == HandoffStatus::ConvertedToTicket
                                    ? QStringLiteral("It is a ticket already.")
                                    : QStringLiteral("It is already over."));
    if (Result<void> may = mayEnd(*handoff, command.agent, command.mayConvertOthers); !may)
        return may;
    Handoff next = nextOf(*handoff, HandoffStatus::ConvertedToTicket);
    // Who made a ticket of what they held is not asked to take it again.
    if (!command.agent.isNull() && next.assignedTo)
        next.passedBy.push_back({next.assignedTo->id, {}});
    // Whoever was told at the start that nobody is there has been asked already.
    const bool asked = next.mode == HandoffMode::Async;
    // … and is told nothing new before the time they were told.
    const bool isPromised = asked && !next.activatedAt && !next.remindedAt && next.responseDueAt &&
                            *next.responseDueAt > decision.context().now;
    if (!next.remindedAt && !isPromised)
        next.responseDueAt.reset(); // by hand: what the time was for is no more
    next.mode = HandoffMode::Async;
    if (next.assignedTo && handoff->activatedAt && !handoff->awaited)
        next.knownBy = next.assignedTo->id;
    next.assignedTo.reset();
    endForBot(decision, EventType::HandoffConverted, std::move(next),
              decision.conversation()->control.holder != Holder::Bot);
    if (isBlocked(decision) || isPromised)
        return {};
    const bool asks = !asked && wantsEmail(*decision.conversation());
    decision.addNotice(ticketNotice(asks ? TicketAnswer::AskEmail : TicketAnswer::Here,
                                    decision.conversation()->conversation.language));
    return {};
}

} // namespace relevo::domain
