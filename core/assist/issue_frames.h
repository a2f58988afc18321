#pragma once

#include <assist/issue_kind.h>

#include <QtCore/QString>

#include <optional>

namespace relevo::assist {

/// What an issue is about where not its words but how they stand together tell: goods that are not those
/// ordered, fewer than ordered, a code that does not come, a refund that was refused, a question before any
/// order ("do you ship to Norway?", Other). In English, Spanish and Portuguese; nothing where none applies.
[[nodiscard]] std::optional<IssueKind> kindByFrame(const QString& issue);

/// True when the customer asks for a cancellation ("I'd like to cancel"), so that nothing was cancelled yet.
[[nodiscard]] bool asksToCancel(const QString& issue);

} // namespace relevo::assist
