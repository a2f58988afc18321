#pragma once

#include <QtCore/QString>

namespace relevo::assist {

inline constexpr qsizetype longestQuote = 80; ///< of a customer's words in a reason

/// `text` with at most `most` characters, an ellipsis among them, cut behind a word where there is one.
[[nodiscard]] QString shortened(const QString& text, qsizetype most);

/// What stands from `begin` to `end`, on one line, shortened. An address (a page's, a mailbox) of which the
/// stretch has a part only is left out, unless there is nothing else.
[[nodiscard]] QString excerptOf(const QString& text, qsizetype begin, qsizetype end, qsizetype most);

} // namespace relevo::assist
