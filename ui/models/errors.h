#pragma once

#include <base/error.h>

#include <QtCore/QCoreApplication>

namespace relevo::models {

/// What an agent is told of a failure: what it means and what to do, in their language. The words an error
/// carries are for the log; a relay's are English, whoever reads them.
[[nodiscard]] QString sentenceOf(ErrorCode code);

} // namespace relevo::models
