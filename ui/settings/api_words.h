#pragma once

#include <base/error.h>

#include <QtCore/QString>

namespace relevo::ui {

/// What somebody is told when the relay refused, or could not be asked, in their language: what happened and
/// what to do. `own` are the words for a refusal of this very thing (`invalid`, `conflict`, `forbidden`),
/// where they can be better than the general ones.
[[nodiscard]] QString apiWords(const Error& error, const QString& own = {});

} // namespace relevo::ui
