#pragma once

#include <domain/command_contact.h>
#include <domain/command_people.h>
#include <domain/command_rating.h>
#include <domain/event.h>

namespace relevo::domain {

/// A message came in from a customer or from the bot that serves them.
struct ReceiveMessage
{
    ConversationId conversationId; ///< the id a new conversation shall have; ignored when the session exists
    QString sessionId;
    QString channel;
    Author author = Author::Customer; ///< Customer or Bot
    QString content;
    QString kind = QStringLiteral("text");
    QString clientId;
    QString externalId;
    ContactPatch contact;
    bool botFailed = false;
    QString language;               ///< as detected in the text or said by the channel; may be empty
    std::optional<Trigger> trigger; ///< what the triggers found in a customer's text
    double frustration = 0.0;       ///< of a customer's text, 0 … 1
    int repeats = 0;                ///< how often the customer had said the same before
    bool wantsBot = false;          ///< a customer who waits says that the bot will do
    QString email = {};             ///< an address in a customer's text
    QStringList tags = {};          ///< labels to be added to the conversation's
    std::optional<int> rating = {}; ///< a customer's text that says nothing but 1 … 5
    std::vector<Attachment> attachments = {}; ///< in all commands: those that the caller may send
    std::optional<TemplateUse> madeFrom = {}; ///< of a bot's text; `content` has the values in it
};

/// What a bot of the relay makes of one message of the customer: all of it or, when control has changed since
/// it began to think, nothing.
struct AnswerTurn
{
    qint64 epoch = 0; ///< the control epoch it began under
    QStringList messages;
    bool failed = false;   ///< the bot could not help; counts towards a handoff
    bool answered = false; ///< a real answer; anything else is dropped (conflict) while a handoff is open
    ContactPatch contact;
    std::optional<Trigger> handoff; ///< the bot asks for a human
    std::optional<Priority> priority;
    QStringList skills = {}; ///< of the handoff: whoever takes it must have them
    TeamId team = {};        ///< whose members the handoff is for; null: everybody
    bool broken = false;     ///< no answer that could be used came: one such turn hands off at once
};

/// Whether bots may speak in the conversation.
struct SwitchBot
{
    bool on = false;
};

/// All of the bots' settings as they shall be.
struct ChangeBots
{
    BotSettings bots;
};

/// A bot or an operator asks for a human.
struct InitiateHandoff
{
    Trigger trigger;
    std::optional<Priority> priority;
    QStringList skills = {}; ///< whoever takes it must have them
    TeamId team = {};        ///< whose members it is for; null: everybody
};

/// At least one agent's desktop has the handoff.
struct MarkNotified
{
    HandoffId handoffId;
};

struct ClaimHandoff
{
    HandoffId handoffId;
    AgentRef agent;
};

/// A human's reply. `speaker.id` is the agent; null when a program speaks for whoever holds the conversation.
struct SendMessage
{
    HandoffId handoffId;
    AgentRef speaker;
    QString content;
    QString clientId;
    std::optional<qint64> epoch;
    std::vector<Attachment> attachments = {};
    std::optional<TemplateUse> madeFrom = {}; ///< `content` has the values in it
};

/// `agent.id` is null when a program resolves for whoever holds it.
struct ResolveHandoff
{
    HandoffId handoffId;
    AgentId agent;
    bool mayResolveOthers = false; ///< supervisors and programs
    QString notes;
    QString disposition;
    bool handBackToBot = false;
    bool asksRating = false; ///< the customer is asked for one, where the project asks at all
};

enum class AbandonReason { BackToBot, Left };

/// The customer wants the bot again, or has gone. Only while it waits: who holds one ends it themselves.
struct AbandonHandoff
{
    HandoffId handoffId;
    AbandonReason reason = AbandonReason::BackToBot;
};

/// The last of the customer's browsers has gone, or one has come back.
struct SetCustomerPresence
{
    bool here = false;
};

/// Nobody can answer in time, or whoever looks at it says so; it goes on as a ticket.
struct ConvertHandoff
{
    HandoffId handoffId;
    AgentId agent = {};           ///< who does it by hand; null: a program or the timer
    bool mayConvertOthers = true; ///< what another agent holds
};

struct RecordSummary
{
    HandoffId handoffId;
    Summary summary;
};

/// A receipt. `current` is the delivery the message is known to have.
struct RecordDelivery
{
    DeliveryUpdate update;
    Delivery current = Delivery::Queued;
};

/// Offers a waiting handoff to whoever is next, if it is to be offered and to nobody yet.
struct RouteHandoff
{
    HandoffId handoffId;
};

struct DeclineOffer
{
    HandoffId handoffId;
    AgentId agent;
    QString reason = {};
};

/// A word between agents; the customer never sees it.
struct AddNote
{
    HandoffId handoffId;
    AgentRef by; ///< null id: a program
    QString content;
    QString clientId = {};
    std::vector<AgentId> mentions = {}; ///< who is to be told, as far as the content names them
    std::vector<Attachment> attachments = {};
};

/// A handoff that is over goes on, with the agent who asks.
struct ReopenHandoff
{
    HandoffId handoffId;
    AgentRef agent;
};

/// To an agent, to the bot, to a team, or (none of them) back to everybody's queue.
struct TransferHandoff
{
    HandoffId handoffId;
    AgentRef by;                ///< null id: a program, for whoever holds it
    bool mayMoveOthers = false; ///< supervisors and programs
    std::optional<AgentId> to;
    bool toBot = false;
    QString note;                    ///< for the next agent's eyes
    std::optional<TeamId> team = {}; ///< back to the queue, for its members
};

/// Put off until then, or until the customer writes: nothing falls due meanwhile, and it is offered to
/// nobody. A time that is not ahead wakes it.
struct SnoozeHandoff
{
    HandoffId handoffId;
    AgentId agent;                ///< null: a program
    bool maySnoozeOthers = false; ///< supervisors and programs
    Timestamp until;
};

/// Does what is due in the conversation now (timers.h); nothing when nothing is.
struct Tick
{
};

/// The first of an agent's desktops has come, or the last has gone; or an agent who works without one has not
/// been heard of for too long.
struct SetPresence
{
    AgentId agent;
    bool online = false;
    std::optional<Timestamp> lastSeen = {}; ///< of who works without a desktop: gone since then
};

struct SetAvailability
{
    AgentId agent;
    Availability availability = Availability::Away;
};

/// The whole settings object as it shall be.
struct ChangeSettings
{
    Settings settings;
};

/// Tells people something; its id is given by whoever decides.
struct PostNotification
{
    Notification notification;
};

/// The caller has made sure that the notification exists and is for this agent.
struct ReadNotification
{
    NotificationRead read;
};

struct CreateProject
{
    Project project;
};

using Command =
    std::variant<ReceiveMessage, InitiateHandoff, MarkNotified, ClaimHandoff, SendMessage, ResolveHandoff,
                 RouteHandoff, DeclineOffer, AddNote, ReopenHandoff, TransferHandoff, SnoozeHandoff, Tick,
                 SetPresence, SetCustomerPresence, AbandonHandoff, ConvertHandoff, RecordSummary,
                 RecordDelivery, SetAvailability, ChangeSettings, CreateProject, CreateAgent, AnswerTurn,
                 UpdateContact, SwitchBot, ChangeBots, CorrectContact, PostNotification, ReadNotification,
                 UpdateAgent, CreateTeam, UpdateTeam, DeleteTeam, RecordAccess, EraseContact, RateHandoff,
                 AddContactNote, DeleteContactNote, MergeContact, SplitContact, SpamHandoff, RecordHealth,
                 RemoveAttachments>;

} // namespace relevo::domain
