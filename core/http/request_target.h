#pragma once

#include <http/message.h>

namespace relevo::http {

/// Takes request.target apart into path, segments and query. Accepts "/path?query", "http://host/path" and
/// "*" with OPTIONS. False if it is anything else, has a broken escape, or does not decode to UTF-8 without
/// NUL.
[[nodiscard]] bool parseTarget(Request& request);

} // namespace relevo::http
