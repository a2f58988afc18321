#pragma once

#include <domain/access.h>
#include <domain/bots.h>
#include <domain/channel_health.h>
#include <domain/control.h>
#include <domain/conversation.h>
#include <domain/handoff.h>
#include <domain/message.h>
#include <domain/notification.h>
#include <domain/settings.h>
#include <domain/team.h>

#include <variant>

namespace relevo::domain {

/// The names on the wire are in PROTOCOL.md. The list only grows.
enum class EventType {
    ProjectCreated,
    SettingsChanged,
    AgentCreated,
    AgentAvailability,
    ContactUpdated,
    ConversationOpened,
    ConversationUpdated,
    ConversationClosed,
    MessageReceived, ///< from the customer
    MessageSent,     ///< to the customer: by the bot, an agent or the system
    MessageDelivery,
    ControlChanged,
    HandoffRequested,
    HandoffNotified,
    HandoffClaimed,
    HandoffActivated,
    HandoffResolved,
    HandoffAbandoned,
    HandoffConverted,
    SummaryReady,
    NoteAdded,          ///< between agents; the customer never sees it
    AgentAssigned,      ///< a handoff went to them: their turn is over
    HandoffOffered,     ///< to one agent, for a time
    HandoffDeclined,    ///< by that agent, or by the time running out
    HandoffReminded,    ///< nobody has answered in time, or everybody asked has passed it on
    HandoffTransferred, ///< to another agent, or back to the queue
    HandoffReopened,
    HandoffSnoozed,
    HandoffWoken,
    BotsChanged, ///< admins get it whole, others hidden
    NotificationPosted,
    NotificationRead,
    SlaStarted, ///< a promise about the handoff's time has begun to run
    SlaWarned,  ///< little of its time is left
    SlaBreached,
    SlaMet,
    SlaPaused,  ///< it is the customer's turn, or what was broken is done after all
    SlaResumed, ///< it is our turn again
    AgentUpdated,
    AgentDisabled,
    AgentEnabled,
    TeamCreated,
    TeamUpdated,
    TeamDeleted,
    AccessChanged, ///< somebody's credentials; for admins only
    ContactErased,
    HandoffRated,       ///< by the customer, once it was over; not always the conversation's newest handoff
    ContactMerged,      ///< the contact is the same person as another from now on
    ContactSplit,       ///< the contact stands for themselves again
    ContactCreated,     ///< somebody has written for the first time: their conversation was opened just now
    ChannelHealth,      ///< a way out of the project has stopped working, or works again
    AttachmentsRemoved, ///< files of the conversation are no longer kept; its messages are
    Hidden,             ///< something this reader may not see; it only fills the sequence
    Unknown,            ///< of a newer program; kept and ignored
};

struct Project
{
    ProjectId id;
    QString name;

    friend bool operator==(const Project&, const Project&) = default;
};

struct DeliveryUpdate
{
    MessageId messageId;
    Delivery delivery = Delivery::Sent;
    std::optional<DeliveryError> error;

    friend bool operator==(const DeliveryUpdate&, const DeliveryUpdate&) = default;
};

enum class ActorType { Customer, Bot, Agent, System, Integration };

/// Who caused an event. Integration is a program that came with the project's API key.
struct Actor
{
    ActorType type = ActorType::System;
    QString id;
    QString name;

    friend bool operator==(const Actor&, const Actor&) = default;
};

/// The thing an event is about, in its state after the event.
using EventData =
    std::variant<std::monostate, Project, Settings, Agent, Contact, Conversation, Message, DeliveryUpdate,
                 Control, Handoff, Summary, BotSettings, Notification, NotificationRead, Team, AccessChange,
                 Erasure, HealthChange, AttachmentsRemoved>;

/// Something that happened. Events are the only truth: state is the fold of them (state.h).
struct Event
{
    qint64 seq = 0; ///< 1, 2, 3 … per project; 0 until the journal has numbered it
    EventId id;
    EventType type = EventType::Unknown;
    Timestamp at;
    Actor actor;
    ConversationId conversationId; ///< null when the event is about no conversation
    HandoffId handoffId;           ///< null when it is about no handoff
    EventData data;
    /// The conversation with whose contact this event's content was forgotten; null as long as it is whole.
    ConversationId erasedWith = {};

    friend bool operator==(const Event&, const Event&) = default;
};

} // namespace relevo::domain
