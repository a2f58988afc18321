#pragma once

#include <ui/notify/sound_player.h>

#include <QtCore/QList>

namespace relevo {

/// Writes down what would be heard.
class FakePlayer final : public ui::SoundPlayer
{
public:
    bool there = true;
    QList<ui::Chime> played;

    [[nodiscard]] bool isThere() const override { return there; }
    void play(ui::Chime chime, int) override { played.push_back(chime); }
};

} // namespace relevo
