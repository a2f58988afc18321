#pragma once

#include <ui/presence/system_presence.h>

namespace relevo::ui {

/// Knows when it is worth looking whether the connection still lives: the computer has slept, or its network
/// has become another. Lives on the UI thread.
class LineWatcher final : public QObject
{
    Q_OBJECT
public:
    /// `presence` must outlive this.
    explicit LineWatcher(const SystemPresence& presence, QObject* parent = nullptr);

    /// Listens to what the system tells of its networks, where it does.
    void listen();
    /// The system says whether the network can be reached.
    void networkChanged(bool reachable);

Q_SIGNALS:
    void doubted();

private:
    const SystemPresence& m_presence;
    bool m_slept = false;
    bool m_reachable = true;
};

} // namespace relevo::ui
