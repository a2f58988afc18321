#pragma once

#include <client/profile.h>

#include <QtCore/QThread>

#include <memory>

QT_BEGIN_NAMESPACE
class QWebSocket;
QT_END_NAMESPACE

namespace relevo::bench {

/// As much of a relay as a desk needs that has everything already: it greets it, and then tells it of events,
/// so many a second. On a thread of its own, so that its work is not taken for the desk's.
class EventSource final
{
public:
    /// `me` signs in; the journal has reached `seq`.
    EventSource(const domain::Agent& me, qint64 seq);
    ~EventSource();
    Q_DISABLE_COPY_MOVE(EventSource)

    [[nodiscard]] QUrl url() const { return m_url; }
    /// The events as they go over the wire, `perSecond` of them.
    void play(std::vector<std::string> events, int perSecond);

private:
    class Relay;
    QThread m_thread;
    Relay* m_relay; ///< lives on m_thread
    QUrl m_url;
};

} // namespace relevo::bench
