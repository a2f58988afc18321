#pragma once

namespace relevo::ui {

class Autostart;
class SoundPlayer;

/// What the desk uses of the computer it runs on, and settings are about. All must outlive whoever has it.
struct SystemServices
{
    SoundPlayer& sounds;
    Autostart& autostart;
};

} // namespace relevo::ui
