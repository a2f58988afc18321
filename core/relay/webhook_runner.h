#pragma once

#include <base/backoff.h>
#include <relay/hub.h>
#include <relay/query_thread.h>
#include <relay/webhook_call.h>

#include <QtCore/QTimer>

#include <deque>

namespace relevo::relay {

/// How patient deliveries are.
struct WebhookPolicy
{
    RetryPolicy retry{std::chrono::seconds(1), 3.0, std::chrono::hours(1), 0.4};
    milliseconds timeout{15'000};       ///< of one attempt
    std::chrono::hours giveUpAfter{72}; ///< of nothing but failures
    int failingFrom = 3;                ///< attempts in a row; fewer are a restart at the other side
};

/// Delivers the events of one hook: reads the journal by sequence, one event at a time and in order, each
/// until it is received. I/O thread.
class WebhookRunner final : public QObject
{
    Q_OBJECT

public:
    struct Means
    {
        const Hub& hub;
        QueryThread& queries;
        QNetworkAccessManager& network;
        const Clock& clock;
        std::function<double()> random;
        WebhookPolicy policy;
    };

    WebhookRunner(Means means, store::Webhook hook, QObject* parent);

    [[nodiscard]] const store::Webhook& hook() const { return m_hook; }
    /// There may be something new. Does nothing while it is at work, waits, or is off.
    void pump();
    /// From off to on, beginning with what it has not received.
    void enable();

Q_SIGNALS:
    /// What hook() says is to be kept; it may be told again and again.
    void moved();
    /// It was switched off: it wants no more, or has not been reached for days.
    void gaveUp();
    /// It fails, or works again; said once each time it changes. hook().failingTold is which.
    void healthChanged(relevo::Timestamp since);

private:
    void wait(milliseconds span);
    void sleep();
    void read();
    void take(const std::vector<store::StoredEvent>& events);
    void send();
    void sent(Delivered delivered, const QString& error);
    void giveUp(const QString& error);
    void noteWorks(Timestamp now);
    void noteFails();

    Means m_means;
    store::Webhook m_hook;
    std::deque<store::StoredEvent> m_waiting; ///< asked for and not received
    qint64 m_read = 0;                        ///< the journal up to here is sent or in m_waiting
    bool m_reading = false;
    int m_failures = 0; ///< in a row
    Backoff m_backoff;
    QTimer m_again;
    milliseconds m_left{0}; ///< of the wait before the next attempt
    Timestamp m_againAt;    ///< by the clock, which may be set, and goes on while the machine sleeps
    std::unique_ptr<WebhookCall> m_call;
};

} // namespace relevo::relay
