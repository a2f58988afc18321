#pragma once

#include <ui/presence/system_presence.h>

#include <client/live_view.h>

#include <QtCore/QTimer>

#include <functional>

namespace relevo::ui {

/// Knows whether somebody is at this computer: not when it was idle for a set time, its screen is locked, or
/// it sleeps. What follows is decided by the relay, which hears it of all of an agent's desktops: away while
/// nobody is at any of them, available again when somebody is, and never against what was chosen by hand. (A
/// computer that has lost the network is known to the relay by itself.)
class AwayKeeper final : public QObject
{
    Q_OBJECT
public:
    /// `idleAfter` is asked each time; 0: never away by itself. The references must outlive this.
    AwayKeeper(const client::LiveView& live, SystemPresence& presence,
               std::function<milliseconds()> idleAfter, QObject* parent = nullptr);

    /// The agent has said here what they are, so they are here, whatever was seen last. Before that is told.
    void chosenByHand();
    void setLookEvery(milliseconds span);

Q_SIGNALS:
    /// First when an agent is known, then with every change.
    void hereChanged(bool here);
    /// The computer is about to sleep; what was to be told of it has been told by hereChanged().
    void sleepComes();

private:
    const client::LiveView& m_live;
    SystemPresence& m_presence;
    std::function<milliseconds()> m_idleAfter;
    QTimer m_timer;
    std::optional<bool> m_here; ///< as it was told
    bool m_asleep = false;

    void look();
    void decide();
    void tell(bool here);
    [[nodiscard]] bool isSomebodyThere() const;
};

} // namespace relevo::ui
