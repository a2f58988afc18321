#include <ui/presence/away_keeper.h>

namespace relevo::ui {

namespace {

constexpr milliseconds usualLook{5'000};

} // namespace

AwayKeeper::AwayKeeper(const client::LiveView& live, SystemPresence& presence,
                       std::function<milliseconds()> idleAfter, QObject* parent)
    : QObject(parent), m_live(live), m_presence(presence), m_idleAfter(std::move(idleAfter)), m_timer(this)
{
    connect(&m_timer, &QTimer::timeout, this, &AwayKeeper::look);
    connect(&presence, &SystemPresence::changed, this, &AwayKeeper::decide);
    connect(&live, &client::LiveView::meChanged, this, [this] {
        if (!m_here)
            decide();
    });
    setLookEvery(usualLook);
}

void AwayKeeper::setLookEvery(milliseconds span)
{
    m_timer.start(span);
}

void AwayKeeper::chosenByHand()
{
    if (m_here)
        tell(true);
}

void AwayKeeper::look()
{
    if (m_live.me().id.isNull())
        return;
    if (m_idleAfter().count() > 0)
        m_presence.look();
    else
        decide();
}

bool AwayKeeper::isSomebodyThere() const
{
    const milliseconds after = m_idleAfter();
    if (after.count() == 0)
        return true;
    const std::optional<milliseconds> idle = m_presence.idle();
    return !m_presence.isLocked() && !m_presence.isAsleep() && (!idle || *idle < after);
}

void AwayKeeper::decide()
{
    if (!m_live.me().id.isNull())
        tell(isSomebodyThere());
    if (!std::exchange(m_asleep, m_presence.isAsleep()) && m_asleep)
        Q_EMIT sleepComes();
}

void AwayKeeper::tell(bool here)
{
    if (m_here == here)
        return;
    m_here = here;
    Q_EMIT hereChanged(here);
}

} // namespace relevo::ui
