#include <ui/notify/windows_player.h>

#include <base/log.h>

// In this order: the second needs the first.
// clang-format off
#include <windows.h>
#include <mmsystem.h>
// clang-format on

namespace relevo::ui {

namespace {

constexpr qint64 bytesPerSecond = 2 * 44'100; ///< of a chime's WAV
constexpr qint64 untilHeard = 250;            ///< ms that a device may take before it begins

} // namespace

WindowsPlayer::~WindowsPlayer()
{
    PlaySoundW(nullptr, nullptr, 0); // what sounds ends before its bytes do
}

bool WindowsPlayer::isThere() const
{
    return waveOutGetNumDevs() > 0;
}

void WindowsPlayer::play(Chime chime, int volume)
{
    if (chime == Chime::None || volume <= 0 || !m_until.hasExpired())
        return;
    m_wav = chimeWav(chime, volume);
    m_until.setRemainingTime(m_wav.size() * 1'000 / bytesPerSecond + untilHeard);
    // Without the ring of the system's in its place: whoever chose a sound knows it by that.
    if (!PlaySoundW(reinterpret_cast<const wchar_t*>(m_wav.constData()), nullptr,
                    SND_MEMORY | SND_ASYNC | SND_NODEFAULT))
        qCInfo(logUi).noquote() << logLine(u"a sound could not be played", {});
}

} // namespace relevo::ui
