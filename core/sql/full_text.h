#pragma once

#include <QtCore/QStringList>

namespace relevo::sql {

/// The words of what somebody looks for, each quoted as a string of SQLite's FTS5 query syntax
/// (https://www.sqlite.org/fts5.html, section 3), so that nothing in them is an operator. At most `most`;
/// what is neither a letter nor a digit parts them.
[[nodiscard]] QStringList quotedWords(const QString& text, qsizetype most = 16);

} // namespace relevo::sql
