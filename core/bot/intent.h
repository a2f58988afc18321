#pragma once

#include <bot/session.h>

namespace relevo::bot {

/// Where a message goes, and why.
struct Intent
{
    domain::Lane lane = domain::Lane::Info;
    QString decidedBy;  ///< "project", "question", "rule", "model", "lane" or "default"
    QString reason;     ///< in words for the project's admin; nothing of what was said
    bool sure = true;   ///< no rule fits: a model may know better
    bool aside = false; ///< answered by the way: the bot that had asked goes on waiting for its answer

    friend bool operator==(const Intent&, const Intent&) = default;
};

/// Decides by rules, in this order: a question of the bot's that the message answers, unless it is plainly
/// another that the FAQ knows; the project's own words; orders and their cancellation, also of the one that
/// was just told of ("cancel it"); what the FAQ knows; trouble; anything else about an order. When none
/// fits, a conversation with a webhook stays in its lane, any other goes to `info`, and `sure` is false.
/// English, Spanish and Portuguese, whatever the conversation's language, because customers mix them. Pure, a
/// few microseconds.
[[nodiscard]] Intent route(const QString& text, const domain::BotSettings& bots, const Session& session,
                           bool faqKnows);

/// What becomes of an intent that the rules were not sure of when the language model `name` has been asked:
/// the lane it named, or what the rules said; either way the reason tells. Pure.
[[nodiscard]] Intent afterModel(Intent byRules, const QString& name,
                                const Result<std::optional<domain::Lane>>& chosen);

} // namespace relevo::bot
