#pragma once

#include <ui/presence/system_presence.h>

#include <client/live_view.h>

#include <QtCore/QTimer>

#include <functional>

namespace relevo::ui {

/// Makes an agent who is available away while nobody is at the computer (idle for a set time, screen locked,
/// computer asleep), and available again when somebody is. What the agent has chosen by hand stays: who is
/// busy stays busy, and who has chosen away is not made available. (A computer that has lost the network is
/// known to the relay by itself.)
class AwayKeeper final : public QObject
{
    Q_OBJECT
public:
    /// `idleAfter` is asked each time; 0: never away by itself. The references must outlive this.
    AwayKeeper(const client::LiveView& live, SystemPresence& presence,
               std::function<milliseconds()> idleAfter, QObject* parent = nullptr);

    /// The agent has said it themselves, here.
    void chosenByHand();
    void setLookEvery(milliseconds span);

Q_SIGNALS:
    void availabilityWanted(relevo::domain::Availability availability);

private:
    const client::LiveView& m_live;
    SystemPresence& m_presence;
    std::function<milliseconds()> m_idleAfter;
    QTimer m_timer;
    bool m_away = false; ///< made so here

    void look();
    void decide();
    [[nodiscard]] bool isSomebodyThere() const;
};

} // namespace relevo::ui
