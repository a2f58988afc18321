#pragma once

#include <QtCore/QString>

namespace relevo::samples {

/// What a sample's people say, in the language of the desk: whoever looks at a picture in Spanish reads
/// Spanish customers. Words that the table does not have, and other languages, stay as they are.
[[nodiscard]] QString said(const QString& english);
/// The code of the language of those words.
[[nodiscard]] QString ownLanguage();

} // namespace relevo::samples
