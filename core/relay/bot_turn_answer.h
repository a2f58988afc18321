#pragma once

#include <bot/bot.h>
#include <relay/submission.h>
#include <store/journal.h>

// What a turn's answer stands on, and what is written with it. Writer thread, but for noAnswer.
namespace relevo::relay {

/// In the context of a refusal after which the same turn, begun anew, may do better.
inline const QString turnAnew = QStringLiteral("anew");

/// What is told to whoever posted the answer.
[[nodiscard]] std::string answerOf(const Outcome& outcome, const domain::MessageId& turn, bool failed);

/// Nothing that the answer stands on may have changed since it was made: `conflict`, or the store's errors.
[[nodiscard]] Result<void> stillStands(store::Journal& journal, const domain::ProjectId& project,
                                       const store::BotTurn& turn, qint64 version, const QString& cancel);

/// The order of the project's table is cancelled; nothing happens to one that is gone.
[[nodiscard]] Result<void> cancelOrder(store::Journal& journal, const domain::ProjectId& project,
                                       const QString& number, Timestamp now);

/// The turn failed without a word of the bot's own.
[[nodiscard]] bot::Reply noAnswer(const QString& error, int attempts);

} // namespace relevo::relay
