#pragma once

#include <assist/model.h>

#include <optional>

namespace relevo::assist {

/// What can be done to a draft by rule, in English, Spanish and Portuguese: shorter without the phrases that
/// say nothing, friendlier with a greeting and a last word where they are missing. Nothing that was said is
/// changed. Nothing when the rules find nothing to do, and for what needs a language model (Formal,
/// Translated).
[[nodiscard]] std::optional<QString> rewriteByRule(const RewriteRequest& request);

} // namespace relevo::assist
