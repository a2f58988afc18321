#pragma once

#include <domain/message.h>

#include <QtCore/QString>

#include <vector>

namespace relevo::assist {

/// The name a customer tells of themselves: after "my name is", "me llamo", "soy", "aqui é o", before "here",
/// or as the answer to a bot that asked for it; as it is written, at most four words. Empty where none is
/// told: "I am angry", "soy cliente desde mayo" and "I'm Spanish" tell none. Of several the last.
[[nodiscard]] QString toldName(const std::vector<domain::Message>& messages);

} // namespace relevo::assist
