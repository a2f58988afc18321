#include <ui/notify/make_player.h>

#ifdef Q_OS_WIN
#include <ui/notify/windows_player.h>
#else
#include <ui/notify/process_player.h>
#endif

namespace relevo::ui {

std::unique_ptr<SoundPlayer> makePlayer()
{
#ifdef Q_OS_WIN
    return std::make_unique<WindowsPlayer>();
#else
    return std::make_unique<ProcessPlayer>();
#endif
}

} // namespace relevo::ui
