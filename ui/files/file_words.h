#pragma once

#include <domain/attachment.h>

namespace relevo::ui {

/// "1.2 MB", as people read it.
[[nodiscard]] QString sizeText(qint64 bytes);
/// The same with as many decimals as asked for.
[[nodiscard]] QString sizeText(qint64 bytes, int decimals);

/// The name of the icon that stands for such a file.
[[nodiscard]] QString iconOf(const domain::Attachment& file);

/// What a screen reader says of it: kind, name and size, or that it is no longer kept.
[[nodiscard]] QString spokenFile(const domain::Attachment& file);

/// Another program may show it without a question: kinds that do nothing but show or sound, by what the relay
/// has found in it and by what its name makes of it, since that is what the system goes by.
[[nodiscard]] bool isHarmless(const domain::Attachment& file);

/// What a list of a message's files looks like in a copied text; empty without any.
[[nodiscard]] QString filesLine(const std::vector<domain::Attachment>& files);

} // namespace relevo::ui
