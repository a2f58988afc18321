#pragma once

#include <ui/notify/sound_player.h>

#include <QtCore/QByteArray>
#include <QtCore/QDeadlineTimer>

namespace relevo::ui {

/// Plays by Windows itself. Compiled there only.
class WindowsPlayer final : public SoundPlayer
{
public:
    WindowsPlayer() = default;
    ~WindowsPlayer() override;

    [[nodiscard]] bool isThere() const override;
    void play(Chime chime, int volume) override;

private:
    QByteArray m_wav;       ///< is read while it sounds
    QDeadlineTimer m_until; ///< it sounds
};

} // namespace relevo::ui
