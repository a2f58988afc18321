#pragma once

#include <domain/message.h>

#include <QtCore/QString>

#include <vector>

namespace relevo::assist {

/// The customer's last question that neither the bot nor an agent has answered: a bot that says that it does
/// not know, or only asks in return, has not. The wish for a human is no question. Empty when there is none.
[[nodiscard]] QString openQuestionOf(const std::vector<domain::Message>& messages);

} // namespace relevo::assist
