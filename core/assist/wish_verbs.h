#pragma once

#include <assist/wish_words.h>

#include <optional>
#include <span>

namespace relevo::assist {

/// The class of a form of a regular Spanish or Portuguese verb that a wish has a use for: "telefonearan",
/// "derivarían", "atendessem", also with pronouns at its end ("comunicármelo"). What somebody has done is
/// WordClass::Told ("transfirieron"). Nothing for any other word. Small letters without accents.
[[nodiscard]] std::optional<WordClass> verbClass(std::span<const char16_t> letters);

} // namespace relevo::assist
