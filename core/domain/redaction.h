#pragma once

#include <domain/conversation_state.h>

namespace relevo::domain {

/// What is left when a person is forgotten: ids, times, states and figures, so that reports stay true and the
/// journal still folds to what its tables say. Everything that says who they are or what they said is gone;
/// so is what agents and bots wrote to or about them. Only what is named here stays: a field that is added
/// later is forgotten until somebody decides otherwise.
///
/// Folding events without the person gives the state without the person: withoutPerson(fold(events)) =
/// fold(withoutPerson(events)). Doing it twice changes nothing. Pure.
[[nodiscard]] Conversation withoutPerson(const Conversation& conversation);
[[nodiscard]] Handoff withoutPerson(const Handoff& handoff);
[[nodiscard]] ConversationState withoutPerson(ConversationState state);
/// Whether an event of a conversation tells of its customer at all: if not, it stays as it is. Every event
/// that may is emptied, also when there was nothing in it.
[[nodiscard]] bool tellsOfPerson(const Event& event);
/// `conversation` is whose contact is forgotten; the event may be about none (a notification).
[[nodiscard]] Event withoutPerson(const Event& event, const ConversationId& conversation);

/// Why a message that had not left yet when its contact was erased never will.
[[nodiscard]] DeliveryError erasedBeforeSent();

} // namespace relevo::domain
