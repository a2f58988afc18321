#pragma once

#include <domain/message_template.h>
#include <domain/reply_window.h>
#include <domain/state.h>
#include <protocol/json.h>

namespace relevo::protocol {

/// Where the bytes of an attachment are to be had: this and its id.
inline constexpr const char* attachmentUrl = "/api/attachments/";

// The shapes of PROTOCOL.md. toJson leaves unknown (empty) fields out; the readers take what toJson makes of
// this or an older version, ignore fields they do not know, and fail with `invalid` naming the field. Free of
// side effects, any thread.

[[nodiscard]] Json toJson(const domain::Project& project);
[[nodiscard]] Json toJson(const domain::Settings& settings);
[[nodiscard]] Json toJson(const domain::Agent& agent);
[[nodiscard]] Json toJson(const domain::Team& team);
[[nodiscard]] Json toJson(const domain::AccessChange& change);
[[nodiscard]] Json toJson(const domain::Erasure& erasure);
[[nodiscard]] Json toJson(const domain::HealthChange& change);
[[nodiscard]] Json toJson(const domain::Contact& contact);
[[nodiscard]] Json toJson(const domain::Conversation& conversation);
[[nodiscard]] Json toJson(const domain::Attachment& attachment);
[[nodiscard]] Json toJson(const domain::AttachmentsRemoved& removed);
[[nodiscard]] Json toJson(const domain::TemplateUse& use);
[[nodiscard]] Json toJson(const domain::Message& message);
[[nodiscard]] Json toJson(const domain::DeliveryUpdate& update);
[[nodiscard]] Json toJson(const domain::Control& control);
[[nodiscard]] Json toJson(const domain::Handoff& handoff);
[[nodiscard]] Json toJson(const domain::Rating& rating);
[[nodiscard]] Json toJson(const domain::Summary& summary);
[[nodiscard]] Json toJson(const domain::Notification& notification);
[[nodiscard]] Json toJson(const domain::NotificationRead& read);
/// With the reply window beside the time it follows from; only the latter is read back.
[[nodiscard]] Json toJson(const domain::ConversationState& state);
[[nodiscard]] Json toJson(const domain::ReplyWindow& window);
[[nodiscard]] Json toJson(const domain::BotSettings& bots);
[[nodiscard]] Json toJson(const domain::MessageTemplate& text);

/// fromJson<domain::Message>(json); defined for each of the types above.
template <typename T>
[[nodiscard]] Result<T> fromJson(const Json& json);

/// A contact as a message brings it: {name?, email?, phone?, attributes?}. Attribute values may be texts,
/// numbers or booleans.
[[nodiscard]] Result<domain::ContactPatch> contactPatchFromJson(const Json& json);

/// A notification as a program posts it: {title, body?, kind?, url?, priority?, audience?, expiresAt?}.
[[nodiscard]] Result<domain::Notification> notificationFromJson(const Json& json);

} // namespace relevo::protocol
