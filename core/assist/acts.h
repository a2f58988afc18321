#pragma once

#include <domain/message.h>

#include <QtCore/QString>
#include <QtCore/QStringList>

#include <vector>

namespace relevo::assist {

/// What a bot did in a message, as short acts in `language` ("en", "es", "pt"), in the order in which it did
/// them: "offered a refund". Read sentence by sentence from the words of all three languages. Of one matter
/// the act that tells most ("started a refund" rather than "offered" one). Apologies, thanks and promises to
/// stay in touch are no acts; a sentence that fits no rule gives none.
[[nodiscard]] QStringList actsOf(const QString& botText, const QString& language);

/// The same over a conversation: at most five, those that tell most.
[[nodiscard]] QStringList botTried(const std::vector<domain::Message>& messages, const QString& language);

/// True when the bot says that it does not know or cannot help.
[[nodiscard]] bool admitsDefeat(const domain::Message& botMessage);

} // namespace relevo::assist
