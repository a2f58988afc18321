#pragma once

#include <base/error.h>

#include <QtCore/QStringList>

#include <string_view>
#include <vector>

namespace relevo::protocol {

/// Comma-separated values as RFC 4180 has them: quoted fields may hold commas, line ends and doubled quotes;
/// a byte order mark and empty lines are passed over; semicolons separate where the first line has no comma.
/// UTF-8. Fails with `invalid`, naming the line, when a quote is not closed or stands in the middle of a
/// field.
[[nodiscard]] Result<std::vector<QStringList>> csvRows(std::string_view text);

} // namespace relevo::protocol
