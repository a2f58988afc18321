#pragma once

#include <domain/event.h>
#include <protocol/json.h>

namespace relevo::protocol {

/// One event as it is stored and sent:
/// {"seq","id","type","at","actor","conversationId"?,"handoffId"?,"data"}. Encoded once, by the writer; the
/// journal's hash chain and every recipient use these same bytes.
[[nodiscard]] std::string encodeEvent(const domain::Event& event);

/// The reverse. A type that this program does not know gives EventType::Unknown with no data; `hidden` gives
/// Hidden. Fails with `invalid` when a known type does not have its shape.
[[nodiscard]] Result<domain::Event> decodeEvent(const Json& json);
[[nodiscard]] Result<domain::Event> decodeEvent(std::string_view text);

/// What fills the place of an event that a reader may not see: {"seq","type":"hidden"}.
[[nodiscard]] std::string hiddenEvent(qint64 seq);
/// An event's text as agents get it: addresses of the bots' settings are for admins, over HTTP.
[[nodiscard]] std::string shownToAgents(qint64 seq, const std::string& body);

} // namespace relevo::protocol
