#pragma once

#include <ui/notify/notifier.h>
#include <ui/notify/sound_player.h>

#include <base/timestamp.h>

#include <QtCore/QMap>
#include <QtCore/QTimer>

#include <functional>

namespace relevo::ui {

/// What is heard of which notice.
struct SoundRules
{
    QMap<NoticeKind, Chime> chimes; ///< a kind that is not in it makes no sound
    int volume = 70;                ///< percent
    bool repeatUrgent = true;       ///< until somebody has acted on it, looked, or five minutes are over

    friend bool operator==(const SoundRules&, const SoundRules&) = default;
};

/// What is heard of each kind unless somebody chooses otherwise.
[[nodiscard]] SoundRules usualSounds();

/// Shows through another notifier, and makes the sounds that go with it. What nobody wants to be told must
/// not come here.
class SoundingNotifier final : public Notifier
{
    Q_OBJECT
public:
    /// `rules` is asked for each sound. `next` and `player` must outlive this.
    SoundingNotifier(Notifier& next, SoundPlayer& player, std::function<SoundRules()> rules,
                     QObject* parent = nullptr);

    void show(const Notice& notice) override;
    void withdraw(const QString& key) override;
    /// Somebody is there and sees what there is.
    void silence();
    void setRepeatEvery(milliseconds span) { m_every = span; }

private:
    struct Ringing
    {
        NoticeKind kind = NoticeKind::Program;
        int left = 0; ///< so many times more
    };

    Notifier& m_next;
    SoundPlayer& m_player;
    std::function<SoundRules()> m_rules;
    QMap<QString, Ringing> m_ringing;
    QTimer m_again;
    milliseconds m_every{8'000};

    void stop(const QString& key);
    void ringAgain();
};

} // namespace relevo::ui
