#pragma once

#include <QtCore/QStringView>

namespace relevo::domain {

inline constexpr qsizetype longestEmailAddress = 254; ///< of RFC 5321

/// Whether this is one e-mail address: something, one "@", and a host of two parts at least, parted by single
/// dots; no spaces, nothing around it ("Ana <ana@shop.test>" is none), at most 254 characters. The one rule
/// for agents, contacts and orders, at every door and at the desk; whether somebody reads there, no rule can
/// say. Pure.
[[nodiscard]] bool isEmailAddress(QStringView text);

} // namespace relevo::domain
