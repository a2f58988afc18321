#pragma once

#include <string>

namespace relevo::test {

/// What an authenticator app shows for a secret in Base32, `steps` of half a minute from now. Made without
/// the relay's own code, so that both can be wrong only apart.
[[nodiscard]] std::string appCode(const std::string& secret, int steps = 0);

} // namespace relevo::test
