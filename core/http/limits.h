#pragma once

#include <base/timestamp.h>

#include <QtCore/QtGlobal>

namespace relevo::http {

/// What a peer may cost. Sizes in bytes, times in milliseconds; all must be positive. Defaults are those of
/// the relay.
struct Limits
{
    qsizetype headerBytes = 16 * 1024;     ///< request line and header fields together; past it 431
    qsizetype targetBytes = 8 * 1024;      ///< the request target alone; past it 414
    qint64 bodyBytes = 1024 * 1024;        ///< a request's body, unless its route says otherwise; past it 413
    qint64 uploadBytes = 25 * 1024 * 1024; ///< the same of a body that goes into a sink (RouteOptions::open)
    int pipelined = 16; ///< requests of one connection waiting for their answers; then reading pauses
    qint64 writeBytes =
        8 * 1024 * 1024; ///< what may wait for a slow reader; past it a WebSocket is dropped with 4008

    milliseconds headerTime{
        10'000}; ///< from the connection or a request's first byte to the end of its header; then 408
    milliseconds requestTime{60'000}; ///< from a request's first byte to its answer; 408 if it is the client
                                      ///< who is late. For what goes into a sink each MiB has that time
    milliseconds idleTime{60'000};    ///< a connection without a request, or whose reader makes no progress
    milliseconds lingerTime{2'000};   ///< how long a refused peer may take to read why

    int connections = 20'000;          ///< open connections altogether; past it 503
    int connectionsPerAddress = 1'000; ///< of one IPv4 address or IPv6 /64; past it 429
    int backlog = 4'096;               ///< connections the kernel may hold for us

    qint64 frameBytes = 256 * 1024;   ///< one WebSocket frame's payload; past it close code 1009
    qint64 messageBytes = 256 * 1024; ///< a WebSocket message over all its fragments; past it close code 1009
    milliseconds pingEvery{20'000};   ///< between WebSocket pings
    int unansweredPings = 2;          ///< after so many pings without a sign of life the peer is dead
    milliseconds closeTime{2'000};    ///< how long the peer may take to answer a close frame
    milliseconds slowCloseTime{250};  ///< the same for a peer that was dropped for being too slow
    milliseconds drainTime{10'000};   ///< how long Server::drain waits for requests and closes
};

} // namespace relevo::http
