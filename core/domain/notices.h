#pragma once

#include <domain/settings.h>

namespace relevo::domain {

/// The text in `language` ("es", "pt", anything else: English).
[[nodiscard]] QString inLanguage(const QString& language, const QString& english, const QString& spanish,
                                 const QString& portuguese);

/// What the customer is told when something changes hands: the project's own sentence where one is set, else
/// the built-in one in `language` ("es", "pt", anything else: English). These go to customers, whose language
/// has nothing to do with the program's own, so they are not part of its translations.
[[nodiscard]] QString handoffNotice(const Settings& settings, const QString& language);
/// When somebody is there or has answered, in the customer's words (moment.h); no words: nobody knows.
struct Return
{
    enum class Kind { Opening, NoLaterThan, Within };
    Kind kind = Kind::Opening;
    QString words = {};
};
/// A sentence of the project's own may say when by `{when}`; "as soon as we can" where nobody knows.
[[nodiscard]] QString awayNotice(const Settings& settings, const Return& answer, const QString& language);
/// An address is for people to use when they lose touch: the relay itself sends no e-mail, so none is
/// promised.
[[nodiscard]] QString askEmailNotice(const QString& language);
[[nodiscard]] QString emailKeptNotice(const QString& email, const QString& language);
/// They are with the bot again because they wanted it, or because the agent handed back to it; because they
/// were not to be found.
[[nodiscard]] QString botAgainNotice(const QString& language);
[[nodiscard]] QString leftNotice(const QString& language);
[[nodiscard]] QString joinedNotice(const QString& agentName, const QString& language);
[[nodiscard]] QString waitAgainNotice(const QString& language);
/// AskEmail: an address is asked for, too. Here: one is known, the channel reaches them, or they were asked.
enum class TicketAnswer { AskEmail, Here };
[[nodiscard]] QString ticketNotice(TicketAnswer answer, const QString& language);
[[nodiscard]] QString idleNotice(int minutesLeft, const QString& language);
/// A bot of the project's could not be reached or did not answer as it must. `people`: a human can be asked
/// for.
[[nodiscard]] QString botFailedNotice(const QString& language, bool people);
[[nodiscard]] QString resolvedNotice(const Settings& settings, const QString& language);
/// Asks for a rating from 1 to 5; thanks for it.
[[nodiscard]] QString csatNotice(const Settings& settings, const QString& language);
[[nodiscard]] QString csatThanksNotice(const QString& language);

} // namespace relevo::domain
