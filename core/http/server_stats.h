#pragma once

#include <base/metrics.h>

#include <QtCore/QString>

#include <algorithm>
#include <deque>

namespace relevo::http {

/// What a server has done since it began to listen. Read in the I/O thread.
struct ServerStats
{
    /// The routes of one class (Router::classes).
    struct RouteClass
    {
        explicit RouteClass(QString className) : name(std::move(className)) {}

        QString name;
        std::array<Counter, 5> answers;         ///< with a status of 1xx … 5xx
        Histogram seconds = latencyHistogram(); ///< from the complete request to its answer
    };

    std::deque<RouteClass> classes; ///< in the order of Router::classes
    Counter slowReaders;            ///< WebSockets dropped with 4008
    Counter refused;                ///< connections answered 429 or 503, or shut, for being too many
    Counter timeouts;               ///< requests answered 408 because they came too slowly

    void answered(size_t routeClass, int status, std::chrono::steady_clock::duration time)
    {
        RouteClass& route = classes[routeClass < classes.size() ? routeClass : 0];
        route.answers[static_cast<size_t>(std::clamp(status / 100, 1, 5)) - 1].add();
        route.seconds.observe(time);
    }
};

} // namespace relevo::http
