#pragma once

#include <QtCore/QByteArray>

namespace relevo::ui {

/// A short sound that says of itself what kind of thing has happened.
enum class Chime { None, Bell, Double, Knock, Rise };

/// All that can be heard, in the order they are offered.
inline constexpr Chime chimes[] = {Chime::Bell, Chime::Double, Chime::Knock, Chime::Rise};

/// The sound as a WAV file (mono, 16 bit, 44,100 Hz, less than a second), made here, so that every player
/// plays it equally loud. `volume` in percent, 0 … 100. Empty for Chime::None. Pure.
[[nodiscard]] QByteArray chimeWav(Chime chime, int volume);

} // namespace relevo::ui
