#pragma once

#include <QtCore/QString>

#include <functional>

namespace relevo::assist {

class Triggers;

/// What a sentence says beside the wish for a human: "I need an agent because my parcel never came" → "my
/// parcel never came". The wish's own clause is cut out at commas, dashes and joining words; the rest comes
/// without those at its ends. `tells` decides whether a rest is worth keeping. The sentence itself when
/// nobody is wished for in it, empty when nothing is left. `triggers` are those of wishTriggers().
[[nodiscard]] QString withoutWish(const QString& sentence, const Triggers& triggers,
                                  const std::function<bool(const QString&)>& tells);

/// Words that meant something only with the wish that was cut off: "me at 555-0142 tomorrow", "no 555-0142".
[[nodiscard]] bool isScrap(const QString& rest);

} // namespace relevo::assist
