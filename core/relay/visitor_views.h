#pragma once

#include <domain/state.h>
#include <protocol/json.h>

namespace relevo::relay {

/// What the customer may know of a handoff: how it stands, the agent's name, and whether an address is wanted
/// of them. `state` may have gone on, or be null when the conversation is over.
[[nodiscard]] protocol::Json handoffForVisitor(const domain::Handoff& handoff,
                                               const domain::ConversationState* state);

/// What the customer was asked to rate, until when they may, and what they have said; null when there is
/// nothing of it.
[[nodiscard]] protocol::Json ratingForVisitor(const domain::Handoff& handoff);

/// A message without what is for agents and programs only.
[[nodiscard]] protocol::Json messageForVisitor(const domain::Message& message);

/// The part of an event that the customer sees; nothing for the others.
[[nodiscard]] std::optional<protocol::Json> dataForVisitor(const domain::Event& event,
                                                           const domain::ConversationState* state);

} // namespace relevo::relay
