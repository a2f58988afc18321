#pragma once

#include <protocol/json.h>
#include <relay/submission.h>

namespace relevo::relay::answers {

// What a command's outcome is answered with, the same over HTTP and WebSocket. Pure; they run in the writer
// thread, and their texts are kept with the command's id.

/// {messageId, conversationId, seq, control:"bot"|"human", handoff:{id,status,trigger}|null,
/// rating?:{handoffId,score}}
[[nodiscard]] std::string received(const Outcome& outcome);
/// {handoffId, status, mode}
[[nodiscard]] std::string initiated(const Outcome& outcome);
/// {success:true, epoch}
[[nodiscard]] std::string claimed(const Outcome& outcome);
/// {messageId, seq}
[[nodiscard]] std::string sent(const Outcome& outcome);
/// The message itself.
[[nodiscard]] std::string message(const Outcome& outcome);
/// How much was taken out for a contact: {success:true, events, orders}
[[nodiscard]] std::string erased(const Outcome& outcome, int orders);
/// {success:true}
[[nodiscard]] std::string done(const Outcome& outcome);
/// {message}
[[nodiscard]] std::string visitorMessage(const Outcome& outcome);

/// "human" while an agent holds the conversation or bots are switched off in it, else "bot".
[[nodiscard]] const char* controlName(const domain::ConversationState& conversation);
/// How the customer feels now: {label, score}.
[[nodiscard]] protocol::Json sentiment(const domain::ConversationState& conversation);

} // namespace relevo::relay::answers
