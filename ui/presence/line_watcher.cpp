#include <ui/presence/line_watcher.h>

#include <QtNetwork/QNetworkInformation>

namespace relevo::ui {

LineWatcher::LineWatcher(const SystemPresence& presence, QObject* parent)
    : QObject(parent), m_presence(presence), m_slept(presence.isAsleep())
{
    connect(&presence, &SystemPresence::changed, this, [this] {
        const bool slept = std::exchange(m_slept, m_presence.isAsleep());
        if (slept && !m_slept)
            Q_EMIT doubted();
    });
}

void LineWatcher::listen()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return; // the heartbeat tells, only later
    QNetworkInformation* network = QNetworkInformation::instance();
    connect(network, &QNetworkInformation::reachabilityChanged, this,
            [this](QNetworkInformation::Reachability reachability) {
                networkChanged(reachability != QNetworkInformation::Reachability::Disconnected);
            });
}

void LineWatcher::networkChanged(bool reachable)
{
    // Gone or back: either way what was there before may be dead. While it is gone there is nothing to be
    // tried.
    const bool was = std::exchange(m_reachable, reachable);
    if (reachable || was)
        Q_EMIT doubted();
}

} // namespace relevo::ui
