#include <domain/customer.h>
#include <domain/decide_handoff.h>
#include <domain/notices.h>
#include <domain/timers.h>

#include <algorithm>

namespace relevo::domain {
namespace {

enum class Deed {
    DropBlocked,
    LapseOffer,
    Come,
    Wake,
    Remind,
    Convert,
    LeaveToOthers,
    Return,
    Abandon,
    WarnIdle,
    CloseIdle,
    EndSession,
    Promises
};

struct Due
{
    Timestamp at;
    Deed deed;
};

using MaybeDue = std::optional<Due>;

void earlier(MaybeDue& best, std::optional<Timestamp> at, Deed deed)
{
    if (at && (!best || *at < best->at))
        best = Due{*at, deed};
}

milliseconds graceOf(const ProjectState& project)
{
    return std::chrono::minutes(project.settings.graceMinutes);
}

const Agent* agentOf(const ProjectState& project, const AgentId& id)
{
    const auto found = project.agents.find(id);
    return found == project.agents.end() ? nullptr : &found->second;
}

Timestamp offerEnds(const ProjectState& project, const Handoff& handoff)
{
    const Agent* agent = agentOf(project, handoff.offer->agent.id);
    const bool stays = agent && agent->availability == Availability::Available && !agent->goneAt;
    return stays ? handoff.offer->expiresAt : handoff.createdAt;
}

/// When the conversation goes back to the queue because its agent is gone. Whoever writes is there, whatever
/// their state says.
std::optional<Timestamp> returnsAt(const ProjectState& project, const ConversationState& state)
{
    const Handoff& handoff = *state.handoff;
    const Agent* agent = handoff.assignedTo ? agentOf(project, handoff.assignedTo->id) : nullptr;
    if (agent && agent->disabled)
        return handoff.createdAt; // they will not come back
    if (handoff.awaited && handoff.claimedAt)
        return *handoff.claimedAt + graceOf(project);
    if (!agent || !agent->goneAt)
        return std::nullopt;
    Timestamp since = std::max(*agent->goneAt, handoff.claimedAt.value_or(*agent->goneAt));
    if (state.lastMessage && state.lastMessage->author == Author::Agent)
        since = std::max(since, state.lastMessage->at);
    return since + graceOf(project);
}

/// The warning comes with a fifth of the time left, at most five minutes.
milliseconds warnedBefore(const Settings& settings)
{
    const milliseconds idle = std::chrono::minutes(settings.idleCloseMinutes);
    return std::min<milliseconds>(idle / 5, std::chrono::minutes(5));
}

/// Nobody was to be heard before.
Timestamp sinceWoken(const Handoff& handoff, Timestamp at)
{
    return std::max(at, handoff.wokenAt.value_or(at));
}

void addIdle(const ProjectState& project, const ConversationState& state, MaybeDue& best)
{
    const Settings& settings = project.settings;
    if (settings.idleCloseMinutes == 0 || !state.lastMessage)
        return;
    const Message& last = *state.lastMessage;
    const std::optional<Timestamp>& warned = state.conversation.idleWarnedAt;
    const Timestamp silent = sinceWoken(*state.handoff, last.at);
    // Where the warning could not be sent (reply_window.h), the agent's message is the last still.
    const bool holds = warned && (last.author == Author::System ? *warned == last.at : *warned > last.at);
    const bool slept = holds && *warned < sinceWoken(*state.handoff, *warned); // the warning was slept over
    if (holds && !slept && (last.author == Author::System || last.author == Author::Agent))
        earlier(best, *warned + warnedBefore(settings), Deed::CloseIdle);
    else if (slept || last.author == Author::Agent)
        earlier(best, silent + std::chrono::minutes(settings.idleCloseMinutes) - warnedBefore(settings),
                Deed::WarnIdle);
}

void addConversing(const ProjectState& project, const ConversationState& state, MaybeDue& best)
{
    const Handoff& handoff = *state.handoff;
    const Settings& settings = project.settings;
    if (state.unansweredSince && !state.conversation.contact.blocked) {
        const Timestamp since = *state.unansweredSince;
        if (!handoff.remindedAt || *handoff.remindedAt <= since)
            earlier(best, dueAfter(settings, since, std::chrono::minutes(settings.responseTimeoutMinutes)),
                    Deed::Remind);
        else
            earlier(best, dueAfter(settings, sinceWoken(handoff, *handoff.remindedAt), graceOf(project)),
                    Deed::LeaveToOthers);
        return;
    }
    if (handoff.status == HandoffStatus::Active)
        addIdle(project, state, best);
    if (state.lastMessage)
        earlier(best,
                sinceWoken(handoff, state.lastMessage->at) +
                    std::max<milliseconds>(sessionEndsAfter, std::chrono::minutes(settings.idleCloseMinutes)),
                Deed::CloseIdle);
}

/// The customer waits for the first answer, whoever is to give it.
void addFirstAnswer(const ProjectState& project, const Handoff& handoff, MaybeDue& best)
{
    const bool isTicket = handoff.status == HandoffStatus::ConvertedToTicket;
    if (!handoff.remindedAt)
        earlier(best, handoff.responseDueAt, Deed::Remind);
    else if (!isTicket)
        earlier(best, dueAfter(project.settings, sinceWoken(handoff, *handoff.remindedAt), graceOf(project)),
                Deed::Convert);
}

MaybeDue dueIn(const ProjectState& project, const ConversationState& state)
{
    MaybeDue best;
    if (state.conversation.status == ConversationStatus::Closed)
        return best;
    if (!state.handoff || !isOpen(state.handoff->status)) {
        if (state.lastMessage)
            earlier(best, state.lastMessage->at + sessionEndsAfter, Deed::EndSession);
        return best;
    }
    const Handoff& handoff = *state.handoff;
    if (state.conversation.contact.blocked && isWaiting(handoff.status)) {
        earlier(best, handoff.createdAt, Deed::DropBlocked); // nobody is to be asked for them
        return best;
    }
    if (handoff.sla)
        earlier(best, slaDue(*handoff.sla), Deed::Promises);
    if (handoff.offer)
        earlier(best, offerEnds(project, handoff), Deed::LapseOffer);
    if (isHeld(handoff.status))
        earlier(best, returnsAt(project, state), Deed::Return);
    if (const Agent* agent =
            handoff.awaited && handoff.assignedTo ? agentOf(project, handoff.assignedTo->id) : nullptr;
        agent && isHere(*agent))
        best = Due{handoff.createdAt, Deed::Come}; // at once, and before it could go back
    if (handoff.snoozedUntil) {
        earlier(best, handoff.snoozedUntil, Deed::Wake);
        return best;
    }
    earlier(best, abandonedAt(project.settings, state), Deed::Abandon);
    if (isUnderWay(handoff))
        addConversing(project, state, best);
    else
        addFirstAnswer(project, handoff, best);
    return best;
}

void warnIdle(Decision& decision)
{
    Conversation warned = decision.conversation()->conversation;
    warned.idleWarnedAt = decision.context().now;
    const Settings& settings = decision.project().settings;
    const auto left = std::chrono::ceil<std::chrono::minutes>(warnedBefore(settings));
    const QString language = warned.language;
    decision.add(EventType::ConversationUpdated, std::move(warned));
    decision.addNotice(idleNotice(static_cast<int>(left.count()), language));
}

void remind(Decision& decision)
{
    const Handoff& handoff = *decision.conversation()->handoff;
    Handoff next = nextOf(handoff, handoff.status);
    next.remindedAt = decision.context().now;
    decision.add(EventType::HandoffReminded, std::move(next), handoff.id);
}

Result<void> doDeed(Decision& decision, Deed deed)
{
    const std::optional<Handoff> handoff = decision.conversation()->handoff;
    switch (deed) {
    case Deed::DropBlocked:
        dropBlocked(decision);
        return {};
    case Deed::LapseOffer:
        passOffer(decision, {});
        return {};
    case Deed::Come:
        come(decision);
        return {};
    case Deed::Wake:
        wake(decision);
        return {};
    case Deed::Remind:
        remind(decision);
        return {};
    case Deed::Convert:
        return decideConvert(decision, ConvertHandoff{handoff->id});
    case Deed::LeaveToOthers:
        return leaveToOthers(decision);
    case Deed::Return:
        returnToQueue(decision, false, handoff->team);
        return {};
    case Deed::Promises:
        tickPromises(decision);
        return {};
    case Deed::Abandon:
        return decideAbandon(decision, AbandonHandoff{handoff->id, AbandonReason::Left});
    case Deed::WarnIdle:
        warnIdle(decision);
        return {};
    case Deed::CloseIdle:
        return decideResolve(decision,
                             ResolveHandoff{handoff->id, {}, true, {}, QStringLiteral("idle"), false});
    case Deed::EndSession:
        closeConversation(decision);
        return {};
    }
    return {};
}

} // namespace

std::optional<Timestamp> nextDue(const ProjectState& project, const ConversationState& conversation)
{
    const MaybeDue due = dueIn(project, conversation);
    return due ? std::optional(due->at) : std::nullopt;
}

QString timezoneOf(const Settings& settings)
{
    return settings.businessHours ? settings.businessHours->timezone : QStringLiteral("UTC");
}

std::optional<SummaryDue> summaryDue(const Settings& settings, Timestamp after)
{
    if (!settings.dailySummaryAt)
        return std::nullopt;
    const LocalTime time(timezoneOf(settings));
    // The day before, because a time that the clocks skip at midnight is a moment of the next day.
    for (QDate day = time.dayOf(after).addDays(-1);; day = day.addDays(1)) {
        if (const Timestamp at = time.first(day, *settings.dailySummaryAt); at > after)
            return SummaryDue{day, at};
    }
}

QDate summarisedDay(const Settings& settings, const SummaryDue& due)
{
    constexpr int noon = 12 * 60;
    return settings.dailySummaryAt.value_or(noon) < noon ? due.day.addDays(-1) : due.day;
}

Result<void> decideTick(Decision& decision)
{
    // Each deed moves what it did out of the way; more than a handful at once would be a mistake here.
    constexpr int most = 32;
    for (int i = 0; i < most && decision.conversation(); ++i) {
        const MaybeDue due = dueIn(decision.project(), *decision.conversation());
        if (!due || due->at > decision.context().now)
            return {};
        if (Result<void> done = doDeed(decision, due->deed); !done)
            return done;
    }
    return {};
}

} // namespace relevo::domain
