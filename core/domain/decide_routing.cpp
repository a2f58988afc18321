#include <domain/decide_handoff.h>
#include <domain/mentions.h>
#include <domain/notices.h>
#include <domain/routing.h>

#include <algorithm>

namespace relevo::domain {
namespace {

constexpr std::chrono::hours longestSnooze{24 * 31};

/// The one who asks holds it, or may act for whoever does.
Result<void> mayMove(const Handoff& handoff, const AgentId& by, bool mayMoveOthers)
{
    const bool holds = handoff.assignedTo && handoff.assignedTo->id == by;
    if (mayMoveOthers || (isHeld(handoff.status) && holds))
        return {};
    return failure(ErrorCode::Forbidden,
                   isHeld(handoff.status) ? QStringLiteral("Another agent holds this conversation.")
                                          : QStringLiteral("Nobody holds this conversation."),
                   QStringLiteral("Only its holder or a supervisor can do this."));
}

void addNote(Decision& decision, const AgentRef& by, const QString& content, const QString& clientId = {},
             const std::vector<Attachment>& attachments = {})
{
    Message note;
    note.id = MessageId(decision.context().ids.next());
    note.conversationId = decision.conversation()->conversation.id;
    note.author = by.id.isNull() ? Author::System : Author::Agent;
    note.authorId = by.id.isNull() ? QString() : by.id.toString();
    note.authorName = by.name;
    note.kind = kindWith(attachments, content);
    note.content = content;
    note.attachments = attachments;
    note.clientId = clientId;
    note.note = true;
    note.delivery = Delivery::Delivered;
    note.at = decision.context().now;
    decision.add(EventType::NoteAdded, std::move(note), decision.conversation()->handoff->id);
}

/// The command is the agent's own, not a program's or another's for them.
bool acts(const Decision& decision, const AgentId& agent)
{
    const Actor& actor = decision.context().actor;
    return actor.type == ActorType::Agent && actor.id == agent.toString();
}

/// The agent as the decision leaves them: here when they act themselves and do not say that they are away.
Agent asSeen(const Decision& decision, Agent agent)
{
    if (agent.availability != Availability::Away && acts(decision, agent.id))
        agent.goneAt.reset();
    return agent;
}

Result<void> giveTo(Decision& decision, const Handoff& handoff, const AgentId& id)
{
    const auto agent = decision.project().agents.find(id);
    if (agent == decision.project().agents.end())
        return failure(ErrorCode::NotFound, QStringLiteral("There is no such agent."),
                       QStringLiteral("GET /api/agents lists them."));
    if (handoff.assignedTo && handoff.assignedTo->id == id && isHeld(handoff.status))
        return {};
    if (Result<void> may = mayHold(decision, id); !may)
        return may;
    if (agent->second.invited)
        return failure(
            ErrorCode::Forbidden,
            QStringLiteral("%1 has not set a password yet and could not answer.").arg(agent->second.name),
            QStringLiteral("Choose somebody who can sign in."));
    if (!canBecome(handoff.status, HandoffStatus::Claimed))
        return notNow(handoff, QStringLiteral("It is already over."));
    Handoff next = nextOf(handoff, HandoffStatus::Claimed);
    next.offer.reset();
    next.passedBy.clear();
    next.snoozedUntil.reset();
    next.remindedAt.reset();
    next.responseDueAt = answerDueAnew(decision, handoff);
    next.awaited = !isHere(agent->second) && !acts(decision, id);
    if (next.awaited && handoff.assignedTo)
        next.knownBy = handoff.assignedTo->id; // the one to come has not talked with the customer
    next.assignedTo = AgentRef{id, agent->second.name};
    next.claimedAt = decision.context().now;
    next.team = {};
    decision.addControl(Holder::Agent, id);
    next.epoch = decision.conversation()->control.epoch;
    const bool awaited = next.awaited;
    decision.add(EventType::HandoffTransferred, std::move(next), handoff.id);
    if (!awaited)
        decision.addNotice(joinedNotice(agent->second.name, decision.conversation()->conversation.language));
    noteAssigned(decision, id);
    return {};
}

/// The handoff as it waits anew, from now on.
Handoff waitingAnew(const Decision& decision, const TeamId& team)
{
    const Handoff& handoff = *decision.conversation()->handoff;
    Handoff next = nextOf(handoff, HandoffStatus::Pending);
    next.team = team;
    next.offer.reset();
    next.notifiedAt.reset();
    next.snoozedUntil.reset();
    next.remindedAt.reset();
    next.responseDueAt = answerDueAnew(decision, handoff);
    return next;
}

/// To the queue: that of the team, or everybody's. What waits there already stays where it is.
Result<void> giveToQueue(Decision& decision, const Handoff& handoff, const TeamId& team)
{
    if (Result<void> may = mayAskTeam(decision, team); !may)
        return may;
    if (isHeld(handoff.status)) {
        returnToQueue(decision, true, team);
        return {};
    }
    if (handoff.team == team)
        return {};
    Handoff next = waitingAnew(decision, team);
    next.passedBy.clear(); // others are asked now
    decision.add(EventType::HandoffTransferred, std::move(next), handoff.id);
    offerOrTellAll(decision);
    return {};
}

bool isAnybodyLeft(const Decision& decision)
{
    return isAnybodyLeft(decision.project(), *decision.conversation());
}

/// An agent who was told that it waits has put that away: it is not for them. When they were the last who
/// could have taken it everybody is told, those who are not at work included.
void passWaiting(Decision& decision, const AgentId& agent, const QString& reason)
{
    const Handoff& handoff = *decision.conversation()->handoff;
    if (std::any_of(handoff.passedBy.begin(), handoff.passedBy.end(),
                    [&agent](const Passed& passed) { return passed.agent == agent; }))
        return;
    const bool wasLeft = isAnybodyLeft(decision);
    const bool urges = handoff.status != HandoffStatus::ConvertedToTicket && !handoff.snoozedUntil;
    const HandoffId id = handoff.id;
    Handoff next = nextOf(handoff, handoff.status);
    next.passedBy.push_back({agent, reason});
    decision.add(EventType::HandoffDeclined, std::move(next), id);
    const Handoff& left = *decision.conversation()->handoff;
    if (urges && wasLeft && !isAnybodyLeft(decision))
        decision.add(EventType::HandoffReminded, nextOf(left, left.status), id);
}

} // namespace

Result<void> mayAskTeam(const Decision& decision, const TeamId& team)
{
    if (team.isNull() || decision.project().teams.contains(team))
        return {};
    return failure(ErrorCode::NotFound, QStringLiteral("There is no such team."),
                   QStringLiteral("GET /api/teams lists them."));
}

Result<void> mayHold(const Decision& decision, const AgentId& agent)
{
    const auto found = decision.project().agents.find(agent);
    if (found == decision.project().agents.end() || !found->second.disabled)
        return {};
    return failure(ErrorCode::Forbidden, QStringLiteral("%1 is disabled.").arg(found->second.name),
                   QStringLiteral("Choose somebody who works here now."));
}

bool isHere(const Agent& agent)
{
    return agent.availability != Availability::Away && !agent.goneAt;
}

void noteHere(Decision& decision, const AgentId& id)
{
    const auto found = decision.project().agents.find(id);
    if (found == decision.project().agents.end())
        return;
    if (Agent agent = asSeen(decision, found->second); agent != found->second)
        decision.addAboutAgent(EventType::AgentAvailability, std::move(agent));
}

void come(Decision& decision)
{
    const Handoff& handoff = *decision.conversation()->handoff;
    const AgentRef agent = handoff.assignedTo.value_or(AgentRef{});
    Handoff next = nextOf(handoff, handoff.status);
    next.awaited = false;
    const HandoffId id = next.id;
    // Their doing, also where a tick finds that they are here now.
    decision.addAs({ActorType::Agent, agent.id.toString(), agent.name}, EventType::HandoffClaimed,
                   std::move(next), id);
    decision.addNotice(joinedNotice(agent.name, decision.conversation()->conversation.language));
}

void noteAssigned(Decision& decision, const AgentId& id)
{
    const auto found = decision.project().agents.find(id);
    if (found == decision.project().agents.end())
        return; // somebody who works through a program
    Agent agent = asSeen(decision, found->second);
    // Later than everybody else's, though many are assigned in one millisecond or the clock was set back:
    // the order of these times is the order of turns.
    Timestamp turn = decision.context().now;
    for (const auto& [other, one] : decision.project().agents) {
        if (other != id && one.lastAssignedAt)
            turn = std::max(turn, *one.lastAssignedAt + milliseconds(1));
    }
    agent.lastAssignedAt = turn;
    decision.addAboutAgent(EventType::AgentAssigned, std::move(agent));
}

void offerNext(Decision& decision)
{
    const ConversationState& state = *decision.conversation();
    if (!isToBeOffered(decision.project(), state, decision.context().now))
        return;
    const std::optional<AgentId> agent = nextAgent(decision.project(), state);
    if (!agent)
        return;
    Handoff next = nextOf(*state.handoff, state.handoff->status);
    next.offer =
        Offer{{*agent, decision.project().agents.at(*agent).name},
              decision.context().now + std::chrono::seconds(decision.project().settings.acceptSeconds)};
    const HandoffId id = next.id;
    decision.add(EventType::HandoffOffered, std::move(next), id);
    noteAssigned(decision, *agent);
}

void offerOrTellAll(Decision& decision)
{
    offerNext(decision);
    const Settings& settings = decision.project().settings;
    const Timestamp now = decision.context().now;
    const Handoff& handoff = *decision.conversation()->handoff;
    if (!isToBeOffered(decision.project(), *decision.conversation(), now) || isAnybodyLeft(decision) ||
        (settings.businessHours && !isOpen(*settings.businessHours, now)))
        return;
    const HandoffId id = handoff.id;
    decision.add(EventType::HandoffReminded, nextOf(handoff, handoff.status), id);
}

void passOffer(Decision& decision, const QString& reason)
{
    const Handoff& handoff = *decision.conversation()->handoff;
    Handoff next = nextOf(handoff, handoff.status);
    next.passedBy.push_back({handoff.offer->agent.id, reason});
    next.offer.reset();
    const HandoffId id = next.id;
    decision.add(EventType::HandoffDeclined, std::move(next), id);
    offerNext(decision);
    const Handoff& left = *decision.conversation()->handoff;
    if (!left.offer)
        decision.add(EventType::HandoffReminded, nextOf(left, left.status), id);
}

void returnToQueue(Decision& decision, bool givenUp, const TeamId& team)
{
    const Handoff& held = *decision.conversation()->handoff;
    const AgentId holder = held.assignedTo.value_or(AgentRef{}).id;
    // Of an agent who never came the customer knows nothing; they had been told that somebody would come.
    const bool told = !held.awaited || held.activatedAt;
    const bool talked = !held.awaited;
    Handoff next = waitingAnew(decision, team);
    if (talked)
        next.knownBy = holder;
    if (givenUp)
        next.passedBy.push_back({holder, {}});
    next.assignedTo.reset();
    next.claimedAt.reset();
    next.activatedAt.reset();
    const HandoffId id = next.id;
    decision.addControl(Holder::Nobody, {});
    next.epoch = decision.conversation()->control.epoch;
    decision.add(EventType::HandoffTransferred, std::move(next), id);
    if (told)
        decision.addNotice(waitAgainNotice(decision.conversation()->conversation.language));
    offerOrTellAll(decision);
}

Result<void> leaveToOthers(Decision& decision)
{
    const Handoff& handoff = *decision.conversation()->handoff;
    const AgentId holder = handoff.assignedTo.value_or(AgentRef{}).id;
    const std::vector<Consideration> all = consider(decision.project(), *decision.conversation());
    if (std::ranges::none_of(all, [&holder](const Consideration& one) {
            return one.agent != holder &&
                   (one.fit == Fit::Fits || one.fit == Fit::Full || one.fit == Fit::Offered);
        }))
        return decideConvert(decision, ConvertHandoff{handoff.id});
    returnToQueue(decision, true, handoff.team);
    return {};
}

void wake(Decision& decision)
{
    const Handoff& handoff = *decision.conversation()->handoff;
    Handoff next = nextOf(handoff, handoff.status);
    next.snoozedUntil.reset();
    next.wokenAt = decision.context().now;
    const HandoffId id = next.id;
    decision.add(EventType::HandoffWoken, std::move(next), id);
    offerNext(decision);
}

Result<void> decideRoute(Decision& decision, const RouteHandoff& command)
{
    if (!current(decision, command.handoffId))
        return noHandoff(decision);
    offerNext(decision);
    return {};
}

Result<void> decideDecline(Decision& decision, const DeclineOffer& command)
{
    const Handoff* handoff = current(decision, command.handoffId);
    if (!handoff)
        return noHandoff(decision);
    const bool isForAll = isWaiting(handoff->status) && !handoff->offer;
    if (isForAll && !command.agent.isNull()) {
        passWaiting(decision, command.agent, command.reason);
        return {};
    }
    if (!isWaiting(handoff->status) || !handoff->offer || handoff->offer->agent.id != command.agent)
        return failure(ErrorCode::Conflict, QStringLiteral("It is not offered to you now."),
                       QStringLiteral("There is nothing to decline."));
    passOffer(decision, command.reason);
    return {};
}

Result<void> decideNote(Decision& decision, const AddNote& command)
{
    if (!current(decision, command.handoffId))
        return noHandoff(decision);
    addNote(decision, command.by, command.content, command.clientId, command.attachments);
    const ProjectState& project = decision.project();
    for (const AgentId& id : mentionedIn(command.content, command.mentions, command.by.id, project))
        decision.addNotification(mentionNotification(command.by, command.content,
                                                     decision.conversation()->conversation.contact,
                                                     command.handoffId, project.agents.at(id)));
    return {};
}

Result<void> decideReopen(Decision& decision, const ReopenHandoff& command)
{
    const Handoff* handoff = current(decision, command.handoffId);
    if (!handoff)
        return noHandoff(decision);
    if (isHeld(handoff->status))
        return alreadyClaimed(*handoff);
    if (isOpen(handoff->status) || !canBecome(handoff->status, HandoffStatus::Claimed))
        return notNow(*handoff, QStringLiteral("Claim it instead."));
    if (Result<void> may = mayHold(decision, command.agent.id); !may)
        return may;
    Handoff next = nextOf(*handoff, HandoffStatus::Claimed);
    next.assignedTo = command.agent;
    next.claimedAt = decision.context().now;
    next.resolvedAt.reset();
    next.handedBackToBot = false;
    next.responseDueAt.reset(); // the agent writes because they want to
    next.remindedAt.reset();
    next.ratingAskedAt.reset(); // what there was to rate goes on
    const std::vector<EventType> promises = settlePromises(decision, next, SlaOccasion::Reopened);
    if (decision.conversation()->conversation.status == ConversationStatus::Closed) {
        Conversation opened = decision.conversation()->conversation;
        opened.status = ConversationStatus::Open;
        opened.closedAt.reset();
        decision.add(EventType::ConversationOpened, std::move(opened));
    }
    decision.addControl(Holder::Agent, command.agent.id);
    next.epoch = decision.conversation()->control.epoch;
    decision.add(EventType::HandoffReopened, next, next.id);
    addPromises(decision, next, promises);
    decision.addNotice(joinedNotice(command.agent.name, decision.conversation()->conversation.language));
    return {};
}

Result<void> decideTransfer(Decision& decision, const TransferHandoff& command)
{
    const Handoff* named = current(decision, command.handoffId);
    if (!named)
        return noHandoff(decision);
    const Handoff handoff = *named;
    if (!isOpen(handoff.status))
        return notNow(handoff, QStringLiteral("It is already over."));
    if (Result<void> allowed = mayMove(handoff, command.by.id, command.mayMoveOthers); !allowed)
        return allowed;
    if (!command.note.isEmpty())
        addNote(decision, command.by, command.note);
    if (command.to)
        return giveTo(decision, handoff, *command.to);
    if (command.toBot && isHeld(handoff.status))
        return decideResolve(decision,
                             ResolveHandoff{handoff.id, command.by.id, true, command.note, {}, true, true});
    if (command.toBot)
        return decideAbandon(decision, AbandonHandoff{handoff.id});
    return giveToQueue(decision, handoff, command.team.value_or(TeamId{}));
}

Result<void> decideSnooze(Decision& decision, const SnoozeHandoff& command)
{
    const Handoff* handoff = current(decision, command.handoffId);
    if (!handoff)
        return noHandoff(decision);
    if (!isOpen(handoff->status))
        return notNow(*handoff, QStringLiteral("It is already over."));
    if (Result<void> allowed = mayMove(*handoff, command.agent, command.maySnoozeOthers); !allowed)
        return allowed;
    if (command.until <= decision.context().now) {
        if (handoff->snoozedUntil)
            wake(decision);
        return {};
    }
    if (command.until > decision.context().now + longestSnooze)
        return failure(ErrorCode::Invalid, QStringLiteral("It can be snoozed for 31 days at most."));
    Handoff next = nextOf(*handoff, handoff->status);
    next.snoozedUntil = command.until;
    next.offer.reset();
    decision.add(EventType::HandoffSnoozed, std::move(next), command.handoffId);
    return {};
}

} // namespace relevo::domain
