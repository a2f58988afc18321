#pragma once

#include <client/desk_options.h>
#include <client/handoff_news.h>
#include <client/link_state.h>
#include <domain/agent.h>
#include <domain/channel_health.h>
#include <domain/event.h>
#include <protocol/json.h>

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtCore/QUrl>

#include <map>

QT_BEGIN_NAMESPACE
class QWebSocket;
QT_END_NAMESPACE

namespace relevo::client {

/// What a hello says: up to where the replica knows the journal, which journal it was, and what is shown
/// here.
struct Greeting
{
    qint64 since = 0;
    QString epoch; ///< empty: none known
    AlertsShown alerts = {};
};

/// The relay's answer to hello.
struct Welcome
{
    domain::Agent agent;
    domain::Project project;
    qint64 seq = 0; ///< of the journal's head when it was said
    QString epoch;
    bool snapshot = false;                     ///< the live state comes anew; else the missed events come
    std::vector<domain::HealthChange> failing; ///< channels that do not work at `seq`
};

/// The connection to one relay's /ws/agent: connects, says hello, keeps the line alive, matches answers to
/// calls, and comes back with growing waits when it breaks. It knows nothing of what the messages mean.
///
/// One thread. All deadlines are taken from the clock and looked at by checkClock(), which a timer calls when
/// the next one is due.
class Link final : public QObject
{
    Q_OBJECT
public:
    using Answer = std::function<void(const Result<protocol::Json>&)>;

    /// `greeting` is asked before each hello. `options` must outlive the link.
    Link(const DeskOptions& options, std::function<Greeting()> greeting, QObject* parent = nullptr);
    ~Link() override;

    /// Connects to the relay at this base URL (http or https) until close().
    void open(const QUrl& relay, const QString& token);
    void close();
    /// Connects now: instead of waiting, or after the link has given up (Replaced). While there is a
    /// connection it is made sure that it lives: for whoever knows that the network has changed or the
    /// computer has slept.
    void reconnect();
    /// Drops the connection and starts again by way of WaitingToRetry; what came could not be used.
    void giveUpConnection(const QString& why);
    /// Everything up to the Welcome's seq has been applied: CatchingUp becomes Online.
    void caughtUp();

    /// Calls a method. `done` is called once: with the result, the relay's error, or `unavailable` when there
    /// is no connection, it breaks, or no answer comes in time; then the call may or may not have had its
    /// effect.
    void call(std::string_view method, const protocol::Json& params, Answer done);

    [[nodiscard]] LinkState state() const { return m_info.state; }

public Q_SLOTS:
    /// Does what is due by the clock.
    void checkClock();

Q_SIGNALS:
    void changed(const relevo::client::LinkInfo& info);
    void welcomed(const relevo::client::Welcome& welcome);
    /// A message without an id, after welcomed.
    void notified(const std::string& method, const relevo::protocol::Json& params);

private:
    struct Call
    {
        milliseconds deadline{0};
        Answer done;
    };

    const DeskOptions& m_options;
    std::function<Greeting()> m_greeting;
    Backoff m_backoff;
    QTimer m_timer;
    QUrl m_url;
    QString m_token;
    QWebSocket* m_socket = nullptr;
    LinkInfo m_info;
    std::map<qint64, Call> m_calls;
    qint64 m_nextCall = 1;
    milliseconds m_attemptDeadline{0};
    milliseconds m_retryAt{0};
    milliseconds m_lastHeard{0};
    milliseconds m_lastPing{0};
    milliseconds m_onlineSince{0};
    milliseconds m_proveUntil{0}; ///< no pong until then: the line is dead; 0: nobody doubts it

    [[nodiscard]] milliseconds now() const { return m_options.clock.monotonic(); }
    void attempt();
    void prove();
    void sayHello();
    void helloAnswered(const Result<protocol::Json>& answer);
    void received(const QString& frame);
    void socketEnded(QWebSocket* socket);
    void retryLater(const QString& detail, bool untrusted = false);
    void settle(LinkState state, const QString& detail);
    void dropSocket();
    void failCalls(const QString& why);
    void setState(LinkInfo info);
    void arm();
    [[nodiscard]] QString describe(const QWebSocket& socket) const;
    [[nodiscard]] protocol::Json helloParams() const;
};

} // namespace relevo::client
