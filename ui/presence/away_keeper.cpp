#include <ui/presence/away_keeper.h>

namespace relevo::ui {

using domain::Availability;

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
        // Another availability than the one made here, or another agent: somebody has chosen it elsewhere.
        if (m_live.me().availability == Availability::Busy || m_live.me().id.isNull())
            m_away = false;
    });
    setLookEvery(usualLook);
}

void AwayKeeper::setLookEvery(milliseconds span)
{
    m_timer.start(span);
}

void AwayKeeper::chosenByHand()
{
    m_away = false;
}

void AwayKeeper::look()
{
    const bool matters = !m_live.me().id.isNull() && m_idleAfter().count() > 0 &&
                         (m_away || m_live.me().availability == Availability::Available);
    if (matters)
        m_presence.look();
}

bool AwayKeeper::isSomebodyThere() const
{
    const milliseconds after = m_idleAfter();
    const std::optional<milliseconds> idle = m_presence.idle();
    return !m_presence.isLocked() && !m_presence.isAsleep() && (!idle || *idle < after);
}

void AwayKeeper::decide()
{
    if (m_live.me().id.isNull())
        return;
    const bool on = m_idleAfter().count() > 0;
    const bool there = !on || isSomebodyThere();
    if (m_away && there) {
        m_away = false;
        Q_EMIT availabilityWanted(Availability::Available);
    } else if (!m_away && !there && m_live.me().availability == Availability::Available) {
        m_away = true;
        Q_EMIT availabilityWanted(Availability::Away);
    }
}

} // namespace relevo::ui
