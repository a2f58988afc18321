#pragma once

#include <domain/contact.h>

namespace relevo::relay {

/// Where a visitor writes from, as their browser says it, for the agents to see: attributes `page` and
/// `timezone` of the contact. Of the page's address only what names the page: scheme, host, port and path,
/// for the rest may sign somebody in. What is no address of the web and no time zone is left out. Pure.
[[nodiscard]] domain::ContactPatch visitorOrigin(const QString& page, const QString& timezone);

} // namespace relevo::relay
