#pragma once

#include <assist/stems.h>

#include <QtCore/QString>

namespace relevo::assist {

/// How a sentence that names a deed speaks of it.
enum class Denial {
    None,    ///< it does not deny it, or not everywhere it is named
    NotDone, ///< "I have not cancelled your order yet"
    Refused  ///< "we do not offer refunds", "no puedo cancelarlo", "a troca não é possível"
};

/// Whether a bot's sentence denies the deed that has one of the stems of `deed`, in any of the three
/// languages. A "not" governs what follows it in its clause up to a new beginning ("but", "so", "I have"),
/// and what stands just before it ("a refund is not possible"). Questions ("¿no prefiere un reembolso?"),
/// conditions ("if you do not receive it") and phrases such as "no problem" or "not only" deny nothing, nor
/// does the Portuguese "no" of "no cartão".
[[nodiscard]] Denial denialOf(const QString& sentence, const Stems& deed);

} // namespace relevo::assist
