#pragma once

#include <QtCore/QString>

namespace relevo::assist {

/// True when the customer's text, which would be no wish by itself ("yes please", "sí, por favor", "pode
/// ser"), accepts a human whom the bot's text before it offers ("Would you like me to connect you with an
/// agent?", "just say so if you would rather talk to a person"). Of several questions of the bot a yes
/// answers the last. Pure, any thread; a few microseconds.
[[nodiscard]] bool acceptsOfferedPerson(const QString& botText, const QString& customerText);

} // namespace relevo::assist
