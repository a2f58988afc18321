#pragma once

#include <QtCore/QString>

namespace relevo::models {

/// Why a person was called, as the relay wrote it, in the desk's language; what the customer said in it stays
/// as it was said, and so does what the relay's own sentences do not know.
[[nodiscard]] QString triggerReasonText(const QString& reason);

} // namespace relevo::models
