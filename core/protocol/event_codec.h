#pragma once

#include <domain/event.h>
#include <protocol/json.h>

namespace relevo::protocol {

/// One event as it is stored and sent:
/// {"seq","id","type","at","actor","conversationId"?,"handoffId"?,"data"}. Encoded once, by the writer; the
/// journal's hash chain and every recipient use these same bytes.
[[nodiscard]] std::string encodeEvent(const domain::Event& event);

/// What stands in the sequence for an event that is not for this reader.
[[nodiscard]] std::string hiddenEvent(qint64 seq);

/// An event's text as this agent may see it: itself, or hidden.
[[nodiscard]] std::string eventFor(const domain::Agent& agent, qint64 seq, std::string body);

/// The reverse. A type that this program does not know gives EventType::Unknown with no data; `hidden` gives
/// Hidden. Fails with `invalid` when a known type does not have its shape.
[[nodiscard]] Result<domain::Event> decodeEvent(const Json& json);
[[nodiscard]] Result<domain::Event> decodeEvent(std::string_view text);

} // namespace relevo::protocol
