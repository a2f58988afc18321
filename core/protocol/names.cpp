#include <protocol/names.h>

#include <array>

namespace relevo::protocol {
namespace {

using namespace domain;

template <typename Enum>
struct Names;

template <>
struct Names<EventType>
{
    static constexpr std::array list{"project.created",
                                     "settings.changed",
                                     "agent.created",
                                     "agent.availability",
                                     "contact.updated",
                                     "conversation.opened",
                                     "conversation.updated",
                                     "conversation.closed",
                                     "message.received",
                                     "message.sent",
                                     "message.delivery",
                                     "control.changed",
                                     "handoff.requested",
                                     "handoff.notified",
                                     "handoff.claimed",
                                     "handoff.activated",
                                     "handoff.resolved",
                                     "handoff.abandoned",
                                     "handoff.converted",
                                     "summary.ready",
                                     "note.added",
                                     "agent.assigned",
                                     "handoff.offered",
                                     "handoff.declined",
                                     "handoff.reminded",
                                     "handoff.transferred",
                                     "handoff.reopened",
                                     "handoff.snoozed",
                                     "handoff.woken",
                                     "bots.changed",
                                     "notification.posted",
                                     "notification.read",
                                     "sla.started",
                                     "sla.warned",
                                     "sla.breached",
                                     "sla.met",
                                     "sla.paused",
                                     "sla.resumed",
                                     "agent.updated",
                                     "agent.disabled",
                                     "agent.enabled",
                                     "team.created",
                                     "team.updated",
                                     "team.deleted",
                                     "access.changed",
                                     "contact.erased",
                                     "handoff.rated",
                                     "contact.merged",
                                     "contact.split",
                                     "contact.created",
                                     "channel.health",
                                     "attachments.removed",
                                     "hidden",
                                     "unknown"};
};
template <>
struct Names<ChannelState>
{
    static constexpr std::array list{"ok", "failing"};
};
template <>
struct Names<Author>
{
    static constexpr std::array list{"customer", "bot", "agent", "system"};
};
template <>
struct Names<Delivery>
{
    static constexpr std::array list{"queued", "sent", "delivered", "read", "failed", "unknown"};
};
template <>
struct Names<HandoffStatus>
{
    static constexpr std::array list{"pending",   "notified",           "claimed", "active", "resolved",
                                     "abandoned", "converted_to_ticket"};
};
template <>
struct Names<TriggerType>
{
    static constexpr std::array list{"keyword",   "sentiment", "failure", "manual",
                                     "sensitive", "urgent",    "vip"};
};
template <>
struct Names<Priority>
{
    static constexpr std::array list{"urgent", "high", "normal", "low"};
};
template <>
struct Names<HandoffMode>
{
    static constexpr std::array list{"sync", "async"};
};
template <>
struct Names<Holder>
{
    static constexpr std::array list{"bot", "agent", "none"};
};
template <>
struct Names<Availability>
{
    static constexpr std::array list{"available", "busy", "away"};
};
template <>
struct Names<Role>
{
    static constexpr std::array list{"agent", "supervisor", "admin"};
};
template <>
struct Names<ConversationStatus>
{
    static constexpr std::array list{"open", "closed"};
};
template <>
struct Names<ActorType>
{
    static constexpr std::array list{"customer", "bot", "agent", "system", "integration"};
};
template <>
struct Names<AccessKind>
{
    static constexpr std::array list{
        "invited",         "invite_accepted",  "password_changed", "password_reset",  "totp_enabled",
        "totp_disabled",   "totp_reset",       "sessions_ended",   "key_created",     "key_revoked",
        "signed_in",       "sign_ins_refused", "webhook_created",  "webhook_enabled", "webhook_disabled",
        "webhook_deleted", "template_changed", "template_deleted", "canned_changed",  "canned_deleted",
        "faq_changed",     "bot_secret_made",  "orders_changed",   "order_deleted",   "contact_exported",
        "unknown"};
};
template <>
struct Names<Routing>
{
    static constexpr std::array list{"manual", "round_robin", "least_busy"};
};
template <>
struct Names<NotificationChannel>
{
    static constexpr std::array list{"email", "slack", "whatsapp", "desktop"};
};
template <>
struct Names<PromiseState>
{
    static constexpr std::array list{"running", "paused", "warned", "breached", "met"};
};

template <>
struct Names<Lane>
{
    static constexpr std::array list{"info", "commerce", "support"};
};
template <>
struct Names<BotKind>
{
    static constexpr std::array list{"faq", "orders", "triage", "webhook"};
};
template <>
struct Names<OrderStatus>
{
    static constexpr std::array list{"placed",    "paid",      "packed",  "shipped",
                                     "delivered", "cancelled", "returned"};
};
template <>
struct Names<TemplateCategory>
{
    static constexpr std::array list{"utility", "marketing", "authentication"};
};

template <typename Enum>
std::string_view name(Enum value)
{
    return Names<Enum>::list[static_cast<std::size_t>(value)];
}

} // namespace

template <typename Enum>
std::optional<Enum> valueOf(std::string_view text)
{
    for (std::size_t i = 0; i < Names<Enum>::list.size(); ++i) {
        if (text == Names<Enum>::list[i])
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

#define RELEVO_WIRE_NAMES(Enum)                                                                              \
    std::string_view nameOf(Enum value)                                                                      \
    {                                                                                                        \
        return name(value);                                                                                  \
    }                                                                                                        \
    template std::optional<Enum> valueOf<Enum>(std::string_view);

RELEVO_WIRE_NAMES(EventType)
RELEVO_WIRE_NAMES(Author)
RELEVO_WIRE_NAMES(Delivery)
RELEVO_WIRE_NAMES(HandoffStatus)
RELEVO_WIRE_NAMES(TriggerType)
RELEVO_WIRE_NAMES(Priority)
RELEVO_WIRE_NAMES(HandoffMode)
RELEVO_WIRE_NAMES(Holder)
RELEVO_WIRE_NAMES(Availability)
RELEVO_WIRE_NAMES(Role)
RELEVO_WIRE_NAMES(ConversationStatus)
RELEVO_WIRE_NAMES(ActorType)
RELEVO_WIRE_NAMES(AccessKind)
RELEVO_WIRE_NAMES(Routing)
RELEVO_WIRE_NAMES(NotificationChannel)
RELEVO_WIRE_NAMES(Lane)
RELEVO_WIRE_NAMES(BotKind)
RELEVO_WIRE_NAMES(OrderStatus)
RELEVO_WIRE_NAMES(PromiseState)
RELEVO_WIRE_NAMES(TemplateCategory)
RELEVO_WIRE_NAMES(ChannelState)

#undef RELEVO_WIRE_NAMES

} // namespace relevo::protocol
