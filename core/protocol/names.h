#pragma once

#include <domain/event.h>
#include <domain/message_template.h>

#include <optional>
#include <string_view>

namespace relevo::protocol {

// The stable names of the domain's enumerations on the wire and on disk, both ways. nameOf never fails; the
// reverse gives nothing for a name it does not know.

[[nodiscard]] std::string_view nameOf(domain::EventType type);
[[nodiscard]] std::string_view nameOf(domain::Author author);
[[nodiscard]] std::string_view nameOf(domain::Delivery delivery);
[[nodiscard]] std::string_view nameOf(domain::HandoffStatus status);
[[nodiscard]] std::string_view nameOf(domain::TriggerType type);
[[nodiscard]] std::string_view nameOf(domain::Priority priority);
[[nodiscard]] std::string_view nameOf(domain::HandoffMode mode);
[[nodiscard]] std::string_view nameOf(domain::Holder holder);
[[nodiscard]] std::string_view nameOf(domain::Availability availability);
[[nodiscard]] std::string_view nameOf(domain::Role role);
[[nodiscard]] std::string_view nameOf(domain::ConversationStatus status);
[[nodiscard]] std::string_view nameOf(domain::ActorType type);
[[nodiscard]] std::string_view nameOf(domain::AccessKind kind);
[[nodiscard]] std::string_view nameOf(domain::Routing routing);
[[nodiscard]] std::string_view nameOf(domain::NotificationChannel channel);
[[nodiscard]] std::string_view nameOf(domain::Lane lane);
[[nodiscard]] std::string_view nameOf(domain::BotKind kind);
[[nodiscard]] std::string_view nameOf(domain::OrderStatus status);
[[nodiscard]] std::string_view nameOf(domain::PromiseState state);
[[nodiscard]] std::string_view nameOf(domain::TemplateCategory category);
[[nodiscard]] std::string_view nameOf(domain::ChannelState state);

/// valueOf<domain::Role>("admin"); defined for each of the types above.
template <typename Enum>
[[nodiscard]] std::optional<Enum> valueOf(std::string_view name);

} // namespace relevo::protocol
