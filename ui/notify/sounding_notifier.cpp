#include <ui/notify/sounding_notifier.h>

namespace relevo::ui {

namespace {

constexpr int mostRings = 37; ///< five minutes of them

} // namespace

SoundRules usualSounds()
{
    SoundRules rules;
    rules.chimes = {{NoticeKind::NewHandoff, Chime::Double}, {NoticeKind::Offer, Chime::Rise},
                    {NoticeKind::TimeShort, Chime::Knock},   {NoticeKind::Reply, Chime::Bell},
                    {NoticeKind::Posted, Chime::None},       {NoticeKind::Mention, Chime::Bell},
                    {NoticeKind::Transferred, Chime::Double}};
    return rules;
}

SoundingNotifier::SoundingNotifier(Notifier& next, SoundPlayer& player, std::function<SoundRules()> rules,
                                   QObject* parent)
    : Notifier(parent), m_next(next), m_player(player), m_rules(std::move(rules)), m_again(this)
{
    connect(&next, &Notifier::opened, this, [this](const QString& key, const QString& token) {
        stop(key);
        Q_EMIT opened(key, token);
    });
    connect(&next, &Notifier::acted, this,
            [this](const QString& key, NoticeAction action, const QString& token) {
                stop(key);
                Q_EMIT acted(key, action, token);
            });
    connect(&next, &Notifier::dismissed, this, [this](const QString& key) {
        stop(key);
        Q_EMIT dismissed(key);
    });
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &SoundingNotifier::ringAgain);
}

void SoundingNotifier::show(const Notice& notice)
{
    if (!notice.heardOnly)
        m_next.show(notice);
    if (notice.again)
        return;
    const SoundRules rules = m_rules();
    const Chime chime = rules.chimes.value(notice.kind, Chime::None);
    if (chime == Chime::None)
        return;
    m_player.play(chime, rules.volume);
    if (notice.heardOnly || !notice.urgent || !rules.repeatUrgent)
        return;
    m_ringing.insert(notice.key, {notice.kind, mostRings});
    if (!m_again.isActive())
        m_again.start(m_every);
}

void SoundingNotifier::withdraw(const QString& key)
{
    stop(key);
    m_next.withdraw(key);
}

void SoundingNotifier::silence()
{
    m_ringing.clear();
    m_again.stop();
}

void SoundingNotifier::stop(const QString& key)
{
    m_ringing.remove(key);
    if (m_ringing.isEmpty())
        m_again.stop();
}

void SoundingNotifier::ringAgain()
{
    const SoundRules rules = m_rules();
    if (!rules.repeatUrgent)
        m_ringing.clear();
    // One sound for all of them, that of the first.
    if (!m_ringing.isEmpty())
        m_player.play(rules.chimes.value(m_ringing.first().kind, Chime::None), rules.volume);
    for (auto ringing = m_ringing.begin(); ringing != m_ringing.end();)
        ringing = --ringing->left <= 0 ? m_ringing.erase(ringing) : std::next(ringing);
    if (!m_ringing.isEmpty())
        m_again.start(m_every);
}

} // namespace relevo::ui
