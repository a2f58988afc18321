#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>

namespace relevo::assist {

/// What a bot did in a message, as short acts in `language` ("en", "es", "pt"), in the order in which it did
/// them: "offered a refund". Read sentence by sentence from the words of all three languages. Apologies,
/// thanks and promises to stay in touch are no acts; a sentence that fits no rule gives none.
[[nodiscard]] QStringList actsOf(const QString& botText, const QString& language);

/// What the agent could do next, in `language`, by the kind of issue the text is about; a general suggestion
/// when it shows none.
[[nodiscard]] QString suggestionFor(const QString& issue, const QString& language);

} // namespace relevo::assist
