#pragma once

#include <client/conversation_row.h>

#include <QtCore/QCoreApplication>

namespace relevo::models {

/// The name a list shows for the other side: the contact's, or "Visitor 3f2a" made of the conversation's id.
[[nodiscard]] QString visibleName(const QString& contactName, const domain::ConversationId& conversation);

// Translated names of enumerations, for every view alike.
[[nodiscard]] QString nameOf(domain::Priority priority);         ///< "Urgent" …
[[nodiscard]] QString nameOf(domain::TriggerType trigger);       ///< "Asked for a human" …
[[nodiscard]] QString nameOf(domain::Delivery delivery);         ///< "Sent" …
[[nodiscard]] QString nameOf(domain::Availability availability); ///< "Available" …
[[nodiscard]] QString channelName(const QString& channel);       ///< "Web chat" …
/// What the relay calls a channel that somebody typed the name of, in any case of letters; any other word as
/// it is.
[[nodiscard]] QString channelCode(const QString& typed);

/// A language by its own name, "Español", and where it is one country's with that country, "Português (BR)";
/// a code that is none as it is.
[[nodiscard]] QString languageName(const QString& code);

} // namespace relevo::models
