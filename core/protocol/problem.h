#pragma once

#include <protocol/json.h>

namespace relevo::protocol {

/// RFC 9457 problem document of an error: {"type","title","status","detail","code", …context}. For
/// already_claimed it also holds "holder":{"id","name"}.
[[nodiscard]] Json problemJson(const Error& error);

/// {"code","detail",…context} as it stands in a JSON-RPC error's `data`.
[[nodiscard]] Json errorData(const Error& error);

} // namespace relevo::protocol
