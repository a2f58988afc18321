#pragma once

#include <base/backoff.h>
#include <base/clock.h>
#include <base/ids.h>

#include <functional>

namespace relevo::client {

/// How the program calls itself to the relay.
struct ClientInfo
{
    QString name = QStringLiteral("relevo");
    QString version = QStringLiteral(RELEVO_VERSION);
    QString os; ///< e.g. "Debian GNU/Linux 12"; empty: asked from the system
};

/// The link's patience. All spans in milliseconds.
struct LinkTimes
{
    milliseconds pingEvery{20'000};     ///< dead after two of these without a sign of life
    milliseconds connectWithin{15'000}; ///< from opening the socket to the answer to hello
    milliseconds answerWithin{30'000};  ///< for every other call
    milliseconds stableAfter{10'000};   ///< online this long forgets earlier failures
    milliseconds proveWithin{5'000};    ///< a line that is doubted shows within this that it lives
    RetryPolicy retry{};
};

/// Everything about a Desk that tests want to own.
struct DeskOptions
{
    QString dataDirectory; ///< created when missing, for its owner only
    qint64 historyBytes =
        200LL * 1024 * 1024; ///< bound of the replica on disk; older history is fetched again
    milliseconds frame{16};  ///< changes reach the UI at most once in this span
    ClientInfo client;
    LinkTimes times;
    const Clock& clock;
    IdSource& ids;
    std::function<double()> random; ///< in [0, 1); for the jitter of retries; called on the mirror thread
    /// So long what gives a conversation away or puts it off is kept back, so that it can be taken back; 0:
    /// it goes at once.
    milliseconds undoWithin{0};
};

} // namespace relevo::client
