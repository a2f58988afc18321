#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace relevo::assist {

/// What a bot did in a message, as short acts in `language` ("offered a refund"), none for talk that helps
/// with nothing.
[[nodiscard]] QStringList actsOf(const QString& botText, const QString& language);

/// A suggestion for the agent from what the conversation is about, in `language`.
[[nodiscard]] QString suggestionFor(const QString& customerText, const QString& language);

} // namespace relevo::assist
