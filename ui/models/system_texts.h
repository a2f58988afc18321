#pragma once

#include <QtCore/QString>

namespace relevo::models {

/// What the relay told a customer by itself ("Ana joined the conversation."), for an agent who reads
/// `language`
/// ("es", "pt", else English): the same sentence of the relay's in that language. A text that is none of its
/// built-in sentences, a project's own among them, is given back as it is.
[[nodiscard]] QString systemTextIn(const QString& language, const QString& text);

} // namespace relevo::models
