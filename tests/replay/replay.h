#pragma once

#include "conversations.h"
#include "httpclient.h"

#include <base/backoff.h>

#include <QtCore/QElapsedTimer>

#include <functional>
#include <memory>
#include <vector>

namespace relevo::replay {

struct Options
{
    QUrl relay;
    QByteArray apiKey;
    QString prefix;                 ///< before every conversation's id, to make a session id of it
    double rate = 0;                ///< messages a second over all lanes; 0 is as fast as it goes
    int concurrency = 4;            ///< conversations at a time
    bool handOff = true;            ///< ask for a human at the end of each
    milliseconds timeout{20'000};   ///< for one answer
    milliseconds patience{120'000}; ///< for one message with all its retries
    RetryPolicy retry{milliseconds(100), 2.0, milliseconds(5'000), 0.5};
};

struct Report
{
    int conversations = 0; ///< played to their end
    int messages = 0;      ///< answered with 2xx
    int handoffs = 0;
    int retries = 0;
    int refusedBotMessages = 0; ///< a human has control: 409 stale_control, which is right
    int unanswered = 0;         ///< refused for another reason, or given up with the rest of its conversation
    double p50ms = 0;           ///< from the first attempt to the answer
    double p99ms = 0;
    double seconds = 0;

    [[nodiscard]] QByteArray toJson() const;
};

/// Plays conversations as a bot would: the turns of one in order, each only after the one before was
/// answered, several conversations at a time. A request whose answer is lost, or that is told to come later,
/// is repeated with the same idempotency key. One thread; `finished` comes once.
class Replay : public QObject
{
    Q_OBJECT
public:
    /// `random` gives numbers in [0, 1), for the jitter of the waits.
    Replay(Options options, std::vector<Conversation> conversations, std::function<double()> random,
           QObject* parent = nullptr);
    ~Replay() override;

    void start();
    [[nodiscard]] const Report& report() const { return m_report; }

Q_SIGNALS:
    /// A message is on the relay's disk: its session, its turn (from 0) and the answer's JSON.
    void acknowledged(const QString& session, int turn, const QByteArray& answer);
    /// Something was not answered: what the relay said, without the message's text.
    void refused(const QString& session, int turn, const QString& why);
    void finished();

private:
    class Lane;

    [[nodiscard]] const Conversation* nextConversation();
    [[nodiscard]] milliseconds waitForTurn();
    void laneFinished();

    Options m_options;
    std::vector<Conversation> m_conversations;
    std::function<double()> m_random;
    std::vector<std::unique_ptr<Lane>> m_lanes;
    std::vector<double> m_latencies;
    std::size_t m_next = 0;
    int m_running = 0;
    double m_nextSlot = 0;
    QElapsedTimer m_clock;
    Report m_report;
};

} // namespace relevo::replay
