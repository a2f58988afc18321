#pragma once

#include <domain/decide.h>
#include <domain/sla_clock.h>

namespace relevo::domain {

/// Collects the events of one decision and folds them into a working copy as they come, so that each next one
/// is decided on the state the earlier ones leave.
class Decision
{
public:
    Decision(const ProjectState& project, const ConversationState* conversation,
             const DecisionContext& context);

    [[nodiscard]] const ProjectState& project() const { return m_project; }
    [[nodiscard]] const DecisionContext& context() const { return m_context; }
    /// Null while the conversation does not exist.
    [[nodiscard]] const ConversationState* conversation() const
    {
        return m_conversation ? &*m_conversation : nullptr;
    }

    void add(EventType type, EventData data, HandoffId handoff = {});
    void addAs(const Actor& actor, EventType type, EventData data, HandoffId handoff = {});
    /// About an agent, in the middle of a decision about a conversation.
    void addAboutAgent(EventType type, Agent agent);
    /// About another conversation than the one that is decided on; its state is none of this copy's.
    void addFor(const ConversationId& conversation, EventType type, EventData data);
    /// A message of the relay's own to the customer; `handoff`: the one it is about, where readers must know.
    /// Where free text no longer reaches them it is a note to the agents instead, which says so.
    void addNotice(const QString& content, QLatin1String kind = messagekind::text, HandoffId handoff = {});
    /// A new holder under the next epoch.
    void addControl(Holder holder, AgentId agent);

    /// About nobody's conversation, in the middle of a decision about one; gives it its id.
    void addNotification(Notification notification);

    [[nodiscard]] const std::vector<Event>& events() const { return m_events; }
    [[nodiscard]] std::vector<Event> take() { return std::move(m_events); }

private:
    const ProjectState& m_project;
    const DecisionContext& m_context;
    std::optional<ConversationState> m_conversation;
    ConversationId m_conversationId;
    std::vector<Event> m_events;
};

/// The handoff a command names, when it is the conversation's newest one; null otherwise.
[[nodiscard]] const Handoff* current(const Decision& decision, const HandoffId& id);
/// A copy of the handoff to be given its next status; the summary stays behind, it travels in its own event.
/// Only while it is claimed somebody may be awaited.
[[nodiscard]] Handoff nextOf(const Handoff& handoff, HandoffStatus status);
[[nodiscard]] std::unexpected<Error> noHandoff(const Decision& decision);
[[nodiscard]] std::unexpected<Error> noContact();
[[nodiscard]] std::unexpected<Error> alreadyClaimed(const Handoff& handoff);
[[nodiscard]] std::unexpected<Error> notNow(const Handoff& handoff, const QString& what);
/// A time of the customer's waiting, which only runs while the project is open; nothing when it never opens.
[[nodiscard]] std::optional<Timestamp> dueAfter(const Settings& settings, Timestamp from, milliseconds span);
/// Held, and past the first answer (or gone on with by an agent who wanted to): either the customer waits for
/// the agent's next word, or the agent for theirs.
[[nodiscard]] bool isUnderWay(const Handoff& handoff);
/// When an answer to `handoff` is due that is asked for from now on: responseTimeoutMinutes, but not before
/// the time its customer was promised.
[[nodiscard]] std::optional<Timestamp> answerDueAnew(const Decision& decision, const Handoff& handoff);

/// Ends the conversation; it remembers who held it last.
void closeConversation(Decision& decision);
/// They take conversations or at least answer the ones they hold.
[[nodiscard]] bool isHere(const Agent& agent);
/// The agent has acted themselves: unless they say that they are away, they are here.
void noteHere(Decision& decision, const AgentId& agent);
/// The agent for whom the conversation was waiting has come to it: the customer is told of them.
void come(Decision& decision);
/// The agent's turn is over for now.
void noteAssigned(Decision& decision, const AgentId& agent);
/// Offers the conversation's waiting handoff to whoever is next, if the project offers and somebody fits.
void offerNext(Decision& decision);
/// Offers what began to wait; where nobody is left who could take it everybody is told, unless it is closed.
void offerOrTellAll(Decision& decision);
/// The offer is not taken: it goes to the next agent, or to everybody when none is left.
void passOffer(Decision& decision, const QString& reason);
/// Nobody holds it any more: it waits again, from now on, for that team or (null) for everybody. `givenUp`:
/// its holder is not to be asked again.
void returnToQueue(Decision& decision, bool givenUp, const TeamId& team);
/// Its holder has left the customer waiting: back to the queue when somebody else could take it, else a
/// ticket.
[[nodiscard]] Result<void> leaveToOthers(Decision& decision);
/// An agent who may be given a conversation; null id: a program's. Fails with `forbidden` for one who is
/// disabled.
[[nodiscard]] Result<void> mayHold(const Decision& decision, const AgentId& agent);
void wake(Decision& decision);

/// Lets the bot speak where it had been switched off.
void letBotSpeak(Decision& decision);
/// The promises of the first policy that applies to the new handoff go into `next`. What is to be written
/// down about them comes after the event that brings `next`, by addPromises.
[[nodiscard]] std::vector<EventType> beginPromises(const Decision& decision, Handoff& next);
/// Carries the promises in `next` over the occasion; the rest as beginPromises.
[[nodiscard]] std::vector<EventType> settlePromises(const Decision& decision, Handoff& next,
                                                    SlaOccasion occasion);
/// `handoff` as it stands after the event that brought it, without its summary.
void addPromises(Decision& decision, const Handoff& handoff, const std::vector<EventType>& events);
/// Carries the conversation's open handoff over an occasion that has no event of its own.
void passPromises(Decision& decision, SlaOccasion occasion);
/// Writes down which promises are to be warned of, or broken, by now.
void tickPromises(Decision& decision);

/// The team is nobody's, or there is one with this id; else `not_found`.
[[nodiscard]] Result<void> mayAskTeam(const Decision& decision, const TeamId& team);
/// Opens a handoff and tells the customer. `email`: an address they have just told; may be empty.
void requestHandoff(Decision& decision, const InitiateHandoff& request, const QString& email);
/// Tells a customer whom nobody can answer now when somebody will, and asks where to write to; `email` as
/// above.
void tellAway(Decision& decision, const QString& email);
/// What a customer who waits wants beside being heard: the bot again (then true: nothing else is to be done
/// about the message), or to be written to.
[[nodiscard]] bool heedWaitingCustomer(Decision& decision, const ReceiveMessage& command);

[[nodiscard]] Result<void> decideNotified(Decision& decision, const MarkNotified& command);
[[nodiscard]] Result<void> decideClaim(Decision& decision, const ClaimHandoff& command);
[[nodiscard]] Result<void> decideReply(Decision& decision, const SendMessage& command);
[[nodiscard]] Result<void> decideResolve(Decision& decision, const ResolveHandoff& command);
[[nodiscard]] Result<void> decideAbandon(Decision& decision, const AbandonHandoff& command);
[[nodiscard]] Result<void> decideErase(Decision& decision, const EraseContact& command);
[[nodiscard]] Result<void> decideRemoveAttachments(Decision& decision, const RemoveAttachments& command);
[[nodiscard]] Result<void> decideSpam(Decision& decision, const SpamHandoff& command);
/// A waiting handoff of a contact who is blocked goes, without a word to anybody; what is held is its
/// holder's.
void dropBlocked(Decision& decision);
/// Blocks the contact and the others who are the same person, or lets them in again.
void setBlocked(Decision& decision, bool blocked, const std::vector<KnownContact>& person);
[[nodiscard]] bool isBlocked(const Decision& decision);
[[nodiscard]] Result<void> decideCorrectContact(Decision& decision, const CorrectContact& command);
[[nodiscard]] Result<void> decideContactNote(Decision& decision, const AddContactNote& command);
[[nodiscard]] Result<void> decideDeleteContactNote(Decision& decision, const DeleteContactNote& command);
[[nodiscard]] Result<void> decideMerge(Decision& decision, const MergeContact& command);
[[nodiscard]] Result<void> decideSplit(Decision& decision, const SplitContact& command);
[[nodiscard]] Result<void> decideCustomerPresence(Decision& decision, const SetCustomerPresence& command);
[[nodiscard]] Result<void> decideConvert(Decision& decision, const ConvertHandoff& command);
[[nodiscard]] Result<void> decideRoute(Decision& decision, const RouteHandoff& command);
[[nodiscard]] Result<void> decideDecline(Decision& decision, const DeclineOffer& command);
[[nodiscard]] Result<void> decideNote(Decision& decision, const AddNote& command);
[[nodiscard]] Result<void> decideReopen(Decision& decision, const ReopenHandoff& command);
[[nodiscard]] Result<void> decideTransfer(Decision& decision, const TransferHandoff& command);
[[nodiscard]] Result<void> decideSnooze(Decision& decision, const SnoozeHandoff& command);
[[nodiscard]] Result<void> decideAnswer(Decision& decision, const AnswerTurn& command);
[[nodiscard]] Result<void> decideUpdateContact(Decision& decision, const UpdateContact& command);
[[nodiscard]] Result<void> decideSwitchBot(Decision& decision, const SwitchBot& command);
[[nodiscard]] Result<void> decideRate(Decision& decision, const RateHandoff& command);
/// Asks the customer to rate what has just been resolved; markRatingAsked came before its event.
void askForRating(Decision& decision);
/// Notes in `next`, about to be resolved, that the customer is asked, when they are to be.
void markRatingAsked(const Decision& decision, const ResolveHandoff& command, Handoff& next);
/// True when the customer's message answered the question for a rating: then all is done about it.
[[nodiscard]] bool heedRating(Decision& decision, const ReceiveMessage& command);
/// What came in, as it is written down. The conversation is there.
[[nodiscard]] Message receivedMessage(const Decision& decision, const ReceiveMessage& command);
/// What a message or an answer told of the customer.
void learn(Decision& decision, const ContactPatch& patch);
/// What is known of a contact, with what a message told; bounded.
[[nodiscard]] Contact patched(Contact contact, const ContactPatch& patch);
/// The bot has failed too often in a row, or (`broken`) gave no answer at all; nothing when it has not, or
/// when it is not to be acted on.
[[nodiscard]] std::optional<Trigger> failureTrigger(const Decision& decision, bool broken = false);
/// Free text can be sent in the conversation now, or it is a template's; else `window_closed`.
[[nodiscard]] Result<void> mayWrite(const ConversationState& state, Timestamp now,
                                    const std::optional<TemplateUse>& madeFrom);
/// How far what a bot says in this conversation has come when it is written down.
[[nodiscard]] Delivery firstDelivery(const Conversation& conversation);
[[nodiscard]] Result<void> decideTick(Decision& decision);
[[nodiscard]] Result<void> decideUpdateAgent(Decision& decision, const UpdateAgent& command);
[[nodiscard]] Result<void> decideCreateTeam(Decision& decision, const CreateTeam& command);
[[nodiscard]] Result<void> decideUpdateTeam(Decision& decision, const UpdateTeam& command);
[[nodiscard]] Result<void> decideDeleteTeam(Decision& decision, const DeleteTeam& command);
[[nodiscard]] Result<void> decideAccess(Decision& decision, const RecordAccess& command);
/// What the owner must know of the events decided so far (owner_notices.h), once, at the end.
void tellOwner(Decision& decision);
[[nodiscard]] Result<void> decideSummary(Decision& decision, const RecordSummary& command);

/// What nobody told leaves what is known as it is.
void assignKnown(QString& known, const QString& told);

} // namespace relevo::domain
