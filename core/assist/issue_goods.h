#pragma once

#include <domain/message.h>

#include <QtCore/QString>

#include <vector>

namespace relevo::assist {

/// "The item was bent" → "The item [glass table] was bent": what another message says it was, the nearest one
/// from `from` on and else before it. The problem as it is when it names goods itself or nobody does.
[[nodiscard]] QString withGoods(const QString& problem, const std::vector<domain::Message>& messages,
                                std::size_t from);

} // namespace relevo::assist
