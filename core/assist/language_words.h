#pragma once

#include <QtCore/QStringView>

#include <array>

namespace relevo::assist {

/// The languages told apart, and the neighbours that must not be taken for one of them.
enum class Tongue : std::size_t { English, Spanish, Portuguese, Other };

inline constexpr std::size_t tongues = 4;

/// What a word says for each of the tongues.
using TongueWeights = std::array<quint8, tongues>;

/// The weights of a word as words() gives it; null for one that is not known.
[[nodiscard]] const TongueWeights* tongueWeights(QStringView word);

/// What the end of an unknown word says; null for nothing. Weak: names of products have ends, too.
[[nodiscard]] const TongueWeights* tongueOfEnding(QStringView word);

} // namespace relevo::assist
