#pragma once

#include <ui/notify/chime.h>

#include <QtCore/QString>

namespace relevo::ui {

/// Plays short sounds. Nothing waits for it, and whoever calls is not told of failures: they are logged.
class SoundPlayer
{
public:
    SoundPlayer() = default;
    virtual ~SoundPlayer() = default;
    SoundPlayer(const SoundPlayer&) = delete;
    SoundPlayer& operator=(const SoundPlayer&) = delete;

    /// Whether anything can be heard on this computer.
    [[nodiscard]] virtual bool isThere() const = 0;
    /// One at a time: nothing while another sounds. `volume` in percent.
    virtual void play(Chime chime, int volume) = 0;
};

} // namespace relevo::ui
