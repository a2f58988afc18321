#pragma once

#include <domain/message.h>

#include <QtCore/QString>

#include <vector>

namespace relevo::assist {

/// What the conversation is about in one or two sentences of the customer's own (cleaned up: no greeting in
/// front, at most 240 characters); empty when the customer has not said. The wish for a human is no issue.
[[nodiscard]] QString mainIssueOf(const std::vector<domain::Message>& messages);

/// The customer's last question that neither the bot nor an agent has spoken after; empty when there is none.
[[nodiscard]] QString openQuestionOf(const std::vector<domain::Message>& messages);

} // namespace relevo::assist
