#pragma once

#include <base/error.h>

namespace relevo::relay {

inline constexpr int shortestPassword = 10; ///< characters, of those that people choose themselves

/// Whether somebody may have this password: long enough, not what everybody tries first, not their own name
/// or address. Anything else is allowed, as NIST SP 800-63B advises: no classes of characters, no expiry.
/// Fails with `invalid` (field "password"). Pure.
[[nodiscard]] Result<void> checkPassword(const QString& password, const QString& name, const QString& email);

} // namespace relevo::relay
