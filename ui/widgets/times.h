#pragma once

#include <QtCore/QDateTime>
#include <QtCore/QString>

namespace relevo::ui {

/// A span that ticks: "0:42", "7:05", "1 h 05 min", "3 d 4 h".
[[nodiscard]] QString shortSpan(qint64 seconds);
/// The same in words for reading aloud: "7 minutes", "2 hours".
[[nodiscard]] QString spokenSpan(qint64 seconds);
/// A span that is a rule, in its largest whole units: "45 min", "4 h", "1 h 30 min", "2 d".
[[nodiscard]] QString minutesText(int minutes);
/// When an answer is due, `seconds` from now: "due in 3 min", or "4 min late".
[[nodiscard]] QString dueText(qint64 seconds);
/// The same for a screen reader, in whole words: "answer due in 3 minutes".
[[nodiscard]] QString spokenDue(qint64 seconds);

/// How the user's locale writes a clock time, without seconds.
[[nodiscard]] QString clockFormat();
/// Clock time in the user's locale: "10:42".
[[nodiscard]] QString clockText(const QDateTime& at);
/// A day and a clock time: "21/11/2026 10:42".
[[nodiscard]] QString momentText(const QDateTime& at);
/// As short as it can be told apart in a list: a clock time today, else a weekday, else a date.
[[nodiscard]] QString listTime(const QDateTime& at, const QDate& today);
/// A day's heading: "Today", "Yesterday", "Monday, 16 November".
[[nodiscard]] QString dayText(const QDate& day, const QDate& today);

} // namespace relevo::ui
