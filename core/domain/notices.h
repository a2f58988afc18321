#pragma once

#include <domain/settings.h>

namespace relevo::domain {

/// What the customer is told when something changes hands: the project's own sentence where one is set, else
/// the built-in one in `language` ("es", "pt", anything else: English). These go to customers, whose language
/// has nothing to do with the program's own, so they are not part of its translations.
[[nodiscard]] QString handoffNotice(const Settings& settings, const QString& language);
[[nodiscard]] QString awayNotice(const Settings& settings, const QString& language);
[[nodiscard]] QString joinedNotice(const QString& agentName, const QString& language);
[[nodiscard]] QString waitAgainNotice(const QString& language);
/// `answerByEmail`: we know an address; else one is asked for.
[[nodiscard]] QString ticketNotice(bool answerByEmail, const QString& language);
[[nodiscard]] QString idleNotice(int minutesLeft, const QString& language);
[[nodiscard]] QString resolvedNotice(const Settings& settings, const QString& language);

} // namespace relevo::domain
