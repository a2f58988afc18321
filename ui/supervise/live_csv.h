#pragma once

#include <QtCore/QStringList>

#include <vector>

namespace relevo::ui {

/// Rows as comma-separated values (RFC 4180, UTF-8 with a byte order mark, which spreadsheets need). What a
/// spreadsheet would take for a formula is kept a text.
[[nodiscard]] QByteArray csvOf(const std::vector<QStringList>& rows);

} // namespace relevo::ui
